"""Reading one file of the journal, whatever state it is in."""

import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from ritual.journal.codec import is_record
from ritual.journal.format import VERSION, Place, Raw, frame, is_sound, tables
from ritual.journal.migrations import migrated
from ritual.journal.salvage import Salvage
from ritual.language import _, fill

BACK = ".bak"
"""What is added to the name of a file for its former state."""

OUTSIDE = _("{file} was changed outside ritual.")
DAMAGED = _("{file} is damaged.")
EMPTY = _("{file} is empty.")
MISSING = _("{file} is missing.")
FOLDER = _("{file} is a folder.")
CLOSED = _("{file} cannot be opened ({why}).")
"""What can be wrong with a file."""


class Reading(NamedTuple):
    """What a file holds, and what was wrong with it."""

    raw: Raw = {}
    """Its documents; those that the file itself has lost come from its former state."""
    changed: frozenset[Place] = frozenset()
    """The documents that lie under a wrong sum, since they were changed outside ritual."""
    fault: str = ""
    """What is wrong with the file, with a place for its name; empty where it is as ritual wrote it."""
    recovered: frozenset[Place] = frozenset()
    """The documents that come from the former state. Where the file was changed outside ritual and is whole,
    somebody may have taken them away."""
    version: int = VERSION
    former_fault: str = ""
    """What is wrong with the former state, where that was needed."""
    closed: bool = False
    """Whether the file cannot be opened, so that nothing may be put in its place."""

    @property
    def newer(self) -> bool:
        """Whether a newer ritual wrote it, so that it can only be read."""
        return self.version > VERSION

    def sentences(self, name: str) -> list[str]:
        """What there is to say about it, in plain words: at most one of them."""
        if self.newer:
            newer = _("{file} was written by a newer ritual. It can be read here; please update to write in it.")
            return [fill(newer, file=name)]
        if self.fault or self.changed:
            whole = [] if self.fault in ("", OUTSIDE) else [_("What is whole in it is here.")]
            return [" ".join([self.told(name), *whole, _("ritual doctor tells more.")])]
        return []

    def told(self, name: str) -> str:
        """What is wrong with the file of this name, in a sentence."""
        return fill(self.fault or OUTSIDE, file=name)


def former_of(path: Path) -> Path:
    """Where the former state of a file is kept."""
    return path.with_name(path.name + BACK)


def sound_former(path: Path) -> Raw:
    """The documents of the former state of a file that lie under their own sums."""
    try:
        raw = understood(former_of(path).read_bytes()).raw
    except OSError:
        return {}
    return {
        table: {key: one for key, one in documents.items() if is_sound(table, key, msgspec.json.decode(one))}
        for table, documents in raw.items()
    }


def read(path: Path) -> Reading | None:
    """Read `path`, and its former state where it is damaged; nothing where neither is there."""
    try:
        found = understood(path.read_bytes())
    except FileNotFoundError:
        found = Reading(fault=MISSING)
        if not former_of(path).exists():
            return None
    except IsADirectoryError:
        found = Reading(fault=FOLDER)
    except OSError as fault:
        from ritual.core import faults

        found = Reading(fault=fill(CLOSED, why=faults.of_the_system(fault)), closed=True)
    return _with_former(found, path) if found.fault else found


def understood(content: bytes) -> Reading:
    """What `content` holds by itself."""
    newer = 0
    try:
        known = frame(content)
        version, changed = known.head.version, frozenset(known.head.changed)
        if known.newer:
            newer = version
            return Reading(tables(content), changed, version=version)
        if known.sound:
            raw = tables(content)
            changed = changed if version > 1 else _under_wrong_sums(raw)
            return Reading(migrated(raw, changed, version), changed, version=version)
    except (ValueError, KeyError, RecursionError):
        pass
    found = Salvage(content)
    if newer:
        return Reading(found.raw, frozenset(found.changed), version=newer)
    version = _version_said(content)
    fault = DAMAGED if found.broken else OUTSIDE
    changed = frozenset(found.changed)
    return Reading(migrated(found.raw, changed, version), changed, fault if content else EMPTY, version=version)


def _under_wrong_sums(raw: Raw) -> frozenset[Place]:
    """The records that do not lie under their own sums. The head of a file of version 1 did not name them."""
    return frozenset(
        (table, key)
        for table, documents in raw.items()
        for key, one in documents.items()
        if is_record(table, document := msgspec.json.decode(one)) and not is_sound(table, key, document)
    )


def _with_former(found: Reading, path: Path) -> Reading:
    """`found`, and what it has lost."""
    try:
        saved = understood(former_of(path).read_bytes())
    except OSError:
        return found
    raw = {table: dict(documents) for table, documents in found.raw.items()}
    recovered = set()
    for table, documents in saved.raw.items():
        for key, document in documents.items():
            if key not in raw.setdefault(table, {}):
                raw[table][key] = document
                recovered.add((table, key))
    changed = found.changed | (saved.changed & recovered)
    return found._replace(raw=raw, changed=changed, recovered=frozenset(recovered), former_fault=saved.fault)


def _version_said(content: bytes) -> int:
    """The version that damaged bytes seem to be of."""
    said = re.search(rb'"version":\s*(\d{1,3})', content[:200])
    return min(max(int(said[1]), 1), VERSION) if said else VERSION
