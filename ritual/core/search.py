"""Finding entries by their words."""

import unicodedata
from collections.abc import Callable

from ritual.core.records import Record
from ritual.core.wording import CardText, what


def finder(wanted: str, card_text: CardText) -> Callable[[Record], bool]:
    """Tells of an entry whether all words of `wanted` are in what it says, in any order and in any case."""
    words = _plain(wanted).split()

    def finds(entry: Record) -> bool:
        said = _plain(" ".join((what(entry, card_text), *getattr(entry, "tags", ()))))
        return all(word in said for word in words)

    return finds


def _plain(text: str) -> str:
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
