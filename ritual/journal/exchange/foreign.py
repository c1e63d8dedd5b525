"""What people come from: the JSON of jrnl (jrnl.sh, `jrnl --format json`) and of Day One (dayoneapp.com), as notes."""

import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from ritual.core.errors import RitualError
from ritual.core.records import Note, derived_id
from ritual.core.text import CONTROLS

NightOf = Callable[[datetime], date]


class Written(msgspec.Struct):
    """An entry of jrnl."""

    title: str
    body: str = ""
    date: str = ""
    time: str = "00:00"
    tags: list[str] = []


class Lived(msgspec.Struct, rename="camel"):
    """An entry of Day One."""

    creation_date: datetime
    uuid: str = ""
    text: str = ""
    time_zone: str = ""
    tags: list[str] = []


def unpacked(content: bytes) -> Iterator[bytes]:
    """The JSON files in `content`: itself, or those in the archive that Day One makes."""
    if not content.startswith(b"PK"):
        yield content
        return
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".json") and "/" not in name:
                yield archive.read(name)


def notes(entries: list[Any], by: str | None, night_of: NightOf) -> list[Note]:
    """The entries of jrnl or Day One as notes by one person. What has no words is left out.

    Raises `RitualError` where they are neither.
    """
    found: dict[str, Note] = {}
    for number, entry in enumerate(entries):
        try:
            if isinstance(entry, dict) and "creationDate" in entry:
                note = _lived(msgspec.convert(entry, Lived), by, night_of)
            else:
                note = _written(msgspec.convert(entry, Written), by, night_of)
        except (msgspec.ValidationError, ValueError) as fault:
            raise RitualError(f"entries[{number}] cannot be read ({fault}). Nothing was imported.") from fault
        if note.text:
            found[note.id] = note
    return list(found.values())


def _written(entry: Written, by: str | None, night_of: NightOf) -> Note:
    at = datetime.fromisoformat(f"{entry.date}T{entry.time}").astimezone()
    text = _plain("\n".join(part for part in (entry.title, entry.body) if part))
    identity = derived_id("jrnl", entry.date, entry.time, text)
    return Note(id=identity, at=at, night=night_of(at), by=by, text=text, tags=_tags(entry.tags))


def _lived(entry: Lived, by: str | None, night_of: NightOf) -> Note:
    at = entry.creation_date
    try:
        at = at.astimezone(ZoneInfo(entry.time_zone.replace("\\", "")) if entry.time_zone else None)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        at = at.astimezone()
    text = _plain(entry.text)
    identity = derived_id("dayone", entry.uuid or f"{entry.creation_date.isoformat()}\n{text}")
    at = at.replace(tzinfo=timezone(at.utcoffset() or timedelta()))
    return Note(id=identity, at=at, night=night_of(at), by=by, text=text, tags=_tags(entry.tags))


def _plain(text: str) -> str:
    """`text` with the line ends we use, and without control characters."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _tags(tags: list[str]) -> list[str]:
    return [plain for one in tags if (plain := _plain(one).lstrip("@#"))]
