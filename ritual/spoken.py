"""What is said in an evening or a check-in, beat by beat: words, and numbers. Each becomes a record of its own."""

from datetime import date
from typing import Any, Generic, TypeVar

from ritual.core import people, text
from ritual.core.records import (
    OF_A_NIGHT,
    Answer,
    Appreciation,
    Checkin,
    Goal,
    Note,
    Person,
    Rating,
    Record,
    Session,
    Visibility,
    Wish,
    derived_id,
)
from ritual.core.session import Beat, Progress
from ritual.house import House
from ritual.journal import Draft, DraftKind

S = TypeVar("S", bound=Session | Checkin)
R = TypeVar("R", bound=Record)

WRITTEN: dict[str, type[Answer] | type[Appreciation] | type[Note] | type[Wish] | type[Goal]] = {
    "answer": Answer,
    "appreciation": Appreciation,
    "note": Note,
    "write": Note,
    "right": Note,
    "sentence": Note,
    "reflection": Note,
    "wish": Wish,
    "goal": Goal,
}
"""The kind of record that each writing beat becomes."""

DRAFTED: dict[str, DraftKind] = {
    "answer": "answer",
    "appreciation": "appreciation",
    "wish": "wish",
    "goal": "goal",
}
"""The name of that kind in a draft, where it is not a note."""

RATED = ("closeness", "rating")
"""The beats that become a number."""


class Spoken(Generic[S]):
    """Keeps what is said in the beat that a session is at, and covers it from the one whose it is not."""

    def __init__(self, house: House, kept: S, progress: Progress) -> None:
        self.house = house
        self.session: S = kept
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

    def rate(self, value: int | None, *, private: bool = False) -> None:
        """Keep the number of the one whose beat it is; `None` passes and takes back what was said before."""
        visibility: Visibility = "private" if private else self.visibility
        fields = {"scale": self._scale, "value": value, "visibility": visibility}
        self._set(Rating, fields if value is not None else None)
        self._seen.add(self._id)

    def rated(self) -> int | None:
        """What was said before."""
        known = self._known(Rating)
        return known.value if isinstance(known, Rating) else None

    def say(self, typed: str, *, private: bool = False) -> None:
        """Keep `typed` as what this beat is for; an empty one passes. Raises `Refused`, and then nothing is lost."""
        kind = WRITTEN[self.beat.kind]
        wording = text.words(typed)
        fields: dict[str, Any] = {"text": wording, "visibility": "private" if private else self.visibility}
        if kind is Appreciation:
            other = self.other(self.beat.person)
            fields["to"] = other.id if other else None
        self._set(kind, fields if wording else None)
        self._seen.add(self._id)
        self.house.drafts.clear(self._id)

    def draft(self, typed: str) -> None:
        """Put down unfinished words. Raises `OSError` where that fails."""
        self._seen.add(self._id)
        known = getattr(self._known(WRITTEN[self.beat.kind]), "text", "")
        if typed.strip() in (known, known or self.proposed):
            self.house.drafts.clear(self._id)
            return
        other = self.other(self.beat.person)
        self.house.drafts.save(
            Draft(
                id=self._id,
                kind=DRAFTED.get(self.beat.kind, "note"),
                by=self.beat.person or "",
                night=self.session.night or self.house.night,
                at=self.house.clock.now(),
                text=typed,
                about=self._about,
                to=other.id if other and self.beat.kind == "appreciation" else None,
                visibility=self.visibility,
            )
        )

    def words_so_far(self) -> str:
        """What the one whose beat it is has written here before, or may take over."""
        draft = self.house.drafts.get(self._id)
        if draft is not None:
            return draft.text
        known = self._known(WRITTEN[self.beat.kind])
        return str(getattr(known, "text", "")) or self.proposed

    @property
    def is_drafted(self) -> bool:
        """Whether unfinished words wait in this beat."""
        return self.house.drafts.get(self._id) is not None

    @property
    def is_kept(self) -> bool:
        """Whether words are kept in this beat."""
        return self._known(WRITTEN[self.beat.kind]) is not None

    @property
    def proposed(self) -> str:
        """Words to take over where none were written yet."""
        return ""

    def is_covered(self) -> bool:
        """Whether what is here is shown only once its author asks: it comes from an earlier start, or the keyboard
        was handed over since."""
        return self._id not in self._seen and self._is_said

    @property
    def _is_said(self) -> bool:
        """Whether something was said in this beat before."""
        if self.beat.kind in RATED:
            return self.rated() is not None
        if self.beat.kind not in WRITTEN:
            return False
        return self.house.drafts.get(self._id) is not None or self._known(WRITTEN[self.beat.kind]) is not None

    def uncover(self) -> None:
        """Their author asks for them."""
        self._seen.add(self._id)

    @property
    def is_unseen(self) -> bool:
        """Whether what is said here is not for the other's eyes."""
        return self.visibility != "shared" and len(self.people) > 1

    @property
    def visibility(self) -> Visibility:
        """How what is said in this beat is kept: as it is kept already, and otherwise as it is kept here."""
        known = self._known(self._kind)
        return known.visibility if known is not None else self._usual_visibility

    @property
    def _usual_visibility(self) -> Visibility:
        """How something new is kept in this beat."""
        return "shared"

    @property
    def _kind(self) -> type[Record]:
        """What this beat becomes."""
        return Rating if self.beat.kind in RATED else WRITTEN[self.beat.kind]

    @property
    def _scale(self) -> str:
        """What is rated in this beat."""
        return self.beat.about

    @property
    def _about(self) -> str:
        """The record that what is said in this beat belongs to."""
        return self.session.id

    @property
    def _id(self) -> str:
        """The id of what is said in this beat, so that saying it again changes the same record."""
        about = (self.beat.about,) if self.beat.about else ()
        return derived_id(self._about, self.progress.leg.step, self.beat.kind, self.beat.person or "", *about)

    def _known(self, kind: type[Record]) -> Record | None:
        return self._there(kind, self._id, self.session.night if kind in OF_A_NIGHT else None)

    def _there(self, kind: type[R], record: str, night: date | None = None) -> R | None:
        """The record of this kind, unless it was taken away."""
        found = self.house.journal.get(kind, record, night)
        return found if found is not None and found.removed is None else None

    def _set(self, kind: type[Record], fields: dict[str, Any] | None) -> None:
        """Keep a record of this beat with `fields`; without them take away the one there is."""
        known = self._known(kind)
        if fields is None:
            if known is not None:
                self.house.journal.remove(known)
            return
        now, night = self.house.clock.now(), self.session.night if kind in OF_A_NIGHT else None
        record = kind(id=self._id, at=now, night=night, by=self.beat.person, about=self._about, **fields)
        if known is None or any(getattr(known, name) != value for name, value in fields.items()):
            self.house.journal.keep(record)
