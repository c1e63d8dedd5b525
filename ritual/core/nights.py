"""Days, nights, and dates in words. A night begins at 04:00: what is written at 00:40 belongs to the evening before."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from ritual.core.dates import day_and_month, in_full, in_words
from ritual.core.errors import Refused
from ritual.core.text import quoted
from ritual.language import _, fill

if TYPE_CHECKING:
    from ritual.core.date_words import Words

NIGHTFALL = time(4)
"""When a new night begins, unless the settings say otherwise."""

NightOf = Callable[[datetime], date]
"""Tells which night a moment belongs to."""


def night_of(moment: datetime, begins: time = NIGHTFALL) -> date:
    """The night that `moment` belongs to, by the wall clock of the place where it was.

    The wall clock decides, not the time that passed: on the two nights a year when the clock is changed, 03:59 still
    belongs to the evening before and 04:00 to the new day.
    """
    return moment.date() if moment.timetz().replace(tzinfo=None) >= begins else moment.date() - timedelta(days=1)


def greeting(moment: datetime) -> str:
    """How one says hello at this time of day."""
    if NIGHTFALL.hour <= moment.hour < 12:
        return _("Good morning")
    return _("Good afternoon") if 12 <= moment.hour < 17 else _("Good evening")


def said_tonight(night: date, tonight: date) -> str:
    """A night as one names it tonight: `Tonight`, `Yesterday`, else with its year."""
    near = {0: _("Tonight"), 1: _("Yesterday")}
    return near.get((tonight - night).days) or in_full(night)


def clock_time(moment: datetime, now: datetime) -> str:
    """`21:30`, or `tomorrow, 21:30` where it is not on the day of `now`."""
    days = (moment.date() - now.date()).days
    time = f"{moment:%H:%M}"
    if days == 1:
        return _("tomorrow, {time}", time=time)
    return _("{day}, {time}", day=in_words(moment.date()), time=time) if days else time


class Span(NamedTuple):
    """One day, or all days of a week, a month, a season, a year."""

    first: date
    last: date


HOW = _("Please write it like yesterday, last friday, 3 march or 2026-11-03.")
HOW_AHEAD = _("Please write it like tomorrow, next friday, 3 march or 2026-12-01.")


def day_in(words: str, today: date, *, ahead: bool = False) -> date:
    """The one day that `words` mean, not after `today`; with `ahead` not before.

    Raises `Refused` where they mean none, more than one, or one on the wrong side of today.
    """
    span = span_in(words, today, ahead=ahead)
    said = quoted(words)
    if span.first != span.last:
        raise Refused(_("{words} is more than one day.", words=said) + f" {HOW_AHEAD if ahead else HOW}")
    if ahead and span.first < today:
        raise Refused(_("{words} has been already. Please give a day to come.", words=said))
    if not ahead and span.first > today:
        raise Refused(_("{words} is still to come. Please give a day that has been.", words=said))
    return span.first


def span_in(words: str, today: date, *, ahead: bool = False) -> Span:
    """The days that `words` mean, like `yesterday`, `last week`, `3 march`, `march 2025`, `last spring`, `2026-11-03`.

    What has no year is the last one that was, with `ahead` the next one.
    Raises `Refused` where they mean none, and where they could mean two things, like `3/4`.
    """
    from ritual.core.date_words import spoken

    how = HOW_AHEAD if ahead else HOW
    plain = normalize("NFC", words).casefold()
    if not plain.strip():
        raise Refused(_("There is no day yet.") + f" {how}")
    for known in spoken():
        text = " ".join(re.sub(known.passed_over, " ", plain).split())
        for reading in (_iso, _named, _counted, _weekday, _numbers, _month, _season):
            try:
                found = reading(text, known, today, ahead)
            except (ValueError, OverflowError) as fault:
                raise Refused(_("{words} is no day of the calendar.", words=quoted(words)) + f" {how}") from fault
            if found is not None:
                return found
    raise Refused(_("{words} is no day that I know.", words=quoted(words)) + f" {how}")


def _iso(text: str, words: "Words", today: date, ahead: bool) -> Span | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return _one(date.fromisoformat(text))
    if found := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return _months(int(found[1]), int(found[2]), 1)
    return _months(int(text), 1, 12) if re.fullmatch(r"\d{4}", text) else None


def _named(text: str, words: "Words", today: date, ahead: bool) -> Span | None:
    if text in words.days:
        return _one(today + timedelta(words.days[text]))
    which, name = _parted(text)
    step = words.which.get(which)
    if step is None:
        return None
    match words.units.get(name):
        case "weeks":
            monday = today + timedelta(7 * step - today.weekday())
            return Span(monday, monday + timedelta(6))
        case "years":
            return _months(today.year + step, 1, 12)
        case "months":
            number = today.year * 12 + today.month - 1 + step
            return _months(number // 12, number % 12 + 1, 1)
    return None


def _counted(text: str, words: "Words", today: date, ahead: bool) -> Span | None:
    from dateutil.relativedelta import relativedelta

    ago = re.fullmatch(words.ago, text)
    number, name = _parted(ago[1] if ago else text)
    count = words.numbers.get(number) or (int(number) if re.fullmatch(r"\d{1,4}", number) else None)
    unit = words.units.get(name)
    if count is None or unit is None or not (ago or ahead):
        return None
    span = relativedelta(**{unit: count})  # type: ignore[arg-type]
    return _one(today - span if ago else today + span)


def _weekday(text: str, words: "Words", today: date, ahead: bool) -> Span | None:
    step, name = _which(text, words)
    number = words.weekdays.get(name)
    if number is None:
        return None
    if step == 0:
        return _one(today + timedelta(number - today.weekday()))
    forward = step == 1 or (ahead and step is None)
    days = (number - today.weekday()) % 7 if forward else -((today.weekday() - number) % 7)
    if days == 0 and step is not None:
        days = 7 if forward else -7
    return _one(today + timedelta(days))


def _numbers(text: str, words: "Words", today: date, ahead: bool) -> Span | None:
    """Numbers alone: taken only where they can be read in one way."""
    if words.day_first and (found := re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})(?:\.? ?|\. ?(\d{4}|\d\d))", text)):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0) if found[3] else None
        return _one(_there(_dated(int(found[1]), int(found[2]), year, today, ahead)))
    found = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.]?(\d{4})?", text)
    if not found:
        return None
    year = int(found[3]) if found[3] else None
    readings = {(int(found[1]), int(found[2])), (int(found[2]), int(found[1]))}
    days = sorted({day for one in readings if (day := _dated(*one, year, today, ahead))})
    if len(days) > 1:
        first, second = map(day_and_month, days)
        asked = _("{words} could be {first} or {second}. Please write it with the name of the month.")
        raise Refused(fill(asked, words=text, first=first, second=second))
    return _one(days[0]) if days else None


def _month(text: str, words: "Words", today: date, ahead: bool) -> Span | None:
    step, name = _which(text, words)
    if step == -1 and (number := words.months.get(name)):
        return _months(today.year - (number >= today.month), number, 1)
    found = re.fullmatch(r"(?:(\d{1,2})\.? ?)?([^\W\d_]+)\.?(?: (\d{1,2}))?(?: (\d{4}))?", text)
    month = words.months.get(found[2]) if found else None
    if found is None or month is None or (found[1] and found[3]):
        return None
    year = int(found[4]) if found[4] else None
    if not found[1] and not found[3]:
        nearest = today.year + (month < today.month) if ahead else today.year - (month > today.month)
        return _months(year or nearest, month, 1)
    return _one(_there(_dated(int(found[1] or found[3]), month, year, today, ahead)))


def _season(text: str, words: "Words", today: date, ahead: bool) -> Span | None:
    step, name = _which(text, words)
    name, year = _parted(name)
    begins = words.seasons.get(name)
    if begins is None or step == 1 or not re.fullmatch(r"(\d{4})?", year):
        return None
    if year:
        return _months(int(year), begins, 3)
    if ahead and step is None:
        spans = (_months(today.year + on, begins, 3) for on in range(-1, 2))
        return next(span for span in spans if span.last >= today)
    spans = (_months(today.year - back, begins, 3) for back in range(3))
    return next(span for span in spans if span.first <= today and (step != -1 or span.last < today))


def _which(text: str, words: "Words") -> tuple[int | None, str]:
    """Whether the last one, this or the next is meant, and what it is; a dot after a short name is no part of it."""
    first, rest = _parted(text)
    step = words.which.get(first)
    return (None, text.removesuffix(".")) if step is None else (step, rest.removesuffix("."))


def _parted(text: str) -> tuple[str, str]:
    """Its first word, and the others."""
    first, *others = text.split(" ", 1)
    return first, "".join(others)


def _there(day: date | None) -> date:
    if day is None:
        raise ValueError("there is no such day")
    return day


def _dated(day: int, month: int, year: int | None, today: date, ahead: bool) -> date | None:
    """The day in `year`; without one the last that was, or the next to come. A 29 February is searched for."""
    years = [year] if year else range(today.year, today.year + 9) if ahead else range(today.year, today.year - 9, -1)
    for one in years:
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if year or (found >= today if ahead else found <= today):
            return found
    return None


def _months(year: int, first: int, count: int) -> Span:
    """So many months from the `first` of a year on."""
    begin = date(year, first, 1)
    number = year * 12 + first - 1 + count
    return Span(begin, date(number // 12, number % 12 + 1, 1) - timedelta(1))


def _one(day: date) -> Span:
    return Span(day, day)
