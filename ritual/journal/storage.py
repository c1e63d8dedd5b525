"""A TinyDB storage that writes whole files, a document a line, and leaves the others' bytes alone."""

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from ritual import files
from ritual.core.errors import RitualError
from ritual.journal.format import FORMAT, VERSION, Place, Raw, Tables, dump
from ritual.journal.reading import FOLDER, Reading, former_of, read

Aside = Callable[[Path], None]
"""Sets the bytes of a file aside, untouched, before something else is written in their place."""


class Lines(MutableMapping[str, Any]):
    """The documents of a table. Each is decoded when it is asked for, and encoded only where it was changed.

    A key is text on the disk, so it is taken as text here.
    """

    def __init__(self, raw: dict[str, msgspec.Raw]) -> None:
        self._raw = dict(raw)
        self._seen: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        key = str(key)
        if key not in self._seen:
            self._seen[key] = msgspec.json.decode(self._raw[key])
        return self._seen[key]

    def __setitem__(self, key: str, document: Any) -> None:
        key = str(key)
        self._raw.setdefault(key, msgspec.Raw(b"null"))
        self._seen[key] = document

    def __delitem__(self, key: str) -> None:
        key = str(key)
        del self._raw[key]
        self._seen.pop(key, None)

    def __contains__(self, key: object) -> bool:
        return str(key) in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    @property
    def differ(self) -> bool:
        """Whether one of them was changed."""
        return any(not _says(self._raw[key], one) for key, one in self._seen.items())

    def encoded(self) -> dict[str, msgspec.Raw]:
        """The documents as bytes; those that are as they were are the same bytes as before."""
        for key, document in self._seen.items():
            if not _says(self._raw[key], document):
                self._raw[key] = msgspec.Raw(msgspec.json.encode(document))
        return self._raw


class MonthStorage(Storage):
    """Reads and writes one file of the journal."""

    def __init__(self, path: str, aside: Aside = lambda _: None) -> None:
        self.path = Path(path)
        self._aside = aside
        self._stamp: tuple[object, ...] | None = None
        self._reading: Reading | None = None

    @property
    def reading(self) -> Reading | None:
        """What the file holds now; nothing where there is none."""
        stamp = files.stamp(self.path)
        if stamp != self._stamp or (stamp is None and former_of(self.path).exists()):
            self._reading, self._stamp = read(self.path), stamp
            if self._reading and self._reading.closed:
                with suppress(OSError):
                    self.path.chmod(files.FILE)
                    self._reading = read(self.path)
            if self._reading and self._reading.fault not in ("", FOLDER):
                with suppress(OSError):
                    self._set_aside(self._reading)
        return self._reading

    def read(self) -> Tables | None:
        """All documents, by table and key; none where there is no file yet."""
        reading = self.reading
        if reading is None:
            return None
        return {
            table: {key: msgspec.json.decode(one) for key, one in rows.items()} for table, rows in reading.raw.items()
        }

    def write(self, data: Tables) -> None:
        """Replace all documents. Those that are as they were are written back byte for byte."""
        raw: Raw = {}
        for table, documents in data.items():
            lines = self.lines(table)
            for key in [key for key in lines if key not in documents]:
                del lines[key]
            lines.update(documents)
            raw[table] = lines.encoded()
        self._write(raw)

    def lines(self, table: str) -> Lines:
        """The documents of a table."""
        reading = self.reading
        return Lines(reading.raw.get(table, {}) if reading else {})

    def replace(self, /, **tables: Lines) -> None:
        """Write these tables; the others stay as they are."""
        self._write(self._beside({name: lines.encoded() for name, lines in tables.items()}))

    def composed(self, tables: Tables) -> bytes:
        """What the file would be with these documents put into it, to be written together with other files."""
        self.open()
        raw: Raw = {}
        for name, documents in tables.items():
            lines = self.lines(name)
            lines.update(documents)
            raw[name] = lines.encoded()
        raw = self._beside(raw)
        content = self._dump(raw, self._changed(raw))
        self._save_what_was()
        return content

    def open(self) -> None:
        """See to it that the file can be written. Raises `RitualError` where that must not be."""
        reading = self.reading
        if reading is None:
            return
        if reading.newer:
            raise RitualError(reading.sentences(self.path.name)[0])
        if reading.closed:
            raise RitualError(f"{self.path} {reading.fault}. Please make it readable; nothing in it was changed.")

    @property
    def whole(self) -> bool:
        """Whether the file may become the former state of the next one."""
        return self._reading is not None and not self._reading.fault

    def _write(self, raw: Raw) -> None:
        self.open()
        changed = self._changed(raw)
        content = self._dump(raw, changed)
        self._save_what_was()
        files.write(self.path, content, keep_former=self.whole)
        if self._reading and self._reading.fault:
            files.write(former_of(self.path), content)
        self._reading, self._stamp = Reading(raw, frozenset(changed)), files.stamp(self.path)

    def _save_what_was(self) -> None:
        """Set aside what must not be written over: damaged bytes, and a file of an older format."""
        if self._reading and (self._reading.fault or self._reading.version < VERSION):
            self._set_aside(self._reading)

    def _set_aside(self, reading: Reading) -> None:
        self._aside(self.path)
        if reading.former_fault:
            self._aside(former_of(self.path))

    def _beside(self, raw: Raw) -> Raw:
        return {**(self.reading or Reading()).raw, **raw}

    @staticmethod
    def _dump(raw: Raw, changed: list[Place]) -> bytes:
        if FORMAT in raw:
            raise ValueError(f"The table {FORMAT} is the file's own.")
        return dump(raw, changed)

    def _changed(self, raw: Raw) -> list[Place]:
        """The documents of `raw` that still lie under the wrong sum they were found with."""
        before = self.reading or Reading()

        def as_found(table: str, key: str) -> bool:
            here = raw.get(table, {}).get(key)
            return here is not None and here is before.raw.get(table, {}).get(key)

        return sorted(place for place in before.changed if as_found(*place))


def _says(raw: msgspec.Raw, document: Any) -> bool:
    """Whether `raw` says what `document` says. True is not 1, nor is 1.0, though Python takes them for equal."""
    there = msgspec.json.decode(raw)
    return msgspec.json.encode(there, order="sorted") == msgspec.json.encode(document, order="sorted")
