"""The book as data: what it tells, and to whom it belongs."""

from collections.abc import Callable
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeVar

from msgspec import Struct

from ritual.core.records import Person, Record, Topic

R = TypeVar("R", bound=Record)

Question = Callable[[str], str | None]
"""What the card with an id asks; none where that is not known, or not for this book."""


class Entry(Struct, frozen=True, gc=False):
    """One thing that was kept."""

    night: date
    record: Record
    parts: tuple[Record, ...] = ()
    """What belongs to it, oldest first."""
    topic: Topic | None = None
    """What was talked through in this check-in."""
    is_outcome: bool = False
    """Whether this is where it came to an end: the last time that a topic was talked through, a goal reached."""

    def of(self, kind: type[R]) -> list[R]:
        """The parts of this kind."""
        return [one for one in self.parts if isinstance(one, kind)]


class Closeness(NamedTuple):
    """How close those felt who said so, 1 to 7, the two of them taken together."""

    night: date
    before: float
    after: float


class Book(Struct, frozen=True):
    """All that is told, and to whom it belongs."""

    people: tuple[Person, ...]
    """Who lives here."""
    tellers: tuple[Person, ...]
    """Whose words these are."""
    is_whole: bool
    """Whether it tells of the evenings, not only what one person said."""
    entries: tuple[Entry, ...]
    """Oldest night first, and within a night as one tells of it."""
    closeness: tuple[Closeness, ...]
    """The evenings of which both are known, in order."""
    question: Question
    year: int | None = None

    @property
    def two(self) -> bool:
        """Whether it is a book of two."""
        return len(self.tellers) > 1

    @property
    def years(self) -> list[tuple[int, list[Entry]]]:
        """The years it tells of, with their entries."""
        return [(year, list(found)) for year, found in groupby(self.entries, key=lambda one: one.night.year)]
