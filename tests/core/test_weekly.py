"""When the check-in is due: on its day and never after it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import weekly
from ritual.core.weekly import WEEKDAYS, Weekday

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
NIGHTS = st.lists(st.integers(-400, 40).map(lambda days: SUNDAY + timedelta(days=days)), max_size=6)
WEEK = st.sampled_from(WEEKDAYS)


def ago(days: int) -> date:
    return SUNDAY - timedelta(days=days)


def test_the_week_has_seven_days_and_begins_on_monday() -> None:
    assert len(WEEKDAYS) == 7
    assert [f"{date(2026, 11, 16) + timedelta(days=number):%A}".lower() for number in range(7)] == list(WEEKDAYS)
    assert 15 == weekly.SHORTEST < weekly.USUAL < weekly.LONGEST == 60


@pytest.mark.parametrize(
    ("nights", "due"),
    [
        ([], True),
        ([ago(7)], True),
        ([ago(5)], True),
        ([ago(4)], False),
        ([ago(1)], False),
        ([ago(0)], False),
        ([ago(-1)], True),
        ([ago(28), ago(14)], True),
        ([ago(28), ago(3)], False),
    ],
)
def test_one_that_was_shortly_before_its_day_counts_for_it(nights: list[date], due: bool) -> None:
    assert weekly.is_due(SUNDAY, "sunday", nights) is due


@given(DAYS, WEEK, NIGHTS)
def test_it_is_due_on_its_day_alone_whatever_was_missed(tonight: date, day: Weekday, nights: list[date]) -> None:
    if weekly.is_due(tonight, day, nights):
        assert f"{tonight:%A}".lower() == day
        assert not any(timedelta() <= tonight - one <= timedelta(days=4) for one in nights)


@given(NIGHTS)
def test_older_weeks_never_matter(nights: list[date]) -> None:
    """Neither a week that was kept nor one that was missed makes it due on another day."""
    older = [one for one in nights if one < SUNDAY - timedelta(days=4)]
    for day in WEEKDAYS:
        assert weekly.is_due(SUNDAY, day, older) is weekly.is_due(SUNDAY, day, [])


@given(DAYS, WEEK)
def test_the_next_day_for_it_is_that_day_of_the_coming_week(tonight: date, day: Weekday) -> None:
    found = weekly.next_day(tonight, day)
    assert f"{found:%A}".lower() == day
    assert timedelta() <= found - tonight < timedelta(days=7)
    assert type(found) is date
    assert weekly.is_due(found, day, [])


@pytest.mark.parametrize(("day", "found"), [("sunday", 22), ("monday", 23), ("wednesday", 25), ("saturday", 28)])
def test_the_next_day_for_it_may_be_tonight(day: Weekday, found: int) -> None:
    assert weekly.next_day(SUNDAY, day) == date(2026, 11, found)
    assert weekly.next_day(date(2026, 12, 31), "friday") == date(2027, 1, 1)


@given(DAYS, WEEK)
def test_after_one_the_next_is_the_first_day_on_which_it_is_due_again(night: date, day: Weekday) -> None:
    found = weekly.next_after(night, day)
    due = [one for on in range(1, 15) if weekly.is_due(one := night + timedelta(days=on), day, [night])]
    assert found == due[0]
