"""What one journal file looks like on the disk, and what TinyDB may do with it."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tinydb import JSONStorage, TinyDB, where
from tinydb.table import Document, Table

from ritual.core.errors import RitualError
from ritual.core.records import KINDS, Note, Topic
from ritual.journal import Journal
from ritual.journal.format import FORMAT, VERSION
from ritual.journal.storage import MonthStorage
from ritual.journal.table import MonthFile, RecordTable
from ritual.settings import Folders
from tests.conftest import EVENING, TurnedClock

NIGHT = date(2026, 11, 22)

BY_HAND = b"""{
"_format":{"file":{"version":1,"sum":"never right"}},
"note":{
"one":{ "id":"one",  "text" : "sp\xc3\xa4t",   "mystery":[1, 2.50, 1e3], "sum":"wrong"},
"two":{"text":"two","id":"two","sum":"wrong too"}
},
"unheard-of":{
"x":{"of":  "a later kind"}
}
}
"""
"""A file somebody else has edited."""


class StockTable(Table):
    document_id_class = str  # type: ignore[assignment]


class StockDB(TinyDB):
    table_class = StockTable


@pytest.fixture
def journal(folders: Folders, clock: TurnedClock) -> Journal:
    return Journal(folders, clock)


def document(key: str, **fields: Any) -> Document:
    return Document(fields, doc_id=key)  # type: ignore[arg-type]


def ids(documents: list[Document]) -> list[Any]:
    return [one.doc_id for one in documents]


def note(key: str, text: str = "some words") -> Note:
    return Note(id=key, at=EVENING, night=NIGHT, text=text)


def path_of(journal: Journal, name: str = "2026-11") -> Path:
    return journal.folder / journal.device / f"{name}.json"


def test_what_belongs_to_a_night_lies_in_the_file_of_its_month(journal: Journal, folders: Folders) -> None:
    journal.keep(note("one"))
    assert path_of(journal) == folders.data / "journal" / journal.device / "2026-11.json"
    assert path_of(journal).is_file()


def test_the_night_and_not_the_moment_decides_about_the_month(journal: Journal) -> None:
    journal.keep(Note(id="late", at=EVENING.replace(month=12, day=1), night=date(2026, 11, 30), text="after midnight"))
    assert path_of(journal).is_file()
    assert not path_of(journal, "2026-12").exists()


def test_what_stands_lies_in_a_file_of_its_own(journal: Journal) -> None:
    journal.keep(Topic(id="holidays", at=EVENING, text="the holidays"))
    assert "holidays" in json.loads(path_of(journal, "standing").read_bytes())["topic"]


def test_a_file_is_utf8_and_json_that_anything_reads(journal: Journal) -> None:
    journal.keep(note("one", 'Dein Lächeln ♥ 愛 \u2028 "ja"\nund noch eine Zeile'))
    content = path_of(journal).read_bytes()
    assert "Lächeln ♥ 愛" in content.decode("utf-8")
    kept = json.loads(content)["note"]["one"]
    assert kept["text"] == 'Dein Lächeln ♥ 愛 \u2028 "ja"\nund noch eine Zeile'
    assert (kept["id"], kept["at"], kept["night"]) == ("one", "2026-11-22T21:30:00+01:00", "2026-11-22")


def test_each_document_is_one_line(journal: Journal) -> None:
    for key in ("one", "two", "three"):
        journal.keep(note(key, "first\nsecond"))
    lines = path_of(journal).read_bytes().split(b"\n")
    found = [json.loads(b"{" + line.rstrip(b",") + b"}") for line in lines if line.startswith((b'"one"', b'"t'))]
    assert [next(iter(one)) for one in found] == ["one", "two", "three"]
    assert len(lines) == len([b"{", FORMAT, b'"note":{', *found, b"}", b"}", b""])


def test_the_format_has_a_version_and_a_sum_over_all_the_rest(journal: Journal) -> None:
    journal.keep(note("one"))
    journal.keep(note("two"))
    content = path_of(journal).read_bytes()
    opened, head, rest = content.split(b"\n", 2)
    assert opened == b"{"
    assert json.loads(b"{" + head.removesuffix(b",") + b"}") == {
        "_format": {"file": {"version": VERSION, "sum": hashlib.sha256(rest.removesuffix(b"\n}\n")).hexdigest()}}
    }
    assert rest.endswith(b"\n}\n")


def test_a_document_is_known_by_the_id_of_its_record_in_the_table_of_its_kind(journal: Journal) -> None:
    key = journal.new_id()
    journal.keep(note(key))
    tables = json.loads(path_of(journal).read_bytes())
    assert set(tables) == {"_format", "note"}
    assert tables["note"][key]["id"] == key
    assert KINDS["note"] is Note


def test_stock_tinydb_reads_the_same_documents(journal: Journal) -> None:
    journal.keep(note("one", "für dich"))
    journal.keep(note("two"))
    ours = MonthFile(path_of(journal)).table("note").all()
    with StockDB(str(path_of(journal)), storage=JSONStorage, encoding="utf-8", access_mode="r") as stock:
        theirs = stock.table("note").all()
    assert theirs == ours
    assert ids(theirs) == ids(ours) == ["one", "two"]


def test_stock_tables_work_on_our_storage(tmp_path: Path) -> None:
    with TinyDB(str(tmp_path / "2026-11.json"), storage=MonthStorage) as stock:
        assert stock.insert({"text": "one"}) == 1
        assert stock.insert({"text": "two"}) == 2
        stock.update({"text": "changed"}, where("text") == "one")
    with TinyDB(str(tmp_path / "2026-11.json"), storage=MonthStorage) as again:
        assert {one.doc_id: dict(one) for one in again.all()} == {1: {"text": "changed"}, 2: {"text": "two"}}


@pytest.mark.parametrize("change", ["insert", "update", "remove"])
def test_documents_that_were_not_touched_keep_their_bytes(tmp_path: Path, change: str) -> None:
    path = tmp_path / "2026-11.json"
    path.write_bytes(BY_HAND)
    table = MonthFile(path).table("note")
    if change == "insert":
        table.insert(document("three", text="three"))
    elif change == "update":
        table.update({"text": "changed"}, where("id") == "two")
    else:
        table.remove(where("id") == "two")
    content = path.read_bytes()
    assert b'{ "id":"one",  "text" : "sp\xc3\xa4t",   "mystery":[1, 2.50, 1e3], "sum":"wrong"}' in content
    assert b'"x":{"of":  "a later kind"}' in content
    assert (
        set(json.loads(content)["note"])
        == {
            "insert": {"one", "two", "three"},
            "update": {"one", "two"},
            "remove": {"one"},
        }[change]
    )


def test_keeping_a_record_leaves_its_neighbours_bytes_alone(journal: Journal) -> None:
    path = path_of(journal)
    path.parent.mkdir(parents=True)
    path.write_bytes(BY_HAND)
    journal.keep(note("three"))
    content = path.read_bytes()
    for line in BY_HAND.split(b"\n"):
        if line.startswith((b'"one"', b'"two"', b'"x"')):
            assert line.rstrip(b",") in content


def test_a_newer_format_is_read_and_not_written(journal: Journal) -> None:
    journal.keep(note("one"))
    path = path_of(journal)
    newer = path.read_bytes().replace(b'"version":1', b'"version":2', 1)
    path.write_bytes(newer)
    known = journal.get(Note, "one", NIGHT)
    assert known is not None
    for change in (note("one", "other words"), note("two")):
        with pytest.raises(RitualError, match="newer ritual") as fault:
            journal.keep(change)
        assert len(str(fault.value).splitlines()) == 1
    with pytest.raises(RitualError, match="newer ritual"):
        journal.remove(known)
    assert path.read_bytes() == newer
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_tinydbs_own_ways_work_on_our_files(tmp_path: Path) -> None:
    path = tmp_path / "2026-11.json"
    table = MonthFile(path).table("note")
    assert isinstance(table, RecordTable)
    table.insert(document("one", text="a", by="ana"))
    table.insert_multiple([document("two", text="b", by="sam"), document("three", text="c", by="ana")])
    assert [one["text"] for one in table.search(where("by") == "ana")] == ["a", "c"]
    assert table.count(where("by") == "sam") == 1
    assert table.contains(where("text") == "b")
    assert table.contains(doc_id="two")  # type: ignore[arg-type]
    assert not table.contains(doc_id="four")  # type: ignore[arg-type]
    table.update({"text": "changed"}, where("by") == "sam")
    assert table.get(where("by") == "sam") == {"text": "changed", "by": "sam"}
    table.upsert(document("four", text="d", by="sam"))
    assert len(table) == 4
    assert table.remove(doc_ids=["one"]) == ["one"]  # type: ignore[list-item, comparison-overlap]
    assert ids(MonthFile(path).table("note").all()) == ["two", "three", "four"]
    table.truncate()
    assert MonthFile(path).table("note").all() == []
    assert MonthFile(path).tables() == set()


def test_plain_documents_can_be_inserted_beside_records(tmp_path: Path) -> None:
    table = MonthFile(tmp_path / "2026-11.json").table("note")
    table.insert(document("6f1c", text="a record"))
    table.insert({"text": "without an id"})
    assert [one["text"] for one in table.all()] == ["a record", "without an id"]


def test_an_id_is_given_only_once(tmp_path: Path) -> None:
    table = MonthFile(tmp_path / "2026-11.json").table("note")
    table.insert(document("one", text="first"))
    with pytest.raises(ValueError, match="already exists"):
        table.insert(document("one", text="second"))
    assert table.all() == [{"text": "first"}]


def test_a_file_sees_what_another_has_written(tmp_path: Path) -> None:
    ours, theirs = (MonthFile(tmp_path / "2026-11.json").table("note") for _ in range(2))
    ours.insert(document("one", text="a"))
    assert len(theirs) == 1
    theirs.insert(document("two", text="b"))
    assert [one["text"] for one in ours.all()] == ["a", "b"]


def test_a_search_sees_what_another_has_written(tmp_path: Path) -> None:
    ours, theirs = (MonthFile(tmp_path / "2026-11.json").table("note") for _ in range(2))
    query = where("text") == "a"
    assert ours.search(query) == []
    theirs.insert(document("one", text="a"))
    assert ours.search(query) == [{"text": "a"}]


def test_the_private_way_of_tinydb_that_writing_rests_on_is_there(tmp_path: Path) -> None:
    table = MonthFile(tmp_path / "2026-11.json").table("note")
    assert Table._update_table is RecordTable._update_table
    table._update_table(lambda documents: documents.update({"one": {"text": "a"}}))  # type: ignore[dict-item]
    assert (ids(table.all()), table.all()) == (["one"], [{"text": "a"}])


def test_the_former_file_stays_beside_the_new_one(journal: Journal) -> None:
    journal.keep(note("one"))
    former = path_of(journal).read_bytes()
    journal.keep(note("two"))
    assert path_of(journal).with_name("2026-11.json.bak").read_bytes() == former
    assert {one.name for one in path_of(journal).parent.iterdir()} == {"2026-11.json", "2026-11.json.bak"}


def test_everything_is_readable_by_its_owner_only(journal: Journal, folders: Folders) -> None:
    os.umask(0)
    for key in ("one", "two"):
        journal.keep(note(key))
    path_of(journal).write_bytes(b"")
    Journal(folders, TurnedClock()).nights(Note)
    found = [folders.data.parent, *folders.data.parent.rglob("*")]
    names = {one.name for one in found}
    assert {"2026-11.json", "2026-11.json.bak", "device.toml", "journal.lock", "quarantine"} <= names
    modes = {str(one): oct(one.stat().st_mode & 0o777) for one in found}
    assert modes == {str(one): "0o700" if one.is_dir() else "0o600" for one in found}
