from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import dates, nights
from tests.conftest import CET

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        (datetime(2026, 11, 22, 21, 30, tzinfo=CET), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 0, 40, tzinfo=CET), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 3, 59, 59, 999999, tzinfo=CET), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 4, 0, tzinfo=CET), date(2026, 11, 23)),
        (datetime(2026, 12, 1, 1, 0, tzinfo=CET), date(2026, 11, 30)),
        (datetime(2026, 3, 1, 3, 0, tzinfo=CET), date(2026, 2, 28)),
        (datetime(2028, 3, 1, 3, 0, tzinfo=CET), date(2028, 2, 29)),
        (datetime(2027, 1, 1, 0, 5, tzinfo=CET), date(2026, 12, 31)),
    ],
)
def test_a_night_begins_at_four(moment: datetime, night: date) -> None:
    assert nights.night_of(moment) == night


@pytest.mark.parametrize(
    ("begins", "night"),
    [
        (time(0), date(2026, 11, 23)),
        (time(0, 40), date(2026, 11, 23)),
        (time(0, 41), date(2026, 11, 22)),
        (time(6), date(2026, 11, 22)),
    ],
)
def test_they_choose_when_a_night_begins(begins: time, night: date) -> None:
    assert nights.night_of(datetime(2026, 11, 23, 0, 40, tzinfo=CET), begins) == night


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1)), st.times())
def test_without_clock_changes_a_night_is_the_day_shifted(moment: datetime, begins: time) -> None:
    shift = timedelta(hours=begins.hour, minutes=begins.minute, seconds=begins.second, microseconds=begins.microsecond)
    assert nights.night_of(moment.replace(tzinfo=CET), begins) == (moment - shift).date()


@pytest.mark.parametrize("changed", [date(2026, 3, 29), date(2026, 10, 25)])
def test_when_the_clock_is_changed_the_night_still_ends_at_four_by_the_wall(changed: date) -> None:
    evening = datetime(changed.year, changed.month, changed.day, tzinfo=BERLIN).astimezone(UTC)
    for minutes in range(8 * 60):
        moment = (evening + timedelta(minutes=minutes)).astimezone(BERLIN)
        expected = changed if moment.hour >= 4 else changed - timedelta(days=1)
        assert nights.night_of(moment) == expected, moment


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_belongs_to_the_evening_before(fold: int) -> None:
    moment = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold)
    assert nights.night_of(moment) == date(2026, 10, 24)
    assert nights.night_of(moment, time(2, 30)) == date(2026, 10, 25)


def test_a_night_may_begin_within_the_hour_that_is_left_out() -> None:
    assert nights.night_of(datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN), time(2, 30)) == date(2026, 3, 28)
    assert nights.night_of(datetime(2026, 3, 29, 3, 0, tzinfo=BERLIN), time(2, 30)) == date(2026, 3, 29)


@pytest.mark.parametrize("hour", range(24))
def test_a_greeting_for_each_hour(hour: int) -> None:
    morning, afternoon = range(4, 12), range(12, 17)
    expected = "Good morning" if hour in morning else "Good afternoon" if hour in afternoon else "Good evening"
    assert nights.greeting(datetime(2026, 11, 22, hour, 59, tzinfo=CET)) == expected


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 11, 22), "Sunday 22 November"), (date(2027, 1, 1), "Friday 1 January")],
)
def test_a_date_in_words(day: date, words: str) -> None:
    assert dates.in_words(day) == words


def test_the_time_has_two_digits_each() -> None:
    moment = datetime(2026, 11, 22, 9, 5, tzinfo=CET)
    assert nights.clock_time(moment, moment) == "09:05"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2026, 11, 24, 0, 0, tzinfo=CET), "21:30"),
        (datetime(2026, 11, 24, 21, 0, tzinfo=CET), "21:30"),
        (datetime(2026, 11, 24, 23, 59, tzinfo=CET), "21:30"),
        (datetime(2026, 11, 23, 0, 10, tzinfo=CET), "tomorrow, 21:30"),
        (datetime(2026, 11, 23, 23, 59, tzinfo=CET), "tomorrow, 21:30"),
        (datetime(2026, 11, 22, 23, 59, tzinfo=CET), "Tuesday 24 November, 21:30"),
        (datetime(2026, 10, 24, 21, 30, tzinfo=CET), "Tuesday 24 November, 21:30"),
        (datetime(2026, 11, 25, 0, 10, tzinfo=CET), "Tuesday 24 November, 21:30"),
    ],
)
def test_the_time_has_its_day_where_it_is_not_today(now: datetime, words: str) -> None:
    assert nights.clock_time(datetime(2026, 11, 24, 21, 30, tzinfo=CET), now) == words


def test_tomorrow_may_be_another_month() -> None:
    assert nights.clock_time(datetime(2027, 1, 1, 0, 5, tzinfo=CET), datetime(2026, 12, 31, 23, 50, tzinfo=CET)) == (
        "tomorrow, 00:05"
    )
