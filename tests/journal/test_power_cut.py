"""When the power goes, what was acknowledged is on the disk: seen on a real disk, and in the order of what is asked."""

import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.kills import LONGEST, Home
from ritual.folders import Folders
from ritual.journal import Journal
from tests.journal.conftest import LATER, note
from tests.journal.disks import Disk
from tests.journal.dying import in_a_child

CUTS = 8


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    disk = Disk(tmp_path / "disk", "ext4")
    yield disk
    disk.unmount()


def test_what_is_not_synced_is_lost_when_the_power_goes(disk: Disk) -> None:
    """So that the test below it tells something."""
    (disk.folder / "old").write_bytes(b"old")
    os.sync()
    (disk.folder / "new").write_bytes(b"new")
    (disk.folder / "new").replace(disk.folder / "old")
    disk.come_back(disk.as_if_cut())
    assert (disk.folder / "old").read_bytes() != b"new"


def test_when_the_power_goes_everything_acknowledged_is_there_and_every_file_is_whole(disk: Disk) -> None:
    seed = random.randrange(2**32)
    chance, home = random.Random(seed), Home(disk.folder / "home")
    for _ in range(CUTS):
        writer = home.start(chance.randrange(2**32))
        time.sleep(chance.uniform(0, LONGEST))
        writer.freeze()
        copy = disk.as_if_cut()
        said = writer.kill()
        disk.come_back(copy)
        home.look(said)
    tally = home.tally
    assert tally.clean, f"seed {seed}: {tally}: {[*tally.lost, *tally.unreadable, *tally.complaints]}"
    assert tally.acknowledged > CUTS, "the writers did not come to write"


SAVES = """
import sys
from datetime import date
from ritual.core.records import Note
from ritual.journal import Journal
from ritual.folders import Folders

journal, night = Journal(Folders.find(sys.argv[1])), date(2026, 11, 22)
for number in range(3):
    journal.keep(Note(id="one", at=journal.clock.now(), night=night, text=f"wording {number}"))
"""

Call = tuple[str, list[str]]
"""A system call, and the names of the files it is about."""


def traced(home: Path) -> list[Call]:
    """The system calls of three saves, as the system saw them."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("this machine has no strace")
    seen = home.with_name("strace")
    which = "trace=openat,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat"
    command = [strace, "-f", "-y", "-o", str(seen), "-e", which, sys.executable, "-c", SAVES, str(home)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LATER, check=False)
    if done.returncode and not home.exists():
        pytest.skip(f"this machine does not permit strace: {done.stderr.strip()[-80:]}")
    assert done.returncode == 0
    calls = []
    for line in seen.read_text().splitlines():
        found = re.match(r"\d+ +(\w+)\((.*)\) += \d", line)
        if found and str(home) in line:
            paths = re.findall(rf'["<]({re.escape(str(home))}[^">]*)[">]', found[2])
            calls.append((re.sub(r"(at2?|data)$", "", found[1]), [Path(one).name for one in paths]))
    return calls


def recorded(home: Path) -> list[Call]:
    """The same as Python asks for it."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux tells the names of open files")
    out = home.with_name("calls")

    def meet(name: str, arguments: tuple[object, ...]) -> None:
        paths = [
            Path(f"/dev/fd/{one}").readlink() if isinstance(one, int) else one
            for one in arguments[: 2 if name in ("replace", "link") else 1]
        ]
        with out.open("a") as file:
            print(name.replace("replace", "rename"), *(Path(str(one)).name for one in paths), file=file)

    def act() -> None:
        for number in range(3):
            Journal(journal.folders).keep(note("one", f"wording {number}"))

    journal = Journal(Folders.find(home))
    assert in_a_child(act, meet) == 0
    return [(line.split()[0], line.split()[1:]) for line in out.read_text().splitlines()]


@pytest.mark.parametrize("record", [traced, recorded])
def test_a_save_is_written_through_before_it_takes_the_place_of_the_old_file_and_the_folder_after(
    tmp_path: Path, record: Callable[[Path], list[Call]]
) -> None:
    calls = record(tmp_path / "home")
    renames = [number for number, (name, paths) in enumerate(calls) if (name, paths[-1]) == ("rename", "2026-11.json")]
    assert len(renames) == 3
    device = next(one.name for one in (tmp_path / "home/data/journal").iterdir())
    begin = 0
    for save, place in enumerate(renames):
        temporary = calls[place][1][0]
        assert re.fullmatch(r"\.2026-11\.json\.\d+\.tmp", temporary)
        before, after = calls[begin:place], calls[place + 1 :]
        of_it = [name for name, paths in before if paths[0] == temporary and name in ("write", "fsync")]
        assert of_it[-1] == "fsync"
        assert of_it.count("fsync") == 1
        written = before.index(("fsync", [temporary]))
        linked = [
            number for number, (name, paths) in enumerate(before) if name == "link" and paths[0] == "2026-11.json"
        ]
        kept = [number for number, (name, paths) in enumerate(before) if name == "rename" and paths[1].endswith(".bak")]
        assert len(linked) == len(kept) == (1 if save else 0), "the former state is kept from the second save on"
        assert [written, *linked, *kept] == sorted([written, *linked, *kept])
        assert next(call for call in after if call[0] in ("fsync", "rename")) == ("fsync", [device])
        begin = place + 1


def test_a_new_folder_is_written_through_in_the_one_above_it(tmp_path: Path) -> None:
    calls = recorded(tmp_path / "home")
    device = next(one.name for one in (tmp_path / "home/data/journal").iterdir())
    for folder, above in ((device, "journal"), ("journal", "data"), ("data", "home"), ("state", "home")):
        made = calls.index(("mkdir", [folder]))
        assert ("fsync", [above]) in calls[made:]
    assert calls.index(("mkdir", [device])) < calls.index(("fsync", ["journal"]))
