"""Days, nights, and dates in words. A night begins at 04:00: what is written at 00:40 belongs to the evening before."""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from ritual.core.dates import day_and_month, in_full, in_words
from ritual.core.errors import Refused
from ritual.core.text import quoted

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


def said_tonight(night: date, tonight: date) -> str:
    """A night as one names it tonight: `Tonight`, `Yesterday`, else with its year."""
    near = {0: "Tonight", 1: "Yesterday"}
    return near.get((tonight - night).days) or in_full(night)


def clock_time(moment: datetime, now: datetime) -> str:
    """`21:30`, or `tomorrow, 21:30` where it is not on the day of `now`."""
    days = (moment.date() - now.date()).days
    day = {0: "", 1: "tomorrow, "}.get(days, f"{in_words(moment.date())}, ")
    return f"{day}{moment:%H:%M}"


class Span(NamedTuple):
    """One day, or all days of a week, a month, a season, a year."""

    first: date
    last: date


NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The months in which they begin, in the northern half of the world."""
HOW = "Please write it like yesterday, last friday, 3 march or 2026-11-03."


def day_in(words: str, today: date, *, ahead: bool = False) -> date:
    """The one day that `words` mean, not after `today`; with `ahead` not before.

    Raises `Refused` where they mean none, more than one, or one on the wrong side of today.
    """
    span = span_in(words, today, ahead=ahead)
    if span.first != span.last:
        raise Refused(f"{quoted(words)} is more than one day. {HOW}")
    if ahead and span.first < today:
        raise Refused(f"{quoted(words)} has been already. Please give a day to come.")
    if not ahead and span.first > today:
        raise Refused(f"{quoted(words)} is still to come. Please give a day that has been.")
    return span.first


def span_in(words: str, today: date, *, ahead: bool = False) -> Span:
    """The days that `words` mean, like `yesterday`, `last week`, `3 march`, `march 2025`, `last spring`, `2026-11-03`.

    What has no year is the last one that was, with `ahead` the next one.
    Raises `Refused` where they mean none, and where they could mean two things, like `3/4`.
    """
    plain = re.sub(r"\b(the|of|on|from|in)\b|,", " ", words.casefold())
    text = " ".join(re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", plain).split())
    if not text:
        raise Refused(f"There is no day yet. {HOW}")
    for reading in (_iso, _named, _counted, _weekday, _slashes, _month, _season):
        try:
            found = reading(text, today, ahead)
        except (ValueError, OverflowError) as fault:
            raise Refused(f"{quoted(words)} is no day of the calendar. {HOW}") from fault
        if found is not None:
            return found
    raise Refused(f"{quoted(words)} is no day that I know. {HOW}")


def _iso(text: str, today: date, ahead: bool) -> Span | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return _one(date.fromisoformat(text))
    if found := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return _months(int(found[1]), int(found[2]), 1)
    return _months(int(text), 1, 12) if re.fullmatch(r"\d{4}", text) else None


def _named(text: str, today: date, ahead: bool) -> Span | None:
    days = {"today": 0, "tonight": 0, "now": 0, "yesterday": -1, "last night": -1, "day before yesterday": -2}
    days |= {"tomorrow": 1, "day after tomorrow": 2}
    if text in days:
        return _one(today + timedelta(days[text]))
    found = re.fullmatch(r"(this|last|next) (week|month|year)", text)
    if not found:
        return None
    step = {"this": 0, "last": -1, "next": 1}[found[1]]
    if found[2] == "week":
        monday = today + timedelta(7 * step - today.weekday())
        return Span(monday, monday + timedelta(6))
    if found[2] == "year":
        return _months(today.year + step, 1, 12)
    number = today.year * 12 + today.month - 1 + step
    return _months(number // 12, number % 12 + 1, 1)


def _counted(text: str, today: date, ahead: bool) -> Span | None:
    from dateutil.relativedelta import relativedelta

    found = re.fullmatch(r"(\w+) (day|week|month|year)s?( ago)?", text)
    number = found and (NUMBERS.get(found[1]) or (int(found[1]) if re.fullmatch(r"\d{1,4}", found[1]) else None))
    if not found or number is None or (not found[3] and not ahead):
        return None
    counted = relativedelta(**{f"{found[2]}s": number})  # type: ignore[arg-type]
    return _one(today - counted if found[3] else today + counted)


def _weekday(text: str, today: date, ahead: bool) -> Span | None:
    from dateutil.parser import parserinfo

    found = re.fullmatch(r"(?:(this|last|next) )?([a-z]+)", text)
    number = parserinfo().weekday(found[2]) if found else None
    if found is None or number is None:
        return None
    if found[1] == "this":
        return _one(today + timedelta(number - today.weekday()))
    forward = found[1] == "next" or (ahead and found[1] != "last")
    days = (number - today.weekday()) % 7 if forward else -((today.weekday() - number) % 7)
    if days == 0 and found[1] in ("last", "next"):
        days = 7 if forward else -7
    return _one(today + timedelta(days))


def _slashes(text: str, today: date, ahead: bool) -> Span | None:
    """Numbers alone: taken only where they can be read in one way."""
    found = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.]?(\d{4})?", text)
    if not found:
        return None
    year = int(found[3]) if found[3] else None
    readings = {(int(found[1]), int(found[2])), (int(found[2]), int(found[1]))}
    days = {_dated(day, month, year, today, ahead) for day, month in readings} - {None}
    if len(days) > 1:
        first, second = sorted(day for day in days if day)
        both = f"{day_and_month(first)} or {day_and_month(second)}"
        raise Refused(f"{text} could be {both}. Please write it with the name of the month.")
    return _one(found_day) if (found_day := next(iter(days), None)) else None


def _month(text: str, today: date, ahead: bool) -> Span | None:
    from dateutil.parser import parserinfo

    found = re.fullmatch(r"(?:(\d{1,2})\.? )?([a-z]+)\.?(?: (\d{1,2}))?(?: (\d{4}))?", text)
    month = parserinfo().month(found[2]) if found else None
    last = re.fullmatch(r"last ([a-z]+)", text)
    if last and (number := parserinfo().month(last[1])):
        return _months(today.year - (number >= today.month), number, 1)
    if found is None or month is None or (found[1] and found[3]):
        return None
    year = int(found[4]) if found[4] else None
    if not found[1] and not found[3]:
        nearest = today.year + (month < today.month) if ahead else today.year - (month > today.month)
        return _months(year or nearest, month, 1)
    day = _dated(int(found[1] or found[3]), month, year, today, ahead)
    if day is None:
        raise ValueError("there is no such day")
    return _one(day)


def _season(text: str, today: date, ahead: bool) -> Span | None:
    found = re.fullmatch(r"(?:(this|last) )?([a-z]+)(?: (\d{4}))?", text)
    begins = SEASONS.get(found[2]) if found else None
    if found is None or begins is None:
        return None
    if found[3]:
        return _months(int(found[3]), begins, 3)
    if ahead and not found[1]:
        spans = (_months(today.year + on, begins, 3) for on in range(-1, 2))
        return next(span for span in spans if span.last >= today)
    spans = (_months(today.year - back, begins, 3) for back in range(3))
    return next(span for span in spans if span.first <= today and (found[1] != "last" or span.last < today))


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
