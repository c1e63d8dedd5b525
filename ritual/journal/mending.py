"""What `ritual doctor --repair` and `--accept` do."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from ritual import files
from ritual.core import unite
from ritual.core.records import KINDS, Record
from ritual.journal import codec
from ritual.journal.catalogue import month_of
from ritual.journal.doctor import Doctor, former_is_damaged, is_open
from ritual.journal.format import Place, digest
from ritual.journal.journal import Journal
from ritual.journal.reading import OUTSIDE, Reading, former_of, sound_former
from ritual.journal.storage import Lines, MonthStorage


def repair(doctor: Doctor) -> None:
    """Mend what can be mended, from the former states and from what is whole. Damaged bytes lie in the quarantine.

    Raises `RitualError` where something cannot be written.
    """
    journal = doctor.journal
    shelf = journal.shelf
    with journal.writing():
        _unite_copies(journal)
        for path in [one for one in shelf.all_paths() if one.parent == shelf.own]:
            storage = shelf.file(path)
            if storage.reading and not storage.reading.newer:
                _restore(storage)
                _settle(journal, storage)
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
                        lines[key] = _meant(journal, table, key, lines[key], former)
                    elif reading.fault == OUTSIDE and (table, key) in reading.recovered:
                        del lines[key]
                tables[table] = lines
            storage.replace(**tables)
            if path not in journal.shelf.strays():
                _settle(journal, storage)


def _restore(storage: MonthStorage) -> None:
    """Write a damaged file anew; what was changed outside and has its former state beside it becomes that again."""
    reading, former = storage.reading or Reading(), _former(storage.path)
    tables: dict[str, Lines] = {}
    for table, key in reading.changed:
        lines = tables.setdefault(table, storage.lines(table))
        before = former.get((table, key))
        if before and before.get("versions") == lines[key].get("versions"):
            lines[key] = before
    if reading.fault or reading.former_fault or any(lines.differ for lines in tables.values()):
        storage.replace(**tables)


def _unite_copies(journal: Journal) -> None:
    """Take in what copies and renamed files hold, all of them at once, and set them aside."""
    shelf = journal.shelf
    readings = {path: shelf.reading(path) for path in shelf.strays() if path.parent == shelf.own}
    copies = {path: reading for path, reading in readings.items() if reading and not reading.newer}
    _bring_home(journal, [one for reading in copies.values() for one in _found(reading)])
    for path in copies:
        shelf.set_aside(path)
        shelf.set_aside(former_of(path))


def _settle(journal: Journal, storage: MonthStorage) -> None:
    """Put what belongs into another file there, and see to it that the former state is whole.

    What was changed outside waits until that is accepted.
    """
    path, reading = storage.path, storage.reading or Reading()
    astray = [
        one for one in _found(reading) if month_of(one.record.night) != path.stem and one.place not in reading.changed
    ]
    if astray:
        _bring_home(journal, astray)
        tables = {table: storage.lines(table) for table in {one.place[0] for one in astray}}
        for one in astray:
            del tables[one.place[0]][one.place[1]]
        storage.replace(**tables)
    former = former_of(path)
    if former.is_file():
        with suppress(OSError):
            former.chmod(files.FILE)
    if former_is_damaged(path):
        journal.shelf.set_aside(former)
        files.write(former, path.read_bytes())


class _Found(NamedTuple):
    place: Place
    document: dict[str, Any]
    record: Record


def _found(reading: Reading) -> Iterator[_Found]:
    """The records in a file, and what the bin's emptying left of some."""
    for table, raw in reading.raw.items():
        for key, one in raw.items():
            document = msgspec.json.decode(one)
            if table in KINDS and codec.is_record(table, document):
                kind = Record if document.get("erased") else KINDS[table]
                yield _Found((table, key), document, codec.from_document(document, kind))


def _bring_home(journal: Journal, found: list[_Found]) -> None:
    """Put records where they belong. Several writings of one are united first: then none of them is lost."""
    records: dict[Place, Record] = {}
    for (table, _), document, record in found:
        if not document.get("erased"):
            place = table, record.id
            records[place] = unite.unite(records[place], record) if place in records else record
    journal.absorb(records.values())
    for (table, _), document, record in found:
        known = journal.get(KINDS[table], record.id, record.night) if document.get("erased") else record
        if known is None or (known != record and unite.knows(record.versions, known.versions)):
            journal.shelf.put_all({month_of(record.night): {table: {record.id: document}}})


def _former(path: Path) -> dict[Place, dict[str, Any]]:
    """The sound documents of the former state."""
    found = sound_former(path)
    return {(table, key): msgspec.json.decode(one) for table, raw in found.items() for key, one in raw.items()}


def _meant(
    journal: Journal, table: str, key: str, document: dict[str, Any], former: dict[Place, dict[str, Any]]
) -> dict[str, Any]:
    """A document that was changed by hand, as the next writing of what it was."""
    kind = KINDS.get(table)
    if kind is None or document.get("erased"):
        return {**document, "sum": digest(table, key, document)}
    record = codec.from_document(document, kind)
    before = former.get((table, key))
    if before and not before.get("erased"):
        record = unite.changed(record, codec.from_document(before, kind), journal.clock.now())
    versions = unite.next_of(record.versions, journal.device)
    return codec.to_document(replace(record, versions=versions), document)
