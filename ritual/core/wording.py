"""An entry in words, for people."""

from collections.abc import Callable, Sequence

from ritual.core import people
from ritual.core.dates import in_full
from ritual.core.records import Appreciation, Checkin, Draw, Person, Rating, Record, Reply, Session
from ritual.language import _, ngettext, pgettext

SCALES = {
    "closeness-before": _("closeness, arriving"),
    "closeness-after": _("closeness, at the end"),
    "close": _("close to you"),
    "heard": _("heard and understood"),
    "safe": _("safe to be open"),
    "airtime": _("shared airtime"),
    "affection": _("affection"),
    "supported": _("supported in what I want"),
    "deep": _("deep rather than surface talk"),
    "nothing-unsaid": _("nothing unsaid between us"),
}
"""The names of scales, for people."""

KINDS = {
    "session": pgettext("kind", "session"),
    "draw": pgettext("kind", "draw"),
    "checkin": pgettext("kind", "checkin"),
    "appreciation": pgettext("kind", "appreciation"),
    "reply": pgettext("kind", "reply"),
    "answer": pgettext("kind", "answer"),
    "rating": pgettext("kind", "rating"),
    "feeling": pgettext("kind", "feeling"),
    "note": pgettext("kind", "note"),
    "person": pgettext("kind", "person"),
    "couple": pgettext("kind", "couple"),
    "occasion": pgettext("kind", "occasion"),
    "topic": pgettext("kind", "topic"),
    "wish": pgettext("kind", "wish"),
    "goal": pgettext("kind", "goal"),
    "card": pgettext("kind", "card"),
    "mark": pgettext("kind", "mark"),
    "pause": pgettext("kind", "pause"),
    "suggestion": pgettext("kind", "suggestion"),
}
"""The kinds of record, as they are called."""

COVERED = {"shared": "", "sealed": _("sealed"), "private": _("private")}
"""What is said beside an entry that is not there for both."""

RECEIVED = "received ♥"
"""The reply that needs no words, as it is kept in every language."""
SAYS_RECEIVED = _("received ♥")
"""The same, as it is read."""

CardText = Callable[[str], str]
"""The text of the card with an id."""


def what(entry: Record, card_text: CardText) -> str:
    """What an entry says, without when it was and whose it is."""
    match entry:
        case Session():
            minutes = round(entry.seconds / 60)
            if minutes <= 1:
                return _("a moment together")
            return ngettext("{count} minute together", "{count} minutes together", minutes)
        case Checkin():
            took = length(entry)
            return _("check-in, {length}", length=took) if took else _("check-in")
        case Draw():
            asks = card_text(entry.card)
            return _("passed: {card}", card=asks) if entry.passed else asks
        case Rating():
            return f"{SCALES.get(entry.scale, entry.scale)}: {entry.value}"
        case _:
            return text(entry)


def text(entry: Record) -> str:
    """The words that an entry was given; nothing where it is of a kind that has none."""
    return as_read(entry, str(getattr(entry, "text", getattr(entry, "name", getattr(entry, "word", "")))))


def as_read(entry: Record, words: str) -> str:
    """`words` of an entry as they are read: the reply that needs none is said in the language of the two."""
    return SAYS_RECEIVED if isinstance(entry, Reply) and words == RECEIVED else words


def length(checkin: Checkin) -> str:
    """`30 minutes`; nothing where it was over at once."""
    minutes = round(checkin.seconds / 60)
    return ngettext("{count} minute", "{count} minutes", minutes) if minutes > 1 else ""


def also(entry: Record) -> list[str]:
    """What was written of it elsewhere at the same time, and is to be read too."""
    return [_("also: {words}", words=as_read(entry, one["text"])) for one in entry.also if "text" in one]


def whose(entry: Record, who: Sequence[Person]) -> str:
    """Whose words these are, and to whom they are said."""
    by = people.name_of(who, entry.by)
    to = people.name_of(who, entry.to) if isinstance(entry, Appreciation) else ""
    return _("{name} to {other}", name=by, other=to) if by and to else by


def when(entry: Record) -> str:
    """The night of an entry, or the day it was written."""
    return in_full(entry.night or entry.at.date())
