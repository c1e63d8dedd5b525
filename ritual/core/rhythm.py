"""The rhythm of their evenings: who starts, and which evenings were."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from ritual.core.people import other
from ritual.core.records import Checkin, Person, Session

S = TypeVar("S", bound=Session | Checkin)


def kept(sessions: Iterable[Session]) -> list[Session]:
    """The sessions that were kept, oldest first."""
    return sorted((one for one in sessions if one.state == "kept"), key=lambda one: one.at)


def starter(people: Sequence[Person], sessions: Iterable[Session]) -> Person | None:
    """Who starts tonight: the other one than at the last evening kept; at first the one named first."""
    if not people:
        return None
    last = next((one.starter for one in reversed(kept(sessions)) if one.starter), None)
    return people[0] if last is None else other(people, last) or people[0]


def in_order(people: Sequence[Person], starts: str | None) -> list[str]:
    """The ids of `people`, the one who starts first."""
    return [one.id for one in sorted(people, key=lambda one: one.id != starts)]


def evenings_of_week(sessions: Iterable[Session], tonight: date) -> list[date]:
    """The nights of this week, Monday first, that had an evening."""
    monday = tonight - timedelta(days=tonight.weekday())
    return sorted({one.night for one in kept(sessions) if one.night and monday <= one.night <= tonight})


def unfinished(sessions: Iterable[S]) -> S | None:
    """The newest one that was neither kept nor let go."""
    return max((one for one in sessions if one.state != "kept"), key=lambda one: one.at, default=None)
