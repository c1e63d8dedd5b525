"""Pipes, readers that have gone, and narrow encodings."""

import os
import subprocess
import sys

import pytest
from tinydb.table import Document

from ritual.core.records import Note
from ritual.house import House
from ritual.journal.codec import to_document
from ritual.journal.table import MonthFile
from tests.cli.conftest import ANA, LATER, NIGHT, process
from tests.conftest import EVENING


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["list", "--json"], ["export"], ["bin"], ["doctor"], ["where"], ["--version"], ["--help"]],
    ids=" ".join,
)
def test_a_reader_that_has_gone_gives_no_traceback(filled: House, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = process("--home", str(filled.folders.data.parent), *arguments, stdout=writing)
    finally:
        os.close(writing)
    assert done.stderr == ""


@pytest.mark.parametrize("how", ["list", "list --json"])
def test_a_long_list_can_be_cut_off_by_head(house: House, how: str) -> None:
    notes = [Note(id=f"n{number}", at=EVENING, night=NIGHT, by=ANA, text="words " * 200) for number in range(300)]
    table = MonthFile(house.journal.folder / house.journal.device / "2026-11.json").table("note")
    table.insert_multiple([Document(to_document(one), doc_id=one.id) for one in notes])  # type: ignore[arg-type]
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m ritual --home "$1" {how} | head -1', sys.executable, str(house.folders.data.parent)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LATER,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("how", [["list"], ["list", "--json"]], ids=" ".join)
def test_a_narrow_encoding_gives_no_traceback(filled: House, how: list[str], encoding: str) -> None:
    done = process("--home", str(filled.folders.data.parent), *how, environment={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, "")
    assert "a line" in done.stdout


def test_colours_do_not_go_into_a_pipe(filled: House) -> None:
    for arguments in (["list"], ["--help"], ["list", "--json"]):
        assert "\x1b" not in process("--home", str(filled.folders.data.parent), *arguments).stdout
