"""The folder of another device beside ours."""

import json
import shutil
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ritual import files
from ritual.core.records import Note, Person, Record, Wish
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Journal
from ritual.journal.doctor import Doctor
from ritual.journal.drafts import Drafts
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of, texts


def bring(theirs: Journal, journal: Journal) -> Path:
    """Put the folder of their device beside ours; give back its month file."""
    there = files.private_folder(journal.folder) / theirs.device
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


def exchange(*journals: Journal) -> None:
    """All bring each other their folders."""
    for one in journals:
        for other in journals:
            if one is not other and (other.folder / other.device).is_dir():
                bring(other, one)


def seen(journal: Journal, key: str = "one") -> Note:
    """The note as the next start shows it."""
    found = again(journal).get(Note, key, NIGHT)
    assert found is not None
    return found


def words(record: Note) -> list[str]:
    return sorted([record.text, *(one["text"] for one in record.also), *(one["text"] for one in record.former)])


def sound(*journals: Journal) -> None:
    """The doctor finds nothing anywhere."""
    for one in journals:
        assert Doctor(again(one), Drafts(one.folders)).examine() == []


@pytest.fixture
def both(journal: Journal, theirs: Journal) -> tuple[Journal, Journal]:
    """Two laptops that know the same note."""
    journal.keep(note("one", "first"))
    exchange(journal, theirs)
    return journal, theirs


def test_two_wordings_written_apart_are_both_kept_and_the_next_change_makes_them_earlier_ones(
    both: tuple[Journal, Journal],
) -> None:
    journal, theirs = both
    journal.keep(note("one", "ours"))
    theirs.keep(note("one", "theirs"))
    exchange(*both)
    assert seen(journal) == seen(theirs)
    shown = seen(journal)
    assert sorted([shown.text, *(one["text"] for one in shown.also)]) == ["ours", "theirs"]
    assert [one["text"] for one in shown.former] == ["first"]
    assert texts(again(journal)) == [shown.text]
    assert "also" not in path_of(journal).read_text()
    agreed = theirs.keep(note("one", "agreed"))
    assert (agreed.also, words(agreed)) == ([], ["agreed", "first", "ours", "theirs"])
    exchange(*both)
    assert seen(journal) == seen(theirs) == agreed
    sound(*both)


@pytest.mark.parametrize("first", ["removal", "edit"])
def test_what_one_changes_while_the_other_removes_it_stays_and_can_be_removed_again(
    both: tuple[Journal, Journal], first: str
) -> None:
    journal, theirs = both
    if first == "removal":
        journal.remove(seen(journal))
    theirs.keep(note("one", "changed meanwhile"))
    if first == "edit":
        journal.remove(seen(journal))
    exchange(*both)
    for one in both:
        assert texts(again(one)) == ["changed meanwhile"]
        assert words(seen(one))[0] == "changed meanwhile"
    journal.remove(seen(journal))
    exchange(*both)
    assert [texts(again(one)) for one in both] == [[], []]
    theirs.restore(seen(theirs))
    exchange(*both)
    assert [texts(again(one)) for one in both] == [["changed meanwhile"]] * 2
    assert "first" in words(seen(journal))
    sound(*both)


def test_what_both_remove_is_removed(both: tuple[Journal, Journal]) -> None:
    for one in both:
        one.remove(seen(one))
    exchange(*both)
    assert [texts(again(one)) for one in both] == [[], []]
    assert seen(both[0]) == seen(both[1])


def test_the_same_count_with_other_words_keeps_both(journal: Journal, clock: TurnedClock) -> None:
    """As where a copy of the folder was brought back that had gone on for itself."""
    journal.keep(note("one", "as it went on here"))
    beside = journal.folder / f"{journal.device}-copy"
    shutil.copytree(journal.shelf.own, beside)
    shutil.rmtree(journal.shelf.own)
    apart = Journal(journal.folders, clock)
    beside.rename(beside := apart.folder.with_name("aside"))
    apart.keep(note("one", "as it went on there"))
    beside.rename(apart.folder / "copy")
    shown = seen(apart)
    assert shown.versions == {apart.device: 1}
    assert words(shown) == ["as it went on here", "as it went on there"]
    assert len(shown.also) == 1
    apart.keep(note("one", "one again"))
    assert (texts(again(apart)), seen(apart).also) == (["one again"], [])
    assert words(seen(apart)) == ["as it went on here", "as it went on there", "one again"]


def test_a_copied_home_is_a_new_device_and_both_go_on_and_come_together(journal: Journal, tmp_path: Path) -> None:
    home = journal.folders.data.parent
    journal.keep(note("one", "first"))
    journal.keep(note("two", "stays"))
    shutil.copytree(home, tmp_path / "copied")
    copied = Journal(Folders.find(tmp_path / "copied"), TurnedClock())
    assert copied.device != journal.device
    assert copied.shelf.known_before == [journal.device]
    assert sorted(texts(copied)) == ["first", "stays"]
    before = path_of(journal).read_bytes()
    copied.keep(note("one", "in the copy"))
    copied.keep(note("three", "new in the copy"))
    journal.keep(note("one", "in the first"))
    journal.keep(note("four", "new in the first"))
    assert (copied.folder / journal.device / "2026-11.json").read_bytes() == before
    assert Journal(copied.folders).device == copied.device
    exchange(journal, copied)
    for one in (journal, copied):
        assert words(seen(one)) == ["first", "in the copy", "in the first"]
        assert len(texts(again(one))) == 4
        assert again(one).problems == []
    assert seen(journal) == seen(copied)
    assert {one.name for one in journal.folder.iterdir()} == {journal.device, copied.device}
    sound(journal, copied)


def test_a_copy_of_a_copy_and_a_moved_home_keep_everything(journal: Journal, tmp_path: Path) -> None:
    known, folder = {journal.device}, journal.folders.data.parent
    for number in range(3):
        Journal(Folders.find(folder), TurnedClock()).keep(note("one", f"wording {number}"))
        folder = folder.rename(tmp_path / f"moved {number}")
        device = Journal(Folders.find(folder), TurnedClock()).device
        assert device not in known
        known.add(device)
    last = Journal(Folders.find(folder), TurnedClock())
    assert words(seen(last)) == ["wording 0", "wording 1", "wording 2"]
    assert set(last.shelf.known_before) == known - {last.device}
    sound(last)


@pytest.fixture
def three(journal: Journal, theirs: Journal, tmp_path: Path) -> tuple[Journal, Journal, Journal]:
    return journal, theirs, Journal(Folders.find(tmp_path / "third"), TurnedClock())


@pytest.mark.parametrize("order", permutations(range(3)), ids=str)
def test_three_laptops_see_the_same_in_whatever_order_they_bring_it(
    three: tuple[Journal, Journal, Journal], order: tuple[int, ...]
) -> None:
    one, two, third = (three[number] for number in order)
    one.keep(note("one", "first"))
    bring(one, two)
    two.keep(note("one", "changed by who saw the first"))
    third.keep(note("one", "written apart"))
    exchange(*three)
    shown = [seen(journal) for journal in three]
    assert shown[0] == shown[1] == shown[2]
    assert words(shown[0]) == ["changed by who saw the first", "first", "written apart"]
    assert sorted([shown[0].text, *(wording["text"] for wording in shown[0].also)]) == [
        "changed by who saw the first",
        "written apart",
    ]
    third.remove(seen(third))
    exchange(*three)
    assert [texts(again(journal)) for journal in three] == [[], [], []]
    sound(*three)


def test_two_who_are_set_up_apart_are_the_same_two_people(journal: Journal, theirs: Journal) -> None:
    houses = [House(one.folders, TurnedClock()) for one in (journal, theirs)]
    houses[0].settle(("Ana", "Sam"))
    houses[1].settle(("Sam", "ana"))
    for one, other in ((journal, theirs), (theirs, journal)):
        shutil.copytree(other.shelf.own, one.folder / other.device)
    people = [House(one.folders, TurnedClock()).people for one in (journal, theirs)]
    assert people[0] == people[1]
    assert len(people[0]) == 2
    kinds: tuple[type[Record], ...] = (Person, Wish)
    assert [len(list(again(journal).everything(kind))) for kind in kinds] == [2, 0]


moves = st.lists(st.tuples(st.sampled_from(range(3)), st.sampled_from(["keep", "remove", 0, 1, 2])), max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves)
def test_whatever_three_laptops_do_no_wording_is_lost_and_all_see_the_same(
    tmp_path_factory: pytest.TempPathFactory, happened: list[tuple[int, str | int]]
) -> None:
    root = tmp_path_factory.mktemp("three")
    journals = [Journal(Folders.find(root / str(number)), TurnedClock()) for number in range(3)]
    written = set()
    for number, (who, what) in enumerate(happened):
        journal = journals[who]
        known = journal.get(Note, "one", NIGHT)
        if what == "keep":
            journal.keep(note("one", f"wording {number}"))
            written.add(f"wording {number}")
        elif what == "remove" and known:
            journal.remove(known)
        elif isinstance(what, int) and what != who and journals[what].shelf.own.is_dir():
            bring(journals[what], journal)
    exchange(*journals)
    found = [again(journal).get(Note, "one", NIGHT) for journal in journals]
    assert found[0] == found[1] == found[2]
    assert (set(words(found[0])) if found[0] else set()) == written
    assert all(again(journal).problems == [] for journal in journals)
