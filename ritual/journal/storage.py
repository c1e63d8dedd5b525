"""A TinyDB storage that writes whole files, a document a line, and leaves the others' bytes alone."""

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from ritual import files
from ritual.core.errors import RitualError
from ritual.journal.format import FORMAT, VERSION, Parts, Place, Raw, Tables, dump
from ritual.journal.reading import FOLDER, Reading, former_of, read, sound_former
from ritual.language import _

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
        return dict(self._raw)


class MonthStorage(Storage):
    """Reads and writes one file of the journal."""

    def __init__(self, path: str, aside: Aside = lambda _: None) -> None:
        self.path = Path(path)
        self._former = former_of(self.path)
        self._parts: Parts = {}
        self._aside = aside
        self._stamp: tuple[object, ...] | None = None
        self._reading: Reading | None = None

    @property
    def reading(self) -> Reading | None:
        """What the file holds now; nothing where there is none."""
        stamp = files.stamp(self.path)
        missing = stamp is None and files.stamp(self._former) is not None
        if stamp != self._stamp or missing or (self._reading and self._reading.closed):
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

    def composed(self, tables: Tables) -> dict[Path, bytes]:
        """What to write to put these documents into the file, together with other files."""
        self.open()
        raw: Raw = {}
        for name, documents in tables.items():
            lines = self.lines(name)
            lines.update(documents)
            raw[name] = lines.encoded()
        raw = self._beside(raw)
        contents = self._contents(raw, self._changed(raw))
        self._parts.clear()
        return contents

    def open(self) -> None:
        """See to it that the file can be written. Raises `RitualError` where that must not be."""
        reading = self.reading
        if reading is None:
            return
        if reading.newer:
            raise RitualError(reading.sentences(self.path.name)[0])
        if reading.closed:
            told = _("Please make it readable; nothing in it was changed.")
            raise RitualError(f"{reading.told(str(self.path))} {told}")

    def _write(self, raw: Raw) -> None:
        self.open()
        changed = self._changed(raw)
        contents = self._contents(raw, changed)
        for path, content in contents.items():
            files.write(path, content, keep_former=len(contents) == 1)
        self._reading, self._stamp = Reading(raw, frozenset(changed)), files.stamp(self.path)

    def _contents(self, raw: Raw, changed: list[Place]) -> dict[Path, bytes]:
        """The bytes of the file, and of its former state where that is not to be the file as it is now.

        That is so where it is damaged, and as long as something lies under a wrong sum: what that said before stays.
        """
        contents = {self.path: self._dump(raw, changed)}
        if changed or (self._reading and self._reading.fault):
            former = sound_former(self.path)
            known = [(table, key) for table, key in changed if key in former.get(table, {})]
            before = {table: dict(documents) for table, documents in raw.items()}
            for table, key in known:
                before[table][key] = former[table][key]
            contents[self._former] = self._dump(before, [one for one in changed if one not in known])
        self._save_what_was()
        return contents

    def _save_what_was(self) -> None:
        """Set aside what must not be written over: damaged bytes, and a file of an older format."""
        if self._reading and (self._reading.fault or self._reading.version < VERSION):
            self._set_aside(self._reading)
        if self._former.is_dir():
            self._aside(self._former)

    def _set_aside(self, reading: Reading) -> None:
        self._aside(self.path)
        if reading.former_fault:
            self._aside(self._former)

    def _beside(self, raw: Raw) -> Raw:
        return {**(self.reading or Reading()).raw, **raw}

    def _dump(self, raw: Raw, changed: list[Place]) -> bytes:
        if FORMAT in raw:
            raise ValueError(f"The table {FORMAT} is the file's own.")
        return dump(raw, changed, self._parts)

    def _changed(self, raw: Raw) -> list[Place]:
        """The documents of `raw` that still lie under the wrong sum they were found with."""
        before = self.reading or Reading()

        def as_found(table: str, key: str) -> bool:
            here, there = raw.get(table, {}).get(key), before.raw.get(table, {}).get(key)
            return here is not None and there is not None and bytes(here) == bytes(there)

        return sorted(place for place in before.changed if as_found(*place))


def _says(raw: msgspec.Raw, document: Any) -> bool:
    """Whether `raw` says what `document` says. True is not 1, nor is 1.0, though Python takes them for equal."""
    there = msgspec.json.decode(raw)
    return msgspec.json.encode(there, order="sorted") == msgspec.json.encode(document, order="sorted")
