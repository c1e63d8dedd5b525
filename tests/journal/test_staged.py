"""Several files at once, killed at every stage: the next start finishes all of it, or undoes all of it."""

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from ritual.core.records import KINDS, Note, Record, Wish
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Journal
from ritual.journal.doctor import Doctor
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, note, path_of
from tests.journal.dying import every_death, in_memory, keep_copy, killed_at

OCTOBER, SEPTEMBER, AUGUST = date(2026, 10, 31), date(2026, 9, 4), date(2026, 8, 15)
Said = list[dict[str, Any]]
tmp_path = in_memory


def everything(journal: Journal) -> Said:
    """All that the journal says, of all kinds, also what is removed or moved."""
    found = [msgspec.to_builtins(one) for kind in KINDS.values() for one in journal.everything(kind)]
    return sorted(found, key=lambda one: (str(one["id"]), str(one["night"])))


def started(journal: Journal, known: str = "nothing") -> Said:
    """What the journal says after the next start; nothing of an interruption is left, and no fault but a known one."""
    house = House(journal.folders, TurnedClock(EVENING + timedelta(minutes=5)))
    assert not house.journal.waits
    assert not house.bin.waits
    assert not house.journal.shelf.staging.folder.exists()
    assert house.drafts.damaged() == []
    said = everything(house.journal)
    house.journal.keep(Wish(id="afterwards", at=EVENING, text="kept at once"))
    found = Doctor(Journal(journal.folders), house.drafts).examine()
    told = [*house.problems, *house.journal.problems, *(one.sentence for one in found)]
    assert [one for one in told if known not in one] == []
    return said


def deaths(journal: Journal, act: Callable[[], object], known: str = "nothing") -> list[Said]:
    """What the next start says after each death of `act`, and at last after none."""
    return [started(journal, known) for _ in every_death(home_of(journal), act)]


def home_of(journal: Journal) -> Path:
    return journal.folders.data.parent


def assert_all_or_nothing(outcomes: Sequence[Said], before: Said) -> None:
    """Each outcome is the one before or the one after; from some death on it is the one after."""
    after = outcomes[-1]
    assert after != before
    assert all(one in (before, after) for one in outcomes)
    finished = [one == after for one in outcomes]
    assert finished == sorted(finished)
    assert 5 < finished.index(True) < len(finished) - 5, "it did not die both before and after the point of no return"


@pytest.fixture
def months(journal: Journal) -> Journal:
    """A journal with something in three months and in what stands."""
    for number, night in enumerate((SEPTEMBER, OCTOBER, NIGHT)):
        journal.keep(note(f"known {number}", "first words", night))
        journal.keep(note(f"known {number}", "second words", night))
        journal.keep(note(f"other {number}", night=night))
    journal.keep(Wish(id="wish", at=EVENING, text="a walk"))
    journal.keep(Wish(id="wish", at=EVENING, text="a long walk"))
    return journal


def parcel(journal: Journal) -> list[Record]:
    """Records from elsewhere: a new month, a new one in a known month, later wordings, and one that was removed."""
    known = [journal.get(Note, f"known {number}", night) for number, night in enumerate((SEPTEMBER, OCTOBER, NIGHT))]
    ahead = [replace(one, text="their words", versions=one.versions | {"them": 1}) for one in known if one]
    assert len(ahead) == 3
    removed = replace(ahead[2], removed=EVENING)
    new = [note("new", "their words", AUGUST), note("new too", "their words", NIGHT)]
    wish = Wish(id="wish", at=EVENING, text="a long talk", versions={"them": 1})
    return [*ahead[:2], removed, *(replace(one, versions={"them": 1}) for one in new), wish]


@pytest.mark.parametrize("damaged", [False, True], ids=["whole", "one file damaged"])
def test_taking_in_several_months_is_finished_or_undone_whenever_it_is_killed(months: Journal, damaged: bool) -> None:
    records = parcel(months)
    if damaged:
        path = path_of(months, "2026-10")
        path.write_bytes(path.read_bytes()[:-30])
        path.with_name(f"{path.name}.bak").write_bytes(path.read_bytes())
    before = everything(Journal(months.folders))
    outcomes = deaths(months, lambda: Journal(months.folders, TurnedClock()).absorb(records), "2026-10.json is damaged")
    assert_all_or_nothing(outcomes, before)
    new = {one["id"]: one for one in outcomes[-1]}
    assert all(new[one.id]["text"] == getattr(one, "text", None) for one in records if one.id != "wish")
    assert "a long walk" in json.dumps(new["wish"])
    assert "a long talk" in json.dumps(new["wish"])


def test_what_was_finished_only_by_half_is_finished_however_often_the_finishing_is_killed(months: Journal) -> None:
    home, records = home_of(months), parcel(months)
    before = home.with_name("before")
    keep_copy(home, before)

    def absorb() -> None:
        Journal(months.folders, TurnedClock()).absorb(records)

    number, marker = 1, months.shelf.staging.folder / "commit.json"
    while not marker.exists():
        keep_copy(before, home)
        assert killed_at(number, absorb)
        number += 1
    outcomes = deaths(months, lambda: House(months.folders, TurnedClock()))
    assert len(outcomes) > 15
    assert all(one == outcomes[-1] for one in outcomes)
    keep_copy(before, home)
    absorb()
    assert started(months) == outcomes[-1]


def test_an_entry_that_moves_to_another_month_is_at_one_place_whenever_it_is_killed(months: Journal) -> None:
    before = everything(months)
    known = months.get(Note, "known 1", OCTOBER)
    assert known is not None
    outcomes = []
    for _ in every_death(home_of(months), lambda: Journal(months.folders, TurnedClock()).move(known, NIGHT)):
        read_only = Journal(months.folders, TurnedClock())
        assert [one.text for one in read_only.nights(Note) if one.id == known.id] == ["second words"]
        outcomes.append(started(months))
        places = [(one.night, one.text) for one in Journal(months.folders).nights(Note) if one.id == known.id]
        assert places == [(NIGHT if outcomes[-1] != before else OCTOBER, "second words")]
    assert_all_or_nothing(outcomes, before)


def test_an_entry_of_another_laptop_is_moved_as_one_of_ours(months: Journal, theirs: Journal) -> None:
    theirs.keep(note("theirs", "their words", OCTOBER))
    keep_copy(theirs.folder / theirs.device, months.folder / theirs.device)
    before = everything(months)
    known = months.get(Note, "theirs", OCTOBER)
    assert known is not None
    outcomes = deaths(months, lambda: Journal(months.folders, TurnedClock()).move(known, SEPTEMBER))
    assert_all_or_nothing(outcomes, before)
    for kind in (Note, Wish):
        found = [(one.id, one.night) for one in Journal(months.folders).nights(kind)]
        assert len(found) == len(set(found))
    assert months.get(Note, "theirs", SEPTEMBER) is not None


def test_the_first_save_of_all_is_whole_or_nothing(folders: Folders) -> None:
    def keep() -> None:
        Journal(folders, TurnedClock()).keep(note("one", "the first words"))

    journal = Journal(folders, TurnedClock())
    for number in every_death(home_of(journal), keep):
        said = started(journal)
        assert [one["text"] for one in said] in (["the first words"], [] if number else ["the first words"])
        assert [one.name for one in Journal(folders).folder.iterdir()] == [Journal(folders).device]


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_writings_of_one_entry_in_one_parcel_the_later_one_counts(journal: Journal, order: int) -> None:
    first = replace(note("one", "first words"), versions={"them": 1})
    later = replace(note("one", "later words"), versions={"them": 2})
    journal.absorb([first, later][::order])
    assert [one.text for one in Journal(journal.folders).nights(Note)] == ["later words"]


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_writings_written_apart_in_one_parcel_both_wordings_are_kept(journal: Journal, order: int) -> None:
    apart = [replace(note("one", f"words of {who}"), versions={who: 1}) for who in ("them", "others")]
    assert len(journal.absorb(apart[::order])) == 1
    found = Journal(journal.folders).get(Note, "one", NIGHT)
    assert found is not None
    assert {found.text, *(one["text"] for one in found.former)} == {"words of them", "words of others"}
    assert journal.absorb(apart) == []
