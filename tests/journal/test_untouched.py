"""What a write does not touch stays as it is, byte for byte; a wrong sum never becomes a right one."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from tinydb import TinyDB, operations, where
from tinydb.table import Document, Table

from ritual.core.errors import RitualError
from ritual.core.records import Note
from ritual.folders import Folders
from ritual.journal import Bin, Journal
from ritual.journal.codec import to_document
from ritual.journal.format import dump, frame, is_sound
from ritual.journal.storage import Lines, MonthStorage
from ritual.journal.table import MonthFile
from tests.conftest import TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of
from tests.journal.tables import TextTable

ODD: dict[str, dict[str, bytes]] = {
    "note": {
        "one": b'{ "id":"one",  "text" : "sp\xc3\xa4t\\u2665\\/",   "mystery":[1, 2.50, 1e3, -0], "sum":"wrong"}',
        "two": b'{"text":"two","id":"two"\t,"big":123456789012345678901234567890}',
        "three": b'{"id":"three","text":"three","text":"said twice"}',
    },
    "unheard-of": {"x": b'{"of":  "a later kind"}', "y": b'[ "no document" ]', "z": b"null"},
}
"""Documents in bytes that we would write otherwise."""


class StockOnOurs(TinyDB):
    table_class = TextTable
    default_storage_class = MonthStorage  # type: ignore[assignment]


@pytest.fixture(params=[MonthFile, StockOnOurs], ids=["our table", "stock table"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], TinyDB]:
    """Opens a sound file of such documents."""
    path = tmp_path / "2026-11.json"
    raw = {name: {key: Raw(one) for key, one in table.items()} for name, table in ODD.items()}
    path.write_bytes(dump(raw, [("note", "one")]))
    return lambda: request.param(str(path)) if request.param is StockOnOurs else request.param(path)


def bytes_of(database: TinyDB) -> dict[str, bytes]:
    storage = database.storage
    assert isinstance(storage, MonthStorage)
    lines = storage.path.read_bytes().split(b"\n")
    parted = (line.partition(b":") for line in lines if line.startswith(b'"') and not line.endswith(b":{"))
    return {json.loads(key): one.removesuffix(b",") for key, _, one in parted if key != b'"_format"'}


def document(key: Any, **fields: Any) -> Document:
    return Document(fields, doc_id=key)


def two(table: Table) -> list[Any]:
    return [document("two").doc_id]


CHANGES: dict[str, tuple[Callable[[Table], object], set[str]]] = {
    "insert": (lambda table: table.insert(document("four", text="four")), set()),
    "insert several": (lambda table: table.insert_multiple([document("four"), document("five")]), set()),
    "update": (lambda table: table.update({"text": "changed"}, where("id") == "two"), {"two"}),
    "update by id": (lambda table: table.update({"text": "changed"}, doc_ids=two(table)), {"two"}),
    "update by function": (lambda table: table.update(operations.delete("big"), doc_ids=two(table)), {"two"}),
    "update that changes nothing": (lambda table: table.update({"text": "two"}, doc_ids=two(table)), set()),
    "update of several": (lambda table: table.update_multiple([({"text": "new"}, where("id") == "two")]), {"two"}),
    "upsert of one there": (lambda table: table.upsert(document("two", text="changed")), {"two"}),
    "upsert of a new one": (lambda table: table.upsert(document("four", text="changed")), set()),
    "remove": (lambda table: table.remove(where("id") == "two"), {"two"}),
    "truncate": (lambda table: table.truncate(), {"one", "two", "three"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_documents_that_are_not_touched_keep_their_bytes(opened: Callable[[], TinyDB], change: str) -> None:
    write, touched = CHANGES[change]
    before = bytes_of(opened())
    write(opened().table("note"))
    after = bytes_of(opened())
    assert {key: after.get(key) for key in before if key not in touched} == {
        key: one for key, one in before.items() if key not in touched
    }
    assert all(after.get(key) != before[key] for key in touched)
    assert {key: one for table in ODD.values() for key, one in table.items()} == before


def test_a_write_to_one_table_leaves_the_others(opened: Callable[[], TinyDB]) -> None:
    before = bytes_of(opened())
    opened().table("reply").insert(document("four", text="four"))
    opened().drop_table("reply")
    assert bytes_of(opened()) == before
    opened().drop_table("unheard-of")
    assert bytes_of(opened()) == ODD["note"]


def test_the_file_knows_for_good_what_lies_in_it_under_a_wrong_sum(
    opened: Callable[[], TinyDB], tmp_path: Path
) -> None:
    for key in ("four", "five"):
        opened().table("note").insert(document(key, text=key))
    known = frame((tmp_path / "2026-11.json").read_bytes())
    assert (known.sound, known.head.changed) == (True, [("note", "one")])
    opened().table("note").remove(where("id") == "one")
    known = frame((tmp_path / "2026-11.json").read_bytes())
    assert (known.sound, known.head.changed) == (True, [])


def test_keeping_a_record_leaves_its_neighbours_bytes_alone(journal: Journal) -> None:
    path = path_of(journal)
    path.parent.mkdir(parents=True)
    raw = {name: {key: Raw(one) for key, one in table.items()} for name, table in ODD.items()}
    path.write_bytes(dump(raw, []))
    kept = journal.keep(note("four"))
    journal.keep(note("four", "changed"))
    journal.absorb([note("five")])
    journal.move(kept, date(2026, 10, 31))
    found = bytes_of(MonthFile(path))
    assert {key: one for key, one in found.items() if key not in ("four", "five")} == {
        key: one for table in ODD.values() for key, one in table.items()
    }


NEW = to_document(note("new"))
WRITES: dict[str, Callable[[Journal], object]] = {
    "keep": lambda journal: journal.keep(note("new")),
    "keep again": lambda journal: [journal.keep(note("three", text)) for text in ("a", "b")],
    "remove": lambda journal: journal.remove(note("three")),
    "absorb": lambda journal: journal.absorb([note("new")]),
    "move": lambda journal: journal.move(note("three"), date(2026, 10, 31)),
    "our table": lambda journal: MonthFile(path_of(journal)).table("note").upsert(document("new", **NEW)),
    "stock table": lambda journal: StockOnOurs(str(path_of(journal))).table("note").upsert(document("new", **NEW)),
    "our table, all gone through": lambda journal: MonthFile(path_of(journal)).table("note").update({}),
}


@pytest.mark.parametrize("write", WRITES)
def test_a_document_changed_outside_keeps_its_bytes_and_its_wrong_sum(journal: Journal, write: str) -> None:
    for key in ("one", "two", "three"):
        journal.keep(note(key))
    path = path_of(journal)
    by_hand = path.read_bytes().replace(b"some words", b"words of another", 1)
    path.write_bytes(by_hand)
    line = next(one for one in by_hand.split(b"\n") if one.startswith(b'"one":')).removesuffix(b",")
    for _ in range(2):
        WRITES[write](again(journal))
        content = path.read_bytes()
        found = [one.removesuffix(b",") for one in content.split(b"\n") if one.startswith(b'"one":')]
        assert found == [line]
        assert not is_sound("note", "one", json.loads(content)["note"]["one"])
        assert (frame(content).sound, frame(content).head.changed) == (True, [("note", "one")])
        later = again(journal)
        assert "words of another" in [one.text for one in later.nights(Note)]
        assert ["was changed outside ritual" in one for one in later.problems] == [True]
    with pytest.raises(RitualError, match="doctor"):
        Bin(again(journal)).empty()


def test_a_file_laid_out_anew_by_an_editor_is_read_and_kept_as_it_was(journal: Journal) -> None:
    journal.keep(note("one"))
    journal.keep(note("two"))
    path = path_of(journal)
    laid_out = json.dumps(json.loads(path.read_bytes()), indent=4).encode()
    path.write_bytes(laid_out)
    later = again(journal)
    later.keep(note("three"))
    assert [one.id for one in again(journal).nights(Note)] == ["one", "two", "three"]
    assert again(journal).problems == []
    assert laid_out in [one.read_bytes() for one in (journal.folders.data / "quarantine").iterdir()]
    assert all(is_sound("note", key, one) for key, one in json.loads(path.read_bytes())["note"].items())


def test_a_record_changed_by_hand_stays_so_until_it_is_written_anew(journal: Journal, folders: Folders) -> None:
    journal.keep(note("one"))
    path = path_of(journal)
    path.write_bytes(path.read_bytes().replace(b"some words", b"by hand"))
    known = again(journal).get(Note, "one", NIGHT)
    assert known is not None
    assert known.text == "by hand"
    changed = Journal(folders, TurnedClock()).keep(note("one", "meant so"))
    assert ([one["text"] for one in changed.former], again(journal).problems) == (["by hand"], [])
    assert is_sound("note", "one", json.loads(path.read_bytes())["note"]["one"])


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.text(), values), st.booleans(), st.none() | st.integers(0, 4))
def test_only_what_says_something_else_is_written_anew(
    document: dict[str, Any], ascii_: bool, indent: int | None
) -> None:
    raw = Raw(json.dumps(document, ensure_ascii=ascii_, indent=indent).encode("utf-8", "surrogatepass"))
    lines = Lines({"one": raw})
    lines["one"] = {**lines["one"]}
    assert not lines.differ
    assert lines.encoded()["one"] is raw
    lines["one"] = {**lines["one"], "another field": True}
    assert lines.differ
    assert json.loads(bytes(lines.encoded()["one"])) == {**document, "another field": True}
