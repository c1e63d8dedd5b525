"""The line: what it says, and when it is silent."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core.weekly import WEEKDAYS
from ritual.reminders.known import Facts
from ritual.reminders.nudge import line
from ritual.settings import Settings
from tests.conftest import CET, EVENING
from tests.reminders.conftest import TONIGHT, in_days

EVENING_LINE = "This evening is yours: ritual is ready when you are."
CHECKIN_LINE = "It is the day of your check-in."
NOTHING = Facts(seen={}, until=date.max, evenings=[], checkins=[TONIGHT], begun=None, rests=[], occasions=[])
QUIET = Settings(evening_days=())


def at(hour: int, minute: int = 0, day: int = 0) -> datetime:
    return EVENING.replace(hour=hour, minute=minute) + timedelta(days=day)


def said(now: datetime = EVENING, chosen: Settings | None = None, **facts: Any) -> str | None:
    return line(replace(NOTHING, **facts), chosen or Settings(), now)


@pytest.mark.parametrize(
    ("now", "is_time"),
    [(at(21, 29), False), (at(21, 30), True), (at(23, 59), True), (at(3, 59, day=1), True), (at(4, 0, day=1), False)],
)
def test_the_evening_is_spoken_of_from_its_time_to_the_end_of_the_night(now: datetime, is_time: bool) -> None:
    assert said(now) == (EVENING_LINE if is_time else None)


def test_an_evening_that_was_kept_is_enough() -> None:
    assert said(evenings=[TONIGHT]) is None
    assert said(evenings=[in_days(-1)]) == EVENING_LINE


def test_it_keeps_to_the_days_and_the_time_they_chose() -> None:
    assert said(chosen=Settings(evening_days=("monday",))) is None
    assert said(at(18), chosen=Settings(evening_at=at(17).time())) == EVENING_LINE
    late = Settings(evening_at=at(0, 30).time(), night_begins=at(5).time())
    assert said(at(23), chosen=late) is None
    assert said(at(0, 30, day=1), chosen=late) == said(at(4, 59, day=1), chosen=late) == EVENING_LINE


def test_the_check_in_is_spoken_of_all_day_until_it_was_near() -> None:
    assert said(at(9), checkins=[]) == CHECKIN_LINE
    assert said(at(9), checkins=[in_days(-5)]) == CHECKIN_LINE
    assert said(at(9), checkins=[in_days(-4)]) is None
    assert said(at(9, day=1), checkins=[]) is None


@pytest.mark.parametrize(
    ("days", "words"),
    [(-1, None), (0, "Today"), (1, "Tomorrow"), (2, "Tuesday 24 November"), (7, "Sunday 29 November"), (8, None)],
)
def test_an_occasion_is_spoken_of_from_a_week_before(days: int, words: str | None) -> None:
    assert said(at(9), occasions=[in_days(days)]) == (f"{words} is a day of yours." if words else None)


def test_after_midnight_today_is_what_the_calendar_on_the_wall_says() -> None:
    assert said(at(1, day=1), QUIET, occasions=[in_days(0), in_days(1)]) == "Today is a day of yours."


def test_all_that_is_due_stands_in_one_line() -> None:
    assert said(checkins=[], occasions=[in_days(5), in_days(3)]) == (
        f"{EVENING_LINE} {CHECKIN_LINE} Wednesday 25 November is a day of yours."
    )


@pytest.mark.parametrize(("since", "last"), [(-3, 0), (0, 5), (0, None), (-9, None)])
def test_in_a_planned_rest_it_is_silent(since: int, last: int | None) -> None:
    rests = [(in_days(since), in_days(last) if last is not None else None)]
    assert said(rests=rests, checkins=[], occasions=[TONIGHT]) is None


def test_before_and_after_a_rest_it_is_not() -> None:
    assert said(rests=[(in_days(1), None), (in_days(-9), in_days(-1))]) == EVENING_LINE


@pytest.mark.parametrize(("minutes", "is_silent"), [(0, True), (10, True), (179, True), (180, False), (-1, False)])
def test_nobody_is_disturbed_who_has_just_begun(minutes: int, is_silent: bool) -> None:
    assert (said(checkins=[], begun=EVENING - timedelta(minutes=minutes)) is None) == is_silent


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(CET))
nights = st.lists(st.dates(date(2026, 1, 1), date(2027, 1, 1)), max_size=3)


@given(moments, nights, nights, st.lists(st.sampled_from(WEEKDAYS)), st.times(), st.sampled_from(WEEKDAYS))
def test_it_is_one_calm_line_or_none(
    now: datetime, evenings: list[date], occasions: list[date], days: Any, hour: Any, day: Any
) -> None:
    chosen = Settings(evening_days=tuple(days), evening_at=hour, checkin_day=day)
    found = said(now, chosen, evenings=evenings, checkins=[], occasions=occasions)
    assert found is None or (found.endswith(".") and len(found.splitlines()) == 1)
    assert "miss" not in (found or "")
    assert said(now, chosen, rests=[(date.min, None)], checkins=[], occasions=occasions) is None
