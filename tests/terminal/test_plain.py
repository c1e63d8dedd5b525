"""The linear mode of the installed program: through a pipe, and at a terminal that knows lines only."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import psutil
import pytest

from tests.terminal.program import PATIENCE, RITUAL, environment, listed, lived_in, shell

CTRL_C, CTRL_D = "\x03", "\x04"

EVENING = {
    "begin, arrive": ["", ""],
    "closeness": ["3", "5"],
    "turns": ["", ""],
    "card": ["p", ""],
    "answers, each after the keyboard was handed over": ["", "the quiet minute", "", "the walk"],
    "open, read": ["", ""],
    "thanks": ["for the tea", "for staying"],
    "closeness again": ["4", "6"],
    "notes, close": ["a good one", "", ""],
}
"""An evening, as it is typed."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lived_in(tmp_path / "home")


def piped(home: Path, typed: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [RITUAL, *arguments],
        env=environment(home, **more),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )


class Dumb:
    """ritual at a terminal that knows lines only."""

    def __init__(self, home: Path, *arguments: str, command: str = str(RITUAL)) -> None:
        self.child = pexpect.spawn(
            command,
            list(arguments),
            env=environment(home, TERM="dumb", LANG="C.UTF-8"),
            dimensions=(24, 80),
            timeout=PATIENCE,
            encoding="utf-8",
        )
        self.child.delaybeforesend = None
        self.said = ""

    def hears(self, pattern: str, typed: str | None = None) -> None:
        """Wait until this is said, and type a line."""
        self.child.expect(pattern)
        self.said += f"{self.child.before}{self.child.after}"
        if typed is not None:
            self.child.sendline(typed)

    def ended(self) -> int:
        self.child.expect(pexpect.EOF)
        self.said += self.child.before or ""
        self.child.close()
        return int(self.child.exitstatus or 0)


@pytest.fixture
def dumb(home: Path) -> Iterator[Dumb]:
    ritual = Dumb(home, "tonight")
    yield ritual
    ritual.child.close(force=True)


def test_an_evening_from_a_pipe_keeps_what_the_app_keeps(home: Path) -> None:
    done = piped(home, "".join(f"{line}\n" for lines in EVENING.values() for line in lines), "tonight", "--plain")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "Your evening is kept." in done.stdout
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", done.stdout)
    entries = listed(home)
    (session,) = (one for one in entries if one["kind"] == "session")
    assert (session["starter"], session["planned"], len(session["cards"]), len(session["passed"])) == (
        "Ana",
        1200,
        1,
        1,
    )
    assert {one["by"]: one["text"] for one in entries if one["kind"] == "answer"} == {
        "Ana": "the quiet minute",
        "Sam": "the walk",
    }
    given = {one["by"]: (one["to"], one["text"]) for one in entries if one["kind"] == "appreciation"}
    assert given == {"Ana": ("Sam", "for the tea"), "Sam": ("Ana", "for staying")}
    assert [one["text"] for one in entries if one["kind"] == "note"] == ["a good one"]
    assert sorted((one["scale"], one["by"], one["value"]) for one in entries if one["kind"] == "rating") == [
        ("closeness-after", "Ana", 4),
        ("closeness-after", "Sam", 6),
        ("closeness-before", "Ana", 3),
        ("closeness-before", "Sam", 5),
    ]


def test_a_check_in_from_a_pipe_keeps_what_was_sealed_and_opened(home: Path) -> None:
    each = ["", "9", *[""] * 7, "calm, tired", "rest", ""]
    lines = ["", "", "", "for listening", "", "we laughed", "", *each, *each, "", "", "", "", "", "more music"]
    done = piped(home, "".join(f"{line}\n" for line in [*lines, *[""] * 9]), "checkin", "--plain")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "close to you: Ana 9, Sam 9" in done.stdout
    assert "Your check-in is kept." in done.stdout
    entries = listed(home)
    assert {one["kind"] for one in entries} == {"checkin", "appreciation", "note", "rating", "feeling", "wish"}
    assert sorted((one["by"], one["word"]) for one in entries if one["kind"] == "feeling") == [
        (name, word) for name in ("Ana", "Sam") for word in ("calm", "rest", "tired")
    ]


def test_enters_without_end_come_to_an_end_and_so_does_a_pipe_nobody_reads(home: Path) -> None:
    around = environment(home)
    for where in ("tonight", "checkin", "cards"):
        done = subprocess.run(
            f"yes '' | {RITUAL} {where} --plain",
            shell=True,
            env=around,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert [one["kind"] for one in listed(home) if one["kind"] in ("session", "checkin")] == ["session", "checkin"]
    done = subprocess.run(
        f"yes '' | {RITUAL} tonight --plain | head -n 1",
        shell=True,
        env=around,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert done.stderr == ""


def test_a_pipe_that_ends_leaves_the_evening_where_it_is(home: Path) -> None:
    done = piped(home, "\n\n3", "tonight", "--plain", LC_ALL="C")
    assert done.returncode == 0
    assert done.stdout.endswith("Your evening is waiting where you left it.\n")
    assert done.stdout.isascii()
    done = piped(home, "\n5\n", "tonight")
    assert (done.returncode, done.stdout) == (2, "")
    done = piped(home, "\n5\n", "tonight", TERM="dumb")
    assert "Sam\nHow close" in done.stdout


def test_a_terminal_of_lines_gets_plain_lines_and_shows_no_sealed_word(dumb: Dumb, home: Path) -> None:
    dumb.hears("Enter begins", "")
    dumb.hears("Arrive.*help\\.", "")
    for value in ("3", "5"):
        dumb.hears("from 1 to 7.*help\\.", value)
    for speaker in ("Ana", "Sam"):
        dumb.hears(f"{speaker} speaks.*There are 5 minutes.*help\\.", "")
    dumb.hears("A card for tonight.*help\\.", "")
    for name, words in (("Ana", "the quiet minute"), ("Sam", "the walk")):
        dumb.hears(f"{name}, the keyboard is yours.*Press Enter\\.", "")
        dumb.hears("not shown.*help\\.")
        assert dumb.child.waitnoecho(PATIENCE)  # type: ignore[func-returns-value]
        dumb.child.sendline(words)
    dumb.hears("Both of you have written.*help\\.")
    assert "quiet minute" not in dumb.said
    assert "the walk" not in dumb.said
    dumb.child.sendline("")
    dumb.hears("Ana: the quiet minute\r\nSam: the walk")
    dumb.hears("goes on.*help\\.", "")
    dumb.hears("Ana thanks Sam.*help\\.", "for the tea")
    dumb.hears("Sam thanks Ana.*help\\.", CTRL_D)
    assert dumb.ended() == 0
    assert "Your evening is waiting where you left it." in dumb.said
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)", dumb.said)
    assert [one["text"] for one in listed(home) if one["kind"] == "appreciation"] == ["for the tea"]


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (None, 130)])
def test_what_ends_a_program_puts_down_and_gives_the_terminal_back(
    number: signal.Signals | None, status: int, home: Path
) -> None:
    say = f"{sys.executable} -c 'import termios; print(\"echo\", bool(termios.tcgetattr(0)[3] & termios.ECHO))'"
    dumb = Dumb(home, "-c", f"trap '' HUP INT; ({RITUAL} tonight; echo status $?; {say})", command="/bin/sh")
    dumb.hears("Enter begins", "")
    dumb.hears("Arrive.*help\\.", "n")
    dumb.hears("Ana speaks.*help\\.", "n")
    dumb.hears("Sam speaks.*help\\.", "n")
    dumb.hears("A card.*help\\.", "")
    dumb.hears("Press Enter", "")
    dumb.hears("not shown.*help\\.")
    assert dumb.child.waitnoecho(PATIENCE)  # type: ignore[func-returns-value]
    if number is None:
        dumb.child.send(CTRL_C)
    else:
        psutil.Process(dumb.child.pid).children(recursive=True)[-1].send_signal(number)
    assert dumb.ended() == 0
    assert f"status {status}" in dumb.said
    assert "echo True" in dumb.said
    assert "is waiting where you left it." in dumb.said


def test_elsewhere_such_a_terminal_is_told_what_works(home: Path) -> None:
    for command in ([], ["journal"], ["demo"]):
        done = piped(home, "", *command, TERM="dumb")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            "This terminal shows plain lines only. Please type ritual tonight, ritual checkin or ritual cards.\n"
        )


def test_nobody_told_their_names_yet(tmp_path: Path) -> None:
    done = piped(tmp_path / "new", "\n", "tonight", "--plain")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "ritual setup" in done.stderr


def test_textual_is_never_loaded(home: Path) -> None:
    code = "import sys; from ritual.cli import main\ntry: main(['cards', '--plain'])\nexcept SystemExit: pass\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print('textual' in sys.modules)"],
        env=environment(home),
        input="\n",
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert done.stdout.endswith("False\n"), done.stderr
    assert shell(home, "list", "draw", "--json").stdout.strip() == "[]"
