"""What all tests share: an empty home, a clock one can turn, and an environment that changes nothing."""

import gc
import os
import signal
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from textual import _wait

from ritual.folders import Folders
from ritual.house import House

settings.register_profile("ritual", deadline=None, max_examples=40)
settings.load_profile("ritual")

gc.set_threshold(50_000, 20, 20)
"""An app makes many small things that all live as long as its test: looking through them rarely saves a sixth of it."""

CET = timezone(timedelta(hours=1))
EVENING = datetime(2026, 11, 22, 21, 30, tzinfo=CET)
"""A Sunday."""
NOWHERE = "/nowhere"
HEEDED: dict[signal.Signals, Any] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGQUIT: signal.SIG_DFL,
    signal.SIGHUP: signal.SIG_DFL,
}


class TurnedClock:
    """A clock that stands still until it is turned."""

    def __init__(self, now: datetime = EVENING) -> None:
        self.time = now
        self.uptime = 1000.0

    def now(self) -> datetime:
        return self.time

    def seconds(self) -> float:
        return self.uptime

    def turn(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.time += timedelta(seconds=seconds)
        self.uptime += seconds


def pytest_sessionstart(session: pytest.Session) -> None:
    """Heed the signals again that a shell ignores for what runs in the background: programs inherit that.

    Where ritual was not installed, its translations are not compiled yet; once is enough for all processes.
    """
    for number, handler in HEEDED.items():
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)
    if (session.config.rootpath / "translate.py").exists() and not hasattr(session.config, "workerinput"):
        import translate

        translate.compile_all()


@pytest.fixture(autouse=True)
def _plain_environment(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of this machine; a test that needs no folder of its own is made none, and lives nowhere."""
    for name in list(os.environ):
        if name.startswith("RITUAL_") or name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "COLORTERM"):
            monkeypatch.delenv(name)
    has_home = "tmp_path" in request.fixturenames
    monkeypatch.setenv("HOME", str(request.getfixturevalue("tmp_path")) if has_home else NOWHERE)
    monkeypatch.setenv("COLORTERM", "truecolor")
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the kernel was given outlives any process; only where the power goes or a disk is full does fsync matter.

    Those tests run the program on a disk of their own, or in a process of its own, which this does not reach.
    """
    if "disk" not in request.fixturenames:
        monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(autouse=True)
def _looking_twice_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each key Textual looks every 20 ms whether all is quiet; half of that shortens the suite by a quarter."""
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", _wait.SLEEP_GRANULARITY / 2)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", _wait.SLEEP_IDLE / 2)


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.find(tmp_path / "home")


@pytest.fixture
def empty_house(folders: Folders, clock: TurnedClock) -> House:
    """Nobody has told their names yet."""
    return House(folders, clock)


@pytest.fixture
def house(empty_house: House) -> House:
    """Ana and Sam live here."""
    empty_house.settle(("Ana", "Sam"))
    return empty_house
