"""Occasions: birthdays, anniversaries, a planned afternoon; when they come, and how many years it has been.

What RFC 5545 skips falls on the last day of a month that is too short: the 31st of every month on 30 April, and a
29 February on 28 February between leap years. A rule that cannot be understood is no fault to stumble over: the
occasion then counts as a single date. Dates that follow the moon are left out; they are entered as single dates.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ritual.core import rules
from ritual.core.records import Occasion
from ritual.core.sealing import is_shared

AHEAD = timedelta(days=7)
"""So long before an occasion is spoken of."""

FRESH = timedelta(days=30)
"""So long after a planned one it may be asked how it was."""

FAR = timedelta(days=366 * 100)
"""Beyond that, nothing is looked for."""


class Coming(NamedTuple):
    """An occasion on one of its dates."""

    occasion: Occasion
    day: date
    years: int | None
    """The years since its first date, 0 on that itself; none for what does not come by the year."""


def dates(occasion: Occasion, first: date, last: date) -> Iterator[date]:
    """The dates of `occasion` from `first` to `last`, oldest first."""
    return rules.dates(occasion.rule, occasion.day, first, last)


def next_date(occasion: Occasion, night: date) -> date | None:
    """The next date from `night` on; none where it has passed for good, or is a hundred years away."""
    return next(dates(occasion, night, _after(night, FAR)), None)


def first_date(day: date, rule: str | None) -> date | None:
    """The first date from `day` on that `rule` means, like the next Friday for `every Friday`: its `day`, when kept."""
    return next(rules.dates(rule, day, day, _after(day, FAR)), None)


def years_on(occasion: Occasion, day: date) -> int | None:
    """The years from its first date to `day`; none for what does not come by the year."""
    parts = rules.taken_apart(occasion.rule) if occasion.rule else None
    return day.year - occasion.day.year if parts and parts["FREQ"] == "YEARLY" else None


def coming(occasions: Iterable[Occasion], night: date, ahead: timedelta = AHEAD) -> list[Coming]:
    """What comes on `night` or in the seven nights after it, each once, the nearest first.

    What is private or sealed is not among it: nobody else may learn of it by a hint.
    """
    found = []
    for one in occasions:
        day = next(dates(one, night, _after(night, ahead)), None) if is_shared(one) else None
        if day is not None:
            found.append(Coming(one, day, years_on(one, day)))
    return sorted(found, key=lambda one: (one.day, one.occasion.at))


def to_ask_about(occasions: Iterable[Occasion], night: date) -> list[Occasion]:
    """What was planned from an idea, has passed in the last weeks, and was not asked about; the oldest first.

    Ask about one of them kindly, once, and keep it with `asked`: also where they do not answer.
    """
    since, yesterday = _after(night, -FRESH), _after(night, timedelta(-1))
    passed = (one for one in occasions if one.idea and not one.asked and is_shared(one))
    return sorted((one for one in passed if any(dates(one, since, yesterday))), key=lambda one: (one.day, one.at))


def _after(day: date, span: timedelta) -> date:
    """The day after that span, or the last or first one there is."""
    try:
        return day + span
    except OverflowError:
        return date.max if span > timedelta(0) else date.min
