"""What one journal file looks like on the disk, and who reads it."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tinydb import JSONStorage, TinyDB, where
from tinydb.table import Document

from ritual.core.errors import RitualError
from ritual.core.records import KINDS, Note, Topic
from ritual.folders import Folders
from ritual.journal import Journal
from ritual.journal.format import FORMAT, VERSION, digest
from ritual.journal.table import MonthFile, RecordTable
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of
from tests.journal.tables import TextTable


class StockDB(TinyDB):
    table_class = TextTable


def document(key: Any, **fields: Any) -> Document:
    return Document(fields, doc_id=key)


def taken_apart(content: bytes) -> tuple[dict[str, Any], bytes]:
    """The head and the body of a file, without our help."""
    opened, head, rest = content.split(b"\n", 2)
    assert opened == b"{"
    assert rest.endswith(b"}\n")
    said = json.loads(b"{" + head.removesuffix(b",") + b"}")
    assert list(said) == ["_format"]
    assert list(said["_format"]) == ["file"]
    return said["_format"]["file"], rest.removesuffix(b"}\n").removesuffix(b"\n")


def sum_of(head: dict[str, Any], body: bytes) -> str:
    covered = json.dumps([head["version"], head["changed"]], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(covered.encode() + b"\n" + body).hexdigest()


def as_newer(content: bytes) -> bytes:
    """A file as a later ritual may write it."""
    head, body = taken_apart(content)
    head = {**head, "version": VERSION + 1, "mood": "light"}
    head["sum"] = sum_of(head, body)
    return b'{\n"_format":' + json.dumps({"file": head}).encode() + b",\n" + body + b"\n}\n"


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
    journal.keep(note("two", "für dich ♥"))
    head, body = taken_apart(path_of(journal).read_bytes())
    assert head == {"version": VERSION, "sum": sum_of(head, body), "changed": []}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"version":2', b'"version":1'),
        (b'"changed":[]', b'"changed":[["note","one"]]'),
        (b"some words", b"same words"),
        (b'{\n"one":', b'{\n "one":'),
    ],
    ids=["version", "changed", "words", "space"],
)
def test_the_sum_covers_everything_but_itself(journal: Journal, before: bytes, after: bytes) -> None:
    journal.keep(note("one"))
    path = path_of(journal)
    content = path.read_bytes()
    assert before in content
    path.write_bytes(content.replace(before, after, 1))
    later = again(journal)
    assert [one.id for one in later.nights(Note)] == ["one"]
    assert ["was changed outside ritual" in one for one in later.problems] == [True]


def test_a_file_without_tables_is_one_too(tmp_path: Path) -> None:
    database = MonthFile(tmp_path / "2026-11.json")
    database.insert(document("one", text="tea"))
    database.drop_tables()
    head, body = taken_apart((tmp_path / "2026-11.json").read_bytes())
    assert (head["sum"], body) == (sum_of(head, body), b"")
    assert MonthFile(tmp_path / "2026-11.json").tables() == set()


def test_a_document_is_known_by_the_id_of_its_record_in_the_table_of_its_kind(journal: Journal) -> None:
    key = journal.new_id()
    journal.keep(note(key))
    tables = json.loads(path_of(journal).read_bytes())
    assert set(tables) == {"_format", "note"}
    assert tables["note"][key]["id"] == key
    assert tables["note"][key]["sum"] == digest("note", key, tables["note"][key])
    assert KINDS["note"] is Note


def test_stock_tinydb_reads_the_same_documents(journal: Journal) -> None:
    journal.keep(note("one", "für dich"))
    journal.keep(note("two"))
    ours = MonthFile(path_of(journal)).table("note").all()
    with StockDB(str(path_of(journal)), storage=JSONStorage, encoding="utf-8", access_mode="r") as stock:
        theirs = stock.table("note").all()
        assert stock.tables() == {FORMAT, "note"}
    assert theirs == ours
    assert [str(one.doc_id) for one in theirs] == [one["id"] for one in ours] == ["one", "two"]


def test_what_stock_tinydb_has_written_is_read_and_told(journal: Journal) -> None:
    journal.keep(note("one", "für dich"))
    journal.keep(note("two"))
    with StockDB(str(path_of(journal)), encoding="utf-8") as stock:
        stock.table("note").update({"text": "from outside"}, doc_ids=[document("two").doc_id])
    later = again(journal)
    assert [one.text for one in later.nights(Note)] == ["für dich", "from outside"]
    assert ["was changed outside ritual" in one for one in later.problems] == [True]


def test_the_ids_of_our_table_are_text_whatever_they_are_given_as(tmp_path: Path) -> None:
    table = MonthFile(tmp_path / "2026-11.json").table("note")
    assert isinstance(table, RecordTable)
    table.insert(document(7, text="tea"))
    with pytest.raises(ValueError, match="already exists"):
        table.insert(document("7", text="rain"))
    assert table.update({"text": "soup"}, doc_ids=[7]) == [7]
    given = str(table.insert({"text": "without an id"}))
    assert set(json.loads((tmp_path / "2026-11.json").read_bytes())["note"]) == {"7", given}
    assert [one["text"] for one in MonthFile(tmp_path / "2026-11.json").table("note")] == ["soup", "without an id"]


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


@pytest.mark.parametrize("body", ["as today", "of a shape to come"])
def test_a_newer_format_is_read_and_not_written(journal: Journal, body: str) -> None:
    journal.keep(note("one"))
    journal.keep(note("two"))
    path = path_of(journal)
    newer = as_newer(path.read_bytes())
    if body != "as today":
        newer = newer.replace(b'"note":{\n', b'"index":[1, 2],\n"note":{\n', 1)
    path.write_bytes(newer)
    before = {one: one.read_bytes() for one in journal.folders.data.rglob("*") if one.is_file()}
    later = again(journal)
    known = later.get(Note, "one", NIGHT)
    assert known is not None
    assert [one.id for one in later.nights(Note)] == ["one", "two"]
    assert ["newer ritual" in one for one in later.problems] == [True]
    for change in (
        lambda: later.keep(note("one", "other words")),
        lambda: later.keep(note("three")),
        lambda: later.remove(known),
        lambda: later.move(known, date(2026, 10, 31)),
        lambda: later.absorb([note("four")]),
        lambda: MonthFile(path).table("note").insert(document("five")),
        lambda: MonthFile(path).drop_tables(),
    ):
        with pytest.raises(RitualError, match="newer ritual") as fault:
            change()
        assert len(str(fault.value).splitlines()) == 1
    assert {one: one.read_bytes() for one in journal.folders.data.rglob("*") if one.is_file()} == before


def test_a_version_that_was_only_damaged_is_not_taken_for_a_newer_one(journal: Journal) -> None:
    journal.keep(note("one"))
    path = path_of(journal)
    path.write_bytes(path.read_bytes().replace(b'"version":2', b'"version":6', 1))
    later = again(journal)
    later.keep(note("two"))
    assert [one.id for one in again(journal).nights(Note)] == ["one", "two"]
    assert again(journal).problems == []


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
