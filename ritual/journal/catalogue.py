"""What lies on the shelf, as records: every device's writings of a record as one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from ritual.core import wording
from ritual.core.records import KINDS, Record
from ritual.core.unite import unite
from ritual.journal.codec import from_document
from ritual.journal.reading import Reading
from ritual.journal.shelf import STANDING, Shelf
from ritual.language import _, fill

R = TypeVar("R", bound=Record)


@cache
def _decoder(kind: type[Record]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def month_of(night: date | None) -> str:
    """The name of the file that keeps what belongs to `night`."""
    return STANDING if night is None else night.isoformat()[:7]


class Catalogue:
    """Finds records; what was read once is read again only where it changed."""

    def __init__(self, shelf: Shelf, notice: Callable[[str], None]) -> None:
        self._shelf = shelf
        self._notice = notice
        self._known: dict[tuple[Path, type[Record]], tuple[Reading, dict[str, Any]]] = {}

    def get(self, kind: type[R], record_id: str, name: str) -> R | None:
        """The one record of `kind` with this id in the files called `name`, also a removed one."""
        found = self.writings(kind, record_id, name)
        return unite(*found) if found else None

    def writings(self, kind: type[R], record_id: str, name: str) -> list[R]:
        """The same, as each device has written it."""
        found = []
        for path in self._shelf.paths(name):
            reading = self._shelf.reading(path)
            raw = reading.raw.get(kind.kind(), {}).get(record_id) if reading else None
            record = self._decoded(kind, raw, path) if raw is not None else None
            if record is not None:
                found.append(record)
        return found

    def named(self, kind: type[R], names: Iterable[str]) -> Iterator[R]:
        """All records of `kind` in the files with these names, also removed ones."""
        wanted = dict.fromkeys(names)
        found = self._united([kind], [path for name in wanted for path in self._shelf.paths(name)])
        return (one for one in found if month_of(one.night) in wanted)

    def all(self, kinds: Sequence[type[R]]) -> Iterator[R]:
        """All records of these kinds in all files, whatever the files are called; also removed ones."""
        return self._united(kinds, self._shelf.all_paths())

    def find(self, record_id: str) -> Record | None:
        """The record with this id, of whatever kind and wherever it is, also a removed one."""
        found = []
        for path in self._shelf.all_paths():
            reading = self._shelf.reading(path)
            for table, documents in reading.raw.items() if reading else ():
                if record_id in documents and table in KINDS:
                    record = self._decoded(KINDS[table], documents[record_id], path)
                    found += [record] if record else []
        return unite(*found) if found else None

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._known.clear()

    def _united(self, kinds: Sequence[type[R]], paths: Iterable[Path]) -> Iterator[R]:
        """The records of these kinds in these files, each once: of several writings the later one."""
        each: dict[type[R], dict[str, R]] = {kind: {} for kind in kinds}
        several: dict[tuple[type[R], str], list[R]] = {}
        for path in paths:
            reading = self._shelf.reading(path)
            if reading is None:
                continue
            for kind, united in each.items():
                records = self._records(kind, path, reading)
                if united.keys().isdisjoint(records):
                    united.update(records)
                else:
                    for key, record in records.items():
                        if key in united:
                            several.setdefault((kind, key), [united[key]]).append(record)
                        else:
                            united[key] = record
        for (kind, key), writings in several.items():
            each[kind][key] = unite(*writings)
        return (record for united in each.values() for record in united.values())

    def _records(self, kind: type[R], path: Path, reading: Reading) -> dict[str, R]:
        known = self._known.get((path, kind))
        if known is None or known[0] is not reading:
            decoded = (self._decoded(kind, raw, path) for raw in reading.raw.get(kind.kind(), {}).values())
            known = reading, {record.id: record for record in decoded if record is not None}
            self._known[path, kind] = known
            if not reading.sentences(path.name):
                self._tell_astray(known[1].values(), path.stem)
        return known[1]

    def _decoded(self, kind: type[R], raw: msgspec.Raw, path: Path) -> R | None:
        try:
            record = cast("R | None", _decoder(kind).decode(raw))
        except msgspec.ValidationError as fault:
            record, said = None, str(fault)
        if record is not None and record.removed is None:
            return record
        document = msgspec.json.decode(raw)
        if isinstance(document, dict) and document.get("erased"):
            return cast(R, from_document(document, Record))
        if record is None:
            from ritual.core import faults

            told = _("One {kind} in {file} is not readable ({fault}). It was left as it is.")
            self._notice(fill(told, kind=wording.KINDS[kind.kind()], file=path.name, fault=faults.in_words(said)))
        return record

    def _tell_astray(self, records: Iterable[Record], name: str) -> None:
        nights = {record.night for record in records}
        if any(month_of(night) != name for night in nights):
            told = _("{file} holds entries that belong elsewhere. ritual doctor --repair puts them there.")
            self._notice(fill(told, file=f"{name}.json"))
