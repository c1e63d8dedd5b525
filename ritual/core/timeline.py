"""Everything they kept, night by night: the entries of the Journal, and how they are found."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, get_args

from msgspec import Struct

from ritual.core import search, wording
from ritual.core.nights import NightOf
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
from ritual.core.sealing import is_shared
from ritual.core.search import plain
from ritual.core.wording import CardText
from ritual.language import pgettext

Kind = Literal["evening", "card", "thank-you", "check-in", "note", "topic", "wish", "goal"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What a filter offers, in this order."""

NAMES: dict[Kind, str] = {
    "evening": pgettext("kind", "evening"),
    "card": pgettext("kind", "card"),
    "thank-you": pgettext("kind", "thank-you"),
    "check-in": pgettext("kind", "check-in"),
    "note": pgettext("kind", "note"),
    "topic": pgettext("kind", "topic"),
    "wish": pgettext("kind", "wish"),
    "goal": pgettext("kind", "goal"),
}
"""What they are called."""

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
    """Answers, replies, feelings and ratings, oldest first; also private ones, never sealed ones."""
    plain: str
    """What is searched: what can be read of it, and nothing private that belongs to it."""
    shared: bool = True
    """Whether it stands there for both."""

    @property
    def at(self) -> datetime:
        """When it was written."""
        return self.record.at

    def by(self, person: str) -> bool:
        """Whether it, or a part of it that both may read, is from `person`."""
        return self.record.by == person or any(one.by == person and is_shared(one) for one in self.parts)


class Sought(search.Sought, frozen=True):
    """Which entries to show."""

    kind: Kind | None = None
    private: str | None = None
    """The id of the one whose private entries are uncovered."""


def compose(
    records: Iterable[Record],
    parts: Iterable[Record],
    card_text: CardText,
    night_of: NightOf,
) -> list[Entry]:
    """The entries that these records make, newest night first and within a night what was written last first.

    `parts` may belong to any record. What has no night of its own has the one of what it was written in, like a wish
    in a check-in; else the one that `night_of` tells.
    """
    records = list(records)
    nights = {one.id: one.night for one in records if isinstance(one, Session | Checkin)}
    belonging: dict[str | None, list[Record]] = {}
    for one in parts:
        if one.removed is None and one.visibility != "sealed":
            belonging.setdefault(one.about, []).append(one)
    entries = []
    for record in records:
        if record.removed is not None or record.visibility == "sealed" or not _is_told(record, belonging):
            continue
        night = record.night or nights.get(record.about or "") or night_of(record.at)
        entries.append(_entry(record, night, belonging.get(record.id, ()), card_text))
    return sorted(entries, key=lambda one: (one.night, one.at), reverse=True)


def with_more(entry: Entry, more: Sequence[Record], card_text: CardText) -> Entry:
    """The entry with more that belongs to it."""
    parts = [one for one in more if one.removed is None and one.visibility != "sealed"]
    return _entry(entry.record, entry.night, [*entry.parts, *parts], card_text) if parts else entry


def seen(entries: Sequence[Entry], private: str | None, first: int = 0) -> list[int]:
    """The numbers, from `first` on, of what may be seen: what both may read, and what `private` uncovers."""
    return [
        number
        for number in range(first, len(entries))
        if entries[number].shared or (private is not None and _uncovers(entries[number], private))
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
    return same and plain(sought.words).startswith(plain(before.words))


def _entry(record: Record, night: date, parts: Iterable[Record], card_text: CardText) -> Entry:
    own = tuple(sorted(parts, key=lambda one: (one.at, one.id)))
    shared = [one for one in own if is_shared(one)]
    said = [words for one in (record, *shared) for words in _said(one, card_text)]
    is_open = is_shared(record) and (bool(shared) or not _is_passed(record))
    return Entry(record, OF[type(record)], night, own, plain("\n".join(said)), is_open)


def _is_told(record: Record, belonging: dict[str | None, list[Record]]) -> bool:
    match record:
        case Session() | Checkin():
            return record.state == "kept"
        case _:
            return type(record) in OF and (not _is_passed(record) or record.id in belonging)


def _is_passed(record: Record) -> bool:
    """Whether it is a card they passed on, which is told only where one of them answered it all the same."""
    return isinstance(record, Draw) and record.passed


def _said(one: Record, card_text: CardText) -> Sequence[str]:
    """What can be read of a record in the Journal; a rating is a figure, and stands in Trends."""
    if isinstance(one, Rating):
        return ()
    return (wording.what(one, card_text), *wording.also(one), *getattr(one, "tags", ()))


def _uncovers(entry: Entry, private: str) -> bool:
    """Whether it is seen once what `private` keeps is uncovered."""
    theirs = any(one.by == private for one in entry.parts)
    if is_shared(entry.record):
        return theirs
    told = theirs or not _is_passed(entry.record) or any(map(is_shared, entry.parts))
    return entry.record.by == private and told
