"""The command line, run in this process or in one of its own, and a house with entries to list."""

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ritual.cli import main
from ritual.core.people import person_id
from ritual.core.records import (
    Answer,
    Appreciation,
    Draw,
    Goal,
    Leg,
    Mark,
    Note,
    Occasion,
    Pause,
    Person,
    Rating,
    Record,
    Session,
    Topic,
    Wish,
)
from ritual.folders import Folders
from ritual.house import House
from tests.conftest import EVENING
from tests.journal.samples import samples

ANA, SAM = person_id("Ana"), person_id("Sam")
NIGHT = EVENING.date()
LATER = 30
"""Seconds after which a process that hangs is given up."""


def run(folders: Folders, *arguments: str | Path, typed: str | bytes | None = None) -> Result:
    """The command, without a terminal; `typed` is what comes from stdin."""
    words = ["--home", str(folders.data.parent), *map(str, arguments)]
    return CliRunner().invoke(main, words, input=typed, prog_name="ritual")


def could_not(done: Result, status: int = 1) -> bool:
    """Whether a command could not be done, or with status 2 not be understood, and one line says so."""
    return (done.exit_code, done.stdout) == (status, "") and one_line(done.stderr)


def entries(folders: Folders, *arguments: str) -> list[dict[str, Any]]:
    done = run(folders, "list", "--json", *arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def process(
    *arguments: str, stdout: int = subprocess.PIPE, environment: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """The command in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "ritual", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | (environment or {}),
        timeout=LATER,
        encoding="utf-8",
        errors="replace",
    )


def with_words(home: Path, *words: str) -> list[Path]:
    """Every file below `home` that holds one of these words."""
    found = [one for one in home.rglob("*") if one.is_file()]
    return [one for one in found if any(word.encode() in one.read_bytes() for word in words)]


def one_line(text: str) -> bool:
    """Whether `text` is one line for people."""
    return text.endswith("\n") and len(text.splitlines()) == 1 and "Traceback" not in text and len(text) > 10


@pytest.fixture
def filled(house: House) -> House:
    """A house in which an evening, and this and that, was kept."""
    keep = house.journal.keep
    legs = [
        Leg(step="arrive", planned=60, seconds=70),
        Leg(step="talk", by=ANA, planned=300, seconds=290),
        Leg(step="talk", by=SAM, planned=300, seconds=200),
        Leg(step="close", planned=540, seconds=60),
    ]
    cards = ["everyday-quiet-win"]
    kept: list[Record] = [
        Session(id="s", at=EVENING, starter=ANA, legs=legs, cards=cards, passed=["gone"], state="kept", place=9),
        Rating(id="r", at=EVENING, by=SAM, about="s", scale="closeness-before", value=4),
        Draw(id="d", at=EVENING, about="s", card="everyday-quiet-win"),
        Answer(id="a", at=EVENING, by=ANA, about="d", text="the answer"),
        Appreciation(id="t", at=EVENING, by=ANA, to=SAM, text="für den Tee ♥", way="help"),
        Note(id="n", at=EVENING, by=SAM, about="s", text="a line"),
    ]
    standing: list[Record] = [
        Topic(id="topic", at=EVENING, by=ANA, text="the holidays", on=NIGHT),
        Wish(id="wish", at=EVENING, by=SAM, text="a walk on Sunday"),
        Goal(id="goal", at=EVENING, by=SAM, text="learn the cello"),
        Occasion(id="occasion", at=EVENING, by=ANA, name="the day we met", day=NIGHT),
        Mark(id="mark", at=EVENING, card="everyday-quiet-win", met=NIGHT),
        Pause(id="pause", at=EVENING, since=NIGHT),
    ]
    for number, record in enumerate([*kept, *standing]):
        at, night = EVENING + timedelta(minutes=number), NIGHT if record in kept else None
        keep(type(record)(**{**_fields(record), "at": at, "night": night}))
    keep(Note(id="sealed", at=EVENING, night=NIGHT, by=ANA, text="hidden: sealed", visibility="sealed"))
    keep(Note(id="private", at=EVENING, night=NIGHT, by=ANA, text="hidden: private", visibility="private"))
    house.journal.remove(keep(Note(id="removed", at=EVENING, night=NIGHT, by=ANA, text="hidden: removed")))
    house.journal.remove(keep(Topic(id="removed topic", at=EVENING, by=ANA, text="hidden: removed")))
    keep(Session(id="open", at=EVENING, night=NIGHT, starter=SAM, legs=legs))
    keep(Session(id="resting", at=EVENING, night=NIGHT, starter=SAM, legs=legs, state="resting"))
    return house


@pytest.fixture
def full(house: House) -> House:
    """A house with a record of every kind in every state it can have, and a person who was renamed."""
    keep = house.journal.keep
    house.settle(("Anna", "Sam"), "long-term", NIGHT)
    for record in samples():
        if not isinstance(record, Person):
            keep(record)
    keep(Note(id="edited", at=EVENING, night=NIGHT, by=ANA, text="first words", tags=["one"]))
    keep(Note(id="edited", at=EVENING, night=NIGHT, by=ANA, text="second words\n# not a heading", tags=["two"]))
    house.journal.remove(keep(Note(id="gone", at=EVENING, night=NIGHT, by=SAM, text="removed words")))
    house.journal.remove(keep(Wish(id="gone wish", at=EVENING, by=SAM, text="removed words", visibility="private")))
    keep(Note(id="long ago", at=EVENING - timedelta(days=400), night=NIGHT - timedelta(days=400), by=SAM, text="old"))
    keep(Note(id="of nobody", at=EVENING, night=NIGHT, text="from elsewhere"))
    legs = [Leg(step="talk", by=SAM, planned=300, seconds=10)]
    keep(Session(id="open", at=EVENING, night=NIGHT, starter=SAM, legs=legs))
    keep(
        Session(id="kept", at=EVENING, night=NIGHT, starter=ANA, legs=legs, state="kept", cards=["everyday-quiet-win"])
    )
    return house


def put_beside(theirs: House, house: House) -> None:
    """Put the folder of another device's house beside that of `house`."""
    shutil.copytree(theirs.journal.shelf.own, house.journal.folder / theirs.journal.device, dirs_exist_ok=True)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Folders:
    """Another home, empty."""
    return Folders.find(tmp_path / "elsewhere")


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}
