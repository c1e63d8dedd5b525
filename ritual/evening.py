"""An evening that is going on: the state machine of the core, held against the clock and the journal.

It knows no screen. What is on the disk is always enough to go on after a crash: the session is written at every step
and once a minute, words while they are typed.
"""

from datetime import datetime
from functools import cached_property
from random import Random
from typing import Any

from msgspec.structs import replace

from ritual.core import lengths, people, rhythm, session, text
from ritual.core.cards import QuestionCard
from ritual.core.errors import RitualError
from ritual.core.records import Answer, Appreciation, Note, Person, Rating, Record, Session, derived_id
from ritual.core.session import Beat, Progress
from ritual.house import House
from ritual.journal import Draft, DraftKind

WRITTEN: dict[str, type[Answer] | type[Appreciation] | type[Note]] = {
    "answer": Answer,
    "appreciation": Appreciation,
    "note": Note,
    "write": Note,
}
"""The kind of record that each writing beat becomes."""

DRAFTED: dict[str, DraftKind] = {"answer": "answer", "appreciation": "appreciation", "note": "note", "write": "note"}
"""The name of that kind in a draft."""

MEMORIES = 1 / 4
"""How many evenings begin with a memory."""

EVERY = 60
"""Seconds after which the time spent is written down though nothing happened."""


class Evening:
    """One session, from its first beat until it is kept or put aside."""

    def __init__(self, house: House, kept: Session, progress: Progress) -> None:
        self.house = house
        self.session = kept
        self.progress = progress
        self._written_at = progress.seen
        self._typed: set[str] = set()

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
    def people(self) -> list[Person]:
        """The people of this evening, the one who starts first."""
        present = self.session.people
        found = self.house.people
        return sorted((one for one in found if one.id in present), key=lambda one: present.index(one.id)) or found

    @property
    def beat(self) -> Beat:
        """What is on the screen."""
        return self.progress.beat

    @property
    def is_quiet(self) -> bool:
        """Whether this is just quiet time."""
        return self.progress.legs[0].step == "quiet"

    def name(self, person: str | None) -> str:
        """The name of `person`."""
        return people.name_of(self.people, person)

    def other(self, person: str | None) -> Person | None:
        """The one who is not `person`."""
        return people.other(self.people, person)

    def tick(self) -> None:
        """Look at the clock."""
        self.progress = session.look(self.progress, self.house.clock.seconds())
        due = session.is_begun(self.progress) and not self.progress.paused
        if due and self.progress.seen - self._written_at >= EVERY:
            self._write()

    def forward(self) -> None:
        """On to the next beat."""
        self._go(session.forward(self.progress, self.house.clock.seconds()))

    def onward(self) -> None:
        """On to the next turn or step."""
        self._go(session.onward(self.progress, self.house.clock.seconds()))

    def back(self) -> None:
        """Back to the beat before."""
        self._go(session.back(self.progress, self.house.clock.seconds()))

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

    def rate(self, value: int | None) -> None:
        """Keep how close the one whose beat it is feels; `None` passes and takes back what was said before."""
        self._set(Rating, {"scale": self._scale, "value": value} if value is not None else None)

    def rated(self) -> int | None:
        """What was said before."""
        known = self._known(Rating)
        return known.value if isinstance(known, Rating) else None

    def say(self, typed: str) -> None:
        """Keep `typed` as what this beat is for; an empty one passes. Raises `Refused`, and then nothing is lost."""
        kind = WRITTEN[self.beat.kind]
        wording = text.words(typed)
        fields: dict[str, Any] = {"text": wording}
        if kind is Appreciation:
            other = self.other(self.beat.person)
            fields["to"] = other.id if other else None
        self._set(kind, fields if wording else None)
        self.house.drafts.clear(self._id)

    def draft(self, typed: str) -> None:
        """Put down unfinished words. Raises `OSError` where that fails."""
        self._typed.add(self._id)
        known = self._known(WRITTEN[self.beat.kind])
        if typed.strip() == getattr(known, "text", ""):
            self.house.drafts.clear(self._id)
            return
        other = self.other(self.beat.person)
        self.house.drafts.save(
            Draft(
                id=self._id,
                kind=DRAFTED[self.beat.kind],
                by=self.beat.person or "",
                night=self.session.night or self.house.night,
                at=self.house.clock.now(),
                text=typed,
                about=self._about,
                to=other.id if other and self.beat.kind == "appreciation" else None,
            )
        )

    def words_so_far(self) -> str:
        """What the one whose beat it is has written here before."""
        draft = self.house.drafts.get(self._id)
        if draft is not None:
            return draft.text
        known = self._known(WRITTEN[self.beat.kind])
        return str(getattr(known, "text", ""))

    def is_covered(self) -> bool:
        """Whether the words here come from an earlier start, and are shown only once their author asks for them."""
        return self._id not in self._typed and self.house.drafts.get(self._id) is not None

    def card(self) -> QuestionCard | None:
        """The card of this evening, where one was drawn."""
        return self.house.card(self.session.cards[-1]) if self.session.cards else None

    def draw_card(self) -> None:
        """Draw a card, unless this evening has one."""
        if self.card() is None and (card := self.house.next_card()):
            self._meet(card.id, passed=False)

    def pass_card(self) -> None:
        """Pass on the card and draw another."""
        if self.session.cards:
            self._meet(self.session.cards[-1], passed=True)
        self.draw_card()

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

    @property
    def _scale(self) -> str:
        return "closeness-before" if self.progress.leg.step == "arrive" else "closeness-after"

    @property
    def _about(self) -> str:
        """The record that what is said in this beat belongs to."""
        if self.beat.kind == "answer" and self.session.cards:
            return derived_id(self.session.id, "draw", self.session.cards[-1])
        return self.session.id

    @property
    def _id(self) -> str:
        """The id of what is said in this beat, so that saying it again changes the same record."""
        return derived_id(self._about, self.progress.leg.step, self.beat.kind, self.beat.person or "")

    def _known(self, kind: type[Record]) -> Record | None:
        found = self.house.journal.get(kind, self._id, self.session.night)
        return found if found is not None and found.removed is None else None

    def _set(self, kind: type[Record], fields: dict[str, Any] | None) -> None:
        """Keep a record of this beat with `fields`; without them take away the one there is."""
        known = self._known(kind)
        if fields is None:
            if known is not None:
                self.house.journal.remove(known)
            return
        now, night = self.house.clock.now(), self.session.night
        record = kind(id=self._id, at=now, night=night, by=self.beat.person, about=self._about, **fields)
        if known is None or any(getattr(known, name) != value for name, value in fields.items()):
            self.house.journal.keep(record)

    def _meet(self, card: str, *, passed: bool) -> None:
        """Record that `card` was met, and whether they passed on it."""
        self.house.meet(card, self.session.night or self.house.night, about=self.session.id, passed=passed)
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
