from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core import occasions
from ritual.core.occasions import Coming
from ritual.core.records import Occasion, Visibility
from tests.conftest import EVENING
from tests.core.test_rules import NONSENSE, PLAIN, SPECIAL

TONIGHT = EVENING.date()


def occasion(day: date, rule: str | None = None, **more: object) -> Occasion:
    return replace(Occasion(id=f"{day}", at=EVENING, name="the day we met", day=day, rule=rule), **more)


def in_days(number: int) -> date:
    return TONIGHT + timedelta(number)


@pytest.mark.parametrize(("days", "is_there"), [(-1, False), (0, True), (1, True), (7, True), (8, False)])
def test_a_date_is_spoken_of_from_a_week_before(days: int, is_there: bool) -> None:
    one = occasion(in_days(days))
    assert occasions.coming([one], TONIGHT) == ([Coming(one, in_days(days), None)] if is_there else [])


def test_what_returns_every_year_tells_how_many_years_it_has_been() -> None:
    met = occasion(date(2019, 11, 24), "FREQ=YEARLY")
    assert occasions.coming([met], TONIGHT) == [Coming(met, date(2026, 11, 24), 7)]
    assert occasions.coming([met], date(2019, 11, 20)) == [Coming(met, met.day, 0)]
    monthly = occasion(date(2019, 11, 24), "FREQ=MONTHLY")
    assert occasions.coming([monthly], TONIGHT) == [Coming(monthly, date(2026, 11, 24), None)]


def test_the_nearest_comes_first_and_each_once() -> None:
    daily, later = occasion(date(2026, 1, 1), "FREQ=DAILY"), occasion(in_days(3))
    assert [(one.occasion, one.day) for one in occasions.coming([later, daily], TONIGHT)] == [
        (daily, TONIGHT),
        (later, in_days(3)),
    ]


@pytest.mark.parametrize("visibility", ["sealed", "private"])
def test_nothing_covered_is_spoken_of(visibility: Visibility) -> None:
    hidden = occasion(in_days(-1), visibility=visibility, idea="picnic")
    assert occasions.to_ask_about([hidden], TONIGHT) == []
    assert occasions.coming([replace(hidden, day=TONIGHT)], TONIGHT) == []


def test_a_leap_day_between_leap_years_is_the_28th() -> None:
    leap = occasion(date(2024, 2, 29), "FREQ=YEARLY")
    assert occasions.coming([leap], date(2027, 2, 21)) == [Coming(leap, date(2027, 2, 28), 3)]


def test_a_single_date_passes_and_what_returns_does_not() -> None:
    assert occasions.next_date(occasion(in_days(-1)), TONIGHT) is None
    assert occasions.next_date(occasion(TONIGHT), TONIGHT) == TONIGHT
    assert occasions.next_date(occasion(in_days(-400), "FREQ=YEARLY"), TONIGHT) is not None
    assert occasions.next_date(occasion(in_days(-400), "FREQ=YEARLY;COUNT=2"), TONIGHT) is None


def test_it_begins_with_the_first_date_that_the_rule_means() -> None:
    assert occasions.first_date(TONIGHT, "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR") == date(2026, 12, 4)
    assert occasions.first_date(TONIGHT, None) == TONIGHT


def test_what_was_planned_and_has_passed_is_asked_about_once() -> None:
    planned = occasion(in_days(-1), idea="picnic")
    assert occasions.to_ask_about([planned], TONIGHT) == [planned]
    assert occasions.to_ask_about([replace(planned, asked=True)], TONIGHT) == []
    assert occasions.to_ask_about([planned], in_days(-1)) == []
    assert occasions.to_ask_about([occasion(in_days(-1))], TONIGHT) == []


def test_what_was_planned_long_ago_is_left_alone() -> None:
    old, new, weekly = (
        occasion(in_days(-31), idea="picnic"),
        occasion(in_days(-30), idea="tea"),
        occasion(in_days(-90), "FREQ=WEEKLY", idea="walk"),
    )
    assert occasions.to_ask_about([new, old, weekly], TONIGHT) == [weekly, new]


@given(st.sampled_from([None, *PLAIN, *SPECIAL, *NONSENSE]), st.dates(), st.dates())
def test_whatever_was_kept_there_is_an_answer_to_everything(rule: str | None, day: date, night: date) -> None:
    one = occasion(day, rule, idea="x")
    found = occasions.coming([one], night)
    soon = occasions.next_date(one, night)
    assert [each.day for each in found] == ([soon] if soon and (soon - night).days <= 7 else [])
    assert len(occasions.to_ask_about([one], night)) <= 1
    first = occasions.first_date(day, rule)
    assert first is None or first >= day
