"""The signals that end a program: they end the waiting for a line, and never what is being written to the disk."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

NUMBERS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Ended(Exception):
    """Nothing more is typed. The `status` is that of the program; `typed` was begun, and not ended with Enter."""

    def __init__(self, status: int = 0, typed: str = "") -> None:
        super().__init__(status)
        self.status = status
        self.typed = typed


class Signals:
    """Listens for them until it is closed."""

    def __init__(self) -> None:
        self._came = 0
        self._waits = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> "Signals":
        for number in NUMBERS:
            with suppress(ValueError):
                self._before[number] = signal.signal(number, self._come)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While this waits, a signal ends it; one that came before ends it at once."""
        self._waits = True
        try:
            if self._came:
                self._end()
            yield
        finally:
            self._waits = False

    def _come(self, number: int, _: object) -> None:
        self._came = number
        if self._waits:
            self._waits = False
            self._end()

    def _end(self) -> NoReturn:
        raise Ended(128 + self._came)
