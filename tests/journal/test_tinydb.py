"""TinyDB's own ways with documents: the same on its own storage and on ours, with its own table and with ours."""

from collections import UserDict
from pathlib import Path
from typing import Any

import pytest
from tinydb import operations, where

from tests.journal.tables import WAYS, Shelf, Way, broken_off, raising, said, texts

everywhere = pytest.mark.parametrize("way", WAYS, ids=[way.name for way in WAYS])
where_ids_are_given = pytest.mark.parametrize("way", [one for one in WAYS if one.gives_ids], ids=lambda one: one.name)


@pytest.fixture
def shelf(way: Way, tmp_path: Path) -> Shelf:
    return Shelf(way, tmp_path / "2026-11.json")


@everywhere
def test_what_is_inserted_is_there_under_its_id(shelf: Shelf) -> None:
    table = shelf.open().table("note")
    assert table.insert(shelf.document(7, text="tea")) == shelf.key(7)
    assert table.insert_multiple([shelf.document(2, text="rain"), shelf.document(9, text="soup")]) == shelf.keys(2, 9)
    assert texts(table) == {shelf.key(7): "tea", shelf.key(2): "rain", shelf.key(9): "soup"}


@where_ids_are_given
def test_a_document_without_an_id_gets_one_that_is_free(shelf: Shelf) -> None:
    table = shelf.open().table("note")
    table.insert(shelf.document(5, text="a"))
    given = [table.insert({"text": "b"}), *table.insert_multiple([{"text": "c"}, {"text": "d"}])]
    given += [shelf.open().table("note").insert({"text": "e"})]
    assert len({shelf.key(5), *given}) == 5
    assert texts(table) == dict(zip([shelf.key(5), *given], "abcde", strict=True))


@where_ids_are_given
def test_any_mapping_can_be_inserted_and_nothing_else(shelf: Shelf) -> None:
    table = shelf.filled()
    assert dict(table.get(doc_id=table.insert(UserDict(text="a mapping"))) or {}) == {"text": "a mapping"}
    before = said(table)
    for wrong in (["a", "list"], "words", 7, None):
        with pytest.raises(ValueError, match="not a Mapping"):
            table.insert(wrong)  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="not a Mapping"):
            table.insert_multiple([shelf.document(8), wrong])  # type: ignore[list-item]
    assert said(table) == before


@everywhere
def test_an_id_is_given_only_once(shelf: Shelf) -> None:
    table = shelf.filled()
    before = said(table), shelf.path.read_bytes()
    with pytest.raises(ValueError, match="already exists"):
        table.insert(shelf.document(2, text="second"))
    with pytest.raises(ValueError, match="already exists"):
        table.insert_multiple([shelf.document(4, text="new"), shelf.document(2, text="second")])
    assert (said(table), shelf.path.read_bytes()) == before


@everywhere
def test_an_update_sets_fields_and_says_where(shelf: Shelf) -> None:
    table = shelf.filled()
    assert table.update({"kept": True}) == shelf.keys(1, 2, 3)
    assert table.update({"text": "cake", "new": None}, where("by") == "ana") == shelf.keys(1, 3)
    assert table.update({"count": 20}, doc_ids=shelf.keys(2, 99)) == shelf.keys(2)
    assert table.update({"count": 99}, doc_ids=shelf.keys(99)) == []
    assert table.update({"count": 99}, where("by") == "nobody") == []
    assert texts(table) == dict(zip(shelf.keys(1, 2, 3), ("cake", "rain", "cake"), strict=True))
    assert [one["count"] for one in table] == [1, 20, 3]
    assert [one["kept"] for one in table] == [True] * 3
    assert [one.get("new", "none") for one in table] == [None, "none", None]


@everywhere
def test_an_update_can_be_a_function(shelf: Shelf) -> None:
    table = shelf.filled()

    def louder(document: Any) -> None:
        document["text"] = document["text"].upper()
        document["tags"] = [*document.get("tags", []), "loud"]

    table.update(louder, where("by") == "ana")
    table.update(lambda one: one["place"].update(room="kitchen"), doc_ids=shelf.keys(2))
    assert texts(table) == dict(zip(shelf.keys(1, 2, 3), ("TEA", "rain", "SOUP"), strict=True))
    found = said(shelf.open().table("note"))
    assert found[shelf.key(1)]["tags"] == ["warm", "loud"]
    assert found[shelf.key(2)]["place"] == {"room": "kitchen"}


@everywhere
def test_several_updates_can_be_made_at_once(shelf: Shelf) -> None:
    table = shelf.filled()
    changed = table.update_multiple(
        [({"text": "cake"}, where("by") == "ana"), (operations.increment("count"), where("count") > 1)]
    )
    assert changed == shelf.keys(1, 2, 3, 3)
    assert [(one["text"], one["count"]) for one in table] == [("cake", 1), ("rain", 3), ("cake", 4)]


@everywhere
def test_an_upsert_changes_what_is_there_and_adds_what_is_not(shelf: Shelf) -> None:
    table = shelf.filled()
    assert table.upsert({"count": 10}, where("by") == "ana") == shelf.keys(1, 3)
    assert table.upsert(shelf.document(2, count=20)) == shelf.keys(2)
    assert table.upsert(shelf.document(4, count=30)) == shelf.keys(4)
    if shelf.way.gives_ids:
        (given,) = table.upsert({"count": 40}, where("by") == "nobody")
        assert dict(table.get(doc_id=given) or {}) == {"count": 40}
    assert [one["count"] for one in table][:4] == [10, 20, 10, 30]
    assert said(table)[shelf.key(2)]["text"] == "rain"
    with pytest.raises(ValueError, match="specify a search query"):
        table.upsert({"count": 5})


@everywhere
def test_documents_can_be_removed(shelf: Shelf) -> None:
    table = shelf.filled()
    assert table.remove(where("count") > 2) == shelf.keys(3)
    assert table.remove(doc_ids=shelf.keys(99, 1)) == shelf.keys(1)
    assert table.remove(where("count") > 2) == []
    assert texts(table) == {shelf.key(2): "rain"}
    with pytest.raises(RuntimeError, match="truncate"):
        table.remove()
    table.truncate()
    assert (len(table), table.all(), said(shelf.open().table("note"))) == (0, [], {})
    table.insert(shelf.document(1, text="again"))
    assert texts(table) == {shelf.key(1): "again"}


@everywhere
def test_an_updater_that_raises_leaves_file_and_memory_as_they_were(shelf: Shelf) -> None:
    table = shelf.filled()
    before = said(table), shelf.path.read_bytes()

    def half(document: Any) -> None:
        document["tags"] = "changed"
        document["place"]["room"] = "changed"

    for attempt in (
        lambda: table.update(raising),
        lambda: table.update(half),
        lambda: table.update(half, doc_ids=shelf.keys(2, 1)),
        lambda: table.update_multiple([({"text": "changed"}, where("count") > 0), (raising, where("count") == 3)]),
        lambda: table.upsert({"text": "changed"}, where("tags").test(raising)),
        lambda: table.remove(where("tags").test(raising)),
        lambda: table.insert_multiple(broken_off([shelf.document(4, text="new")])),
        lambda: table.insert(shelf.document(4, text=object())),
        lambda: table.update({"text": object()}),
    ):
        with pytest.raises((RuntimeError, KeyError, TypeError)):
            attempt()
        assert (said(table), shelf.path.read_bytes()) == before
    assert said(shelf.open().table("note")) == before[0]


@everywhere
def test_the_operations_of_tinydb_work(shelf: Shelf) -> None:
    table = shelf.filled()
    third = shelf.keys(3)
    for operation in (
        operations.delete("legs"),
        operations.add("count", 10),
        operations.subtract("count", 4),
        operations.increment("count"),
        operations.increment("count"),
        operations.decrement("count"),
        operations.set("text", "bread"),
    ):
        assert table.update(operation, doc_ids=third) == third
    assert said(shelf.open().table("note"))[third[0]] == {"by": "ana", "text": "bread", "count": 10}
    with pytest.raises(KeyError):
        table.update(operations.delete("legs"), doc_ids=third)


NUMBERS: list[Any] = [0, 1, -5, 2**70, 1.0, 0.0, 2.5]
TEXTS: list[Any] = ["", "ä♥愛😀", 'a "quote", \\ and\n\u2028lines']
VALUES = [None, True, False, *NUMBERS, *TEXTS, [], {}, [1, [2]]]


@everywhere
def test_every_value_of_json_comes_back_as_it_was(shelf: Shelf) -> None:
    table = shelf.open().table("note")
    table.insert(shelf.document(1, values=VALUES, nested={"deep": {"er": VALUES}}))
    found = dict(shelf.open().table("note").all()[0])
    assert repr(found) == repr({"values": VALUES, "nested": {"deep": {"er": VALUES}}})


@everywhere
@pytest.mark.parametrize(("before", "after"), [(1, True), (True, 1), (1, 1.0), (0.0, False), (0, None), ([1], [True])])
def test_a_change_to_what_python_takes_for_equal_is_a_change(shelf: Shelf, before: object, after: object) -> None:
    table = shelf.open().table("note")
    table.insert(shelf.document(1, value=before))
    table.update({"value": after})
    assert repr(table.all()[0]["value"]) == repr(after)
    assert repr(shelf.open().table("note").all()[0]["value"]) == repr(after)


@everywhere
def test_what_was_read_is_the_readers_own(shelf: Shelf) -> None:
    table = shelf.filled()
    before = said(table)
    for one in (table.get(doc_id=shelf.key(2)), table.get(where("count") == 2), table.all()[1]):
        assert one is not None
        one["text"] = "changed"
        one["place"]["room"] = "changed"
    assert said(table) == before
    table.update({"by": "ana"}, doc_ids=shelf.keys(2))
    assert texts(table)[shelf.key(2)] == "rain"
