"""Whether a file is a deck, and in which line it is not."""

import re
from pathlib import Path

import msgspec

from ritual.core import faults
from ritual.core.cards import Deck
from ritual.language import _, fill

_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`$")


def check_deck(file: Path) -> tuple[Deck | None, list[str]]:
    """The deck in `file`, and a plain sentence with the line and the field for what is wrong with it."""
    try:
        content = file.read_bytes()
    except OSError as fault:
        return None, [_("{file} cannot be read ({fault}).", file=file.name, fault=faults.of_a_file(fault))]
    try:
        deck = msgspec.toml.decode(content, type=Deck)
    except msgspec.ValidationError as fault:
        return None, [_told(file.name, content, str(fault))]
    except (msgspec.DecodeError, ValueError, RecursionError) as fault:
        return None, [_("{file} is no TOML: {fault}.", file=file.name, fault=faults.of_a_file(fault))]
    ids = [card.id for card in deck.cards]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    again = _("{file}, line {line}: the id {id} is there twice.")
    return deck, [fill(again, file=file.name, line=_line_of(content, one), id=one) for one in twice]


def _told(name: str, content: bytes, fault: str) -> str:
    """What msgspec says is wrong, with the line and the field that it speaks of."""
    found = _PATH.search(fault)
    path = found["path"] if found else ""
    field = re.sub(r"^\.?(cards\[\d+\])?\.?", "", path)
    card = re.match(r"\.cards\[(\d+)\]", path)
    starts = [number for number, line in enumerate(content.splitlines(), 1) if line.strip() == b"[[cards]]"]
    line = starts[int(card[1])] if card and int(card[1]) < len(starts) else None
    if line is None:
        place = _("{file}, {field}") if field else "{file}"
    else:
        place = _("{file}, line {line}, {field}") if field else _("{file}, line {line}")
    return f"{fill(place, file=name, line=line, field=field)}: {faults.in_words(_PATH.sub('', fault))}."


def _line_of(content: bytes, card: str) -> int:
    """The last line in which a card has this id."""
    quoted = re.compile(rb"^\s*id\s*=\s*[\"']" + re.escape(card.encode()) + rb"[\"']")
    return max((number for number, line in enumerate(content.splitlines(), 1) if quoted.match(line)), default=1)
