"""Finds and reads the content. A user's own deck that is broken costs only itself."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from ritual import files
from ritual.content.checking import check_deck
from ritual.content.languages import ours, the
from ritual.content.shapes import AppreciationWords, DemoWords, EveningWords, Feelings, Ideas, Needs
from ritual.core.cards import Deck
from ritual.core.ideas import Idea
from ritual.folders import Folders
from ritual.language import _

if TYPE_CHECKING:
    from ritual.content.weekly import CheckinWords

T = TypeVar("T")


def decks(folders: Folders | None = None) -> tuple[list[Deck], list[str]]:
    """Our decks and then theirs, and a plain sentence for each of theirs that cannot be used."""
    found = list(_ours(folders))
    taken = {card.id for known in found for card in known.cards}
    problems: list[str] = []
    for file in sorted((folders.config / "decks").glob("*.toml")) if folders else []:
        deck, faults = check_deck(file)
        if deck is not None:
            of = next((card.id for card in deck.cards if card.id in taken), None)
            faults += [_("{file}: the id {id} is taken.", file=file.name, id=of)] if of else []
            is_there = any(known.id == deck.id for known in found)
            faults += [_("{file}: there is a deck called {id}.", file=file.name, id=deck.id)] if is_there else []
        if deck is None or faults:
            problems.append(_("A deck could not be used. {fault} The other decks are there.", fault=faults[0]))
            continue
        found.append(deck)
        taken |= {card.id for card in deck.cards}
    return found, problems


class Compiled(msgspec.Struct, frozen=True):
    """Our decks as they were read the last time: reading the TOML of all takes longer than opening Home."""

    of: list[tuple[str, int, int]]
    """The files they were read from, with their sizes and times."""
    decks: list[Deck]


def stamps(folders: Folders) -> tuple[tuple[str, int, int], ...]:
    """What changes when a deck file of theirs does."""
    found: list[tuple[str, int, int]] = []
    for file in sorted((folders.config / "decks").glob("*.toml")):
        with suppress(OSError):
            found.append((file.name, (now := file.stat()).st_size, now.st_mtime_ns))
    return tuple(found)


def _ours(folders: Folders | None) -> list[Deck]:
    """The decks that ship with ritual."""
    of = [(str(file), (found := file.stat()).st_size, found.st_mtime_ns) for file in _deck_files()]
    kept = folders.state / "decks.json" if folders else None
    if kept is not None:
        with suppress(OSError, ValueError):
            known = msgspec.json.decode(kept.read_bytes(), type=Compiled)
            if known.of == of:
                return known.decks
    read = _shipped()
    if kept is not None and kept.parent.is_dir():
        with suppress(OSError):
            files.write(kept, msgspec.json.encode(Compiled(of, read)))
    return read


def _deck_files() -> list[Path]:
    return ours("decks/*.toml")


@cache
def _shipped() -> list[Deck]:
    """The same, from their TOML."""
    return [_read(file, Deck) for file in _deck_files()]


@cache
def evening_words() -> EveningWords:
    """The sentences of the guided evening."""
    return _read(the("tonight.toml"), EveningWords)


@cache
def appreciation_words() -> AppreciationWords:
    """What helps to say thank you."""
    return _read(the("appreciations.toml"), AppreciationWords)


@cache
def feelings() -> Feelings:
    """Words for what one feels, by family."""
    return _read(the("feelings.toml"), Feelings)


@cache
def needs() -> Needs:
    """Words for what one needs, by family."""
    return _read(the("needs.toml"), Needs)


@cache
def demo_words() -> DemoWords:
    """What the two of the demo have said."""
    return _read(the("demo.toml"), DemoWords)


@cache
def ideas() -> tuple[Idea, ...]:
    """Ideas for shared time."""
    return _read(the("ideas.toml"), Ideas).ideas


@cache
def checkin_words() -> "CheckinWords":
    """The sentences of the weekly check-in."""
    from ritual.content.weekly import CheckinWords

    return _read(the("checkin.toml"), CheckinWords)


def _read(file: Path, kind: type[T]) -> T:
    return msgspec.toml.decode(file.read_bytes(), type=kind)
