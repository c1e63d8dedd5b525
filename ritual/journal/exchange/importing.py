"""A file that was exported, here or elsewhere, as records."""

import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from ritual.core.errors import RitualError
from ritual.core.records import Person, Record
from ritual.journal.exchange.exporting import FORMAT, VERSION
from ritual.journal.exchange.foreign import NightOf, notes, unpacked
from ritual.journal.exchange.incoming import Incoming


class Parcel(NamedTuple):
    """What was found in a file."""

    ours: bool
    """Whether ritual wrote it; else it is from jrnl or Day One, whose entries name nobody."""
    entries: list[Any]


def opened(content: bytes) -> Parcel:
    """What is in a file. Raises `RitualError` where it is no export that we know."""
    entries: list[Any] = []
    try:
        for one in unpacked(content):
            found = msgspec.json.decode(one)
            if isinstance(found, list) or (isinstance(found, dict) and found.get("format") == FORMAT):
                return Parcel(True, _ours(found))
            entries += found["entries"]
    except (msgspec.DecodeError, zipfile.BadZipFile, KeyError, TypeError, RecursionError, UnicodeDecodeError) as fault:
        raise RitualError("This is no export of ritual, jrnl or Day One. Nothing was imported.") from fault
    return Parcel(False, entries)


def records(parcel: Parcel, people: Sequence[Person], night_of: NightOf, now: datetime, by: str | None) -> list[Record]:
    """The records in `parcel`; notes from elsewhere are written `by` one of the two.

    Raises `RitualError` with the path of the first thing that is not sound.
    """
    if not parcel.ours:
        return list(notes(parcel.entries, by, night_of))
    incoming = Incoming(people, night_of, now)
    incoming.take(parcel.entries)
    return incoming.records


def _ours(found: Any) -> list[Any]:
    if isinstance(found, list):
        return found
    version, entries = found.get("version"), found.get("entries")
    if not isinstance(version, int) or not isinstance(entries, list):
        raise RitualError("This export has no version or no list of entries. Nothing was imported.")
    if version > VERSION:
        raise RitualError("This was exported by a newer ritual. Please update, then import it again.")
    return entries
