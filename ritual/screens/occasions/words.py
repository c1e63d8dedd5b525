"""An occasion, as one says it."""

from datetime import date

from ritual.core import dates
from ritual.core.occasions import Coming
from ritual.core.text import on_screen
from ritual.language import _, ngettext

MANY = 7
"""Days in which one says the day of the week."""

YEAR = 300
"""Days from which on one says the year."""


def when(day: date, tonight: date) -> str:
    """`Today`, `Tomorrow`, `Saturday`, `3 March`."""
    days = (day - tonight).days
    if days in (0, 1):
        return (_("Today"), _("Tomorrow"))[days]
    if 1 < days < MANY:
        return dates.weekday(day)
    return dates.with_year(day) if day.year != tonight.year else dates.day_and_month(day)


def resting(last: date | None, tonight: date) -> str:
    """Until when they rest: a day, tonight where that is the last night, or nothing of it where it is open."""
    if last is None:
        return _("You are resting.")
    if last <= tonight:
        return _("You are resting tonight.")
    far = (last - tonight).days > YEAR
    return _("You are resting until {day}.", day=dates.with_year(last) if far else dates.day_and_month(last))


def told(coming: Coming, tonight: date) -> str:
    """`Saturday: our anniversary, 7 years`."""
    day, name = when(coming.day, tonight), " ".join(on_screen(coming.occasion.name).split())
    if not coming.years:
        return _("{day}: {name}", day=day, name=name)
    return ngettext("{day}: {name}, {count} year", "{day}: {name}, {count} years", coming.years, day=day, name=name)
