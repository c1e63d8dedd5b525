"""An occasion, as one says it."""

from datetime import date

from ritual.core import dates
from ritual.core.occasions import Coming
from ritual.core.text import on_screen
from ritual.core.wording import counted

MANY = 7
"""Days in which one says the day of the week."""

YEAR = 300
"""Days from which on one says the year."""


def when(day: date, tonight: date) -> str:
    """`Today`, `Tomorrow`, `Saturday`, `3 March`."""
    days = (day - tonight).days
    if days in (0, 1):
        return ("Today", "Tomorrow")[days]
    if 1 < days < MANY:
        return dates.weekday(day)
    return dates.with_year(day) if day.year != tonight.year else dates.day_and_month(day)


def until(last: date | None, tonight: date) -> str:
    """` until 3 March`, ` tonight` where that is the last night, and nothing where it is open."""
    if last is None:
        return ""
    if last <= tonight:
        return " tonight"
    far = (last - tonight).days > YEAR
    return f" until {dates.with_year(last) if far else dates.day_and_month(last)}"


def told(coming: Coming, tonight: date) -> str:
    """`Saturday: our anniversary, 7 years`."""
    years = f", {counted(coming.years, 'year', 'years')}" if coming.years else ""
    return f"{when(coming.day, tonight)}: {' '.join(on_screen(coming.occasion.name).split())}{years}"
