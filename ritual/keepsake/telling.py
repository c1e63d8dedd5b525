"""Numbers, lengths and a whole year, in words. Never a percentage, a streak, or the one held against the other."""

from collections import Counter
from collections.abc import Sequence

from ritual.core.appreciation import IN_WORDS, WAYS
from ritual.core.numbers import number
from ritual.core.people import in_words
from ritual.core.records import Way
from ritual.language import _, fill, ngettext, pgettext

PARTS = {
    15: _("a quarter of an hour"),
    30: _("half an hour"),
    45: _("three quarters of an hour"),
}
"""Minutes that have a name."""

NEAR = (
    (6, pgettext("how somebody felt", "very close")),
    (5, pgettext("how somebody felt", "close")),
    (4, pgettext("how somebody felt", "rather close")),
    (3, pgettext("how somebody felt", "in between")),
    (2, pgettext("how somebody felt", "a little apart")),
    (0, pgettext("how somebody felt", "apart")),
)
"""What an answer from 1 to 7 says, from so much on."""


def sentence(words: str) -> str:
    """`words` as a sentence: a great letter before, a full stop after."""
    return f"{words[:1].upper()}{words[1:]}."


def length(seconds: int) -> str:
    """`twenty minutes`, `an hour and a half`; less than a minute and a half is a moment."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return _("a moment")
    if minutes < 60:
        return PARTS.get(minutes) or _minutes(minutes)
    hours, rest = divmod(minutes, 60)
    if rest == 30:
        return ngettext("an hour and a half", "{number} and a half hours", hours, number=number(hours))
    return _("{hours} and {minutes}", hours=_hours(hours), minutes=_minutes(rest)) if rest else _hours(hours)


def _minutes(count: int) -> str:
    return ngettext("one minute", "{number} minutes", count, number=number(count))


def _hours(count: int) -> str:
    return ngettext("an hour", "{number} hours", count, number=number(count))


def in_all(seconds: int) -> str:
    """The sum of many lengths, not to the minute."""
    hours = round(seconds / 3600)
    return length(seconds) if hours < 2 else _hours(hours)


def together(evenings: int, seconds: int, *, two: bool) -> str:
    """How many evenings there were, and how long they were in all."""
    said = {"number": number(evenings), "length": in_all(seconds)}
    if seconds < 90 and two:
        return ngettext("You kept one evening together.", "You kept {number} evenings together.", evenings, **said)
    if seconds < 90:
        return ngettext("You kept one evening.", "You kept {number} evenings.", evenings, **said)
    if two:
        return ngettext(
            "You kept one evening together, about {length} in all.",
            "You kept {number} evenings together, about {length} in all.",
            evenings,
            **said,
        )
    return ngettext(
        "You kept one evening, about {length} in all.",
        "You kept {number} evenings, about {length} in all.",
        evenings,
        **said,
    )


def thanks(ways: Counter[Way], *, two: bool) -> str:
    """For what they were thankful most often."""
    most = [way for way in WAYS if ways[way] == max(ways.values())]
    if len(most) > 2:
        return _("You thanked each other for many things.") if two else _("You were thankful for many things.")
    if len(most) == len(ways):
        said = _("You thanked each other for {ways}.") if two else _("You were thankful for {ways}.")
    else:
        often = (_("Most often you thanked each other for {ways}."), _("Most often you were thankful for {ways}."))
        said = often[not two]
    return fill(said, ways=in_words([IN_WORDS[way] for way in most]))


def closeness(evenings: Sequence[tuple[float, float]]) -> str:
    """How close they felt before and after; each evening is a pair of the two."""
    closer = sum(after > before for before, after in evenings)
    further = sum(after < before for before, after in evenings)
    if closer * 2 > len(evenings):
        return _("On most evenings you felt closer at the end than when you arrived.")
    if further * 2 > len(evenings):
        return _("You kept these evenings, the easy ones and the others.")
    return _("You mostly ended an evening as close as you came to it, or closer.")


def near(value: float) -> str:
    """How close somebody felt who chose `value` of 1 to 7."""
    return next(said for least, said in NEAR if value >= least)
