"""The command itself: its version, its help, and where things lie."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ritual import __version__
from ritual.cli import main
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import LATER, one_line, process, run

WITHOUT_TEXTUAL = """
import sys
from ritual.cli import main

try:
    main(sys.argv[1:])
finally:
    print([name for name in sys.modules if name.split(".")[0] == "textual"], file=sys.stderr)
"""

IMPORTED = """
import sys
from ritual.cli import main

try:
    main(sys.argv[1:])
finally:
    print(*sys.modules, file=sys.stderr)
"""


def test_the_version_is_told(folders: Folders) -> None:
    done = run(folders, "--version")
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"ritual {__version__}\n", "")


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_every_command(folders: Folders, flag: str) -> None:
    done = run(folders, flag)
    assert (done.exit_code, done.stderr) == (0, "")
    for command in (
        "tonight",
        "setup",
        "thank",
        "list",
        "restore",
        "bin",
        "export",
        "import",
        "backup",
        "doctor",
        "remind",
        "nudge",
        "where",
    ):
        assert f"\n  {command} " in done.stdout
        about = run(folders, command, flag)
        assert (about.exit_code, about.stderr) == (0, "")
        assert f"ritual {command}" in about.stdout
    assert "..." not in done.stdout.partition("Commands:")[2]


def test_the_package_runs_as_a_module() -> None:
    done = process("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f" {__version__}\n")


def test_where_prints_bare_paths(folders: Folders) -> None:
    home = folders.data.parent
    assert run(folders, "where").stdout == f"{home}/data\n{home}/state\n{home}/config\n"
    for which in ("data", "config", "state"):
        done = run(folders, "where", which)
        assert (done.exit_code, done.stdout, done.stderr) == (0, f"{home}/{which}\n", "")
    assert not home.exists()


def test_the_flag_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RITUAL_HOME", str(tmp_path / "environment"))
    assert CliRunner().invoke(main, ["where", "data"]).stdout == f"{tmp_path}/environment/data\n"
    flagged = CliRunner().invoke(main, ["--home", str(tmp_path / "flag"), "where", "data"])
    assert flagged.stdout == f"{tmp_path}/flag/data\n"


def test_where_refuses_a_folder_there_is_not(folders: Folders) -> None:
    done = run(folders, "where", "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
    assert one_line(done.stderr)


def test_an_unknown_command_is_answered_with_the_one_that_was_meant(folders: Folders) -> None:
    for typed, meant in (("tonigth", "tonight"), ("lst", "list"), ("set-up", "setup")):
        done = run(folders, typed)
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"Did you mean {meant}?" in done.stderr
        assert one_line(done.stderr)


def test_an_unknown_command_unlike_any_other_is_answered_with_help(folders: Folders) -> None:
    done = run(folders, "x\x1b[2J")
    assert done.exit_code == 2
    assert "--help" in done.stderr
    assert "\x1b" not in done.stderr
    assert one_line(done.stderr)


def test_a_number_and_a_command_within_a_group_are_asked_for_in_plain_words(folders: Folders) -> None:
    """What was said is the same in every group, and no sign stands for a word."""
    limit = "Invalid value for '--limit': '0' is no whole number from 1 on.\n"
    assert run(folders, "list", "--limit", "0").stderr == limit
    depth = "Invalid value for '--depth': 'x' is no whole number from 1 to 3.\n"
    assert run(folders, "draw", "--depth", "x").stderr == depth
    for group in ("remind", "decks"):
        wrong = run(folders, group, "nowhere")
        told = f"There is no command 'nowhere'. ritual {group} --help lists the commands.\n"
        assert (wrong.exit_code, wrong.stderr) == (2, told)


@pytest.mark.parametrize("arguments", [[], ["tonight"]])
def test_without_a_terminal_the_app_does_not_open(folders: Folders, arguments: list[str]) -> None:
    done = process("--home", str(folders.data.parent), *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert one_line(done.stderr)
    assert not folders.data.parent.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["list"],
        ["list", "--json"],
        ["where"],
        ["setup", "--names", "Ana,Sam"],
        ["thank", "you", "--from", "Ana"],
        ["bin"],
        ["doctor"],
        ["export"],
        ["import", "nowhere"],
        ["backup", "nowhere"],
        ["remind", "--ics", "-"],
        ["remind", "status"],
        ["nudge"],
        [],
    ],
    ids=" ".join,
)
def test_textual_is_not_imported_unless_a_screen_opens(filled: House, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_TEXTUAL, "--home", str(filled.folders.data.parent), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LATER,
    )
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["thank", "--help"], ["nudge"]], ids=" ".join)
def test_what_opens_no_journal_imports_none(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *arguments], capture_output=True, text=True, check=True, timeout=LATER
    )
    imported = set(done.stderr.split())
    assert "ritual.cli" in imported
    assert not {"ritual.house", "ritual.journal", "tinydb", "filelock", "tomlkit", "dateutil", "zipfile"} & imported


def test_a_nudge_that_knows_the_journal_does_not_open_it(house: House) -> None:
    words = [sys.executable, "-c", IMPORTED, "--home", str(house.folders.data.parent), "nudge"]
    seen = [
        set(subprocess.run(words, capture_output=True, text=True, check=True, timeout=LATER).stderr.split())
        for _ in range(2)
    ]
    assert ["ritual.journal" in imported for imported in seen] == [True, False]
    assert not {"tinydb", "filelock", "tomlkit", "dateutil", "icalendar", "subprocess"} & seen[1]
