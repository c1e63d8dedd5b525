"""ritual gives the terminal to the shell for a moment, and takes it back."""

import re
import shutil
import signal
import termios
from pathlib import Path

import psutil
import pytest

from tests.terminal.program import CTRL_N, CTRL_P, CTRL_Q, ENTER, RITUAL, Program, lived_in

BASH = shutil.which("bash")
LEFT, BACK = "\x1b[?1049l", "\x1b[?1049h"
"""Where the screen of the program ends and begins."""
MARKS = "|".join(map(re.escape, (LEFT, BACK)))
STEERING = re.compile(r"\x1b\[[0-9;?<>$]*[A-Za-z]")
PICTURE = ("? help", "^g break")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lived_in(tmp_path / "home")


def since(ritual: Program, mark: str, *words: str) -> None:
    """Wait until the screen was left or taken last, as `mark` says, and all `words` came after that."""

    def came(_: str) -> bool:
        *_before, found, said = re.split(f"({MARKS})", ritual.raw.decode("utf-8", "replace"))
        return found == mark and all(word in STEERING.sub("", said) for word in words)

    ritual.until(came, f"for {words} after {mark!r}")


def cooked(ritual: Program) -> bool:
    """Whether what is typed is a line of the shell's again."""
    flags = termios.tcgetattr(ritual.child.child_fd)[3]
    return bool(flags & termios.ECHO and flags & termios.ICANON)


@pytest.mark.skipif(BASH is None, reason="there is no bash")
def test_the_shell_takes_the_terminal_and_fg_gives_it_back(home: Path) -> None:
    assert BASH
    with Program(home, "--norc", "--noprofile", "--noediting", "-i", command=Path(BASH), PS1="shell: ") as ritual:
        ritual.see("shell:")
        ritual.press(f"{RITUAL} tonight\r")
        ritual.see("breathe")
        ritual.press(CTRL_N)
        ritual.see("Ana speaks")
        ritual.press(CTRL_P)
        ritual.see("What would you like")
        ritual.press("suspend")
        ritual.see("to the shell")
        ritual.press(ENTER)
        since(ritual, LEFT, "ritual waits here. fg goes back to it.", "Stopped", "shell:")
        assert cooked(ritual)
        (session,) = (home / "data" / "journal").glob("*/20*.json")
        assert '"seconds"' in session.read_text()
        ritual.press("echo free''again\r")
        since(ritual, LEFT, "freeagain")
        ritual.press("fg\r")
        since(ritual, BACK, "Ana speaks", *PICTURE)
        assert not cooked(ritual)
        ritual.press(CTRL_Q)
        since(ritual, LEFT, "shell:")
        ritual.press("exit\r")
        assert ritual.ended() == 0


@pytest.mark.skipif(BASH is None, reason="there is no bash")
def test_a_window_that_is_closed_while_it_waits_ends_it(home: Path) -> None:
    assert BASH
    ritual = Program(home, "--norc", "--noprofile", "--noediting", "-i", command=Path(BASH), PS1="shell: ")
    ritual.see("shell:")
    ritual.press(f"{RITUAL}\r")
    ritual.see("begin")
    (waiting,) = psutil.Process(ritual.child.pid).children()
    ritual.press("\x1b[19~")
    since(ritual, LEFT, "ritual waits here. fg goes back to it.", "Stopped", "shell:")
    ritual.child.close(force=True)
    try:
        waiting.wait(30)
    finally:
        if waiting.is_running():
            waiting.kill()


def test_it_is_stopped_from_outside_and_goes_on(home: Path) -> None:
    with Program(home, "tonight") as ritual:
        ritual.see("breathe")
        ritual.press(CTRL_N)
        ritual.see("Ana speaks")
        process = psutil.Process(ritual.child.pid)
        ritual.kill(signal.SIGTSTP)
        ritual.until(lambda _: process.status() == psutil.STATUS_STOPPED, "for it to stop")
        ritual.until(lambda _: ritual.raw.rstrip().endswith(b"\x1b[?1004l"), "for the screen to be given back")
        end = ritual.raw.rpartition(b"\x1b[1;1H")[2]
        assert all(
            mode in end for mode in (b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[?25h", LEFT.encode())
        )
        assert cooked(ritual)
        ritual.kill(signal.SIGCONT)
        since(ritual, BACK, "Ana speaks", *PICTURE)
        ritual.press(CTRL_P)
        ritual.see("What would you like")
        ritual.press("suspend")
        ritual.see("No matches found")
