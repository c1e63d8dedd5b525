"""What `ritual doctor --repair` and `--accept` do."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from ritual import files
from ritual.core import unite
from ritual.core.records import KINDS, Record
from ritual.journal import codec
from ritual.journal.catalogue import month_of
from ritual.journal.doctor import Doctor, is_open
from ritual.journal.format import digest, is_sound
from ritual.journal.reading import OUTSIDE, Reading, former_of, understood
from ritual.journal.storage import Lines, MonthStorage


def repair(doctor: Doctor) -> None:
    """Mend what can be mended, from the former states and from what is whole. Damaged bytes lie in the quarantine.

    Raises `RitualError` where something cannot be written.
    """
    journal = doctor.journal
    shelf = journal.shelf
    with journal.writing():
        for path in [one for one in shelf.all_paths() if one.parent == shelf.own]:
            if path in shelf.strays():
                journal.absorb(_records(shelf.file(path).reading))
                shelf.set_aside(path)
                continue
            storage = shelf.file(path)
            _restore(storage)
            _settle(doctor, storage, path)
        for folder in (shelf.own, doctor.drafts.folder):
            files.sweep(folder)
        for name in doctor.drafts.damaged():
            shelf.set_aside(doctor.drafts.folder / name)
        for one in doctor.private():
            if is_open(one):
                one.chmod(files.FOLDER if one.is_dir() else files.FILE)


def accept(doctor: Doctor) -> None:
    """Take the files as they are now, changed by hand, as what was meant. Raises `RitualError` as `repair` does."""
    journal = doctor.journal
    with journal.writing():
        for path in [one for one in journal.shelf.all_paths() if one.parent == journal.shelf.own]:
            storage = journal.shelf.file(path)
            reading = storage.reading
            if reading is None or reading.newer or not (reading.changed or reading.fault == OUTSIDE):
                continue
            former = _former(path)
            tables = {}
            for table, raw in reading.raw.items():
                lines = Lines(raw)
                for key in raw:
                    if (table, key) in reading.changed:
                        lines[key] = _meant(doctor, table, key, lines[key], former)
                    elif reading.fault == OUTSIDE and (table, key) in reading.recovered:
                        del lines[key]
                tables[table] = lines
            storage.replace(**tables)


def _restore(storage: MonthStorage) -> None:
    """Write a damaged file anew; what was changed outside and has its former state beside it becomes that again."""
    reading = storage.reading
    if reading is None or reading.newer:
        return
    former = _former(storage.path)
    tables: dict[str, Lines] = {}
    for table, key in reading.changed:
        lines = tables.setdefault(table, storage.lines(table))
        before = former.get((table, key))
        if before and before.get("versions") == lines[key].get("versions"):
            lines[key] = before
    if reading.fault or reading.former_fault or any(lines.differ for lines in tables.values()):
        storage.replace(**tables)


def _settle(doctor: Doctor, storage: MonthStorage, path: Path) -> None:
    """Put what belongs into another file there, and see to it that the former state is whole."""
    journal = doctor.journal
    astray = [one for one in _records(storage.reading) if month_of(one.night) != path.stem]
    if astray:
        journal.absorb(astray)
        tables = {one.kind(): storage.lines(one.kind()) for one in astray}
        for one in astray:
            tables[one.kind()].pop(one.id, None)
        storage.replace(**tables)
    former = former_of(path)
    with suppress(OSError):
        if former.exists() and understood(former.read_bytes()).fault:
            journal.shelf.set_aside(former)
            files.write(former, path.read_bytes())


def _records(reading: Reading | None) -> Iterator[Record]:
    for table, raw in reading.raw.items() if reading else ():
        for one in raw.values():
            with suppress(msgspec.ValidationError):
                if table in KINDS:
                    yield codec.from_document(msgspec.json.decode(one), KINDS[table])


def _former(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """The sound documents of the former state."""
    try:
        found = understood(former_of(path).read_bytes())
    except OSError:
        return {}
    documents = {(table, key): msgspec.json.decode(one) for table, raw in found.raw.items() for key, one in raw.items()}
    return {place: one for place, one in documents.items() if is_sound(*place, one)}


def _meant(
    doctor: Doctor, table: str, key: str, document: dict[str, Any], former: dict[tuple[str, str], dict[str, Any]]
) -> dict[str, Any]:
    """A document that was changed by hand, as the next writing of what it was."""
    kind = KINDS.get(table)
    if kind is None:
        return {**document, "sum": digest(table, key, document)}
    record, journal = codec.from_document(document, kind), doctor.journal
    before = former.get((table, key))
    if before:
        record = unite.changed(record, codec.from_document(before, kind), journal.clock.now())
    versions = unite.next_of(record.versions, journal.device)
    return codec.to_document(replace(record, versions=versions), document)
