"""Finding entries: by their words, and by whose they are."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from ritual.core.records import Record
from ritual.core.wording import CardText, also, what

T = TypeVar("T")


class Sought(Struct, frozen=True):
    """What of a log is shown."""

    words: str = ""
    by: str | None = None
    """The id of the one whose they are."""

    @property
    def all(self) -> bool:
        """Whether all of it is."""
        return self == type(self)()


def after(choices: Sequence[T], now: T) -> T:
    """The choice after `now`, and after the last one the first."""
    return choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]


def finder(wanted: str, card_text: CardText) -> Callable[[Record], bool]:
    """Tells of an entry whether all words of `wanted` are in what it says, in any order and in any case."""
    words = plain(wanted).split()

    def finds(entry: Record) -> bool:
        said = what(entry, card_text)
        more = (*also(entry), *getattr(entry, "tags", ()))
        text = plain(" ".join((said, *more)) if more else said)
        return all(word in text for word in words)

    return finds


def plain(text: str) -> str:
    """`text` as it is compared: without case, and one way of writing each letter."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
