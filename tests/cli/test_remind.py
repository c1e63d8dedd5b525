"""ritual remind and ritual nudge, from the command to the file."""

import stat
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ritual.folders import Folders
from ritual.house import House
from ritual.reminders.calendar import is_ours
from tests.cli.conftest import could_not, one_line, run, with_words
from tests.machines import Machine
from tests.reminders.conftest import event, events, occasion

Made = Callable[..., Machine]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Makes a machine that has only these programs."""

    def make(*programs: str) -> Machine:
        made = Machine(tmp_path / "bin", *programs)
        monkeypatch.setenv("PATH", str(made.folder))
        return made

    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return make


TIMERS = ("systemctl", "launchctl", "crontab")
PLACES = {
    "systemctl": [".config/systemd/user/ritual-nudge.service", ".config/systemd/user/ritual-nudge.timer"],
    "launchctl": ["Library/LaunchAgents/local.ritual.nudge.plist"],
    "crontab": ["bin/crontab.txt"],
}


def below(folder: Path) -> dict[str, bytes]:
    """Every file below HOME but those of the home of ritual and of the machine."""
    found = {str(one.relative_to(folder)): one for one in folder.rglob("*") if one.is_file()}
    return {
        name: one.read_bytes() for name, one in found.items() if not name.startswith(("home/", "bin/c", "bin/o"))
    } | {name: one.read_bytes() for name, one in found.items() if name == "bin/crontab.txt"}


@pytest.mark.parametrize("program", TIMERS)
def test_it_is_shown_written_told_and_taken_away_again(
    program: str, machine: Made, folders: Folders, tmp_path: Path
) -> None:
    made = machine(program)
    before = below(tmp_path)
    done = run(folders, "remind", "install", "--yes")
    assert done.exit_code == 0
    assert one_line(done.stderr)
    new = below(tmp_path)
    assert sorted(new.keys() - before.keys()) == PLACES[program]
    for name in PLACES[program]:
        assert new[name].decode() in done.stdout
        if program != "crontab":
            assert f"{tmp_path / name}:\n" in done.stdout
            assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    told = run(folders, "remind", "status")
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.startswith("Reminders are on, by ")
    assert "something else" not in told.stdout
    gone = run(folders, "remind", "uninstall")
    assert (gone.exit_code, gone.stdout) == (0, "")
    assert one_line(gone.stderr)
    assert below(tmp_path) == before
    assert not made.is_on
    assert run(folders, "remind", "status").stdout.startswith("This machine does not remind you.")


@pytest.mark.parametrize("program", TIMERS)
def test_twice_is_the_same_as_once(program: str, machine: Made, folders: Folders, tmp_path: Path) -> None:
    made = machine(program)
    run(folders, "remind", "install", "--yes")
    written, calls = below(tmp_path), made.calls
    again = run(folders, "remind", "install")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "there already" in again.stderr
    assert (below(tmp_path), made.calls) == (written, calls)
    run(folders, "remind", "uninstall")
    calls = made.calls
    again = run(folders, "remind", "uninstall")
    assert again.exit_code == 0
    assert "nothing to take away" in again.stderr
    assert made.calls == calls


@pytest.mark.parametrize("program", TIMERS)
def test_nothing_is_written_unless_they_say_so(program: str, machine: Made, folders: Folders, tmp_path: Path) -> None:
    made = machine(program)
    before = below(tmp_path)
    done = run(folders, "remind", "install")
    assert done.exit_code == 2
    assert "--notify" in done.stdout
    assert one_line(done.stderr)
    assert (below(tmp_path), made.calls) == (before, [])


@pytest.mark.parametrize("program", TIMERS)
def test_new_times_are_told_and_written_anew(program: str, machine: Made, house: House, tmp_path: Path) -> None:
    machine(program)
    folders = house.folders
    run(folders, "remind", "install", "--yes")
    first = below(tmp_path)
    house.change(evening_days=("friday",))
    assert "writes it anew" in run(folders, "remind", "status").stdout
    assert run(folders, "remind", "install", "--yes").exit_code == 0
    assert below(tmp_path).keys() == first.keys()
    assert below(tmp_path) != first
    assert "anew" not in run(folders, "remind", "status").stdout


@pytest.mark.parametrize("program", TIMERS)
def test_where_the_machine_does_not_take_it_nothing_stays(
    program: str, machine: Made, folders: Folders, tmp_path: Path
) -> None:
    made = machine(program)
    if program == "systemctl":
        made.folder.joinpath(program).write_text(
            '#!/bin/sh\ncase "$*" in *enable*) echo "it is tired" >&2; exit 1;; esac\n'
        )
    else:
        made.refuses()
    done = run(folders, "remind", "install", "--yes")
    assert done.exit_code == 1
    assert one_line(done.stderr)
    assert not [one for one in below(tmp_path) if one in PLACES[program]]


def test_a_setting_that_means_nothing_is_told(machine: Made, folders: Folders) -> None:
    machine("crontab")
    folders.config.mkdir(parents=True)
    folders.settings_file.write_text('evening_at = "late"\n')
    done = run(folders, "remind", "install", "--yes")
    assert (done.exit_code, done.stdout.count("30 21 * * *")) == (0, 1)
    assert "evening_at in line 1 of settings.toml" in done.stderr
    assert run(folders, "nudge").stderr == ""


def test_a_machine_without_any_of_them_is_offered_the_calendar(machine: Made, folders: Folders) -> None:
    machine()
    done = run(folders, "remind", "install")
    assert could_not(done)
    assert "ritual remind --ics" in done.stderr
    assert run(folders, "remind", "status").exit_code == 0
    assert run(folders, "remind", "uninstall").exit_code == 0


def test_where_systemd_does_not_run_for_them_cron_is_taken(machine: Made, folders: Folders) -> None:
    made = machine("systemctl", "crontab")
    made.folder.joinpath("systemctl").write_text("#!/bin/sh\nexit 1\n")
    assert "by cron" in run(folders, "remind", "install", "--yes").stdout + run(folders, "remind", "status").stdout
    assert made.crontab.exists()


def test_what_is_there_is_kept_up_and_not_doubled(machine: Made, house: House) -> None:
    made = machine("crontab", "systemctl")
    made.folder.joinpath("systemctl").rename(made.folder / "later")
    run(house.folders, "remind", "install", "--yes")
    made.folder.joinpath("later").rename(made.folder / "systemctl")
    house.change(evening_days=("friday",))
    run(house.folders, "remind", "install", "--yes")
    assert run(house.folders, "remind", "status").stdout.count("Reminders are") == 1
    assert " 5 " in made.crontab.read_text()


@pytest.mark.parametrize("program", ["systemctl", "launchctl"])
def test_a_file_of_somebody_else_is_left_alone(program: str, machine: Made, folders: Folders, tmp_path: Path) -> None:
    made = machine(program)
    theirs = tmp_path / PLACES[program][-1]
    theirs.parent.mkdir(parents=True)
    theirs.write_text("# mine\n")
    assert run(folders, "remind", "install", "--yes").exit_code == 1
    assert run(folders, "remind", "uninstall").exit_code == 0
    assert {name: one for name, one in below(tmp_path).items() if name in PLACES[program]} == {
        PLACES[program][-1]: b"# mine\n"
    }
    assert made.calls == []


def test_the_calendar_is_written_privately_and_written_over_without_asking(house: House, tmp_path: Path) -> None:
    house.journal.keep(occasion("Mira's birthday", date(1987, 11, 24), "FREQ=YEARLY"))
    file = tmp_path / "a folder" / "ours.ics"
    file.parent.mkdir()
    done = run(house.folders, "remind", "--ics", file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    first = file.read_bytes()
    assert with_words(file.parent, "Mira", "1987", "Ana", "Sam") == []
    assert run(house.folders, "remind", "--ics", file, "--titles").exit_code == 0
    titled = file.read_bytes()
    assert event(titled, "Mira's birthday")["UID"] == events(first)[2]["UID"]
    assert list(file.parent.iterdir()) == [file]
    printed = run(house.folders, "remind", "--ics", "-")
    assert is_ours(printed.stdout_bytes)
    assert printed.stderr == ""


def test_another_file_is_not_written_over(house: House, tmp_path: Path) -> None:
    for content in (b"our letters", b"BEGIN:VCALENDAR\r\nPRODID:-//work//EN\r\n"):
        file = tmp_path / "letters.ics"
        file.write_bytes(content)
        assert could_not(run(house.folders, "remind", "--ics", file))
        assert file.read_bytes() == content
    assert could_not(run(house.folders, "remind", "--ics", tmp_path / "nowhere" / "ours.ics"))
    assert could_not(run(house.folders, "remind", "--ics", tmp_path))


def test_a_calendar_needs_somebody_to_live_here(folders: Folders, tmp_path: Path) -> None:
    assert could_not(run(folders, "remind", "--ics", tmp_path / "ours.ics"))
    assert not (tmp_path / "ours.ics").exists()


@pytest.mark.parametrize(
    "words",
    [[], ["--titles"], ["instal"], ["--ics", "x.ics", "install"], ["install", "--no"], ["--titles", "status"]],
    ids=" ".join,
)
def test_wrong_usage_is_one_line(words: list[str], machine: Made, folders: Folders) -> None:
    machine()
    assert could_not(run(folders, "remind", *words), 2)


def test_a_nudge_is_one_line_or_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RITUAL_EVENING_AT", "04:00")
    done = run(house.folders, "nudge")
    assert (done.exit_code, done.stderr) == (0, "")
    assert one_line(done.stdout)
    monkeypatch.setenv("RITUAL_EVENING_DAYS", "")
    monkeypatch.setenv("RITUAL_CHECKIN_DAY", f"{datetime.now() + timedelta(days=3):%A}".casefold())
    done = run(house.folders, "nudge")
    assert (done.exit_code, done.output) == (0, "")


@pytest.mark.parametrize(
    ("program", "words"), [("notify-send", "--app-name ritual ritual"), ("osascript", "-e display")]
)
def test_a_notification_holds_the_line_and_nothing_is_printed(
    program: str, words: str, machine: Made, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = machine(program)
    monkeypatch.setenv("RITUAL_EVENING_AT", "04:00")
    done = run(house.folders, "nudge", "--notify")
    assert (done.exit_code, done.output) == (0, "")
    (call,) = made.calls
    assert call.startswith(f"{program} {words}")
    assert "This evening is yours" in call


def test_without_a_way_to_notify_nothing_happens(machine: Made, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    machine()
    monkeypatch.setenv("RITUAL_EVENING_AT", "04:00")
    done = run(house.folders, "nudge", "--notify")
    assert (done.exit_code, done.output) == (0, "")


def test_what_the_timer_runs_is_this_very_program(machine: Made, folders: Folders) -> None:
    machine("crontab")
    shown = run(folders, "remind", "install").stdout
    assert str(Path(sys.executable).with_name("ritual")) in shown
    assert str(folders.data.parent) in shown
