"""A TinyDB table whose document ids are text, and a TinyDB database of such tables in one file of the journal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from ritual.journal.storage import Aside, MonthStorage


class RecordTable(Table):
    """A table with text for document ids. On a `MonthStorage` it decodes only the documents that are asked for."""

    document_id_class = str  # type: ignore[assignment]

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        """Without a cache of queries: another process may write at any time."""
        super().__init__(storage, name, cache_size, persist_empty)

    def _get_next_id(self) -> str:
        import uuid

        return str(uuid.uuid4())

    def _read_table(self) -> Any:
        if isinstance(self._storage, MonthStorage):
            return self._storage.lines(self.name)
        return super()._read_table()

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        if not isinstance(self._storage, MonthStorage):
            super()._update_table(updater)
            return
        lines = self._storage.lines(self.name)
        updater(lines)
        self._storage.replace(**{self.name: lines})
        self.clear_cache()


class MonthFile(TinyDB):
    """One file of the journal as a TinyDB database."""

    table_class = RecordTable

    def __init__(self, path: Path, aside: Aside = lambda _: None) -> None:
        super().__init__(str(path), aside, storage=MonthStorage)

    @property
    def month(self) -> MonthStorage:
        """The storage beneath it."""
        assert isinstance(self.storage, MonthStorage)
        return self.storage
