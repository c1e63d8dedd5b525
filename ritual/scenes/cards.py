"""What is said beside a card: what they said to it, and whose words are asked for now."""

from collections.abc import Iterable, Sequence
from random import Random

from ritual.answering import Answering
from ritual.content import evening_words
from ritual.core import met
from ritual.core.ago import ago
from ritual.core.met import Met
from ritual.core.people import in_words, name_of, other
from ritual.core.records import Answer, Draw, Visibility
from ritual.core.text import on_screen
from ritual.house import House
from ritual.language import _, fill

SHORT = 110
"""Characters of an earlier answer that stand beside a card; browsing shows all of it."""

LONG_WORD = 30
"""Characters of a word that may be broken."""

WHOSE: dict[Visibility, str] = {
    "sealed": _("{name}, these words stay sealed until you open them together."),
    "private": _("{name}, these words are yours alone."),
    "shared": _("{name}, these words are for both of you."),
}
"""What is told of the words, before they are written."""


def whose(answering: Answering, person: str, promised: Visibility) -> str:
    """How the words of `person` are kept, told before they are written."""
    name = answering.name(person)
    if len(answering.people) < 2 and promised == "shared":
        return _("{name}, a few words of your own.", name=name)
    return fill(WHOSE[promised], name=name)


def hand_over(answering: Answering) -> str:
    """Who writes next, and what the other one does meanwhile."""
    writer, pair = answering.writer, answering.pair
    if writer is None:
        return ""
    beside = other(answering.people, writer.id)
    if beside is None:
        return _("{name}, write a few words to keep, if you like.", name=writer.name)
    if pair.sealed:
        return _(
            "{other} has sealed a few words. Please hand the keyboard to {name}.", other=beside.name, name=writer.name
        )
    if pair.answers or pair.done:
        return _("Please hand the keyboard to {name}.", name=writer.name)
    return _("{name} writes first, unseen. {other}, look away for a moment.", name=writer.name, other=beside.name)


def have_written(answering: Answering, answers: Iterable[Answer]) -> str:
    """That these wait to be opened."""
    names = [answering.name(one.by) for one in answers]
    return _("Both of you have written.") if len(names) > 1 else _("{name} has written.", name=in_words(names))


def opened(answering: Answering) -> str:
    """What helps once it is open."""
    return Random(answering.draw.id).choice(evening_words().card.opened)


def said(house: House, history: Sequence[Met], card: str, draw: Draw | None) -> str:
    """What they said to `card` in this draw; where that is nothing yet, what they said the last time."""
    now = next((one for one in history if draw and one.draw.id == draw.id), None)
    if now and now.answers:
        return _lines(house, now.answers)
    if now and now.draw.aloud:
        return _("You answered this aloud.")
    before = met.earlier(history, card, (draw.night if draw else None) or house.night)
    if before is None or before.draw.night is None:
        return ""
    return _lines(house, before.answers, ago(before.draw.night, house.night))


def _lines(house: House, answers: Sequence[Answer], when: str = "") -> str:
    alone = len(house.people) < 2
    said: list[str] = []
    for one in answers:
        words, name = _short(one.text), name_of(house.people, one.by) or _("somebody")
        if when and not said:
            earlier = _("{ago} you said: {words}") if alone else _("{ago} {name} said: {words}")
            said.append(fill(earlier, ago=when, name=name, words=words))
        else:
            said.append(fill(_("You said: {words}") if alone else _("{name} said: {words}"), name=name, words=words))
    return "\n".join(said)


def _short(text: str) -> str:
    """`text` on one line; where it is long its beginning, up to the end of a word."""
    plain = " ".join(on_screen(text).split())
    if len(plain) <= SHORT:
        return plain
    whole, _space, broken = plain[: SHORT + 1].rpartition(" ")
    return f"{whole if len(broken) < LONG_WORD else plain[:SHORT]}…"
