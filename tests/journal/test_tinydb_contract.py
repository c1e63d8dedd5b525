"""What our table takes for granted of TinyDB's own. It is private there: where one of these fails, TinyDB has changed,
and `RecordTable` has to be compared with it before anything is released."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from tinydb import where
from tinydb.storages import MemoryStorage, Storage
from tinydb.table import Document, Table

from ritual.journal.storage import Lines
from ritual.journal.table import RecordTable
from tests.journal.tables import TextTable

OVERRIDDEN = {"__init__", "_get_next_id", "_read_table", "_update_table"}


def document(key: int, **fields: Any) -> Document:
    return Document(fields, doc_id=key)


class Watched(Table):
    """A stock table that writes down which of its private ways were taken."""

    def __init__(self, storage: Storage, name: str) -> None:
        self.taken: list[str] = []
        super().__init__(storage, name)

    def _get_next_id(self) -> Any:
        self.taken.append("id")
        return super()._get_next_id()  # type: ignore[no-untyped-call]

    def _read_table(self) -> Any:
        self.taken.append("read")
        return super()._read_table()

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        self.taken.append("write")
        super()._update_table(updater)


def memory() -> Storage:
    return MemoryStorage()  # type: ignore[no-untyped-call]


@pytest.fixture
def table() -> Watched:
    table = Watched(memory(), "note")
    table.insert_multiple([document(1, text="tea"), document(2, text="rain")])
    table.taken.clear()
    return table


def test_we_change_these_private_ways_and_no_others() -> None:
    ours = {name for name, one in vars(RecordTable).items() if inspect.isfunction(one)}
    assert ours == OVERRIDDEN
    assert set(vars(Table)) >= OVERRIDDEN | {"document_id_class", "clear_cache"}


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("__init__", ["self", "storage", "name", "cache_size", "persist_empty"]),
        ("_get_next_id", ["self"]),
        ("_read_table", ["self"]),
        ("_update_table", ["self", "updater"]),
    ],
)
def test_they_are_called_with_what_ours_take(name: str, parameters: list[str]) -> None:
    stock, ours = (list(inspect.signature(getattr(one, name)).parameters.values()) for one in (Table, RecordTable))
    assert [one.name for one in stock] == [one.name for one in ours] == parameters
    assert [one.kind for one in stock] == [one.kind for one in ours]


WRITES: dict[str, Callable[[Watched], object]] = {
    "insert": lambda table: table.insert(document(3, text="soup")),
    "insert_multiple": lambda table: table.insert_multiple([document(3), document(4)]),
    "update": lambda table: table.update({"text": "cake"}),
    "update where": lambda table: table.update({"text": "cake"}, where("text") == "tea"),
    "update ids": lambda table: table.update({"text": "cake"}, doc_ids=[1]),
    "update_multiple": lambda table: table.update_multiple([({"text": "cake"}, where("text") == "tea")]),
    "upsert": lambda table: table.upsert(document(1, text="cake")),
    "remove": lambda table: table.remove(where("text") == "tea"),
    "remove ids": lambda table: table.remove(doc_ids=[1]),
    "truncate": lambda table: table.truncate(),
}


@pytest.mark.parametrize("write", WRITES)
def test_every_write_goes_through_the_one_way_of_writing(table: Watched, write: str) -> None:
    WRITES[write](table)
    assert table.taken == ["write"]


READS: dict[str, Callable[[Watched], object]] = {
    "all": lambda table: table.all(),
    "len": len,
    "iter": list,
    "search": lambda table: table.search(where("text") == "tea"),
    "count": lambda table: table.count(where("text") == "tea"),
    "get": lambda table: table.get(doc_id=1),
    "get ids": lambda table: table.get(doc_ids=[1, 2]),
    "contains": lambda table: table.contains(doc_id=1),
}


@pytest.mark.parametrize("read", READS)
def test_every_look_goes_through_the_one_way_of_reading(table: Watched, read: str) -> None:
    READS[read](table)
    assert set(table.taken) == {"read"}


def test_an_id_is_asked_for_only_where_none_was_given(table: Watched) -> None:
    table.insert({"text": "soup"})
    table.insert_multiple([{"text": "bread"}, document(9, text="cake")])
    assert table.taken.count("id") == 2


def test_what_is_written_is_what_the_updater_leaves(table: Watched) -> None:
    def updater(documents: Any) -> None:
        assert dict(documents) == {1: {"text": "tea"}, 2: {"text": "rain"}}
        documents[3] = {"text": "soup"}
        del documents[1]

    table.search(where("text") == "soup")
    table._update_table(updater)
    assert table.storage.read() == {"note": {"2": {"text": "rain"}, "3": {"text": "soup"}}}
    assert len(table.search(where("text") == "soup")) == 1


def test_the_documents_are_handed_over_by_their_ids_as_text_where_the_class_of_ids_says_so() -> None:
    table = TextTable(memory(), "note")
    seen: list[Any] = []
    table._update_table(lambda documents: documents.update({"one": {"text": "tea"}}))  # type: ignore[dict-item]
    table._update_table(lambda documents: seen.extend(documents))
    seen += [one.doc_id for one in table]
    assert seen == ["one", "one"]


def test_the_lines_of_a_table_can_do_what_tinydb_does_with_a_dict() -> None:
    """TinyDB hands a dict to its updaters, we hand over `Lines`."""
    lines, plain = Lines({}), dict[str, Any]()
    for one in (lines, plain):
        one["a"], one["b"] = {"text": "tea"}, {"text": "rain"}
        one["a"].update(text="cake")
        assert ("a" in one, "c" in one, list(one.keys()), len(one)) == (True, False, ["a", "b"], 2)
        assert (one.get("c"), one.pop("b")) == (None, {"text": "rain"})
    assert dict(lines.items()) == plain == {"a": {"text": "cake"}}
    with pytest.raises(KeyError):
        del lines["c"]
    lines.clear()
    assert (len(lines), lines.encoded()) == (0, {})
