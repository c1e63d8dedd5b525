"""Copies that a sync program or a person made, and files under other names: read, told, and united."""

import json
import shutil
from datetime import date

import pytest
from msgspec.structs import replace

from ritual.core.records import Note
from ritual.journal import Bin, Drafts, Journal
from ritual.journal.doctor import Doctor, Finding
from ritual.journal.mending import repair
from ritual.journal.reading import former_of
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of, texts

NAMES = ["2026-11.sync-conflict-20261122-213000-ABCDEFG", "2026-11 (conflicted copy)", "2026-11 2", "Kopie von 2026-11"]
OCTOBER = date(2026, 10, 3)


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """Two notes of November, and one of October."""
    for words in ("first", "second"):
        journal.keep(note(words, words))
    journal.keep(note("older", "older", night=OCTOBER, at=EVENING.replace(month=10)))
    return journal


@pytest.fixture
def before(kept: Journal) -> bytes:
    """The November that a sync program held back."""
    return path_of(kept).read_bytes()


def examined(journal: Journal) -> list[Finding]:
    return Doctor(again(journal), Drafts(journal.folders)).examine()


def mend(journal: Journal) -> Journal:
    """Repair; the next start, at which nothing is wrong."""
    assert "repair" in {one.cure for one in examined(journal)}
    repair(Doctor(again(journal), Drafts(journal.folders)))
    assert examined(journal) == []
    later = again(journal)
    assert texts(later) is not None
    assert later.problems == []
    return later


def wordings(journal: Journal, key: str) -> list[str]:
    found = journal.get(Note, key, NIGHT)
    assert found is not None
    return [found.text, *(one["text"] for one in found.former)]


@pytest.mark.parametrize("name", NAMES)
def test_entries_that_only_a_copy_has_are_read_told_and_brought_home(kept: Journal, name: str, before: bytes) -> None:
    kept.keep(note("third", "third"))
    copy = path_of(kept, name)
    path_of(kept).replace(copy)
    path_of(kept).write_bytes(before)
    held = copy.read_bytes()
    assert sorted(texts(again(kept))) == ["first", "older", "second", "third"]
    assert f"{name}.json is none of our names" in examined(kept)[0].sentence
    assert copy.read_bytes() == held
    later = mend(kept)
    assert sorted(texts(later)) == ["first", "older", "second", "third"]
    assert [one.text for one in later.nights(Note, ["2026-11"])] == ["first", "second", "third"]
    assert not copy.exists()
    assert held in [one.read_bytes() for one in later.shelf.quarantine.all()]


def test_an_older_copy_changes_nothing(kept: Journal, before: bytes) -> None:
    kept.keep(note("first", "first, changed"))
    path_of(kept, NAMES[0]).write_bytes(before)
    assert "first, changed" in texts(again(kept))
    assert "first" not in texts(again(kept))
    assert wordings(mend(kept), "first") == ["first, changed", "first"]


def test_a_newer_copy_is_the_later_wording(kept: Journal, before: bytes) -> None:
    kept.keep(note("first", "first, changed"))
    path_of(kept).replace(path_of(kept, NAMES[0]))
    path_of(kept).write_bytes(before)
    assert "first, changed" in texts(again(kept))
    assert wordings(mend(kept), "first") == ["first, changed", "first"]


def test_of_two_edits_that_knew_nothing_of_each_other_both_wordings_stay(kept: Journal, before: bytes) -> None:
    kept.keep(note("first", "one way"))
    path_of(kept).replace(path_of(kept, NAMES[0]))
    path_of(kept).write_bytes(before)
    again(kept).keep(note("first", "another way"))
    taken = [one for one in texts(again(kept)) if one.endswith("way")]
    later = mend(kept)
    assert [one for one in texts(later) if one.endswith("way")] == taken
    assert len(taken) == 1
    assert set(wordings(later, "first")) == {"another way", "first", "one way"}


def test_several_copies_at_once_are_united(kept: Journal, before: bytes) -> None:
    for name in NAMES:
        path_of(kept).write_bytes(before)
        again(kept).keep(note(name, name))
        again(kept).keep(note("first", f"as {name} has it"))
        path_of(kept).replace(path_of(kept, name))
    path_of(kept).write_bytes(before)
    later = mend(kept)
    assert set(texts(later)) >= {*NAMES, "second", "older"}
    assert set(wordings(later, "first")) == {"first", *(f"as {name} has it" for name in NAMES)}


def test_a_copy_that_lacks_entries_takes_none_away(kept: Journal) -> None:
    path_of(kept, NAMES[1]).write_bytes(b"{}")
    assert sorted(texts(mend(kept))) == ["first", "older", "second"]


def test_a_removal_is_not_undone_by_an_older_copy(kept: Journal, before: bytes) -> None:
    first = kept.get(Note, "first", NIGHT)
    assert first is not None
    kept.remove(first)
    path_of(kept, NAMES[0]).write_bytes(before)
    assert sorted(texts(again(kept))) == ["older", "second"]
    assert sorted(texts(mend(kept))) == ["older", "second"]


def test_a_damaged_copy_gives_what_is_whole_in_it(kept: Journal, before: bytes) -> None:
    kept.keep(note("third", "third"))
    kept.keep(note("fourth", "fourth"))
    damaged = path_of(kept).read_bytes()[:-50]
    path_of(kept, NAMES[0]).write_bytes(damaged)
    path_of(kept).write_bytes(before)
    former_of(path_of(kept)).unlink()
    assert sorted(texts(mend(kept))) == ["first", "older", "second", "third"]
    assert damaged in [one.read_bytes() for one in kept.shelf.quarantine.all()]


def test_a_former_state_without_its_file_is_read_and_brought_home_too(kept: Journal) -> None:
    former_of(path_of(kept)).replace(former_of(path_of(kept, NAMES[1])))
    kept.keep(note("third", "third"))
    assert sorted(texts(again(kept))) == ["first", "older", "second", "third"]
    assert sorted(texts(mend(kept))) == ["first", "older", "second", "third"]


def test_a_renamed_month_loses_nothing(kept: Journal) -> None:
    path_of(kept).replace(path_of(kept, "2026-09"))
    former_of(path_of(kept)).unlink()
    later = again(kept)
    assert sorted(texts(later)) == ["first", "older", "second"]
    assert later.problems == [
        "2026-09.json holds entries that belong elsewhere. ritual doctor --repair puts them there."
    ]
    later = mend(kept)
    assert sorted(texts(later)) == ["first", "older", "second"]
    assert [one.text for one in later.nights(Note, ["2026-11"])] == ["first", "second"]


def test_a_month_renamed_to_what_is_no_month_loses_nothing(kept: Journal) -> None:
    path_of(kept).replace(path_of(kept, "november"))
    former_of(path_of(kept)).unlink()
    assert sorted(texts(again(kept))) == ["first", "older", "second"]
    assert [one.text for one in mend(kept).nights(Note, ["2026-11"])] == ["first", "second"]


def test_a_month_copied_over_another_name_shows_each_entry_once(kept: Journal) -> None:
    shutil.copy(path_of(kept), path_of(kept, "2026-09"))
    assert sorted(texts(again(kept))) == ["first", "older", "second"]
    later = mend(kept)
    assert sorted(texts(later)) == ["first", "older", "second"]
    assert json.loads(path_of(kept, "2026-09").read_bytes()).get("note", {}) == {}


def test_what_the_bins_emptying_left_does_not_come_back_by_a_copied_month(kept: Journal, clock: TurnedClock) -> None:
    first = kept.get(Note, "first", NIGHT)
    assert first is not None
    kept.remove(first)
    clock.turn(60)
    Bin(kept).empty()
    shutil.copy(path_of(kept), path_of(kept, "2026-09"))
    later = mend(kept)
    assert sorted(texts(later)) == ["older", "second"]
    assert sorted(texts(mend_again(later))) == ["older", "second"]


def mend_again(journal: Journal) -> Journal:
    """Repair once more, where nothing is wrong."""
    repair(Doctor(again(journal), Drafts(journal.folders)))
    assert examined(journal) == []
    return again(journal)


def test_what_the_bins_emptying_left_goes_where_it_belongs(kept: Journal, clock: TurnedClock, before: bytes) -> None:
    first = kept.get(Note, "first", NIGHT)
    assert first is not None
    kept.remove(first)
    clock.turn(60)
    Bin(kept).empty()
    path_of(kept).replace(path_of(kept, "2026-09"))
    path_of(kept).write_bytes(before)
    assert sorted(texts(again(kept))) == ["older", "second"]
    assert sorted(texts(mend(kept))) == ["older", "second"]


def test_standing_entries_are_found_in_a_copy_too(kept: Journal) -> None:
    shutil.copy(path_of(kept), path_of(kept, "standing"))
    assert sorted(texts(again(kept))) == ["first", "older", "second"]
    later = mend(kept)
    assert sorted(texts(later)) == ["first", "older", "second"]
    assert json.loads(path_of(kept, "standing").read_bytes()).get("note", {}) == {}


def test_an_edit_of_what_only_a_copy_has_is_the_later_one(kept: Journal, before: bytes) -> None:
    for words in ("third", "third, said better"):
        kept.keep(note("third", words))
    path_of(kept).replace(path_of(kept, NAMES[0]))
    path_of(kept).write_bytes(before)
    later = again(kept)
    found = next(one for one in later.nights(Note) if one.id == "third")
    later.keep(replace(found, text="third, edited here"))
    assert "third, edited here" in texts(again(kept))
    later.remove(next(one for one in later.nights(Note) if one.id == "third"))
    assert sorted(texts(again(kept))) == ["first", "older", "second"]
