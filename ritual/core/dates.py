"""The names of days and months, and dates written as the language writes them."""

from datetime import date

from ritual.language import _

DAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
SHORT_DAYS = (_("mon"), _("tue"), _("wed"), _("thu"), _("fri"), _("sat"), _("sun"))
MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)


def weekday(day: date) -> str:
    """`Sunday`."""
    return DAYS[day.weekday()]


def short_weekday(day: date) -> str:
    """`sun`, for a row of days."""
    return SHORT_DAYS[day.weekday()]


def month(day: date) -> str:
    """`November`."""
    return MONTHS[day.month - 1]


def day_and_month(day: date) -> str:
    """`22 November`."""
    return _("{day} {month}", day=day.day, month=month(day))


def with_year(day: date) -> str:
    """`22 November 2026`."""
    return _("{day} {month} {year}", day=day.day, month=month(day), year=day.year)


def in_words(day: date) -> str:
    """`Sunday 22 November`."""
    return _("{weekday} {day} {month}", weekday=weekday(day), day=day.day, month=month(day))


def in_full(day: date) -> str:
    """`Sunday 22 November 2026`."""
    return _("{weekday} {day} {month} {year}", weekday=weekday(day), day=day.day, month=month(day), year=day.year)
