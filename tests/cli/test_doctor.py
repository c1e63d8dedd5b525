"""`ritual doctor`: it looks, it tells, and mends only where it is asked to."""

import json
from pathlib import Path

import pytest

from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import could_not, entries, run


def month(house: House) -> Path:
    return house.journal.shelf.own / "2026-11.json"


def by_hand(house: House, before: bytes, after: bytes) -> None:
    """Change the month as an editor would."""
    month(house).write_bytes(month(house).read_bytes().replace(before, after))


@pytest.mark.parametrize("how", [[], ["--repair"], ["--accept"], ["--accept", "--repair"]])
def test_where_all_is_well_it_says_so(full: House, how: list[str]) -> None:
    before = {one: one.read_bytes() for one in full.folders.data.rglob("*") if one.is_file()}
    done = run(full.folders, "doctor", *how)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("All is well: ")
    assert len(done.stdout.splitlines()) == 1
    assert {one: one.read_bytes() for one in full.folders.data.rglob("*") if one.is_file()} == before


def test_an_empty_home_is_well(folders: Folders) -> None:
    done = run(folders, "doctor")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "All is well: 0 records, each as it was written.\n", "")


def test_damage_is_told_and_repaired_only_when_asked_for(filled: House) -> None:
    damaged = month(filled).read_bytes()[:-40]
    month(filled).write_bytes(damaged)
    told = run(filled.folders, "doctor")
    assert told.exit_code == 1
    assert "2026-11.json is damaged" in told.stdout
    assert "--repair" in told.stderr
    assert month(filled).read_bytes() == damaged
    shown = {one["id"] for one in entries_despite(filled)}
    mended = run(filled.folders, "doctor", "--repair")
    assert mended.exit_code == 0
    assert "All is well" in mended.stdout
    assert "quarantine" in mended.stderr
    assert {one["id"] for one in entries(filled.folders)} == shown
    assert damaged in [one.read_bytes() for one in (filled.folders.data / "quarantine").iterdir()]


def test_a_change_by_hand_is_told_without_its_words_and_can_be_accepted(filled: House) -> None:
    by_hand(filled, b"a line", b"a better line")
    told = run(filled.folders, "doctor")
    assert told.exit_code == 1
    assert "2026-11.json was changed outside ritual" in told.stdout
    assert "note" in told.stdout
    assert "--accept" in told.stderr
    assert "better" not in told.output
    assert run(filled.folders, "doctor", "--accept").exit_code == 0
    assert [one["text"] for one in entries(filled.folders, "note")] == ["a better line"]
    assert run(filled.folders, "doctor").exit_code == 0


def test_a_change_by_hand_can_be_taken_back(filled: House) -> None:
    filled.settle(("Ana", "Sam"), "beginning")
    standing = filled.journal.shelf.own / "standing.json"
    standing.write_bytes(standing.read_bytes().replace(b"the holidays", b"the fine"))
    assert run(filled.folders, "doctor").exit_code == 1
    assert run(filled.folders, "doctor", "--repair").exit_code == 0
    assert [one["text"] for one in entries(filled.folders, "topic")] == ["the holidays"]


def test_names_of_files_cannot_write_to_the_terminal(filled: House) -> None:
    month(filled).with_name("a\x1b[2Jb.json").write_bytes(month(filled).read_bytes())
    done = run(filled.folders, "doctor")
    assert done.exit_code == 1
    assert "\x1b" not in done.output


def test_open_permissions_are_told_and_closed(filled: House) -> None:
    month(filled).chmod(0o644)
    told = run(filled.folders, "doctor")
    assert told.exit_code == 1
    assert "other accounts" in told.stdout
    assert run(filled.folders, "doctor", "--repair").exit_code == 0
    assert month(filled).stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_mended_is_said_in_one_line(filled: House) -> None:
    by_hand(filled, b"a line", b"a better line")
    lock = filled.folders.state / "journal.lock"
    lock.unlink()
    lock.mkdir()
    assert could_not(run(filled.folders, "doctor", "--repair"))


@pytest.mark.parametrize("arguments", [["all"], ["--mend"], ["--repair=yes"]])
def test_wrong_usage_is_said_in_one_line(filled: House, arguments: list[str]) -> None:
    assert could_not(run(filled.folders, "doctor", *arguments), 2)


def entries_despite(house: House) -> list[dict[str, str]]:
    """What is listed though something is damaged."""
    found: list[dict[str, str]] = json.loads(run(house.folders, "list", "--json").stdout)
    return found
