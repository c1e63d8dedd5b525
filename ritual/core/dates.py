"""The names of days and months, and dates written as the language writes them."""

from datetime import date

from ritual.language import _, pgettext

DAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
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

SHORT_DAYS = (
    pgettext("three letters", "mon"),
    pgettext("three letters", "tue"),
    pgettext("three letters", "wed"),
    pgettext("three letters", "thu"),
    pgettext("three letters", "fri"),
    pgettext("three letters", "sat"),
    pgettext("three letters", "sun"),
)
SHORT_MONTHS = (
    pgettext("three letters", "jan"),
    pgettext("three letters", "feb"),
    pgettext("three letters", "mar"),
    pgettext("three letters", "apr"),
    pgettext("three letters", "may"),
    pgettext("three letters", "jun"),
    pgettext("three letters", "jul"),
    pgettext("three letters", "aug"),
    pgettext("three letters", "sep"),
    pgettext("three letters", "oct"),
    pgettext("three letters", "nov"),
    pgettext("three letters", "dec"),
)
"""As they stand in pictures."""


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


def month_and_year(day: date) -> str:
    """`November 2026`."""
    return _("{month} {year}", month=month(day), year=day.year)


def with_year(day: date) -> str:
    """`22 November 2026`."""
    return _("{day} {month} {year}", day=day.day, month=month(day), year=day.year)


def in_words(day: date) -> str:
    """`Sunday 22 November`."""
    return _("{weekday} {day} {month}", weekday=weekday(day), day=day.day, month=month(day))


def in_full(day: date) -> str:
    """`Sunday 22 November 2026`."""
    return _("{weekday} {day} {month} {year}", weekday=weekday(day), day=day.day, month=month(day), year=day.year)
