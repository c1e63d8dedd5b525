"""Emptying the bin erases for good: in every file of this machine, whenever it is killed, and nothing else with it."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest

from ritual.core.records import Note, Record, Wish
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Draft, Journal
from ritual.journal.doctor import Doctor
from ritual.journal.mending import repair
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, note
from tests.journal.dying import every_death, in_memory, keep_copy

SEPTEMBER, OCTOBER = date(2026, 9, 4), date(2026, 10, 31)
tmp_path = in_memory
ERASED = (b"GONE", b"BEFORE")
"""What removed texts and earlier wordings have in them here."""
LATER = TurnedClock(EVENING + timedelta(hours=1))


def folders_of(home: Path) -> Folders:
    return Folders.find(home)


def there(home: Path) -> list[str]:
    """Every place below `home` where one of the words is that must be erased."""
    files = [one for one in home.rglob("*") if one.is_file()]
    return [one.name for one in files if any(word in one.read_bytes() for word in ERASED)]


def live(house: House) -> dict[str, str]:
    """What can be read."""
    found: list[Note | Wish] = [*house.journal.nights(Note), *house.journal.standing(Wish)]
    return {one.id: one.text for one in found}


def draft(key: str, text: str) -> Draft:
    return Draft(id=key, kind="note", by="ana", night=NIGHT, at=EVENING, text=text)


def written(house: House, name: str, night: date) -> None:
    """Entries that stay, one that was changed twice, and one that was removed."""
    journal = house.journal
    journal.keep(note(f"{name} stays", "LIVE words", night))
    journal.keep(note(f"{name} changed", "BEFORE once", night))
    journal.keep(note(f"{name} changed", "BEFORE twice", night))
    journal.keep(note(f"{name} changed", "LIVE after both", night))
    journal.keep(note(f"{name} removed", "BEFORE it went", night))
    journal.remove(journal.keep(note(f"{name} removed", "GONE words", night)))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that was copied from another machine, with words to erase in every corner."""
    original = House(folders_of(tmp_path / "original"), TurnedClock())
    original.settle(("Ana", "Sam"))
    written(original, "copied", OCTOBER)
    for key in ("removed here", "changed here", "moved here"):
        original.journal.keep(note(key, f"{'LIVE' if key == 'moved here' else 'GONE'} words", OCTOBER))
    shutil.copytree(tmp_path / "original", tmp_path / "home")
    house = House(folders_of(tmp_path / "home"), TurnedClock())
    assert house.journal.device != original.journal.device
    for name, night in (("September", SEPTEMBER), ("November", NIGHT)):
        written(house, name, night)
    house.journal.remove(house.journal.keep(Wish(id="wish", at=EVENING, text="GONE wish")))
    house.journal.keep(Wish(id="other wish", at=EVENING, text="LIVE wish"))
    _changed_here(house.journal)
    _left_about(house, original.journal.device)
    assert Doctor(house.journal, house.drafts).examine() != []
    return tmp_path / "home"


def _changed_here(journal: Journal) -> None:
    """What was written before the copy is removed, changed and moved after it."""
    found = {one.id: one for one in journal.nights(Note)}
    journal.remove(found["removed here"])
    journal.keep(note("changed here", "LIVE again", OCTOBER))
    journal.move(found["moved here"], NIGHT)


def _left_about(house: House, before: str) -> None:
    """Words in the quarantine, in drafts, and in what interrupted writes left."""
    damaged = house.journal.shelf.own / "2026-11.json"
    damaged.write_bytes(damaged.read_bytes()[:-30])
    repair(Doctor(house.journal, house.drafts))
    assert house.journal.shelf.quarantine.all() != []
    house.drafts.save(draft("November removed", "GONE unfinished"))
    house.drafts.save(draft("November stays", "LIVE unfinished"))
    house.drafts.save(draft("moved here", "LIVE unfinished"))
    for folder in (house.journal.shelf.own, house.journal.folder / before, house.drafts.folder):
        (folder / ".2026-11.json.99999.tmp").write_bytes(b"GONE by half")
    staged = house.journal.shelf.staging.folder
    staged.mkdir()
    (staged / "0").write_bytes(b"GONE by half")


def test_emptying_the_bin_is_finished_at_the_next_start_whenever_it_is_killed(home: Path) -> None:
    house = House(folders_of(home), LATER)
    entries, (removed, wordings) = live(house), house.bin.contents()
    assert (len(removed), wordings) == (5, 10)
    assert all("LIVE" in text for text in entries.values())
    finished = []
    for _ in every_death(home, lambda: House(folders_of(home), LATER).bin.empty()):
        house = House(folders_of(home), LATER)
        assert house.all_problems() == []
        assert not house.bin.waits
        assert live(house) == entries
        assert {one.id for one in house.drafts.all()} >= {"November stays", "moved here"}
        left = house.bin.contents()
        assert left in ((removed, wordings), ([], 0))
        finished.append(left == ([], 0))
        if finished[-1]:
            assert there(home) == []
            assert Doctor(house.journal, house.drafts).examine() == []
    assert finished == sorted(finished)
    assert 5 < finished.index(True) < len(finished) - 40


def test_emptying_that_is_killed_again_while_it_is_finished_is_finished_at_the_start_after(home: Path) -> None:
    entries = live(House(folders_of(home), LATER))
    house = House(folders_of(home), LATER)
    marker = house.folders.state / "emptying"
    marker.write_text(LATER.now().isoformat())
    for _ in every_death(home, lambda: House(folders_of(home), LATER)):
        house = House(folders_of(home), LATER)
        assert there(home) == []
        assert live(house) == entries
        assert not marker.exists()


def test_what_is_erased_stays_erased_when_the_other_laptops_folder_comes_again(
    journal: Journal, theirs: Journal, clock: TurnedClock
) -> None:
    written(House(journal.folders, clock), "ours", NIGHT)
    theirs.keep(note("theirs", "GONE words"))
    keep_copy(theirs.folder / theirs.device, journal.folder / theirs.device)
    found = journal.get(Note, "theirs", NIGHT)
    assert found is not None
    journal.remove(found)
    House(journal.folders, LATER).bin.empty()
    keep_copy(theirs.folder / theirs.device, journal.folder / theirs.device)
    house = House(journal.folders, LATER)
    assert sorted(live(house)) == ["ours changed", "ours stays"]
    assert house.bin.contents() == ([], 0)
    assert there(journal.shelf.own) == []


@pytest.mark.parametrize("how", ["removed", "changed"])
def test_what_was_removed_or_changed_on_the_other_laptop_is_erased_here_too(
    journal: Journal, theirs: Journal, how: Literal["removed", "changed"]
) -> None:
    journal.keep(note("one", "GONE words"))
    journal.keep(note("two", "LIVE words"))
    keep_copy(journal.shelf.own, theirs.folder / journal.device)
    known = theirs.get(Note, "one", NIGHT)
    assert known is not None
    later: Record = theirs.remove(known) if how == "removed" else theirs.keep(note("one", "LIVE wording"))
    keep_copy(theirs.folder / theirs.device, journal.folder / theirs.device)
    before = live(House(journal.folders, LATER))
    House(journal.folders, LATER).bin.empty()
    assert there(journal.shelf.own) == []
    assert live(House(journal.folders, LATER)) == before
    keep_copy(journal.shelf.own, theirs.folder / journal.device)
    House(theirs.folders, LATER).bin.empty()
    assert there(theirs.shelf.own) == []
    assert live(House(theirs.folders, LATER)) == before
    assert later.id == "one"


def test_what_was_written_apart_and_not_yet_brought_together_is_not_erased(journal: Journal, theirs: Journal) -> None:
    journal.keep(note("one", "BEFORE both"))
    keep_copy(journal.shelf.own, theirs.folder / journal.device)
    journal.keep(note("one", "LIVE here"))
    theirs.keep(note("one", "LIVE there"))
    keep_copy(theirs.folder / theirs.device, journal.folder / theirs.device)
    House(journal.folders, LATER).bin.empty()
    found = Journal(journal.folders, LATER).get(Note, "one", NIGHT)
    assert found is not None
    assert sorted([found.text, *(one["text"] for one in found.also)]) == ["LIVE here", "LIVE there"]
    assert there(journal.shelf.own) == []


def test_what_the_other_laptop_moved_is_erased_here_only_once_it_is_seen_at_its_new_place(
    journal: Journal, theirs: Journal
) -> None:
    journal.keep(note("one", "GONE words", OCTOBER))
    keep_copy(journal.shelf.own, theirs.folder / journal.device)
    known = theirs.get(Note, "one", OCTOBER)
    assert known is not None
    theirs.move(known, NIGHT)
    theirs.keep(note("one", "LIVE words", NIGHT))
    there_now = journal.folder / theirs.device
    keep_copy(theirs.shelf.own, there_now)
    for not_yet_here in there_now.glob("2026-11.json*"):
        not_yet_here.unlink()
    House(journal.folders, LATER).bin.empty()
    assert there(journal.shelf.own) != [], "the only copy on this machine was erased"
    keep_copy(theirs.shelf.own, there_now)
    House(journal.folders, LATER).bin.empty()
    assert there(journal.shelf.own) == []
    house = House(journal.folders, LATER)
    assert live(house) == {"one": "LIVE words"}
    assert house.problems == []
