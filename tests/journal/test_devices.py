"""The folder of another device beside ours."""

import json
import shutil
from datetime import date
from pathlib import Path

from ritual.core.records import Note
from ritual.journal import Journal
from tests.conftest import EVENING
from tests.journal.conftest import NIGHT, again, note, path_of, texts


def bring(theirs: Journal, journal: Journal) -> Path:
    """Put the folder of their device beside ours; give back its month file."""
    there = journal.folder / theirs.device
    shutil.copytree(theirs.folder / theirs.device, there, dirs_exist_ok=True)
    return there / "2026-11.json"


def test_the_record_that_was_changed_more_often_wins(journal: Journal, theirs: Journal) -> None:
    theirs.keep(note("one", "first"))
    bring(theirs, journal)
    assert texts(journal) == ["first"]
    journal.keep(note("one", "ours"))
    assert texts(again(journal)) == ["ours"]
    theirs.keep(note("one", "second"))
    theirs.keep(note("one", "third"))
    bring(theirs, journal)
    assert texts(again(journal)) == ["third"]
    assert texts(journal) == ["third"]


def test_an_edit_of_their_record_goes_into_our_folder_and_leaves_theirs(journal: Journal, theirs: Journal) -> None:
    theirs.keep(note("one", "theirs"))
    theirs.keep(note("two", "also theirs"))
    there = bring(theirs, journal)
    before = {one: one.read_bytes() for one in there.parent.iterdir()}
    changed = journal.keep(note("one", "ours"))
    assert changed.versions == {theirs.device: 1, journal.device: 1}
    assert [one["text"] for one in changed.former] == ["theirs"]
    assert {one: one.read_bytes() for one in there.parent.iterdir()} == before
    assert list(json.loads(path_of(journal).read_bytes())["note"]) == ["one"]
    assert sorted(texts(again(journal))) == ["also theirs", "ours"]
    assert theirs.device != journal.device


def test_a_removal_of_their_record_holds_here(journal: Journal, theirs: Journal) -> None:
    theirs.keep(note("one"))
    bring(theirs, journal)
    known = journal.get(Note, "one", NIGHT)
    assert known is not None
    journal.remove(known)
    assert texts(again(journal)) == []


def test_their_months_count_too(journal: Journal, theirs: Journal) -> None:
    journal.keep(note("ours"))
    theirs.keep(note("theirs", night=date(2026, 7, 1), at=EVENING.replace(month=7)))
    bring(theirs, journal)
    assert journal.months() == ["2026-07", "2026-11"]
    assert [one.id for one in journal.nights(Note)] == ["theirs", "ours"]


def test_a_damaged_file_of_theirs_is_left_for_them(journal: Journal, theirs: Journal) -> None:
    journal.keep(note("ours", "ours"))
    theirs.keep(note("one", "first of theirs"))
    theirs.keep(note("two", "second of theirs"))
    there = bring(theirs, journal)
    there.write_bytes(there.read_bytes()[:-20])
    before = {one.name: one.read_bytes() for one in there.parent.iterdir()}
    later = again(journal)
    assert "ours" in texts(later)
    assert len(later.problems) == 1
    assert {one.name: one.read_bytes() for one in there.parent.iterdir()} == before
