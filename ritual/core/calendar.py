"""The rhythm of their evenings as pictures: a week, a month, a year."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from ritual.core.dates import SHORT_MONTHS
from ritual.core.records import Pause, Session
from ritual.core.rhythm import kept
from ritual.core.sealing import is_shared
from ritual.language import _, ngettext

SHADES = "·░▒▓█"
"""From no evening in a week to as many as they hope for, or more."""


def together(sessions: Iterable[Session]) -> dict[date, int]:
    """The nights that had an evening, and the seconds they were together."""
    found: dict[date, int] = {}
    for one in kept(sessions):
        if one.night is not None and one.removed is None and is_shared(one):
            found[one.night] = found.get(one.night, 0) + one.seconds
    return found


def within(nights: Mapping[date, int], first: date, last: date) -> dict[date, int]:
    """Those from `first` to `last`."""
    return {night: seconds for night, seconds in nights.items() if first <= night <= last}


def weeks_of(nights: Iterable[date], year: int) -> list[int]:
    """How many evenings each week of a year had; the weeks are those of ISO 8601, from Monday on."""
    weeks = [0] * date(year, 12, 28).isocalendar().week
    for night in nights:
        iso = night.isocalendar()
        if iso.year == year:
            weeks[iso.week - 1] += 1
    return weeks


def shaded(weeks: Iterable[int], hoped: int) -> str:
    """A cell for each week, the darker the more evenings it had; as many as they hope for is the darkest."""
    most = len(SHADES) - 1
    return "".join(SHADES[min(most, -(-count * most // max(hoped, 1)))] for count in weeks)


def year_of(nights: Collection[date], year: int, tonight: date, hoped: int) -> str:
    """A cell for each week of a year, from that of their first evening to tonight's."""
    weeks, now = weeks_of(nights, year), tonight.isocalendar()
    first = min(nights, default=tonight).isocalendar()
    before = first.week - 1 if first.year == year else 0
    until = now.week if now.year == year else len(weeks)
    return " " * before + shaded(weeks[before:until], hoped)


def months_above(year: int) -> str:
    """The names of the months, each above the cell of the week in which it begins."""
    line = ""
    for month in range(1, 13):
        first = date(year, month, 1).isocalendar()
        line = line.ljust(first.week - 1 if first.year == year else 0) + f"{SHORT_MONTHS[month - 1]} "
    return line.rstrip()


def month_of(nights: Iterable[date], tonight: date) -> list[list[tuple[int, bool]]]:
    """The days of tonight's month by weeks, Monday first: their number, 0 for none, and whether they had an evening."""
    from calendar import Calendar

    had = set(nights)
    return [
        [(day, day > 0 and date(tonight.year, tonight.month, day) in had) for day in week]
        for week in Calendar().monthdayscalendar(tonight.year, tonight.month)
    ]


def length_in_words(seconds: int) -> str:
    """`4 hours 10 minutes`."""
    hours, minutes = divmod(round(seconds / 60), 60)
    some_hours = ngettext("{count} hour", "{count} hours", hours)
    some_minutes = ngettext("{count} minute", "{count} minutes", minutes)
    if hours and minutes:
        return _("{hours} {minutes}", hours=some_hours, minutes=some_minutes)
    return some_hours if hours else some_minutes if minutes else _("a moment")


def in_words(nights: Mapping[date, int], tonight: date) -> list[str]:
    """One sentence each about this week, this month and this year; none about what was not."""
    begins = (tonight - timedelta(days=tonight.weekday()), tonight.replace(day=1), tonight.replace(month=1, day=1))
    spans = [within(nights, first, tonight) for first in begins]
    (week, of_week), (month, of_month), (year, of_year) = (
        (len(found), length_in_words(sum(found.values()))) for found in spans
    )
    sentences = (
        ngettext(
            "This week: {count} evening, {length} together.",
            "This week: {count} evenings, {length} together.",
            week,
            length=of_week,
        ),
        ngettext(
            "This month: {count} evening, {length} together.",
            "This month: {count} evenings, {length} together.",
            month,
            length=of_month,
        ),
        ngettext(
            "This year: {count} evening, {length} together.",
            "This year: {count} evenings, {length} together.",
            year,
            length=of_year,
        ),
    )
    return [sentence for sentence, found in zip(sentences, spans, strict=True) if found]


def pause_on(pauses: Iterable[Pause], tonight: date) -> Pause | None:
    """The rest that they have planned for tonight, too."""
    found = (one for one in pauses if one.removed is None and one.since <= tonight <= (one.last or date.max))
    return max(found, key=lambda one: one.since, default=None)
