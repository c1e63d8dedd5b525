"""Files and folders that may not be opened. As root everything may, so the tests are run without that power."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ritual.journal import Drafts, Journal
from ritual.journal.doctor import Doctor
from ritual.journal.mending import repair
from ritual.journal.reading import former_of
from tests.journal.conftest import LATER, again, note, path_of, texts

DROP_FROM_BOUNDING_SET = 24
CHOWN, DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER = 0, 1, 2, 3
SOMEBODY = 54321

START = """
import sys
from datetime import date
from ritual.core.errors import RitualError
from ritual.core.records import Note
from ritual.journal import Drafts, Journal
from ritual.journal.doctor import Doctor
from ritual.journal.mending import repair
from ritual.folders import Folders

journal = Journal(Folders.find(sys.argv[1]))
doctor = Doctor(journal, Drafts(journal.folders))

def new(key):
    return Note(id=key, at=journal.clock.now(), night=date(2026, 11, 22), text=key)

def tried(what):
    try:
        what()
    except RitualError as fault:
        print(fault)

def show():
    print(sorted(one.text for one in journal.nights(Note)), *journal.problems, sep="\\n")
"""

WRITES = """
show()
tried(lambda: journal.keep(new("new")))
tried(lambda: journal.absorb([new("newer")]))
"""

WAITS = """
show()
sys.stdin.readline()
tried(lambda: journal.keep(new("new")))
show()
"""

MENDS = """
show()
print([one.cure for one in doctor.examine()])
tried(lambda: repair(doctor))
print([one.cure for one in doctor.examine()])
"""


def _powerless() -> Callable[[], None] | None:
    """What takes the power of root to open everything from a process; nothing where nobody has it."""
    if os.geteuid() != 0:
        return None
    if not sys.platform.startswith("linux"):
        pytest.skip("root may open everything here")
    libc = ctypes.CDLL(None, use_errno=True)

    def drop() -> None:
        for power in (DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER, CHOWN):
            if libc.prctl(DROP_FROM_BOUNDING_SET, power, 0, 0, 0) != 0:
                raise OSError(ctypes.get_errno(), "the power of root cannot be taken away")

    return drop


def run(script: str, journal: Journal) -> list[str]:
    """The lines that a process without that power prints; no traceback among them."""
    command = [sys.executable, "-c", START + script, str(journal.folders.data.parent)]
    try:
        done = subprocess.run(command, preexec_fn=_powerless(), capture_output=True, text=True, timeout=LATER)
    except subprocess.SubprocessError:
        pytest.skip("the power of root cannot be taken away here")
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout.splitlines()


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """Three notes, of which the former state knows two."""
    for words in ("first", "second", "third"):
        journal.keep(note(words, words))
    return journal


def give_away(path: Path) -> None:
    """Let somebody else own `path`, so that it can be neither read nor opened again."""
    path.chmod(0o600)
    try:
        os.chown(path, SOMEBODY, SOMEBODY)
    except PermissionError:
        pytest.skip("only root can give a file away")


@pytest.mark.parametrize("mode", [0o000, 0o200, 0o100])
def test_a_file_of_ones_own_that_may_not_be_read_is_simply_opened_again(kept: Journal, mode: int) -> None:
    path_of(kept).chmod(mode)
    assert run(WRITES, kept) == ["['first', 'second', 'third']"]
    assert sorted(texts(again(kept))) == ["first", "new", "newer", "second", "third"]
    assert path_of(kept).stat().st_mode & 0o777 == 0o600
    assert kept.shelf.quarantine.all() == []


def test_a_file_of_somebody_else_is_never_written_over(kept: Journal) -> None:
    path = path_of(kept)
    give_away(path)
    before = {one.name: (one.read_bytes(), one.stat().st_uid) for one in path.parent.iterdir()}
    words, problem, *refused = run(WRITES, kept)
    assert words == "['first', 'second']"
    assert problem.startswith("2026-11.json cannot be opened (Permission denied).")
    assert len(refused) == 2
    assert all("cannot be opened" in one and "make it readable" in one for one in refused)
    assert {one.name: (one.read_bytes(), one.stat().st_uid) for one in path.parent.iterdir()} == before
    os.chown(path, os.geteuid(), os.getegid())
    assert texts(again(kept)) == ["first", "second", "third"]


def test_the_doctor_tells_of_a_file_of_somebody_else_and_leaves_it(kept: Journal) -> None:
    path = path_of(kept)
    give_away(path)
    before = path.read_bytes()
    lines = run(MENDS, kept)
    assert (lines[2], lines[-1]) == ("['repair']", "['repair']")
    assert any("cannot be opened" in one for one in lines[3:-1])
    assert (path.read_bytes(), path.stat().st_uid) == (before, SOMEBODY)


def test_a_file_that_was_made_readable_meanwhile_is_read(kept: Journal) -> None:
    path = path_of(kept)
    give_away(path)
    process = subprocess.Popen(
        [sys.executable, "-c", START + WAITS, str(kept.folders.data.parent)],
        preexec_fn=_powerless(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "['first', 'second']\n"
    os.chown(path, os.geteuid(), os.getegid())
    said, _ = process.communicate("go on\n", timeout=LATER)
    assert process.returncode == 0
    assert "['first', 'new', 'second', 'third']" in said.splitlines()


def test_a_former_state_that_may_not_be_read_is_in_nobodys_way(kept: Journal) -> None:
    former_of(path_of(kept)).chmod(0)
    assert run(WRITES, kept) == ["['first', 'second', 'third']"]
    assert sorted(texts(again(kept))) == ["first", "new", "newer", "second", "third"]
    former_of(path_of(kept)).chmod(0)
    lines = run(MENDS, kept)
    assert lines[-2:] == ["['repair']", "[]"]


@pytest.mark.parametrize("closed", ["folder", "file"])
def test_what_another_device_wrote_and_may_not_be_read_stops_nobody(
    kept: Journal, theirs: Journal, closed: str
) -> None:
    theirs.keep(note("theirs", "theirs"))
    there = kept.folder / theirs.device
    (theirs.folder / theirs.device).rename(there)
    give_away(there / "2026-11.json")
    if closed == "folder":
        there.chmod(0o700)
        os.chown(there, SOMEBODY, SOMEBODY)
    lines = run(WRITES, kept)
    assert lines[0] == "['first', 'second', 'third']"
    assert len(lines) == 2
    assert sorted(texts(again(kept))) == ["first", "new", "newer", "second", "theirs", "third"]
    lines = run(MENDS, kept)
    assert (lines[-2], lines[-1]) == ("['elsewhere']", "['elsewhere']")


def test_a_folder_that_may_not_be_written_is_said_in_one_line(kept: Journal) -> None:
    folder = path_of(kept).parent
    give_away(folder)
    folder.chmod(0o755)
    for one in folder.iterdir():
        one.chmod(0o644)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    lines = run(WRITES, kept)
    assert lines[0] == "['first', 'second', 'third']"
    assert len(lines) == 3
    assert all("could not be saved (Permission denied)" in one for one in lines[1:])
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_in_a_process_with_all_its_power_nothing_of_this_happens(kept: Journal) -> None:
    doctor = Doctor(again(kept), Drafts(kept.folders))
    assert doctor.examine() == []
    repair(doctor)
    assert texts(again(kept)) == ["first", "second", "third"]


def test_a_data_folder_that_cannot_be_opened_is_no_empty_journal(kept: Journal) -> None:
    kept.folders.data.chmod(0)
    try:
        said = run("show()", kept)
    finally:
        kept.folders.data.chmod(0o700)
    assert said[0] == "[]"
    assert f"{kept.folder} cannot be opened (Permission denied). What is in it is not shown." in said
    assert texts(again(kept)) == ["first", "second", "third"]
