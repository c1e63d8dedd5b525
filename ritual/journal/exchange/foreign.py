"""What people come from: the JSON of jrnl (jrnl.sh, `jrnl --format json`) and of Day One (dayoneapp.com), as notes."""

import re
from datetime import datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from ritual.core.nights import NightOf
from ritual.core.records import Note, derived_id
from ritual.core.text import CONTROLS
from ritual.journal.exchange.checking import converted, unsound
from ritual.language import _

_PHOTO = re.compile(r"!\[\]\(dayone-moment:[^)\s]*\)")
"""Where Day One shows a picture or a sound, which stay with it."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""Day One puts a backslash before signs that mean something in Markdown."""


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


def notes(entries: list[Any], by: str | None, night_of: NightOf) -> list[Note]:
    """The entries of jrnl or Day One as notes by one person. What has no words is left out.

    Raises `RitualError` with the path of the first thing that is not sound.
    """
    found: dict[str, Note] = {}
    for number, entry in enumerate(entries):
        path = f"entries[{number}]"
        try:
            if isinstance(entry, dict) and "creationDate" in entry:
                note = _lived(converted(entry, Lived, path), by, night_of)
            else:
                note = _written(converted(entry, Written, path), by, night_of)
        except (ValueError, OverflowError) as fault:
            raise unsound(_("{path} has no date that can be read."), path) from fault
        if note.text:
            found[note.id] = note
    return list(found.values())


def _written(entry: Written, by: str | None, night_of: NightOf) -> Note:
    at = _whole(datetime.fromisoformat(f"{entry.date}T{entry.time}").astimezone())
    text = _plain("\n".join(part for part in (entry.title, entry.body) if part))
    identity = derived_id("jrnl", entry.date, entry.time, text)
    return Note(id=identity, at=at, night=night_of(at), by=by, text=text, tags=_tags(entry.tags))


def _lived(entry: Lived, by: str | None, night_of: NightOf) -> Note:
    at = entry.creation_date
    try:
        at = at.astimezone(ZoneInfo(entry.time_zone) if entry.time_zone else None)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        at = at.astimezone()
    text = _plain(_ESCAPED.sub(r"\1", _PHOTO.sub("", entry.text)))
    identity = derived_id("dayone", entry.uuid or f"{entry.creation_date.isoformat()}\n{text}")
    at = _whole(at)
    return Note(id=identity, at=at, night=night_of(at), by=by, text=text, tags=_tags(entry.tags))


def _whole(at: datetime) -> datetime:
    """`at` with an offset of whole minutes, which is all that can be written; zones of long ago had seconds."""
    minutes = round((at.utcoffset() or timedelta()) / timedelta(minutes=1))
    return at.astimezone(timezone(timedelta(minutes=minutes)))


def _plain(text: str) -> str:
    """`text` with the line ends we use, and without control characters."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _tags(tags: list[str]) -> list[str]:
    return [plain for one in tags if (plain := _plain(one).lstrip("@#"))]
