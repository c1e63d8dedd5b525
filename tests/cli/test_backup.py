"""`ritual backup`: one archive, proven, and back."""

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ritual.core.records import Note
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, NIGHT, could_not, entries, one_line, put_beside, run
from tests.conftest import EVENING


def backed_up(house: House, folder: Path) -> Path:
    """A new archive in `folder`."""
    done = run(house.folders, "backup", folder)
    assert (done.exit_code, one_line(done.stderr)) == (0, True)
    return Path(done.stdout.removesuffix("\n"))


def archive(held: dict[str, bytes], **said: object) -> bytes:
    """An archive as somebody else might make one."""
    packed = BytesIO()
    contents = {"device": "other", "sums": {name: hashlib.sha256(one).hexdigest() for name, one in held.items()}} | said
    with zipfile.ZipFile(packed, "w") as made:
        for name, content in {"contents.json": json.dumps(contents).encode(), **held}.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def below(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_an_archive_is_dated_and_for_its_owner_only(full: House, tmp_path: Path) -> None:
    written = backed_up(full, tmp_path)
    assert written.parent == tmp_path
    assert written.name.startswith("ritual-20")
    assert written.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["home", written.name])


def test_an_archive_holds_the_files_as_they_are_and_any_tool_opens_it(full: House, tmp_path: Path) -> None:
    full.folders.config.mkdir()
    full.folders.settings_file.write_text("minutes = 30\n")
    written = backed_up(full, tmp_path)
    with zipfile.ZipFile(written) as opened:
        assert opened.testzip() is None
        held = {name: opened.read(name) for name in opened.namelist()}
    contents = json.loads(held.pop("contents.json"))
    assert held == {
        name: content
        for name, content in {
            **{f"journal/{name}": content for name, content in below(full.journal.folder).items()},
            **{f"config/{name}": content for name, content in below(full.folders.config).items()},
        }.items()
        if not name.endswith(".bak")
    }
    assert contents["device"] == full.journal.device
    assert contents["sums"] == {name: hashlib.sha256(content).hexdigest() for name, content in held.items()}


def test_a_second_backup_of_the_day_gets_a_name_of_its_own(full: House, tmp_path: Path) -> None:
    first, second = backed_up(full, tmp_path), backed_up(full, tmp_path)
    assert first != second
    assert first.exists()


def test_without_a_folder_it_is_written_here(full: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(full.folders, "backup")
    assert Path(done.stdout.strip()).parent == tmp_path


def test_a_backup_comes_back_into_an_empty_home(full: House, elsewhere: Folders, tmp_path: Path) -> None:
    full.folders.config.mkdir()
    full.folders.settings_file.write_text("minutes = 30\n")
    written = backed_up(full, tmp_path)
    done = run(elsewhere, "backup", "--restore", written)
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert run(elsewhere, "export", "--sealed").stdout == run(full.folders, "export", "--sealed").stdout
    assert run(elsewhere, "doctor").exit_code == 0
    there = House(elsewhere)
    assert there.settings.minutes == 30
    assert there.journal.device != full.journal.device
    assert {one.stat().st_mode & 0o077 for one in elsewhere.data.rglob("*")} == {0}


def test_what_is_written_after_that_is_another_devices(full: House, elsewhere: Folders, tmp_path: Path) -> None:
    run(elsewhere, "backup", "--restore", backed_up(full, tmp_path))
    theirs = below(elsewhere.data / "journal" / full.journal.device)
    assert run(elsewhere, "thank", "golden", "--from", "Sam").exit_code == 0
    assert below(elsewhere.data / "journal" / full.journal.device) == theirs
    assert "golden" in run(elsewhere, "list").stdout


def test_the_folders_of_all_devices_come_back(house: House, elsewhere: Folders, tmp_path: Path) -> None:
    theirs = House(Folders.find(tmp_path / "theirs"), house.clock)
    theirs.journal.keep(Note(id="theirs", at=EVENING, night=NIGHT, by=ANA, text="golden"))
    house.journal.keep(Note(id="ours", at=EVENING, night=NIGHT, by=ANA, text="silver"))
    put_beside(theirs, house)
    run(elsewhere, "backup", "--restore", backed_up(house, tmp_path))
    assert {one["text"] for one in entries(elsewhere)} == {"golden", "silver"}


def test_a_backup_comes_back_where_only_the_same_names_were_told(
    house: House, elsewhere: Folders, tmp_path: Path
) -> None:
    house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="golden"))
    written = backed_up(house, tmp_path)
    assert run(elsewhere, "setup", "--names", "Ana,Sam").exit_code == 0
    assert run(elsewhere, "backup", "--restore", written).exit_code == 0
    assert [one["by"] for one in entries(elsewhere)] == ["Ana"]
    assert [one.name for one in House(elsewhere).people] == ["Ana", "Sam"]


def test_a_backup_does_not_come_back_where_others_live(full: House, elsewhere: Folders, tmp_path: Path) -> None:
    written = backed_up(full, tmp_path)
    run(elsewhere, "setup", "--names", "Kim,Lee")
    before = below(elsewhere.data)
    done = run(elsewhere, "backup", "--restore", written)
    assert could_not(done)
    assert "Kim and Lee live here" in done.stderr
    assert below(elsewhere.data) == before


def test_a_backup_does_not_come_back_where_there_are_entries(full: House, tmp_path: Path) -> None:
    written = backed_up(full, tmp_path)
    before = below(full.folders.data)
    assert could_not(run(full.folders, "backup", "--restore", written))
    assert below(full.folders.data) == before


def test_a_damaged_month_is_backed_up_with_its_former_state_and_it_is_said(full: House, tmp_path: Path) -> None:
    month = full.journal.shelf.own / "2026-11.json"
    month.write_bytes(b"damaged")
    done = run(full.folders, "backup", tmp_path)
    assert done.exit_code == 0
    assert "2026-11.json is damaged" in done.stderr
    with zipfile.ZipFile(done.stdout.strip()) as opened:
        assert {"2026-11.json", "2026-11.json.bak"} <= {Path(name).name for name in opened.namelist()}


def test_a_home_without_anything_has_no_backup(folders: Folders, tmp_path: Path) -> None:
    assert could_not(run(folders, "backup", tmp_path))
    assert not list(tmp_path.glob("*.zip"))


def test_a_folder_that_cannot_be_written_is_said_in_one_line(full: House, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("theirs")
    for folder in (tmp_path / "nowhere", tmp_path / "file", Path("/proc")):
        assert could_not(run(full.folders, "backup", folder)), folder


def test_wrong_usage_is_said_in_one_line(full: House, tmp_path: Path) -> None:
    for arguments in (["--restore"], [tmp_path, "--restore", "x"], ["a", "b"], ["--into", "x"]):
        assert could_not(run(full.folders, "backup", *arguments), 2)


OTHERS = {
    "empty": b"",
    "no archive": bytes(range(256)) * 10,
    "without contents": archive({}).replace(b"contents.json", b"content5.json"),
    "no sums": archive({"config/settings.toml": b""}, sums={}),
    "wrong sums": archive({"config/settings.toml": b""}, sums=5),
    "a way out": archive({"journal/../../x": b""}),
    "another way out": archive({"config/../data/x": b""}),
    "the root": archive({"/etc/x": b""}),
    "no device": archive({"journal/2026-11.json": b""}),
    "too deep": archive({"journal/a/b/2026-11.json": b""}),
    "the folder itself": archive({"config": b""}),
    "another folder": archive({"state/device.toml": b""}),
}


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
def test_what_is_no_backup_of_ours_restores_nothing(folders: Folders, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "backup.zip").write_bytes(content)
    done = run(folders, "backup", "--restore", tmp_path / "backup.zip")
    assert could_not(done)
    assert "Nothing was restored" in done.stderr
    assert below(tmp_path).keys() == {"backup.zip"}


def test_a_damaged_backup_restores_nothing_wrong(full: House, elsewhere: Folders, tmp_path: Path) -> None:
    """One byte that is wrong, here and there in the archive: it is noticed, or it does not matter."""
    content = backed_up(full, tmp_path).read_bytes()
    expected = run(full.folders, "export", "--sealed").stdout
    for number in range(0, len(content), len(content) // 40):
        home = Folders.find(tmp_path / f"home {number}")
        (tmp_path / "damaged.zip").write_bytes(
            content[:number] + bytes([content[number] ^ 0x55]) + content[number + 1 :]
        )
        done = run(home, "backup", "--restore", tmp_path / "damaged.zip")
        if done.exit_code == 0:
            assert run(home, "export", "--sealed").stdout == expected
        else:
            assert could_not(done)
            assert not home.data.exists()


def test_a_file_that_is_not_there_is_said_in_one_line(folders: Folders, tmp_path: Path) -> None:
    for file in (tmp_path / "nowhere.zip", tmp_path):
        assert could_not(run(folders, "backup", "--restore", file))
