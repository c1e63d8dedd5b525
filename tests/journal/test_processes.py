"""Several journals at the same time lose nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Note
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Draft, Journal
from ritual.journal.doctor import Doctor
from ritual.journal.lock import PATIENCE
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import LATER, NIGHT, again, note, path_of, texts
from tests.journal.dying import in_a_child

WRITER = """
import sys
from datetime import date
from ritual.core.records import Note
from ritual.journal import Journal
from ritual.folders import Folders

journal, name, night = Journal(Folders.find(sys.argv[1])), sys.argv[2], date(2026, 11, 22)
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    journal.keep(Note(id=f"{name} {number}", at=journal.clock.now(), night=night, text=f"{name} says {number}"))
    journal.keep(Note(id="both", at=journal.clock.now(), night=night, text=f"{name} {number}"))
"""

ADDER = """
import sys
from datetime import date
from ritual.core.records import Note
from ritual.journal import Journal
from ritual.folders import Folders

journal, name, night = Journal(Folders.find(sys.argv[1])), sys.argv[2], date(2026, 11, 22)
print("ready", flush=True)
sys.stdin.readline()
for number in range(200):
    journal.keep(Note(id=f"{name} {number}", at=journal.clock.now(), night=night, text=f"{name} says {number}"))
"""

READER = """
import json, select, sys
from ritual.core.records import Note
from ritual.journal import Drafts, Journal
from ritual.journal.doctor import Doctor
from ritual.folders import Folders

folders = Folders.find(sys.argv[1])
journal, looks, counts = Journal(folders), 0, [0]
print("ready", flush=True)
while not select.select([sys.stdin], [], [], 0)[0]:
    counts.append(len(journal.nights(Note)))
    for path in journal.shelf.all_paths():
        json.loads(path.read_bytes())
    fresh = Journal(folders)
    counts.append(len(fresh.nights(Note)))
    problems = [*journal.problems, *fresh.problems]
    assert not problems, problems
    looks += 1
assert counts == sorted(counts), "an entry was there and then was not"
assert not fresh.shelf.quarantine.folder.exists()
print(looks, len(set(counts)))
"""

DEVICE = """
import sys
from ritual.journal import Journal
from ritual.folders import Folders

journal = Journal(Folders.find(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
print(journal.device)
"""

IN_THE_MIDST = """
import sys
from ritual.journal import Journal
from ritual.folders import Folders

with Journal(Folders.find(sys.argv[1])).writing():
    print("ready", flush=True)
    sys.stdin.readline()
"""

HOLDER = """
import sys
from filelock import FileLock

with FileLock(sys.argv[1]):
    print("ready", flush=True)
    sys.stdin.readline()
"""


def start(*arguments: str) -> "subprocess.Popen[str]":
    """Python in a process of its own, up to the point where it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(*processes: "subprocess.Popen[str]") -> list[str]:
    """Let them go on, all at once, and to their end; what they say."""
    for one in processes:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    said = [one.communicate(timeout=LATER)[0] for one in processes]
    assert [one.returncode for one in processes] == [0] * len(processes)
    return said


def test_two_journals_side_by_side_lose_nothing(journal: Journal) -> None:
    beside = again(journal)
    for number in range(10):
        journal.keep(note(f"ours {number}"))
        beside.keep(note(f"theirs {number}"))
        (journal if number % 2 else beside).keep(note("both", f"wording {number}"))
    expected = {f"{who} {number}" for who in ("ours", "theirs") for number in range(10)} | {"both"}
    for one in (journal, beside, again(journal)):
        assert {found.id for found in one.nights(Note)} == expected
    both = journal.get(Note, "both", NIGHT)
    assert both is not None
    assert both.versions == {journal.device: 10}
    assert [one["text"] for one in both.former] == [f"wording {number}" for number in range(9)]


def test_two_processes_writing_flat_out_lose_nothing(journal: Journal) -> None:
    home = str(journal.folders.data.parent)
    go(*(start(WRITER, home, name) for name in ("Ana", "Sam")))
    found = {one.id: one for one in journal.nights(Note)}
    assert set(found) == {f"{name} {number}" for name in ("Ana", "Sam") for number in range(40)} | {"both"}
    both = found["both"]
    assert both.versions == {journal.device: 80}
    wordings = [both.text, *(one["text"] for one in both.former)]
    assert sorted(wordings) == sorted(f"{name} {number}" for name in ("Ana", "Sam") for number in range(40))
    assert journal.problems == []
    assert [one.name for one in journal.folder.iterdir()] == [journal.device]


def test_a_lock_that_is_held_is_waited_for_and_then_said_in_one_line(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.keep(note("one"))
    monkeypatch.setattr("ritual.journal.lock.PATIENCE", 0.4)
    before = path_of(journal).read_bytes()
    holder = start(HOLDER, str(journal.folders.state / "journal.lock"))
    began = time.monotonic()
    with pytest.raises(RitualError, match="Another ritual is writing") as fault:
        journal.keep(note("two"))
    assert 0.4 <= time.monotonic() - began < 4
    assert len(str(fault.value).splitlines()) == 1
    assert path_of(journal).read_bytes() == before
    assert texts(journal) == ["some words"]
    holder.communicate("\n", timeout=LATER)
    journal.keep(note("two"))
    assert len(again(journal).nights(Note)) == 2


def test_two_processes_add_200_each_flat_out_and_a_third_never_sees_anything_broken(journal: Journal) -> None:
    home = str(journal.folders.data.parent)
    writers = [start(ADDER, home, name) for name in ("Ana", "Sam")]
    reader = start(READER, home)
    go(*writers)
    looks, counts = map(int, go(reader)[0].split())
    assert looks > 10
    assert counts > 10, "the reader did not see them write"
    found = {one.id: one.text for one in journal.nights(Note)}
    assert found == {f"{name} {number}": f"{name} says {number}" for name in ("Ana", "Sam") for number in range(200)}
    assert len(json.loads(path_of(journal).read_bytes())["note"]) == 400
    house = House(journal.folders, TurnedClock())
    assert Doctor(house.journal, house.drafts).examine() == []


def test_those_who_start_for_the_first_time_at_the_same_moment_are_the_same_device(journal: Journal) -> None:
    """Also where the folder was copied from elsewhere, so that it needs a new id."""
    journal.keep(note("one"))
    home = journal.folders.data.parent
    for number in range(2):
        home = home.rename(home.with_name(f"elsewhere {number}"))
        said = go(*(start(DEVICE, str(home)) for _ in range(4)))
        moved = Journal(Folders.find(home))
        assert said == [f"{moved.device}\n"] * 4
        assert len(moved.shelf.known_before) == number + 1


def test_a_process_that_hangs_amid_a_write_is_waited_for_so_long_and_no_longer(journal: Journal) -> None:
    journal.keep(note("one"))
    hung = start(IN_THE_MIDST, str(journal.folders.data.parent))
    hung.send_signal(signal.SIGSTOP)
    os.waitpid(hung.pid, os.WUNTRACED)
    began = time.monotonic()
    with pytest.raises(RitualError, match="Another ritual is writing and does not finish"):
        journal.keep(note("two"))
    assert PATIENCE <= time.monotonic() - began < PATIENCE + 2
    assert texts(again(journal)) == ["some words"]
    hung.send_signal(signal.SIGCONT)
    go(hung)
    journal.keep(note("two"))
    assert len(texts(again(journal))) == 2


def test_the_lock_of_a_process_that_was_killed_is_in_nobodys_way(journal: Journal) -> None:
    killed = start(IN_THE_MIDST, str(journal.folders.data.parent))
    killed.kill()
    killed.communicate(timeout=LATER)
    assert (journal.folders.state / "journal.lock").exists()
    began = time.monotonic()
    journal.keep(note("one"))
    assert time.monotonic() - began < PATIENCE / 2
    assert texts(again(journal)) == ["some words"]


def open_to_others(home: Path) -> list[str]:
    """What somebody else could read or enter, below `home` and itself."""
    found = {one: one.stat().st_mode & 0o777 for one in (home, *home.rglob("*"))}
    return [one.name for one, mode in found.items() if mode != (0o700 if one.is_dir() else 0o600)]


def test_everything_is_its_owners_only_whatever_the_umask_and_at_every_moment(folders: Folders) -> None:
    os.umask(0)
    home = folders.data.parent
    seen: set[str] = set()

    def look(*_: object) -> None:
        if home.exists():
            assert open_to_others(home) == []
            seen.update(one.name for one in home.rglob("*"))

    def live() -> None:
        house = House(folders, TurnedClock())
        house.settle(("Ana", "Sam"))
        for number in range(2):
            house.journal.keep(note("one", f"wording {number}"))
        house.drafts.save(Draft(id="one", kind="note", by="ana", night=NIGHT, at=EVENING, text="unfinished"))
        path = path_of(house.journal)
        path.write_bytes(path.read_bytes()[:-20])
        house.journal.absorb([note(f"new {month}", night=NIGHT.replace(month=month)) for month in (9, 10)])
        house.change(minutes=30)
        house.journal.remove(house.journal.keep(note("two")))
        house.bin.empty()
        assert {"journal.lock", "device.toml", "drafts", "reserve", "quarantine", ".staged", "commit.json"} <= seen
        assert {"settings.toml", "standing.json", "2026-11.json", "2026-11.json.bak", "2026-10.json"} <= seen

    assert in_a_child(live, look) == 0
    assert open_to_others(home) == []
