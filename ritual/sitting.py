"""A session that is going on: the state machine of the core, held against the clock and the journal.

It knows no screen. What is on the disk is always enough to go on after a crash: the session is written at every step
and once a minute, words while they are typed.
"""

from collections.abc import Callable
from datetime import date, datetime
from random import Random
from typing import Any

from msgspec.structs import replace

from ritual.core import session
from ritual.core.errors import RitualError
from ritual.core.session import Beat, Progress
from ritual.house import House
from ritual.spoken import S, Spoken

Step = Callable[[Progress, float], Progress]

EVERY = 60
"""Seconds after which the time spent is written down though nothing happened."""


class Sitting(Spoken[S]):
    """An evening or a check-in, from its first beat until it is kept or put aside."""

    def __init__(self, house: House, kept: S, progress: Progress) -> None:
        super().__init__(house, kept, progress)
        self._written_at = progress.seen
        self._at_keyboard = progress.beat.person

    def tick(self) -> None:
        """Look at the clock."""
        self.progress = session.look(self.progress, self.house.clock.seconds())
        due = session.is_begun(self.progress) and not self.progress.paused
        if due and self.progress.seen - self._written_at >= EVERY:
            self._write()

    def forward(self) -> None:
        """On to the next beat that holds something."""
        self._go(self._past_nothing(session.forward, session.forward))

    def onward(self) -> None:
        """On to the next turn or step."""
        self._go(self._past_nothing(session.onward, session.forward))

    def back(self) -> None:
        """Back to the last beat that holds something."""
        self._go(self._past_nothing(session.back, session.back))

    def pause(self) -> None:
        """Stop the time, or let it go on."""
        self.progress = session.pause(self.progress, self.house.clock.seconds())

    def rest(self, back_at: datetime) -> None:
        """Take a break until `back_at`."""
        self._look_and_write(state="resting", back_at=back_at)

    def leave(self) -> None:
        """Put it aside; where it had hardly begun, nothing stays of it."""
        if session.is_begun(self.progress) or self.session.versions:
            self._look_and_write()

    def close(self) -> None:
        """It is over: keep it."""
        self._look_and_write(state="kept", back_at=None)

    @property
    def is_sealed(self) -> bool:
        """Whether answers wait to be opened together."""
        return False

    def open_answers(self) -> None:
        """Open what they answered, for both."""

    def is_empty(self, beat: Beat) -> bool:
        """Whether there is nothing to see or to do in `beat`, so that one goes past it."""
        return False

    def chance(self, *about: object) -> Random:
        """Chance that falls the same way for the same thing as long as it lasts."""
        return Random("\n".join((self.session.id, *map(str, about))))

    def _go(self, progress: Progress) -> None:
        """Be at `progress`, or stay where the screen still is when that cannot be written."""
        before, self.progress = self.progress, progress
        try:
            self._write()
        except RitualError:
            self.progress = before
            raise
        if self.beat.person not in (None, self._at_keyboard):
            self._at_keyboard = self.beat.person
            self._seen.clear()

    def _past_nothing(self, step: Step, further: Step) -> Progress:
        """Where `step` leads, and on `further` past beats that hold nothing."""
        now = self.house.clock.seconds()
        moved = step(self.progress, now)
        while self.is_empty(moved.beat) and (next_one := further(moved, now)).place != moved.place:
            moved = next_one
        return moved

    @property
    def _night(self) -> date:
        """The night it belongs to, also when it has grown late."""
        return self.session.night or self.house.night

    def _look_and_write(self, **changes: Any) -> None:
        self.progress = session.look(self.progress, self.house.clock.seconds())
        self._write(**changes)

    def _write(self, **changes: Any) -> None:
        """Put the session with `changes` on the disk. One that was kept or let go in another window stays so."""
        self._written_at = self.progress.seen
        known = self.house.journal.get(type(self.session), self.session.id, self.session.night)
        wanted = session.recorded(replace(self.session, **changes), self.progress)
        if known is not None and (known.state == "kept" or known.removed):
            wanted = replace(wanted, state=known.state, removed=known.removed, back_at=known.back_at)
        self.session = self.house.journal.keep(wanted)
