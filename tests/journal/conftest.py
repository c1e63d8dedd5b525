"""A journal, the journal of another laptop, and records to keep in them."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ritual.core.records import Leg, Note, Session
from ritual.folders import Folders
from ritual.journal import Journal
from tests.conftest import CET, EVENING, TurnedClock

NIGHT = date(2026, 11, 22)
LATER = 30
"""Seconds after which a process that hangs is given up."""


@pytest.fixture
def journal(folders: Folders, clock: TurnedClock) -> Journal:
    return Journal(folders, clock)


@pytest.fixture
def theirs(tmp_path: Path, clock: TurnedClock) -> Journal:
    """The journal of the other laptop."""
    return Journal(Folders.find(tmp_path / "theirs"), clock)


def note(key: str, text: str = "some words", night: date = NIGHT, at: datetime = EVENING) -> Note:
    return Note(id=key, at=at, night=night, text=text)


def session(key: str, night: date, state: str = "kept") -> Session:
    at = datetime(night.year, night.month, night.day, 21, tzinfo=CET)
    legs = [Leg(step="quiet", planned=600)]
    return Session(id=key, at=at, night=night, starter="ana", legs=legs, state="kept" if state == "kept" else "open")


def path_of(journal: Journal, name: str = "2026-11") -> Path:
    return journal.folder / journal.device / f"{name}.json"


def again(journal: Journal) -> Journal:
    """Another journal on the same folders, as the next start would have it."""
    return Journal(journal.folders, TurnedClock(EVENING + timedelta(minutes=1)))


def texts(journal: Journal) -> list[str]:
    return [one.text for one in journal.nights(Note)]
