import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual import files


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.mark.parametrize("umask", [0, 0o022, 0o377])
def test_files_and_folders_are_their_owners_only(tmp_path: Path, umask: int) -> None:
    os.umask(umask)
    file = tmp_path / "a" / "b" / "file"
    files.write(file, b"words")
    assert (mode(file), mode(tmp_path / "a"), mode(tmp_path / "a" / "b")) == (0o600, 0o700, 0o700)


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert files.private_folder(tmp_path / "new") == tmp_path / "new"
    assert (mode(tmp_path), mode(tmp_path / "new")) == (0o755, 0o700)


def test_an_open_file_is_private_once_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o666)
    files.write(file, b"new")
    assert mode(file) == 0o600


def test_the_former_is_private_too(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o644)
    files.write(file, b"new", keep_former=True)
    assert mode(tmp_path / "file.bak") == 0o600


def test_one_who_reads_meanwhile_sees_the_old_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "file"
    files.write(file, b"old" * 1000)
    with file.open("rb") as reader:
        before = file.stat().st_ino
        files.write(file, b"new")
        assert reader.read() == b"old" * 1000
    assert file.read_bytes() == b"new"
    assert file.stat().st_ino != before


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=5))
def test_the_former_is_always_the_one_before(tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]) -> None:
    folder = tmp_path_factory.mktemp("files")
    file = folder / "file"
    for content in contents:
        files.write(file, content, keep_former=True)
    assert file.read_bytes() == contents[-1]
    assert [(folder / name).read_bytes() for name in names(folder) if name != "file"] == contents[-2:-1]


def test_the_former_is_kept_only_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "file"
    files.write(file, b"1")
    files.write(file, b"2")
    assert names(tmp_path) == ["file"]
    files.write(file, b"3", keep_former=True)
    files.write(file, b"4")
    assert (tmp_path / "file.bak").read_bytes() == b"2"


def test_the_first_write_has_no_former(tmp_path: Path) -> None:
    files.write(tmp_path / "file", b"1", keep_former=True)
    assert names(tmp_path) == ["file"]


def test_a_folder_in_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(OSError, match="directory"):
        files.write(tmp_path / "file", b"new")
    assert names(tmp_path) == ["file"]


def test_a_folder_in_the_way_of_the_former_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "file"
    files.write(file, b"old")
    (tmp_path / "file.bak").mkdir()
    with pytest.raises(OSError, match="directory"):
        files.write(file, b"new", keep_former=True)
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["file", "file.bak"]


def test_a_write_cut_off_after_the_former_was_kept_leaves_nothing_behind_at_the_next(tmp_path: Path) -> None:
    file = tmp_path / "file"
    files.write(file, b"old")
    (tmp_path / "file.bak").hardlink_to(file)
    files.write(file, b"new", keep_former=True)
    assert ((tmp_path / "file.bak").read_bytes(), file.read_bytes()) == (b"old", b"new")
    assert names(tmp_path) == ["file", "file.bak"]


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"not a folder")
    with pytest.raises(OSError, match=r"."):
        files.write(tmp_path / "folder" / "file", b"new")
    assert (tmp_path / "folder").read_bytes() == b"not a folder"


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from ritual import files

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    files.write(Path(sys.argv[1]), b"n" * 5000, keep_former=True)
except OSError as fault:
    sys.exit(10 if fault.errno else 11)
"""


def test_when_there_is_no_room_the_old_file_is_untouched(tmp_path: Path) -> None:
    file = tmp_path / "file"
    files.write(file, b"oldest")
    files.write(file, b"old", keep_former=True)
    done = subprocess.run([sys.executable, "-c", FULL_DISK, str(file)], check=False, timeout=60)
    assert done.returncode == 10
    assert file.read_bytes() == b"old"
    assert (tmp_path / "file.bak").read_bytes() == b"oldest"
    assert names(tmp_path) == ["file", "file.bak"]


def test_a_leftover_of_a_crash_is_in_nobodys_way(tmp_path: Path) -> None:
    leftover = tmp_path / f".file.{os.getpid()}.tmp"
    leftover.write_bytes(b"half")
    files.write(tmp_path / "file", b"whole")
    assert names(tmp_path) == ["file"]
    assert (tmp_path / "file").read_bytes() == b"whole"


def test_a_link_laid_in_the_way_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"theirs")
    (tmp_path / f".file.{os.getpid()}.tmp").symlink_to(victim)
    files.write(tmp_path / "file", b"ours")
    assert victim.read_bytes() == b"theirs"


def test_removing_is_for_good_and_may_be_repeated(tmp_path: Path) -> None:
    file = tmp_path / "file"
    files.write(file, b"words")
    files.remove(file)
    files.remove(file)
    files.remove(tmp_path / "never" / "there")
    assert names(tmp_path) == []
