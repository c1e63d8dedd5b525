"""One journal file: a TinyDB storage that writes whole files, a document a line, and leaves the others' bytes alone."""

from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from ritual import files
from ritual.core.errors import RitualError

VERSION = 1
"""The version of the format on the disk."""

FORMAT = "_format"
"""The table that says so."""

Tables = dict[str, dict[str, Any]]
_Raw = dict[str, dict[str, msgspec.Raw]]
_parse = msgspec.json.Decoder(_Raw)


class Damaged(RitualError):
    """A file cannot be read as what it should be."""


class MonthStorage(Storage):
    """Reads and writes one file of the journal."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self._stamp: tuple[int, int, int] | None = None
        self._raw: _Raw = {}

    def read(self) -> Tables | None:
        """All tables; none where there is no file yet. Raises `Damaged` where the file is not what it should be."""
        if not self._refresh():
            return None
        return {
            name: {key: document for key, raw in table.items() if (document := _document(raw)) is not None}
            for name, table in self._raw.items()
            if name != FORMAT
        }

    @property
    def problems(self) -> list[str]:
        """A plain sentence for each entry that is no document. Those stay in the file as they are."""
        return [
            f"One {name} in {self.path.name} is not readable. It was left as it is."
            for name, table in self._raw.items()
            for raw in table.values()
            if _document(raw) is None
        ]

    def write(self, data: Tables) -> None:
        """Replace the file. Documents that are as they were are written back byte for byte."""
        self._refresh()
        version = _version(self._raw)
        if version > VERSION:
            raise RitualError(
                f"{self.path.name} was written by a newer ritual. It can be read here; please update to write in it."
            )
        raw = {name: self._kept(name) for name in self._raw if name != FORMAT}
        for name, table in data.items():
            documents = {key: self._unchanged(name, key, document) for key, document in table.items()}
            raw[name] = raw.get(name, {}) | documents
        content = _dump(raw)
        files.write(self.path, content, keep_former=True)
        self._raw, self._stamp = raw, self._stat()

    def _kept(self, table: str) -> dict[str, msgspec.Raw]:
        """What no reader was shown, and no writer can have meant to take away."""
        return {key: raw for key, raw in self._raw.get(table, {}).items() if _document(raw) is None}

    def _unchanged(self, table: str, key: str, document: Any) -> msgspec.Raw:
        known = self._raw.get(table, {}).get(key)
        if known is not None and _document(known) == document:
            return known
        return msgspec.Raw(msgspec.json.encode(document))

    def _stat(self) -> tuple[int, int, int] | None:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def _refresh(self) -> bool:
        """Read the file anew where it has changed; whether there is one."""
        stamp = self._stat()
        if stamp != self._stamp or stamp is None:
            self._raw = {} if stamp is None else self._load()
            self._stamp = stamp
        return stamp is not None

    def _load(self) -> _Raw:
        try:
            content = self.path.read_bytes()
            content.decode("utf-8")
            return _parse.decode(content)
        except OSError as fault:
            raise RitualError(f"{self.path} cannot be read ({fault.strerror}). Nothing in it was changed.") from fault
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
            raise Damaged(f"{self.path} is damaged.") from fault


class RecordTable(Table):
    """A TinyDB table whose document ids are text."""

    document_id_class = str  # type: ignore[assignment]

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        """Without a cache of queries: another process may write at any time."""
        super().__init__(storage, name, cache_size, persist_empty)

    def _get_next_id(self) -> str:
        import uuid

        return str(uuid.uuid4())


class MonthFile(TinyDB):
    """One file of the journal as a TinyDB database."""

    table_class = RecordTable

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), storage=MonthStorage)

    @property
    def problems(self) -> list[str]:
        """A plain sentence for each entry of the file that is no document."""
        return self.storage.problems if isinstance(self.storage, MonthStorage) else []


def _document(raw: msgspec.Raw) -> dict[str, Any] | None:
    """The document in `raw`; none where it holds something else."""
    try:
        found = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _version(raw: _Raw) -> int:
    try:
        return int(msgspec.json.decode(raw[FORMAT]["file"])["version"])
    except (KeyError, TypeError, ValueError, msgspec.DecodeError):
        return VERSION


def _dump(raw: _Raw) -> bytes:
    """The whole file: the tables, one document per line, and before them the format with a sum over all of them."""
    import hashlib

    body = b",\n".join(
        msgspec.json.encode(name)
        + b":{\n"
        + b",\n".join(msgspec.json.encode(key) + b":" + bytes(document) for key, document in table.items())
        + b"\n}"
        for name, table in raw.items()
        if table and name != FORMAT
    )
    head = msgspec.json.encode({"file": {"version": VERSION, "sum": hashlib.sha256(body).hexdigest()}})
    return b'{\n"' + FORMAT.encode() + b'":' + head + (b",\n" + body if body else b"") + b"\n}\n"
