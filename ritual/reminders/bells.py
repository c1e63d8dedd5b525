"""When reminders come, by the clock on the wall."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from ritual.core.weekly import WEEKDAYS, Weekday
from ritual.settings import Settings


class Bell(NamedTuple):
    """A time on some days of the week, in the order of the week."""

    days: tuple[Weekday, ...]
    at: time


def evening(settings: Settings) -> Bell:
    """When the reminder of the evening comes."""
    return _bell(settings.evening_days, settings.evening_at, settings)


def checkin(settings: Settings) -> Bell:
    """When the reminder of the check-in comes."""
    return _bell((settings.checkin_day,), settings.checkin_at, settings)


def bells(settings: Settings) -> list[Bell]:
    """All of them that have a day."""
    return [one for one in (evening(settings), checkin(settings)) if one.days]


def moment(night: date, at: time, settings: Settings) -> datetime:
    """That time of a night, by the clock on the wall: half past midnight is on the day after."""
    return datetime.combine(night + timedelta(days=at < settings.night_begins), at)


def _bell(nights: tuple[Weekday, ...], at: time, settings: Settings) -> Bell:
    later = at < settings.night_begins
    numbers = {(WEEKDAYS.index(night) + later) % 7 for night in nights}
    return Bell(tuple(WEEKDAYS[number] for number in sorted(numbers)), at)
