"""An occasion, as one says it."""

from datetime import date

from ritual.core import nights
from ritual.core.occasions import Coming
from ritual.core.text import on_screen
from ritual.core.wording import counted

MANY = 7
"""Days in which one says the day of the week."""


def when(day: date, tonight: date) -> str:
    """`Today`, `Tomorrow`, `Saturday`, `3 March`."""
    days = (day - tonight).days
    if days in (0, 1):
        return ("Today", "Tomorrow")[days]
    if 1 < days < MANY:
        return f"{day:%A}"
    return nights.with_year(day) if day.year != tonight.year else f"{day.day} {day:%B}"


def told(coming: Coming, tonight: date) -> str:
    """`Saturday: our anniversary, 7 years`."""
    years = f", {counted(coming.years, 'year', 'years')}" if coming.years else ""
    return f"{when(coming.day, tonight)}: {' '.join(on_screen(coming.occasion.name).split())}{years}"
