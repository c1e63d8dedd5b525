"""The installed program in a real pseudo-terminal, seen as a person sees it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pexpect
import pyte

from ritual.folders import Folders
from ritual.house import House

RITUAL = Path(sys.executable).with_name("ritual")
"""The command of the environment that runs the tests: an editable install or a wheel."""

PATIENCE = 30.0
"""Seconds to wait for what must come."""

ENTER, ESCAPE, CTRL_L, CTRL_N, CTRL_P, CTRL_Q = "\r", "\x1b", "\x0c", "\x0e", "\x10", "\x11"
CTRL_S, CTRL_T, DOWN, RIGHT = "\x13", "\x14", "\x1b[B", "\x1b[C"


def environment(home: Path, **more: str) -> dict[str, str]:
    """What the program sees around it."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return kept | {"RITUAL_HOME": str(home), "HOME": str(home), "TERM": "xterm-256color", "RITUAL_LANG": "en"} | more


def shell(home: Path, *arguments: str, check: bool = True, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command that opens no screen."""
    return subprocess.run(
        [RITUAL, *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        check=check,
        timeout=PATIENCE,
        cwd=cwd,
    )


def lived_in(home: Path) -> Path:
    """A home where Ana and Sam live."""
    House(Folders.find(home)).settle(("Ana", "Sam"))
    return home


def listed(home: Path) -> list[dict[str, Any]]:
    """What `ritual list --json` says."""
    entries: list[dict[str, Any]] = json.loads(shell(home, "list", "--json").stdout)
    return entries


class Program:
    """ritual, running."""

    def __init__(
        self, home: Path, *arguments: str, command: Path = RITUAL, columns: int = 80, rows: int = 24, **more: str
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.child = pexpect.spawn(
            str(command), list(arguments), env=environment(home, **more), dimensions=(rows, columns), timeout=PATIENCE
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.child.kill(signal.SIGKILL)
            self.child.close(force=True)

    def text(self) -> str:
        """What stands on the screen now."""
        self._read()
        return "\n".join(line.rstrip() for line in self.screen.display)

    def see(self, *patterns: str) -> str:
        """Wait until all `patterns` stand on the screen; give back what stands there."""
        return self.until(lambda text: all(re.search(pattern, text) for pattern in patterns), f"to see {patterns}")

    def until(self, condition: Callable[[str], object], what: str) -> str:
        """Wait until `condition` holds for the screen."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            text = self.text()
            if condition(text):
                return text
        raise AssertionError(f"waited in vain {what}; the screen says:\n{self.text()}")

    def spend(self, seconds: float) -> None:
        """Let real time pass, where the time that passes is what is tested."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read()

    def press(self, *keys: str | bytes) -> None:
        """Press keys; a longer text is typed."""
        for key in keys:
            self.child.send(key)

    def kill(self, number: int) -> None:
        """Send a signal."""
        self.child.kill(number)

    def ended(self) -> int:
        """Wait for the end; the exit status, or minus the number of the signal."""
        end = time.monotonic() + PATIENCE
        while self.child.isalive() and time.monotonic() < end:
            self._read()
        assert not self.child.isalive(), f"still running; the screen says:\n{self.text()}"
        self._read()
        return -self.child.signalstatus if self.child.signalstatus else int(self.child.exitstatus or 0)

    def _read(self) -> None:
        try:
            chunk = cast(bytes, self.child.read_nonblocking(65536, timeout=0.05))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += chunk
        self._stream.feed(chunk)


def everything_below(folder: Path) -> dict[Path, bytes]:
    """Every file below `folder` with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
