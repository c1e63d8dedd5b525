"""A disk that is full, and folders that cannot be written."""

import subprocess
import sys

import pytest

from ritual.core.errors import RitualError
from ritual.folders import Folders
from ritual.journal import Journal
from tests.journal.conftest import LATER, again, note, path_of, texts

FULL_DISK = """
import resource, sys
from datetime import date
from ritual.core.errors import RitualError
from ritual.core.records import Note
from ritual.journal import Journal
from ritual.folders import Folders

journal = Journal(Folders.find(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    journal.keep(Note(id="two", at=journal.clock.now(), night=date(2026, 11, 22), text="does not fit"))
except RitualError as fault:
    print(fault)
"""


def test_a_full_disk_leaves_the_file_whole_and_is_said_in_one_line(journal: Journal) -> None:
    journal.keep(note("one"))
    before = {one.name: one.read_bytes() for one in path_of(journal).parent.iterdir()}
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(journal.folders.data.parent), "200"],
        capture_output=True,
        text=True,
        timeout=LATER,
    )
    assert done.stderr == ""
    assert "could not be saved" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert "does not fit" not in done.stdout
    assert {one.name: one.read_bytes() for one in path_of(journal).parent.iterdir()} == before
    assert texts(again(journal)) == ["some words"]


def test_a_disk_that_is_full_from_the_first_is_said_in_one_line_too(folders: Folders) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(folders.data.parent), "10"], capture_output=True, text=True, timeout=LATER
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("in_the_way", ["data", "state"])
def test_a_folder_that_cannot_be_made_is_said_in_one_line(journal: Journal, in_the_way: str) -> None:
    folder = journal.folders.data.parent / in_the_way
    folder.parent.mkdir()
    folder.write_bytes(b"a file where a folder should be")
    with pytest.raises(RitualError) as fault:
        journal.keep(note("one"))
    assert len(str(fault.value).splitlines()) == 1
    assert folder.read_bytes() == b"a file where a folder should be"


def test_what_could_not_be_saved_does_not_count_in_memory(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.keep(note("one"))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("ritual.files.os.write", full)
        for change in (note("one", "changed"), note("two")):
            with pytest.raises(RitualError, match="No space left on device"):
                journal.keep(change)
    assert texts(journal) == ["some words"]
    assert journal.keep(note("two", "now it fits")).versions == {journal.device: 1}
    assert sorted(texts(journal)) == ["now it fits", "some words"]
