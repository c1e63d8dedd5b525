"""Whether a file is a deck, and in which line it is not."""

import re
from pathlib import Path

import msgspec

from ritual.core.cards import Deck

_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`$")


def check_deck(file: Path) -> tuple[Deck | None, list[str]]:
    """The deck in `file`, and a plain sentence with the line and the field for what is wrong with it."""
    try:
        content = file.read_bytes()
    except OSError as fault:
        return None, [f"{file.name} cannot be read ({fault.strerror})."]
    try:
        deck = msgspec.toml.decode(content, type=Deck)
    except msgspec.ValidationError as fault:
        return None, [f"{file.name}{_place(content, str(fault))}: {_PATH.sub('', str(fault))}."]
    except (msgspec.DecodeError, ValueError, RecursionError) as fault:
        return None, [f"{file.name} is no TOML: {fault}."]
    ids = [card.id for card in deck.cards]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    return deck, [f"{file.name}, line {_line_of(content, one)}: the id {one} is there twice." for one in twice]


def _place(content: bytes, fault: str) -> str:
    """The line and the field that a fault of msgspec speaks of."""
    found = _PATH.search(fault)
    path = found["path"] if found else ""
    field = re.sub(r"^\.?(cards\[\d+\])?\.?", "", path)
    card = re.match(r"\.cards\[(\d+)\]", path)
    starts = [number for number, line in enumerate(content.splitlines(), 1) if line.strip() == b"[[cards]]"]
    where = f", line {starts[int(card[1])]}" if card and int(card[1]) < len(starts) else ""
    return where + (f", {field}" if field else "")


def _line_of(content: bytes, card: str) -> int:
    """The last line in which a card has this id."""
    quoted = re.compile(rb"^\s*id\s*=\s*[\"']" + re.escape(card.encode()) + rb"[\"']")
    return max((number for number, line in enumerate(content.splitlines(), 1) if quoted.match(line)), default=1)
