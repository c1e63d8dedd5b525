"""What lies on the shelf, as records: every device's writings of a record as one."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from ritual.core.records import KINDS, Record
from ritual.core.unite import unite
from ritual.journal.codec import from_document
from ritual.journal.reading import Reading
from ritual.journal.shelf import STANDING, Shelf

R = TypeVar("R", bound=Record)
_decoders = {kind: msgspec.json.Decoder(kind) for kind in KINDS.values()}


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
        found: R | None = None
        for path in self._shelf.paths(name):
            reading = self._shelf.file(path).reading
            raw = reading.raw.get(kind.kind(), {}).get(record_id) if reading else None
            record = self._decoded(kind, raw, path) if raw is not None else None
            if record is not None:
                found = unite(found, record) if found is not None else record
        return found

    def named(self, kind: type[R], names: Iterable[str]) -> Iterator[R]:
        """All records of `kind` in the files with these names, also removed ones."""
        wanted = dict.fromkeys(names)
        found = self._united(kind, [path for name in wanted for path in self._shelf.paths(name)])
        return (one for one in found if month_of(one.night) in wanted)

    def all(self, kind: type[R]) -> Iterator[R]:
        """All records of `kind` wherever they are, also in files whose names are none of ours, and removed ones."""
        return self._united(kind, self._shelf.all_paths())

    def find(self, record_id: str) -> Record | None:
        """The record with this id, of whatever kind and wherever it is, also a removed one."""
        found: Record | None = None
        for path in self._shelf.all_paths():
            reading = self._shelf.file(path).reading
            for table, documents in reading.raw.items() if reading else ():
                if record_id in documents and table in KINDS:
                    record = self._decoded(KINDS[table], documents[record_id], path)
                    found = unite(found, record) if found and record else record or found
        return found

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._known.clear()

    def _united(self, kind: type[R], paths: Iterable[Path]) -> Iterator[R]:
        """The records of `kind` in these files, each once: of several writings the later one."""
        united: dict[str, R] = {}
        for path in paths:
            records = self._records(kind, path)
            if united.keys().isdisjoint(records):
                united.update(records)
            else:
                for key, record in records.items():
                    united[key] = unite(united[key], record) if key in united else record
        return iter(united.values())

    def _records(self, kind: type[R], path: Path) -> dict[str, R]:
        reading = self._shelf.file(path).reading
        if reading is None:
            return {}
        known = self._known.get((path, kind))
        if known is None or known[0] is not reading:
            decoded = (self._decoded(kind, raw, path) for raw in reading.raw.get(kind.kind(), {}).values())
            known = reading, {record.id: record for record in decoded if record is not None}
            self._known[path, kind] = known
            self._tell_astray(known[1].values(), path.stem)
        return known[1]

    def _decoded(self, kind: type[R], raw: msgspec.Raw, path: Path) -> R | None:
        try:
            record = cast(R | None, _decoders[kind].decode(raw))
        except msgspec.ValidationError as fault:
            record, said = None, str(fault)
        if record is not None and record.removed is None:
            return record
        document = msgspec.json.decode(raw)
        if isinstance(document, dict) and document.get("erased"):
            return cast(R, from_document(document, Record))
        if record is None:
            self._notice(f"One {kind.kind()} in {path.name} is not readable ({said}). It was left as it is.")
        return record

    def _tell_astray(self, records: Iterable[Record], name: str) -> None:
        nights = {record.night for record in records}
        if any(month_of(night) != name for night in nights):
            self._notice(f"{name}.json holds entries that belong elsewhere. ritual doctor --repair puts them there.")
