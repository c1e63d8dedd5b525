"""TinyDB as it comes, our storage and our table, in every combination that should behave alike."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tinydb import JSONStorage, TinyDB
from tinydb.table import Document, Table

from ritual.journal.storage import MonthStorage
from ritual.journal.table import RecordTable


class TextTable(Table):
    """A stock table whose ids are text. Nothing else is needed to read a file of ours."""

    document_id_class = str  # type: ignore[assignment]


def as_number(number: int) -> Any:
    return number


def as_text(number: int) -> Any:
    return f"id-{number}"


class Way(NamedTuple):
    """A storage, a table on it, and the ids it has."""

    name: str
    storage: type[JSONStorage] | type[MonthStorage]
    table: type[Table]
    key: Callable[[int], Any]
    gives_ids: bool = True
    """Stock TinyDB can only count ids up; where they are text it cannot make new ones."""


WAYS = (
    Way("TinyDB as it comes", JSONStorage, Table, as_number),
    Way("our storage, stock table", MonthStorage, Table, as_number),
    Way("our storage, stock table with text ids", MonthStorage, TextTable, as_text, gives_ids=False),
    Way("our storage, our table", MonthStorage, RecordTable, as_text),
    Way("stock storage, our table", JSONStorage, RecordTable, as_text),
)
OURS = tuple(way for way in WAYS if way.storage is MonthStorage)


class Shelf:
    """One file, opened as often as a test wants."""

    def __init__(self, way: Way, path: Path) -> None:
        self.way = way
        self.path = path
        self.key = way.key

    def open(self, storage: Any = None) -> TinyDB:
        database = type("Database", (TinyDB,), {"table_class": self.way.table})
        opened: TinyDB = database(str(self.path), storage=storage or self.way.storage)
        return opened

    def document(self, number: int, **fields: Any) -> Document:
        return Document(fields, doc_id=self.key(number))

    def keys(self, *numbers: int) -> list[Any]:
        return [self.key(number) for number in numbers]

    def filled(self, name: str = "note") -> Table:
        """A table with three documents."""
        table = self.open().table(name)
        table.insert_multiple(
            [
                self.document(1, by="ana", text="tea", count=1, tags=["warm"]),
                self.document(2, by="sam", text="rain", count=2, tags=["walk", "wet"], place={"room": "garden"}),
                self.document(3, by="ana", text="soup", count=3, legs=[{"step": "talk"}, {"step": "close"}]),
            ]
        )
        return table


def said(table: Table | TinyDB) -> dict[Any, dict[str, Any]]:
    """What is in a table, by id."""
    return {one.doc_id: dict(one) for one in table}


def texts(table: Table) -> dict[Any, str]:
    return {key: one["text"] for key, one in said(table).items()}


def raising(_: Any) -> Any:
    """What changes a document and then breaks off."""
    raise RuntimeError("broke off")


def broken_off(documents: list[Document]) -> Iterator[Document]:
    yield from documents
    raise RuntimeError("broke off")
