"""An evening that is going on: the state machine of the core, held against the clock and the journal.

It knows no screen. What is on the disk is always enough to go on after a crash: the session is written at every step
and once a minute, words while they are typed.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from random import Random
from typing import Any

from msgspec.structs import replace

from ritual.core import lengths, rhythm, session
from ritual.core.cards import Mood, QuestionCard, Wanted
from ritual.core.errors import RitualError
from ritual.core.records import Appreciation, Session
from ritual.core.session import Progress
from ritual.house import House
from ritual.spoken import Spoken

MEMORIES = 1 / 4
"""How many evenings begin with a memory."""

EVERY = 60
"""Seconds after which the time spent is written down though nothing happened."""


class Evening(Spoken):
    """One session, from its first beat until it is kept or put aside."""

    def __init__(self, house: House, kept: Session, progress: Progress) -> None:
        super().__init__(house, kept, progress)
        self._written_at = progress.seen
        self._at_keyboard = progress.beat.person
        self._mood: Mood | None = None

    @classmethod
    def begin(cls, house: House, minutes: int, *, quiet: bool = False) -> "Evening":
        """A new evening of `minutes`, or just quiet time."""
        starter = house.starter
        starts = None if quiet or starter is None else starter.id
        order = rhythm.in_order(house.people, starts)
        legs = lengths.quiet(minutes) if quiet else lengths.evening(order, minutes)
        kept = Session(
            id=house.journal.new_id(), at=house.clock.now(), night=house.night, starter=starts, legs=list(legs)
        )
        return cls(house, kept, session.begin(legs, order, house.clock.seconds()))

    @classmethod
    def resume(cls, house: House, kept: Session) -> "Evening":
        """An unfinished evening, where it was left."""
        return cls(house, replace(kept, state="open", back_at=None), session.resume(kept, house.clock.seconds()))

    @property
    def is_quiet(self) -> bool:
        """Whether this is just quiet time."""
        return self.progress.legs[0].step == "quiet"

    def tick(self) -> None:
        """Look at the clock."""
        self.progress = session.look(self.progress, self.house.clock.seconds())
        due = session.is_begun(self.progress) and not self.progress.paused
        if due and self.progress.seen - self._written_at >= EVERY:
            self._write()

    def forward(self) -> None:
        """On to the next beat; where nobody has written, past the opening."""
        self._go(self._past_nothing(session.forward))

    def onward(self) -> None:
        """On to the next turn or step; where answers wait to be opened, first to them."""
        now = self.house.clock.seconds()
        waits = self.beat.kind in ("card", "answer") and self.is_sealed
        self._go((session.to_opening if waits else session.onward)(self.progress, now))

    def back(self) -> None:
        """Back to the beat before; where nobody has written, past the opening."""
        self._go(self._past_nothing(session.back))

    def pause(self) -> None:
        """Stop the time, or let it go on."""
        self.progress = session.pause(self.progress, self.house.clock.seconds())

    def add_card(self) -> None:
        """Put a question card behind the talk of a short evening."""
        order = [one.id for one in self.people]
        self._go(session.add_card(self.progress, order, self.house.clock.seconds()))

    def rest(self, back_at: datetime) -> None:
        """Take a break until `back_at`."""
        self._look_and_write(state="resting", back_at=back_at)

    def leave(self) -> None:
        """Put the evening aside; where it had hardly begun, nothing stays of it."""
        if session.is_begun(self.progress) or self.session.versions:
            self._look_and_write()

    def close(self) -> None:
        """The evening is over: keep it."""
        self._look_and_write(state="kept", back_at=None)

    def card(self) -> QuestionCard | None:
        """The card of this evening, where one was drawn."""
        return self.house.cards.get(self.session.cards[-1]) if self.session.cards else None

    def draw_card(self) -> None:
        """Draw a card, unless this evening has one."""
        if self.card() is not None:
            return
        chosen = self.house.cards.chosen(self._night)
        card = chosen or self.house.next_card(Wanted(mood=self._mood))
        if card is not None:
            self._meet(card.id, passed=False)

    def pass_card(self, mood: Mood | None = None) -> None:
        """Pass on the card and draw another; in this `mood` from now on, where one is given."""
        self._mood = mood or self._mood
        if self.session.cards:
            self._meet(self.session.cards[-1], passed=True)
        self.draw_card()

    def open_answers(self) -> None:
        """Open what they answered, for both."""
        if self.answering is not None:
            self.answering.open()

    @property
    def is_sealed(self) -> bool:
        """Whether answers wait to be opened together."""
        answering = self.answering
        return answering is not None and bool(answering.pair.sealed)

    @cached_property
    def memory(self) -> Appreciation | None:
        """On some evenings of two, an old thank-you to begin with."""
        chance = self.chance("memory")
        if len(self.people) < 2 or chance.random() > MEMORIES:
            return None
        return self.house.memory(chance)

    def chance(self, *about: object) -> Random:
        """Chance that falls the same way for the same thing all evening."""
        return Random("\n".join((self.session.id, *map(str, about))))

    def _meet(self, card: str, *, passed: bool) -> None:
        """Record that `card` was met, and whether they passed on it."""
        self.house.cards.meet(card, self._night, about=self.session.id, passed=passed)
        others = [one for one in self.session.passed if one != card]
        stayed, left = ([], [*others, card]) if passed else ([card], others)
        self.session = replace(self.session, cards=stayed, passed=left)
        self._write()

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

    def _past_nothing(self, step: Callable[[Progress, float], Progress]) -> Progress:
        """Where `step` leads, and another one where that is an opening with nothing to open."""
        now = self.house.clock.seconds()
        moved = step(self.progress, now)
        return step(moved, now) if moved.beat.kind == "opening" and not self._is_answered else moved

    @property
    def _is_answered(self) -> bool:
        answering = self.answering
        return answering is not None and bool(answering.pair.answers)

    @property
    def _night(self) -> date:
        """The night of this evening, also when it has grown late."""
        return self.session.night or self.house.night

    def _look_and_write(self, **changes: Any) -> None:
        self.progress = session.look(self.progress, self.house.clock.seconds())
        self._write(**changes)

    def _write(self, **changes: Any) -> None:
        """Put the session with `changes` on the disk. One that was kept or let go in another window stays so."""
        self._written_at = self.progress.seen
        known = self.house.journal.get(Session, self.session.id, self.session.night)
        wanted = session.recorded(replace(self.session, **changes), self.progress)
        if known is not None and (known.state == "kept" or known.removed):
            wanted = replace(wanted, state=known.state, removed=known.removed, back_at=known.back_at)
        self.session = self.house.journal.keep(wanted)
