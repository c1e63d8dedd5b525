"""An entry in words, for people."""

from collections.abc import Callable, Sequence

from ritual.core import people
from ritual.core.dates import in_full
from ritual.core.records import Appreciation, Checkin, Draw, Person, Rating, Record, Session

SCALES = {
    "closeness-before": "closeness, arriving",
    "closeness-after": "closeness, at the end",
    "close": "close to you",
    "heard": "heard and understood",
    "safe": "safe to be open",
    "airtime": "shared airtime",
    "affection": "affection",
    "supported": "supported in what I want",
    "deep": "deep rather than surface talk",
    "nothing-unsaid": "nothing unsaid between us",
}
"""The names of scales, for people."""

CardText = Callable[[str], str]
"""The text of the card with an id."""


def what(entry: Record, card_text: CardText) -> str:
    """What an entry says, without when it was and whose it is."""
    match entry:
        case Session():
            minutes = round(entry.seconds / 60)
            return f"{minutes} minutes together" if minutes > 1 else "a moment together"
        case Checkin():
            minutes = round(entry.seconds / 60)
            return f"check-in, {minutes} minutes" if minutes > 1 else "check-in"
        case Draw():
            return f"{'passed: ' if entry.passed else ''}{card_text(entry.card)}"
        case Rating():
            return f"{SCALES.get(entry.scale, entry.scale)}: {entry.value}"
        case _:
            return str(getattr(entry, "text", getattr(entry, "name", getattr(entry, "word", ""))))


def also(entry: Record) -> list[str]:
    """What was written of it elsewhere at the same time, and is to be read too."""
    return [f"also: {one['text']}" for one in entry.also if "text" in one]


def whose(entry: Record, who: Sequence[Person]) -> str:
    """Whose words these are, and to whom they are said."""
    by = people.name_of(who, entry.by)
    to = people.name_of(who, entry.to) if isinstance(entry, Appreciation) else ""
    return f"{by} to {to}" if by and to else by


def when(entry: Record) -> str:
    """The night of an entry, or the day it was written."""
    return in_full(entry.night) if entry.night else f"{entry.at:%Y-%m-%d}"


def counted(number: int, one: str, more: str) -> str:
    """`1 entry`, `2 entries`."""
    return f"{number} {one if number == 1 else more}"
