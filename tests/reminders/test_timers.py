"""What is written for systemd, launchd and cron: the right times, and a program that is called whatever its path is."""

import os
import plistlib
import re
import shlex
import subprocess
from datetime import time
from pathlib import Path

import pytest

from ritual import language
from ritual.core.errors import RitualError
from ritual.reminders.bells import Bell, bells, checkin, evening
from ritual.reminders.cron import PLACE, TAG, Cron
from ritual.reminders.launchd import Launchd
from ritual.reminders.plan import Command, command
from ritual.reminders.systemd import Systemd
from ritual.settings import Settings
from tests.machines import Machine

PLAIN = Command(["/usr/bin/ritual", "nudge", "--notify"], {})
ODD = ("a b", "$HOME 100% ;& é=1", """it's a "very" odd $folder\\%""")


@pytest.fixture(params=ODD)
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Command, Path]:
    """A program at a place that shells dislike, and where it writes how it was called."""
    program, heard = tmp_path / request.param / "ritual", tmp_path / "heard"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$0" "$@" "$RITUAL_HOME" > "{heard}"\n')
    program.chmod(0o755)
    return Command([str(program), "nudge", "--notify"], {"RITUAL_HOME": f"/home/{request.param}"}), heard


def was_called(command: Command, heard: Path) -> bool:
    return heard.read_text().splitlines() == [*command.words, command.environment["RITUAL_HOME"]]


def test_bells_are_those_of_the_settings() -> None:
    usual = Settings()
    assert evening(usual) == Bell(usual.evening_days, time(21, 30))
    assert checkin(usual) == Bell(("sunday",), time(20))
    assert bells(Settings(evening_days=())) == [checkin(usual)]


def test_a_reminder_speaks_the_language_they_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RITUAL_LANG", "de")
    assert "RITUAL_LANG" not in command().environment
    monkeypatch.setattr(language, "_chosen", "de")
    assert command().environment["RITUAL_LANG"] == "de"


def test_a_bell_after_midnight_rings_on_the_day_after() -> None:
    late = Settings(evening_days=("sunday", "friday"), evening_at=time(1), night_begins=time(5), checkin_at=time(0, 5))
    assert bells(late) == [Bell(("monday", "saturday"), time(1)), Bell(("monday",), time(0, 5))]


BELLS = [Bell(("tuesday", "sunday"), time(21, 30)), Bell(Settings().evening_days, time(20, 5))]


def test_systemd_is_told_the_times() -> None:
    timer, service = Systemd().plan(BELLS, PLAIN).values()
    assert re.findall(r"^OnCalendar=(.*)", timer, re.MULTILINE) == ["Tue,Sun *-*-* 21:30:00", "*-*-* 20:05:00"]
    assert "WantedBy=timers.target" in timer
    assert "Persistent" not in timer
    assert 'ExecStart="/usr/bin/ritual" "nudge" "--notify"' in service


def test_systemd_finds_the_program_wherever_it_lies(odd: tuple[Command, Path]) -> None:
    command, heard = odd
    _, service = Systemd().plan(BELLS, command).values()
    lines = dict(line.split("=", 1) for line in service.splitlines() if line.startswith(("ExecStart=", "Environment=")))
    program, *words = (word.replace("%%", "%") for word in shlex.split(lines["ExecStart"]))
    (around,) = (word.replace("%%", "%") for word in shlex.split(lines["Environment"]))
    name, value = around.split("=", 1)
    subprocess.run([program, *(word.replace("$$", "$") for word in words)], env=os.environ | {name: value}, check=True)
    assert was_called(command, heard)


def test_launchd_is_told_the_times_and_finds_the_program(odd: tuple[Command, Path]) -> None:
    command, heard = odd
    (text,) = Launchd().plan(BELLS, command).values()
    agent = plistlib.loads(text.encode())
    assert agent["StartCalendarInterval"] == [
        {"Weekday": 2, "Hour": 21, "Minute": 30},
        {"Weekday": 0, "Hour": 21, "Minute": 30},
        {"Hour": 20, "Minute": 5},
    ]
    subprocess.run(agent["ProgramArguments"], env=os.environ | agent["EnvironmentVariables"], check=True)
    assert was_called(command, heard)
    assert "KeepAlive" not in agent
    assert "RunAtLoad" not in agent


def test_cron_is_told_the_times_and_finds_the_program(odd: tuple[Command, Path]) -> None:
    command, heard = odd
    lines = Cron().plan(BELLS, command)[PLACE].splitlines()
    assert [" ".join(line.split(" ")[:5]) for line in lines] == ["30 21 * * 2,0", "5 20 * * *"]
    called = lines[0].split(" ", 5)[5]
    assert not re.search(r"(?<!\\)%", called)
    subprocess.run(["/bin/sh", "-c", called.replace("\\%", "%")], check=True)
    assert was_called(command, heard)


def test_cron_cannot_take_a_line_break() -> None:
    with pytest.raises(RitualError, match="line break"):
        Cron().plan(BELLS, Command(["/a\nb"], {}))


@pytest.mark.parametrize(
    "others",
    [
        b"",
        b"MAILTO=ana\n0 5 * * * backup\n",
        b"# no end of line",
        b"\n\n\t# \xff\xfe not text\r\n0 1 * * * x\n",
        b"0 5 * * * backup # ritual-nudge of mine\n",
    ],
)
def test_the_other_lines_of_cron_stay_as_they_are(
    others: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(tmp_path / "bin", "crontab")
    monkeypatch.setenv("PATH", str(machine.folder))
    if others:
        machine.crontab.write_bytes(others)
    cron = Cron()
    for _ in range(2):
        cron.write(cron.plan(BELLS, PLAIN))
    content = machine.crontab.read_bytes()
    assert content.startswith(others)
    assert content.count(TAG.encode() + b"\n") == 2
    cron.remove()
    ended = others if others.endswith(b"\n") or not others else others + b"\n"
    assert (machine.crontab.read_bytes() if machine.crontab.exists() else b"") == ended
    assert machine.crontab.exists() == bool(others)


def test_a_crontab_that_cannot_be_read_is_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(tmp_path / "bin", "crontab")
    monkeypatch.setenv("PATH", str(machine.folder))
    machine.crontab.write_bytes(b"0 5 * * * backup\n")
    machine.refuses()
    with pytest.raises(RitualError, match="left alone"):
        Cron().write({PLACE: "x\n"})
    assert Cron().there() == {}
    assert machine.calls == []
    assert machine.crontab.read_bytes() == b"0 5 * * * backup\n"


def test_systemd_is_called_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(tmp_path / "bin", "systemctl")
    monkeypatch.setenv("PATH", str(machine.folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "their config"))
    systemd = Systemd()
    systemd.write(systemd.plan(BELLS, PLAIN))
    assert (tmp_path / "their config" / "systemd" / "user" / "ritual-nudge.timer").exists()
    assert systemd.is_on()
    systemd.remove()
    assert [call.removeprefix("systemctl --user ") for call in machine.calls] == [
        "daemon-reload",
        "enable ritual-nudge.timer",
        "restart ritual-nudge.timer",
        "disable --now ritual-nudge.timer",
        "daemon-reload",
    ]


def test_launchd_is_called_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(tmp_path / "bin", "launchctl")
    monkeypatch.setenv("PATH", str(machine.folder))
    launchd = Launchd()
    plan = launchd.plan(BELLS, PLAIN)
    launchd.write(plan)
    assert launchd.is_on()
    launchd.remove()
    domain = f"gui/{os.getuid()}"
    assert machine.calls == [
        f"launchctl bootout {domain}/local.ritual.nudge",
        f"launchctl bootstrap {domain} {next(iter(plan))}",
        f"launchctl bootout {domain}/local.ritual.nudge",
    ]
