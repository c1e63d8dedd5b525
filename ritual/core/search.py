"""Finding entries by their words."""

import unicodedata
from collections.abc import Callable

from ritual.core.records import Record
from ritual.core.wording import CardText, also, what


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
