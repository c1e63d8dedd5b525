"""TinyDB's own ways of finding, and with tables and files: the same on its own storage and on ours."""

import re
from pathlib import Path

import pytest
from tinydb import Query, where
from tinydb.middlewares import CachingMiddleware
from tinydb.queries import QueryInstance

from ritual.journal.storage import MonthStorage
from tests.journal.tables import OURS, WAYS, Shelf, Way, said, texts

everywhere = pytest.mark.parametrize("way", WAYS, ids=[way.name for way in WAYS])
on_our_storage = pytest.mark.parametrize("way", OURS, ids=[way.name for way in OURS])


@pytest.fixture
def shelf(way: Way, tmp_path: Path) -> Shelf:
    return Shelf(way, tmp_path / "2026-11.json")


def gathered() -> CachingMiddleware:
    return CachingMiddleware(MonthStorage)  # type: ignore[no-untyped-call]


def test_the_way_we_take_is_among_those_that_are_tried() -> None:
    assert [way.name for way in OURS if way.table.__module__ == "ritual.journal.table"] == ["our storage, our table"]


@everywhere
def test_documents_are_found_by_id(shelf: Shelf) -> None:
    table = shelf.filled()
    found = table.get(doc_id=shelf.key(2))
    assert found is not None
    assert (found.doc_id, found["text"]) == (shelf.key(2), "rain")
    assert table.get(doc_id=shelf.key(9)) is None
    assert [one.doc_id for one in table.get(doc_ids=shelf.keys(3, 9, 1))] == shelf.keys(1, 3)
    assert [table.contains(doc_id=shelf.key(number)) for number in (2, 9)] == [True, False]


@everywhere
def test_documents_are_found_by_what_they_say(shelf: Shelf) -> None:
    table = shelf.filled()
    assert [one.doc_id for one in table.search(where("by") == "ana")] == shelf.keys(1, 3)
    found = table.get(where("by") == "ana")
    assert found is not None
    assert (found.doc_id, found["text"]) == (shelf.key(1), "tea")
    assert table.get(where("by") == "nobody") is None
    assert [table.contains(where("by") == name) for name in ("sam", "nobody")] == [True, False]
    assert [table.count(where("by") == name) for name in ("ana", "sam", "nobody")] == [2, 1, 0]
    for ask in (table.get, table.contains):
        with pytest.raises(RuntimeError, match="have to pass"):
            ask()


@everywhere
def test_a_table_can_be_counted_and_gone_through(shelf: Shelf) -> None:
    table = shelf.open().table("note")
    assert (len(table), table.all(), list(table)) == (0, [], [])
    table = shelf.filled()
    assert len(table) == 3
    assert [one.doc_id for one in table] == [one.doc_id for one in table.all()] == shelf.keys(1, 2, 3)
    assert "total=3" in repr(table)


one = Query()
QUERIES: dict[str, tuple[QueryInstance, tuple[int, ...]]] = {
    "equal": (one.text == "tea", (1,)),
    "not equal": (one.text != "tea", (2, 3)),
    "less": (one.count < 2, (1,)),
    "at most": (one.count <= 2, (1, 2)),
    "more": (one["count"] > 2, (3,)),
    "at least": (one.count >= 2, (2, 3)),
    "there": (one.tags.exists(), (1, 2)),
    "matches": (one.text.matches(r"r..n$"), (2,)),
    "matches whatever the case": (one.text.matches("TEA", flags=re.IGNORECASE), (1,)),
    "holds": (one.text.search("o"), (3,)),
    "a test": (one.count.test(lambda number, least: number >= least, 3), (3,)),
    "any of": (one.tags.any(["wet", "warm"]), (1, 2)),
    "all of": (one.tags.all(["wet", "walk"]), (2,)),
    "any that": (one.legs.any(one.step == "close"), (3,)),
    "all that": (one.legs.all(one.step.matches("close")), ()),
    "one of": (one.text.one_of(["tea", "soup", "cake"]), (1, 3)),
    "nested": (one.place.room == "garden", (2,)),
    "a path": (where("place")["room"].exists(), (2,)),
    "fragment": (one.fragment({"by": "ana", "count": 3}), (3,)),
    "nested fragment": (one.place.fragment({"room": "garden"}), (2,)),
    "mapped": (one.text.map(len) == 3, (1,)),
    "and": ((one.by == "ana") & (one.count > 1), (3,)),
    "or": ((one.by == "sam") | (one.count > 2), (2, 3)),
    "not": (~(one.by == "ana"), (2,)),
    "whatever": (one.noop(), (1, 2, 3)),
}


@everywhere
@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_what_it_should(shelf: Shelf, query: str) -> None:
    table = shelf.filled()
    asked, numbers = QUERIES[query]
    for _ in range(2):
        assert [one.doc_id for one in table.search(asked)] == shelf.keys(*numbers)
    assert table.update({"found": True}, asked) == shelf.keys(*numbers)
    assert [one.doc_id for one in shelf.open().table("note").search(where("found").exists())] == shelf.keys(*numbers)


@everywhere
def test_a_search_knows_what_was_written_since_the_one_before(shelf: Shelf) -> None:
    shelf.filled()
    table, query = shelf.open().table("note", cache_size=10), where("by") == "ana"

    def found() -> list[object]:
        return [one.doc_id for one in table.search(query)]

    assert found() == shelf.keys(1, 3)
    table.insert(shelf.document(4, by="ana"))
    assert found() == shelf.keys(1, 3, 4)
    table.update({"by": "ana"}, doc_ids=shelf.keys(2))
    assert found() == shelf.keys(1, 2, 3, 4)
    table.upsert(shelf.document(1, by="sam"))
    assert found() == shelf.keys(2, 3, 4)
    table.remove(doc_ids=shelf.keys(3))
    assert found() == shelf.keys(2, 4)
    table.update_multiple([({"by": "sam"}, query)])
    assert found() == []
    table.update({"by": "ana"})
    table.truncate()
    assert found() == []


@everywhere
def test_tables_do_not_disturb_each_other(shelf: Shelf) -> None:
    database = shelf.open()
    names = ("note", "reply", "self", "table", "ä♥", 'a "quote"', "two\nlines", "}")
    for number, name in enumerate(names):
        database.table(name).insert(shelf.document(1, text=str(number)))
    for known in (database, shelf.open()):
        assert known.tables() == set(names)
        assert [texts(known.table(name)) for name in names] == [{shelf.key(1): str(one)} for one in range(len(names))]
    database.drop_table("reply")
    database.drop_table("never there")
    database.table("note").update({"text": "changed"})
    assert shelf.open().tables() == set(names) - {"reply"}
    assert [len(shelf.open().table(name)) for name in ("note", "reply", "self")] == [1, 0, 1]
    database.drop_tables()
    assert (database.tables(), shelf.open().tables(), len(database.table("note"))) == (set(), set(), 0)
    database.table("note").insert(shelf.document(2, text="after"))
    assert texts(shelf.open().table("note")) == {shelf.key(2): "after"}


@everywhere
def test_a_database_is_its_default_table(shelf: Shelf) -> None:
    with shelf.open() as database:
        assert database.insert(shelf.document(1, text="tea")) == shelf.key(1)
        database.upsert(shelf.document(2, text="rain"))
        database.update({"kept": True}, where("text") == "rain")
        assert (len(database), [one["text"] for one in database]) == (2, ["tea", "rain"])
        assert database.tables() == {"_default"}
        assert "_default" in repr(database)
        kept = said(database)
    assert said(shelf.open().table("_default")) == kept


@everywhere
def test_an_empty_table_is_written_only_when_asked_for(shelf: Shelf) -> None:
    database = shelf.open()
    database.table("note")
    assert shelf.open().tables() == set()
    database.table("reply", persist_empty=True)
    assert (shelf.open().tables(), len(shelf.open().table("reply"))) == ({"reply"}, 0)
    database.table("reply").insert(shelf.document(1, text="tea"))
    assert texts(shelf.open().table("reply")) == {shelf.key(1): "tea"}


@everywhere
def test_all_is_there_when_it_is_opened_again(shelf: Shelf) -> None:
    for number in range(1, 5):
        with shelf.open() as database:
            assert len(database.table("note")) == number - 1
            database.table("note").insert(shelf.document(number, text=str(number)))
    assert texts(shelf.open().table("note")) == {shelf.key(number): str(number) for number in range(1, 5)}


@on_our_storage
def test_looking_makes_no_file(shelf: Shelf) -> None:
    database = shelf.open()
    assert (database.tables(), len(database), database.table("note").search(where("text") == "tea")) == (set(), 0, [])
    assert list(shelf.path.parent.iterdir()) == []


@on_our_storage
def test_writes_can_be_gathered_and_made_at_once(shelf: Shelf) -> None:
    shelf.filled()
    before = shelf.path.read_bytes()
    with shelf.open(gathered()) as gathering:
        gathering.table("note").update({"text": "cake"}, where("by") == "ana")
        gathering.table("reply").insert(shelf.document(1, text="thank you"))
        gathering.table("note").remove(doc_ids=shelf.keys(2))
        assert texts(gathering.table("note")) == dict.fromkeys(shelf.keys(1, 3), "cake")
        assert shelf.path.read_bytes() == before
    assert texts(shelf.open().table("note")) == dict.fromkeys(shelf.keys(1, 3), "cake")
    assert texts(shelf.open().table("reply")) == {shelf.key(1): "thank you"}
    assert shelf.path.with_name("2026-11.json.bak").read_bytes() == before


@on_our_storage
def test_a_full_gathering_is_written_by_itself(shelf: Shelf) -> None:
    middleware = gathered()
    middleware.WRITE_CACHE_SIZE = 2
    table = shelf.open(middleware).table("note")
    table.insert(shelf.document(1, text="tea"))
    assert not shelf.path.exists()
    table.insert(shelf.document(2, text="rain"))
    assert texts(shelf.open().table("note")) == dict(zip(shelf.keys(1, 2), ("tea", "rain"), strict=True))


@on_our_storage
def test_the_table_that_says_the_format_cannot_be_written(shelf: Shelf) -> None:
    shelf.filled()
    before = shelf.path.read_bytes()
    with pytest.raises(ValueError, match="the file's own"):
        shelf.open().table("_format").insert(shelf.document(1, version=99))
    assert (shelf.path.read_bytes(), shelf.open().tables()) == (before, {"note"})
