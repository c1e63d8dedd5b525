"""The clock of this machine, and its name as a device."""

import shutil
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ritual.core.records import Note
from ritual.folders import Folders
from ritual.journal import Journal, SystemClock
from ritual.journal.machine import this_device
from tests.conftest import EVENING, TurnedClock


def test_the_id_of_a_device_stays(tmp_path: Path) -> None:
    first = this_device(tmp_path / "state").id
    assert first.isalnum()
    assert [this_device(tmp_path / "state").id for _ in range(3)] == [first] * 3


def test_two_devices_have_two_ids(tmp_path: Path) -> None:
    assert this_device(tmp_path / "one").id != this_device(tmp_path / "two").id


def test_a_copied_state_folder_gets_a_new_id_and_the_old_one_keeps_its_own(tmp_path: Path) -> None:
    first = this_device(tmp_path / "state").id
    shutil.copytree(tmp_path / "state", tmp_path / "copy")
    copied = this_device(tmp_path / "copy").id
    assert copied != first
    assert this_device(tmp_path / "copy").id == copied
    assert this_device(tmp_path / "state").id == first


def test_a_state_folder_restored_on_another_machine_gets_a_new_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = this_device(tmp_path / "state").id
    monkeypatch.setattr(Path, "read_text", lambda *_: "another machine")
    elsewhere = this_device(tmp_path / "state").id
    assert elsewhere != first
    assert this_device(tmp_path / "state").id == elsewhere


@pytest.mark.parametrize("damaged", [b"", b'id = "abc"', b"\xff\xff", b"id = 3\nbound = 4\n"])
def test_a_damaged_device_file_gets_a_new_id_that_stays(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "device.toml").write_bytes(damaged)
    first = this_device(tmp_path).id
    assert first
    assert this_device(tmp_path).id == first


def test_a_copied_home_reads_everything_and_writes_into_a_folder_of_its_own(tmp_path: Path, clock: TurnedClock) -> None:
    ours = Journal(Folders.find(tmp_path / "home"), clock)
    ours.keep(Note(id="one", at=EVENING, night=EVENING.date(), text="before the copy"))
    shutil.copytree(tmp_path / "home", tmp_path / "copy")
    copied = Journal(Folders.find(tmp_path / "copy"), clock)
    copied.keep(Note(id="two", at=EVENING + timedelta(minutes=1), night=EVENING.date(), text="after it"))
    assert [one.text for one in copied.nights(Note)] == ["before the copy", "after it"]
    assert sorted(one.name for one in copied.folder.iterdir()) == sorted([ours.device, copied.device])
    assert ours.device != copied.device


def test_the_seconds_of_the_clock_only_grow() -> None:
    clock = SystemClock()
    looks = [clock.seconds() for _ in range(1000)]
    assert looks == sorted(looks)
    give_up = time.monotonic() + 5
    while clock.seconds() <= looks[-1]:
        assert time.monotonic() < give_up


def test_the_clock_knows_the_offset_of_this_place() -> None:
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert abs(datetime.now().astimezone() - now) < timedelta(minutes=1)
