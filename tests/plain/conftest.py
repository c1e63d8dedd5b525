"""The linear mode in this process: what is typed comes from a script, and what is said is read as one text."""

import io
import re
from collections.abc import Callable
from typing import Literal

import pytest

from ritual.folders import Folders
from ritual.house import House
from ritual.plain.opening import Where, lead
from ritual.plain.signals import Ended
from ritual.plain.talk import Talk
from tests.conftest import TurnedClock

Answer = str | int | Callable[[], object] | Literal[None]
"""What is typed; so many seconds that somebody waits; what happens meanwhile; none is the end of all input."""

CTRL_D = "\x04"
"""At the end of what is typed: it ends without Enter."""


class Script(io.StringIO):
    """Somebody at the keyboard. Where the next cue was heard, its answers are typed; everywhere else Enter alone."""

    def __init__(self, clock: TurnedClock, cues: list[tuple[str, tuple[Answer, ...]]], *, waits: bool) -> None:
        super().__init__()
        self.waits = waits
        self._clock = clock
        self._cues = cues
        self._answers: list[Answer] = []
        self._heard = 0
        self.enters = 0
        """How often Enter alone was typed since the last cue."""

    def line(self, watch: Callable[[], None], *, unseen: bool = False) -> str:
        watch()
        heard, self._heard = self.getvalue()[self._heard :], len(self.getvalue())
        if not self._answers and self._cues and re.search(self._cues[0][0], heard, re.DOTALL):
            self._answers += self._cues.pop(0)[1]
            self.enters = 0
        typed = self._next()
        while callable(typed) or isinstance(typed, int):
            for _ in range(typed if isinstance(typed, int) else 1):
                typed() if callable(typed) else self._clock.turn(1)
                watch()
            typed = self._next()
        if typed is None:
            raise Ended
        self.enters += typed == ""
        assert self.enters < 200, f"Enter leads nowhere:\n{self.getvalue()[-1000:]}"
        if typed.endswith(CTRL_D):
            raise Ended(typed=typed.removesuffix(CTRL_D))
        self.write(f"{'' if unseen else typed}\n")
        return typed

    def _next(self) -> Answer:
        return self._answers.pop(0) if self._answers else ""

    @property
    def left(self) -> list[str]:
        """The cues that were never heard."""
        return [pattern for pattern, _ in self._cues]


class Told(str):
    """All that was said, in one line."""

    status: int


Plays = Callable[..., Told]


@pytest.fixture
def play(folders: Folders, clock: TurnedClock) -> Plays:
    """Goes through one of the three: `play("tonight", ("Ana speaks", "p", 60, ""), …)`; every cue must be heard."""

    def play(where: Where, *cues: tuple[Answer, ...], waits: bool = True) -> Told:
        script = Script(clock, [(str(pattern), answers) for pattern, *answers in cues], waits=waits)  # type: ignore[misc]
        status = lead(where, Talk(script, script), House(folders, clock))
        told = Told(" ".join(script.getvalue().split()))
        told.status = status
        assert script.left == [], script.getvalue()
        return told

    return play
