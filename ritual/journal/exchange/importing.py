"""A file that was exported, here or elsewhere, as records."""

import json
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import Annotated, Any, NamedTuple

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from ritual.core.errors import RitualError
from ritual.core.nights import NightOf
from ritual.core.records import KINDS, Person, Record, Reply
from ritual.journal.exchange.archives import CONTENTS
from ritual.journal.exchange.checking import converted
from ritual.journal.exchange.exporting import FORMAT, VERSION
from ritual.journal.exchange.foreign import notes
from ritual.journal.exchange.incoming import Incoming
from ritual.journal.exchange.names import Names
from ritual.journal.exchange.zips import unpacked
from ritual.journal.journal import Journal
from ritual.language import _

UNKNOWN = _("This is no export of ritual, jrnl or Day One. Nothing was imported.")


class Parcel(NamedTuple):
    """What was found in a file."""

    ours: bool
    """Whether ritual wrote it; else it is from jrnl or Day One, whose entries name nobody."""
    entries: list[Any]


class Export(msgspec.Struct, forbid_unknown_fields=True):
    """What an export of ours says of itself."""

    format: str
    version: Annotated[int, Meta(ge=1)]
    entries: list[Any]


def opened(content: bytes) -> Parcel:
    """What is in a file. Raises `RitualError` where it is no export that we know."""
    if not content.startswith(b"PK"):
        return _parcel(content)
    try:
        files = unpacked(BytesIO(content), ".json")
    except ValueError as fault:
        raise RitualError(UNKNOWN) from fault
    if CONTENTS in files:
        raise RitualError(_("This is a backup, no export. ritual backup --restore brings it back."))
    parcels = [_parcel(one) for name, one in sorted(files.items()) if not _is_hidden(name)]
    if not parcels or (len(parcels) > 1 and any(one.ours for one in parcels)):
        raise RitualError(UNKNOWN)
    return Parcel(parcels[0].ours, [entry for one in parcels for entry in one.entries])


def records(parcel: Parcel, journal: Journal, night_of: NightOf, by: str | None) -> list[Record]:
    """The records in `parcel`, for `journal`; notes from elsewhere are written `by` one of the two.

    Raises `RitualError` with the path of the first thing that is not sound.
    """
    if not parcel.ours:
        return _where_known(notes(parcel.entries, by, night_of), journal)
    here = sorted(journal.standing(Person), key=lambda one: one.seat)

    @cache
    def answered() -> frozenset[str | None]:
        return frozenset(one.about for one in journal.everything(Reply))

    found = Incoming(Names(here, journal.clock.now()), night_of, answered).taken(parcel.entries)
    return _where_known(found, journal)


def _where_known(records: Sequence[Record], journal: Journal) -> list[Record]:
    """`records` with the nights they have here, so that each stays in one place: where a file has none, or another."""
    here = {one.id: one.night for one in journal.everything(*KINDS.values()) if one.night}
    nights = [one.night and here.get(one.id, one.night) for one in records]
    return [
        replace(one, night=night) if night != one.night else one for one, night in zip(records, nights, strict=True)
    ]


def _parcel(content: bytes) -> Parcel:
    """What one JSON file holds; in whatever encoding a shell wrote it."""
    try:
        found = msgspec.json.decode(content.decode(json.detect_encoding(content)))
    except (ValueError, RecursionError) as fault:
        raise RitualError(UNKNOWN) from fault
    if isinstance(found, list):
        return Parcel(True, found)
    if not isinstance(found, dict):
        raise RitualError(UNKNOWN)
    if found.get("format") == FORMAT:
        version = found.get("version")
        if isinstance(version, int) and version > VERSION:
            raise RitualError(_("This was exported by a newer ritual. Please update, then import it again."))
        return Parcel(True, converted(found, Export, "export").entries)
    entries = found.get("entries")
    if "format" in found or not isinstance(entries, list):
        raise RitualError(UNKNOWN)
    return Parcel(False, entries)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
