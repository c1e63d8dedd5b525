"""When the check-in is due, and how long it may be."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, get_args

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)

SHORTEST, USUAL, LONGEST = 15, 30, 60
"""Minutes a check-in may have. Practice says 30 to 60, and 15 at the least."""

NEAR = timedelta(days=4)
"""A check-in so short a time before its day counts for it: any day is fine."""


def is_due(tonight: date, day: Weekday, nights: Iterable[date]) -> bool:
    """Whether tonight is the evening for it; `nights` are those of earlier check-ins. A missed one is not due later."""
    return WEEKDAYS[tonight.weekday()] == day and not any(tonight - NEAR <= night <= tonight for night in nights)


def next_day(tonight: date, day: Weekday) -> date:
    """The next night for it, tonight or later."""
    from datetime import datetime, time

    from dateutil.rrule import WEEKLY, rrule

    found = rrule(WEEKLY, dtstart=datetime.combine(tonight, time()), byweekday=WEEKDAYS.index(day), count=1)
    return found[0].date()


def next_after(night: date, day: Weekday) -> date:
    """The next night for it after a check-in on `night`, which counts for a day that is near."""
    return next_day(night + NEAR + timedelta(days=1), day)
