"""What is said in an evening, beat by beat: words, and how close one feels. Each becomes a record of its own."""

from typing import Any

from ritual.answering import Answering
from ritual.core import people, text
from ritual.core.records import (
    Answer,
    Appreciation,
    Draw,
    Note,
    Person,
    Rating,
    Record,
    Session,
    Visibility,
    derived_id,
)
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


class Spoken:
    """Keeps what is said in the beat that a session is at, and covers it from the one whose it is not."""

    def __init__(self, house: House, kept: Session, progress: Progress) -> None:
        self.house = house
        self.session = kept
        self.progress = progress
        self._seen: set[str] = set()
        """What the one at the keyboard has typed or uncovered."""

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

    def name(self, person: str | None) -> str:
        """The name of `person`."""
        return people.name_of(self.people, person)

    def other(self, person: str | None) -> Person | None:
        """The one who is not `person`."""
        return people.other(self.people, person)

    @property
    def answering(self) -> Answering | None:
        """What they answer to the card of this evening, where one was drawn."""
        if not self.session.cards:
            return None
        night = self.session.night
        draw = self.house.journal.get(Draw, self._draw, night)
        new = Draw(id=self._draw, at=self.session.at, night=night, about=self.session.id, card=self.session.cards[-1])
        return Answering(self.house, draw or new, self.people)

    def rate(self, value: int | None) -> None:
        """Keep how close the one whose beat it is feels; `None` passes and takes back what was said before."""
        self._set(Rating, {"scale": self._scale, "value": value} if value is not None else None)
        self._seen.add(self._id)

    def rated(self) -> int | None:
        """What was said before."""
        known = self._known(Rating)
        return known.value if isinstance(known, Rating) else None

    def say(self, typed: str) -> None:
        """Keep `typed` as what this beat is for; an empty one passes. Raises `Refused`, and then nothing is lost."""
        kind = WRITTEN[self.beat.kind]
        wording = text.words(typed)
        fields: dict[str, Any] = {"text": wording, "visibility": self._visibility}
        if kind is Appreciation:
            other = self.other(self.beat.person)
            fields["to"] = other.id if other else None
        self._set(kind, fields if wording else None)
        self._seen.add(self._id)
        self.house.drafts.clear(self._id)

    def draft(self, typed: str) -> None:
        """Put down unfinished words. Raises `OSError` where that fails."""
        self._seen.add(self._id)
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
                visibility=self._visibility,
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
        """Whether what is here is shown only once its author asks: it comes from an earlier start, or the keyboard
        was handed over since."""
        if self._id in self._seen:
            return False
        if self.beat.kind == "closeness":
            return self.rated() is not None
        return self.house.drafts.get(self._id) is not None or self._known(WRITTEN[self.beat.kind]) is not None

    def uncover(self) -> None:
        """Their author asks for them."""
        self._seen.add(self._id)

    @property
    def _visibility(self) -> Visibility:
        """How the words of this beat are kept: as they are kept already, and new answers of two sealed."""
        known = self._known(WRITTEN[self.beat.kind])
        if known is not None:
            return known.visibility
        answering = self.answering if self.beat.kind == "answer" else None
        return answering.pair.seals if answering else "shared"

    @property
    def _scale(self) -> str:
        return "closeness-before" if self.progress.leg.step == "arrive" else "closeness-after"

    @property
    def _about(self) -> str:
        """The record that what is said in this beat belongs to."""
        if self.beat.kind == "answer" and self.session.cards:
            return self._draw
        return self.session.id

    @property
    def _draw(self) -> str:
        """The id of the draw of this evening's card."""
        return derived_id(self.session.id, "draw", self.session.cards[-1])

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
