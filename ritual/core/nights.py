"""Days, nights, and dates in words. A night begins at 04:00: what is written at 00:40 belongs to the evening before."""

from datetime import date, datetime, time, timedelta

NIGHTFALL = time(4)
"""When a new night begins, unless the settings say otherwise."""


def night_of(moment: datetime, begins: time = NIGHTFALL) -> date:
    """The night that `moment` belongs to, by the wall clock of the place where it was.

    The wall clock decides, not the time that passed: on the two nights a year when the clock is changed, 03:59 still
    belongs to the evening before and 04:00 to the new day.
    """
    return moment.date() if moment.timetz().replace(tzinfo=None) >= begins else moment.date() - timedelta(days=1)


def greeting(moment: datetime) -> str:
    """How one says hello at this time of day."""
    if NIGHTFALL.hour <= moment.hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= moment.hour < 17 else "Good evening"


def in_words(day: date) -> str:
    """`Sunday 22 November`."""
    return f"{day:%A} {day.day} {day:%B}"


def clock_time(moment: datetime, now: datetime) -> str:
    """`21:30`, or `tomorrow, 21:30` where it is not on the day of `now`."""
    days = (moment.date() - now.date()).days
    day = {0: "", 1: "tomorrow, "}.get(days, f"{in_words(moment.date())}, ")
    return f"{day}{moment:%H:%M}"
