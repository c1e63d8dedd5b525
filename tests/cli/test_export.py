"""`ritual export`: everything out."""

import json
from pathlib import Path
from typing import Any

import pytest

from ritual.core.records import KINDS, Appreciation, Note, Reply
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, NIGHT, SAM, could_not, entries, one_line, put_beside, run
from tests.conftest import EVENING


def exported(folders: Folders, *arguments: str | Path) -> list[dict[str, Any]]:
    done = run(folders, "export", *arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert (document["format"], document["version"]) == ("ritual", 1)
    assert list(document) == ["format", "version", "entries"]
    found: list[dict[str, Any]] = document["entries"]
    return found


def test_a_plain_export_has_the_same_entries_as_the_list(full: House) -> None:
    assert exported(full.folders) == entries(full.folders)
    assert len(exported(full.folders)) > 10


def test_an_export_into_a_file_is_the_same_and_for_its_owner_only(full: House, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    done = run(full.folders, "export", file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert json.loads(file.read_bytes())["entries"] == exported(full.folders)
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["all.json", "home"]


def test_a_hyphen_prints(full: House) -> None:
    assert exported(full.folders, "-") == exported(full.folders)


def test_an_empty_home_gives_an_empty_export(folders: Folders) -> None:
    assert exported(folders) == []
    assert exported(folders, "--sealed") == []


def test_a_plain_export_leaves_out_what_the_list_leaves_out(full: House) -> None:
    said = run(full.folders, "export").stdout
    for hidden in ("removed words", "first words", "rain", "a walk", "versions", "visibility"):
        assert hidden not in said


def test_a_sealed_export_has_all_there_is(full: House) -> None:
    found = exported(full.folders, "--sealed")
    assert {one["kind"] for one in found} == set(KINDS)
    said = json.dumps(found)
    for word in ("removed words", "first words", "second words", "rain", "a walk"):
        assert word in said
    assert {one["visibility"] for one in found} == {"shared", "sealed", "private"}
    assert {one["by"] for one in found} == {"Anna", "Sam", None}


def test_only_one_persons_words_hold_no_word_of_the_other(house: House) -> None:
    keep = house.journal.keep
    keep(Appreciation(id="a", at=EVENING, night=NIGHT, by=ANA, to=SAM, text="golden"))
    keep(Reply(id="b", at=EVENING, night=NIGHT, by=SAM, about="a", text="crimson"))
    keep(Appreciation(id="c", at=EVENING, night=NIGHT, by=SAM, to=ANA, text="crimson"))
    keep(Reply(id="d", at=EVENING, night=NIGHT, by=ANA, about="c", text="silver"))
    keep(Note(id="e", at=EVENING, night=NIGHT, by=SAM, text="crimson", visibility="private"))
    for how in (["--format", "json"], ["--format", "markdown"], ["--sealed"], ["--sealed", "--format", "markdown"]):
        said = run(house.folders, "export", "--only", "ana", *how).stdout
        assert "golden" in said
        assert "silver" in said
        assert "crimson" not in said
    assert [one["id"] for one in exported(house.folders, "--only", "Sam")] == ["c", "b"]


@pytest.mark.parametrize("name", ["Kim", "", "K\x1b[2J"])
def test_only_somebody_unknown_exports_nothing(full: House, tmp_path: Path, name: str) -> None:
    done = run(full.folders, "export", "--only", name, tmp_path / "file")
    assert could_not(done)
    assert "Anna and Sam" in done.stderr
    assert not (tmp_path / "file").exists()


def test_only_one_year(full: House) -> None:
    assert [one["id"] for one in exported(full.folders, "--year", "2025")] == ["long ago"]
    assert exported(full.folders, "--year", "1999", "--sealed") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--year", "0"],
        ["--year", "last"],
        ["--year", "10000"],
        ["--format", "pdf"],
        ["--only"],
        ["a", "b"],
        ["--everything"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_said_in_one_line(full: House, arguments: list[str]) -> None:
    assert could_not(run(full.folders, "export", *arguments), 2)


def test_an_existing_file_is_never_written_over_unasked(full: House, tmp_path: Path) -> None:
    file = tmp_path / "there.json"
    file.write_text("theirs")
    done = run(full.folders, "export", file, typed="y\n")
    assert could_not(done)
    assert "there.json is there already" in done.stderr
    assert file.read_text() == "theirs"


def test_a_file_that_cannot_be_written_is_said_in_one_line(full: House, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    for where in (tmp_path, tmp_path / "nowhere" / "x", tmp_path / "file" / "x", Path("/dev/null"), Path("/proc/x")):
        assert could_not(run(full.folders, "export", where)), where
    assert (tmp_path / "file").read_text() == "a file"


def test_markdown_is_the_journal_to_read_by_month_and_night(house: House) -> None:
    keep = house.journal.keep
    keep(Note(id="a", at=EVENING, night=NIGHT.replace(month=9, day=3), by=SAM, text="one\n# two\x1b[2J\n\nthree"))
    keep(Appreciation(id="b", at=EVENING, night=NIGHT, by=ANA, to=SAM, text="für den Tee ♥", way="help"))
    done = run(house.folders, "export", "--format", "Markdown")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "# Ana and Sam",
        "",
        "## September 2026",
        "",
        "### Thursday 3 September 2026",
        "",
        "**note · Sam**",
        "",
        "> one",
        "> # two�[2J",
        ">",
        "> three",
        "",
        "## November 2026",
        "",
        "### Sunday 22 November 2026",
        "",
        "**appreciation · Ana to Sam · help**",
        "",
        "> für den Tee ♥",
        "",
    ]


def test_each_month_and_each_night_has_one_heading(full: House) -> None:
    for how in ([], ["--sealed"]):
        lines = run(full.folders, "export", "--format", "markdown", *how).stdout.splitlines()
        headings = [line for line in lines if line.startswith("#")]
        assert len(headings) == len(set(headings)) > 3
        assert not any(kind in line for kind in ("person", "mark", "couple") for line in lines)


@pytest.mark.parametrize("name", ["journal.md", "journal.MD", "journal.markdown"])
def test_a_name_that_ends_in_md_gives_markdown(full: House, tmp_path: Path, name: str) -> None:
    assert run(full.folders, "export", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_text("utf-8").startswith("# Anna and Sam\n")
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert run(full.folders, "export", tmp_path / f"{name}.json").exit_code == 0
    assert run(full.folders, "export", "--format", "json", tmp_path / f"2-{name}").exit_code == 0
    assert json.loads((tmp_path / f"2-{name}").read_bytes())["entries"]


def test_what_two_devices_wrote_at_once_is_exported_in_both_wordings(house: House, elsewhere: Folders) -> None:
    theirs = House(elsewhere, house.clock)
    theirs.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="golden"))
    house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="silver"))
    put_beside(theirs, house)
    for how in ([], ["--sealed"], ["--format", "markdown"]):
        said = run(house.folders, "export", *how).stdout
        assert "golden" in said
        assert "silver" in said
    assert "golden" in run(house.folders, "list").stdout


def test_what_is_damaged_is_said_on_stderr_and_the_rest_is_exported(full: House) -> None:
    (full.journal.shelf.own / "2026-10.json").write_bytes(b"damaged")
    done = run(full.folders, "export")
    assert done.exit_code == 0
    assert one_line(done.stderr)
    assert len(json.loads(done.stdout)["entries"]) > 10
