"""Finds and reads the content. A user's own deck that is broken costs only itself."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from ritual.content.shapes import EveningWords, Feelings
from ritual.core.cards import Deck
from ritual.settings import Folders

T = TypeVar("T")

LANGUAGE = "en"
OURS = Path(__file__).parent


def decks(folders: Folders | None = None) -> tuple[list[Deck], list[str]]:
    """Our decks and then theirs, and a plain sentence for each of theirs that cannot be used."""
    found = [_read(file, Deck) for file in sorted((OURS / LANGUAGE / "decks").glob("*.toml"))]
    problems: list[str] = []
    for file in sorted((folders.config / "decks").glob("*.toml")) if folders else []:
        try:
            deck = _read(file, Deck)
            taken = [card.id for known in [*found, deck] for card in known.cards]
            twice = next((card.id for card in deck.cards if taken.count(card.id) > 1), None)
            if twice is not None:
                raise ValueError(f"two cards have the id {twice}")
            if any(known.id == deck.id for known in found):
                raise ValueError(f"there is a deck called {deck.id} already")
            found.append(deck)
        except (OSError, ValueError) as fault:
            problems.append(f"The deck {file.name} could not be used: {fault}. The other decks are there.")
    return found, problems


@cache
def evening_words() -> EveningWords:
    """The sentences of the guided evening."""
    return _read(OURS / LANGUAGE / "tonight.toml", EveningWords)


@cache
def feelings() -> Feelings:
    """Words for what one feels, by family."""
    return _read(OURS / LANGUAGE / "feelings.toml", Feelings)


def _read(file: Path, kind: type[T]) -> T:
    return msgspec.toml.decode(file.read_bytes(), type=kind)
