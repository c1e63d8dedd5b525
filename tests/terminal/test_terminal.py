"""How the program behaves as a citizen of the terminal."""

import json
import signal
import subprocess
import time
from datetime import datetime, timedelta
from pathlib import Path

import psutil
import pytest

from tests.terminal.program import CTRL_N, ENTER, RITUAL, Program, environment, lived_in, shell


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lived_in(tmp_path / "home")


def test_without_a_terminal_it_does_not_start(home: Path) -> None:
    for command in ([], ["tonight"]):
        done = subprocess.run([RITUAL, *command], env=environment(home), capture_output=True, stdin=subprocess.DEVNULL)
        assert done.returncode == 2
        assert done.stdout == b""
        assert len(done.stderr.splitlines()) == 1


def test_the_time_is_right_after_being_stopped_for_five_seconds(home: Path) -> None:
    with Program(home, "tonight", RITUAL_MINUTES="2") as ritual:
        ritual.see("breathe")
        ritual.press(CTRL_N)
        ritual.see("Ana speaks")
        process = psutil.Process(ritual.child.pid)
        started = time.monotonic()
        ritual.kill(signal.SIGSTOP)
        while process.status() != psutil.STATUS_STOPPED:
            assert time.monotonic() < started + 5
        ritual.spend(5)
        ritual.kill(signal.SIGCONT)
        ritual.press(CTRL_N, CTRL_N)
        ritual.see("Enter keeps it")
        ritual.press(CTRL_N)
        ritual.see("How close do you feel now")
        passed = time.monotonic() - started
        ritual.press(CTRL_N)
        ritual.see("keeps this evening")
        ritual.press(CTRL_N)
        ritual.see("Your evening is kept")
    session = json.loads(shell(home, "list", "session", "--json").stdout)[0]
    assert 5 <= session["turns"][0]["seconds"] <= passed + 1


def test_a_very_small_window_asks_for_a_larger_one(home: Path) -> None:
    with Program(home, columns=30, rows=10) as ritual:
        ritual.see("Please make this window")
        ritual.child.setwinsize(24, 80)
        ritual.screen.resize(24, 80)
        ritual.see("Good (morning|afternoon|evening)", "Enter  begin")


@pytest.mark.parametrize(("columns", "rows"), [(60, 20), (80, 24), (120, 40)])
def test_the_foot_is_never_clipped(home: Path, columns: int, rows: int) -> None:
    with Program(home, columns=columns, rows=rows) as ritual:
        ritual.see(r"\? help", "begin")
        ritual.press(ENTER)
        ritual.see(r"\? help   Enter go on")
        ritual.press(CTRL_N)
        text = ritual.see("Ana speaks", r"\^g break")
        assert max(len(line) for line in text.splitlines()) <= columns


def test_a_crash_ends_calmly_without_their_words(home: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import ritual.core.session as s\n"
        "before = s.forward\n"
        "def forward(progress, now):\n"
        "    secret = 'the light on the stairs'\n"
        "    raise RuntimeError(secret)\n"
        "s.forward = forward\n"
    )
    with Program(home, "tonight", PYTHONPATH=str(tmp_path)) as ritual:
        ritual.see("breathe")
        ritual.press(ENTER)
        assert ritual.ended() == 1
        after = ritual.raw.split(b"\x1b[?1049l")[-1]
        assert b"ritual had to stop" in after
        assert b"light on the stairs" not in ritual.raw
        assert b"Traceback" not in ritual.raw
    logs = list((home / "state" / "logs").glob("crash-*.log"))
    assert len(logs) == 1
    log = logs[0].read_text()
    assert "RuntimeError" in log
    assert "forward" in log
    assert "light on the stairs" not in log
    assert logs[0].stat().st_mode & 0o777 == 0o600


def test_broken_files_of_theirs_are_named_and_cost_nothing(home: Path) -> None:
    config = home / "config"
    (config / "themes").mkdir(parents=True)
    (config / "decks").mkdir()
    (config / "settings.toml").write_text("minutes = 'many'\ntheme = 'nowhere'\n[keys]\nbegin = 'ctrl+m'\n")
    (config / "themes" / "mine.toml").write_text("name = 'mine'\n[colors]\nbackground = 'red'\n")
    (config / "decks" / "ours.toml").write_text("id = 'ours'\n")
    with Program(home, rows=40, columns=120) as ritual:
        assert "minutes in line 1" not in ritual.see("mine.toml", "nowhere", "begin · 20 minutes")
        ritual.see("ctrl\\+m", "minutes in line 1")
        ritual.see("ours.toml")


def test_a_night_after_midnight_belongs_to_the_evening_before(home: Path) -> None:
    """With the night beginning one minute from now, today still belongs to yesterday."""
    now = datetime.now()
    later = now + timedelta(minutes=2)
    if later.date() != now.date():
        pytest.skip("two minutes before midnight the clock itself changes the date")
    with Program(home, RITUAL_NIGHT_BEGINS=f"{later:%H:%M}") as ritual:
        yesterday = now - timedelta(days=1)
        ritual.see(f"{yesterday:%A} {yesterday.day} {yesterday:%B}")
