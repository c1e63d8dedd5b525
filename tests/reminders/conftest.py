"""Calendar files read back, and evenings of a few days."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar
from msgspec.structs import replace

from ritual.core.records import Leg, Occasion, Session
from ritual.reminders.calendar import Asked, written
from ritual.settings import Settings
from tests.conftest import EVENING

TONIGHT = EVENING.date()
"""A Sunday in November."""
LEGS = [Leg(step="talk", planned=600, seconds=600)]


def in_days(number: int) -> date:
    return TONIGHT + timedelta(number)


def asked(settings: Settings | None = None, occasions: Iterable[Occasion] = (), **more: Any) -> Asked:
    usual = Asked("ana", EVENING, TONIGHT, settings or Settings(), list(occasions), [])
    return replace(usual, **more)


def occasion(name: str, day: date, rule: str | None = None, **more: Any) -> Occasion:
    return Occasion(id=f"{name} {day}", at=EVENING, name=name, day=day, rule=rule, **more)


def events(content: bytes) -> list[Any]:
    """What comes, as icalendar reads it. Its types allow every property to be anything, so they are left aside."""
    return [*Calendar.from_ical(content).walk("VEVENT")]


def event(content: bytes, name: str) -> Any:
    (found,) = [one for one in events(content) if one["SUMMARY"] == name]
    return found


def expanded(one: Any) -> Iterator[datetime]:
    """When it comes, by the clock on the wall; a day without a time at its beginning."""
    start = on_the_wall(one["DTSTART"].dt)
    left_out = [on_the_wall(when.dt) for when in one["EXDATE"].dts] if "EXDATE" in one else []
    if "RRULE" not in one:
        yield start
        return
    rule = one["RRULE"].to_ical().decode()
    yield from (when for when in rrulestr(rule, dtstart=start) if when not in left_out)


def until(one: Any, last: date) -> list[datetime]:
    found = []
    for when in expanded(one):
        if when.date() > last:
            break
        found.append(when)
    return found


def on_the_wall(when: date) -> datetime:
    """A moment of the calendar file, which must float: no zone, no UTC."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time())
    assert when.tzinfo is None
    return when


def evening(night: date, state: Any = "kept", at: datetime | None = None) -> Session:
    began = at or datetime.combine(night, time(20), UTC)
    return Session(id=f"evening {night} {state}", at=began, night=night, legs=LEGS, state=state)


def calendar(*given: Any, **more: Any) -> bytes:
    return written(asked(*given, **more))
