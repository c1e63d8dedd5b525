"""What is typed, a line at a time: at a terminal, where one waits and may type unseen, or from a pipe."""

import os
import select
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, Protocol

from ritual.plain.signals import Ended, Signals

LOOK = 1.0
"""Seconds between two looks at the clock while nobody types."""
MUCH = 100_000
"""Bytes of one line; longer ones come in pieces."""

LOCAL_MODES = 3
"""Where `termios` keeps whether what is typed is shown."""


class Keyboard(Protocol):
    """Gives lines without their ends."""

    waits: bool
    """Whether somebody sits there: then time passes while they type."""

    def line(self, watch: Callable[[], None], *, unseen: bool = False) -> str:
        """The next line; `watch` is called while it waits. Raises `Ended` where there is none."""


class Tty:
    """A terminal. It ends lines itself, so that a Braille display and a screen reader work as with any program."""

    waits = True

    def __init__(self, descriptor: int, signals: Signals) -> None:
        self._descriptor = descriptor
        self._signals = signals
        self._typed = b""

    def line(self, watch: Callable[[], None], *, unseen: bool = False) -> str:
        """The next line, which is not shown where it is `unseen`."""
        if not unseen:
            return self._line(watch)
        with self._unseen():
            return self._line(watch)

    def _line(self, watch: Callable[[], None]) -> str:
        while b"\n" not in self._typed:
            with self._signals.waiting():
                chunk = self._read()
            watch()
            if chunk == b"":
                typed, self._typed = self._typed, b""
                raise Ended(typed=_text(typed))
            self._typed += chunk or b""
        line, _, self._typed = self._typed.partition(b"\n")
        return _text(line)

    def _read(self) -> bytes | None:
        """What was typed just now; nothing where the terminal is gone, none where nobody typed."""
        try:
            return os.read(self._descriptor, 4096) if select.select([self._descriptor], [], [], LOOK)[0] else None
        except OSError:
            return b""

    @contextmanager
    def _unseen(self) -> Iterator[None]:
        before = termios.tcgetattr(self._descriptor)
        now = termios.tcgetattr(self._descriptor)
        now[LOCAL_MODES] = now[LOCAL_MODES] & ~termios.ECHO | termios.ECHONL
        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, now)
        try:
            yield
        finally:
            with suppress(termios.error):  # A terminal that is gone needs nothing back.
                termios.tcsetattr(self._descriptor, termios.TCSADRAIN, before)


class Pipe:
    """A pipe or a file: nothing waits."""

    waits = False

    def __init__(self, source: BinaryIO, signals: Signals) -> None:
        self._source = source
        self._signals = signals

    def line(self, watch: Callable[[], None], *, unseen: bool = False) -> str:
        """The next line, as it is."""
        with self._signals.waiting():
            line = self._source.readline(MUCH)
        if not line:
            raise Ended
        return _text(line.removesuffix(b"\n").removesuffix(b"\r"))


def found(signals: Signals) -> Keyboard:
    """What stands at stdin."""
    return Tty(sys.stdin.fileno(), signals) if sys.stdin.isatty() else Pipe(sys.stdin.buffer, signals)


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace")
