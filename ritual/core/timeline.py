"""Everything they kept, night by night: the entries of the Journal, and how they are found."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Literal, get_args

from msgspec import Struct

from ritual.core import wording
from ritual.core.records import (
    Answer,
    Appreciation,
    Checkin,
    Draw,
    Feeling,
    Goal,
    Note,
    Rating,
    Record,
    Reply,
    Session,
    Topic,
    Wish,
)
from ritual.core.search import plain

Kind = Literal["evening", "card", "thank-you", "check-in", "note", "topic", "wish", "goal"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What a filter offers, in this order."""

OF: dict[type[Record], Kind] = {
    Session: "evening",
    Draw: "card",
    Appreciation: "thank-you",
    Checkin: "check-in",
    Note: "note",
    Topic: "topic",
    Wish: "wish",
    Goal: "goal",
}
"""Which records are entries; all others are part of one of these."""
PARTS = (Answer, Reply, Feeling, Rating)


class Entry(Struct, frozen=True, gc=False):
    """One thing that was kept, with what belongs to it."""

    record: Record
    kind: Kind
    night: date
    parts: tuple[Record, ...]
    """Answers, replies and feelings, oldest first; also private ones, never sealed ones."""
    plain: str
    """What is searched: only what both may read."""

    @property
    def at(self) -> datetime:
        """When it was written."""
        return self.record.at

    def by(self, person: str) -> bool:
        """Whether it, or a part of it that both may read, is from `person`."""
        return self.record.by == person or any(one.by == person and one.visibility == "shared" for one in self.parts)


class Sought(Struct, frozen=True):
    """Which entries to show."""

    words: str = ""
    kind: Kind | None = None
    by: str | None = None
    private: str | None = None
    """The id of the one whose private entries are uncovered."""

    @property
    def all(self) -> bool:
        """Whether all are shown."""
        return not (self.words or self.kind or self.by or self.private)


def compose(
    records: Iterable[Record],
    parts: Iterable[Record],
    card_text: Callable[[str], str],
    night_of: Callable[[datetime], date],
) -> list[Entry]:
    """The entries that these records make, newest night first and within a night what was written last first.

    `parts` may belong to any record; what has no night of its own has the one that `night_of` tells.
    """
    belonging: dict[str | None, list[Record]] = {}
    for one in parts:
        if one.removed is None and one.visibility != "sealed":
            belonging.setdefault(one.about, []).append(one)
    entries = []
    for record in records:
        if record.removed is not None or record.visibility == "sealed" or not _is_told(record, belonging):
            continue
        own = tuple(sorted(belonging.get(record.id, ()), key=lambda one: one.at))
        shared = [one for one in own if one.visibility == "shared"]
        said = " ".join((wording.what(record, card_text), *(wording.what(one, card_text) for one in shared)))
        entries.append(Entry(record, OF[type(record)], record.night or night_of(record.at), own, plain(said)))
    return sorted(entries, key=lambda one: (one.night, one.at), reverse=True)


def seen(entries: Sequence[Entry], private: str | None, first: int = 0) -> list[int]:
    """The numbers, from `first` on, of what may be seen: what both may read, and what `private` uncovers."""
    return [
        number
        for number in range(first, len(entries))
        if entries[number].record.visibility == "shared"
        or (private is not None and entries[number].record.by == private)
    ]


def found(entries: Sequence[Entry], sought: Sought, among: list[int]) -> list[int]:
    """The numbers of the entries that are sought, `among` these."""
    numbers = among
    for word in plain(sought.words).split():
        numbers = [number for number in numbers if word in entries[number].plain]
    if sought.kind is not None:
        numbers = [number for number in numbers if entries[number].kind == sought.kind]
    if sought.by is not None:
        numbers = [number for number in numbers if entries[number].by(sought.by)]
    return numbers


def narrows(sought: Sought, before: Sought) -> bool:
    """Whether all that is sought now was found before: one letter more finds fewer."""
    same = (sought.kind, sought.by, sought.private) == (before.kind, before.by, before.private)
    return same and sought.words.startswith(before.words)


def _is_told(record: Record, belonging: dict[str | None, list[Record]]) -> bool:
    match record:
        case Session() | Checkin():
            return record.state == "kept"
        case Draw():
            return not record.passed or record.id in belonging
        case _:
            return type(record) in OF
