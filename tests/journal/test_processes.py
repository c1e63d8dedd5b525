"""Several journals at the same time lose nothing."""

import subprocess
import sys
import time

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Note
from ritual.journal import Journal
from tests.journal.conftest import LATER, NIGHT, again, note, path_of, texts

WRITER = """
import sys
from datetime import date
from ritual.core.records import Note
from ritual.journal import Journal
from ritual.settings import Folders

journal, name, night = Journal(Folders.find(sys.argv[1])), sys.argv[2], date(2026, 11, 22)
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    journal.keep(Note(id=f"{name} {number}", at=journal.clock.now(), night=night, text=f"{name} says {number}"))
    journal.keep(Note(id="both", at=journal.clock.now(), night=night, text=f"{name} {number}"))
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
    writers = [start(WRITER, home, name) for name in ("Ana", "Sam")]
    for one in writers:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    for one in writers:
        one.communicate(timeout=LATER)
        assert one.returncode == 0
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
