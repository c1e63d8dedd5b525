"""How a date returns: what RFC 5545 says, except where it would skip a date."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from time import process_time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st

from ritual.core import rules

PLAIN = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY")
SPECIAL = (
    "FREQ=WEEKLY;BYDAY=FR",
    "FREQ=WEEKLY;BYDAY=MO,SU;WKST=SU",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=1MO,3MO",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=1,-1",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    "FREQ=YEARLY;BYMONTH=2",
)
NONSENSE = (
    "",
    "FREQ",
    "FREQ=",
    "every year",
    "INTERVAL=2",
    "FREQ=YEARLY;FREQ=YEARLY",
    "FREQ=SECONDLY",
    "FREQ=YEARLY;INTERVAL=0",
    "FREQ=YEARLY;INTERVAL=-1",
    "FREQ=YEARLY;COUNT=0",
    "FREQ=YEARLY;COUNT=99999999",
    "FREQ=YEARLY;COUNT=3;UNTIL=20300101",
    "FREQ=YEARLY;UNTIL=20301301",
    "FREQ=YEARLY;UNTIL=２０３００１０１",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYMONTH=2",
    "FREQ=YEARLY;BYMONTHDAY=3",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-31",
    "FREQ=DAILY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=2FR",
    "FREQ=WEEKLY;BYMONTHDAY=3",
    "FREQ=YEARLY;BYEASTER=0",
    "RRULE:FREQ=YEARLY",
    "FREQ=YEARLY\nDTSTART=20260101",
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
spans = st.integers(0, 800).map(timedelta)


def dates(rule: str | None, day: date, first: date, last: date) -> list[date]:
    return list(rules.dates(rule, day, first, last))


def test_a_date_without_a_rule_comes_once() -> None:
    day = date(2026, 11, 27)
    assert dates(None, day, day, day) == [day]
    assert dates(None, day, day + timedelta(1), date.max) == dates(None, day, date.min, day - timedelta(1)) == []


@pytest.mark.parametrize("rule", NONSENSE)
def test_a_date_with_a_rule_that_is_none_comes_once(rule: str) -> None:
    day = date(2026, 11, 27)
    assert rules.taken_apart(rule) is None
    assert dates(rule, day, date.min, date.max) == [day]


def test_a_29_february_is_kept_every_year() -> None:
    found = dates("FREQ=YEARLY", date(2024, 2, 29), date(2024, 1, 1), date(2029, 1, 1))
    assert found == [date(2024, 2, 29), *(date(year, 2, 28) for year in (2025, 2026, 2027)), date(2028, 2, 29)]


def test_a_31st_falls_on_the_last_day_of_a_short_month() -> None:
    found = dates("FREQ=MONTHLY", date(2027, 1, 31), date(2027, 1, 1), date(2027, 12, 31))
    assert [one.day for one in found] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_who_writes_it_out_gets_what_the_standard_says() -> None:
    found = dates("FREQ=MONTHLY;BYMONTHDAY=31", date(2027, 1, 31), date(2027, 1, 1), date(2027, 12, 31))
    assert [one.month for one in found] == [1, 3, 5, 7, 8, 10, 12]


def test_a_rule_ends() -> None:
    day = date(2026, 1, 2)
    counted = dates("FREQ=YEARLY;COUNT=3", day, date(2027, 1, 1), date.max)
    assert counted == [date(2027, 1, 2), date(2028, 1, 2)]
    for until in ("20270102", "20270102T120000Z"):
        assert dates(f"freq=yearly;until={until}", day, date.min, date.max) == [day, date(2027, 1, 2)]


@given(days, st.integers(1, 12), days, spans)
def test_every_month_has_its_date(day: date, every: int, first: date, span: timedelta) -> None:
    last = first + span
    months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    ours = [
        date(year, month, min(day.day, monthrange(year, month)[1]))
        for year, month in months
        if (year * 12 + month - day.year * 12 - day.month) % every == 0
    ]
    expected = [one for one in ours if one >= day and first <= one <= last]
    assert dates(f"FREQ=MONTHLY;INTERVAL={every}", day, first, last) == expected


@given(days, st.integers(1, 9), days, spans)
@example(date(2024, 2, 29), 1, date(2097, 1, 1), timedelta(5000))
def test_every_year_has_its_date(day: date, every: int, first: date, span: timedelta) -> None:
    last = first + span
    wanted = [year for year in range(first.year, last.year + 1) if (year - day.year) % every == 0]
    ours = [date(year, day.month, min(day.day, monthrange(year, day.month)[1])) for year in wanted]
    expected = [one for one in ours if one >= day and first <= one <= last]
    assert dates(f"FREQ=YEARLY;INTERVAL={every}", day, first, last) == expected


@given(days, days, spans)
def test_every_second_friday_is_every_other_one(day: date, first: date, span: timedelta) -> None:
    found = dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", day, first, first + span)
    monday = day - timedelta(day.weekday())
    assert found == [
        one
        for one in (max(first, day) + timedelta(on) for on in range(span.days + 1))
        if one <= first + span and one.weekday() == 4 and (one - monday).days // 7 % 2 == 0
    ]


@given(st.sampled_from(SPECIAL), st.integers(1, 5), st.sampled_from(("", ";COUNT=40", ";UNTIL=20300601")), days, days)
def test_looking_from_anywhere_finds_what_counting_from_the_first_date_finds(
    rule: str, every: int, end: str, day: date, first: date
) -> None:
    rule, last = f"{rule};INTERVAL={every}{end}", first + timedelta(400)
    parts = rules.spelled_out(rule, day)
    assert parts
    start = datetime.combine(day, time())
    counted = rrulestr(rules.put_together(parts), dtstart=start).between(
        start, datetime.combine(last, time()), inc=True
    )
    assert dates(rule, day, first, last) == [one.date() for one in counted if one.date() >= first]


@given(st.sampled_from(PLAIN), days, st.integers(0, 900))
def test_the_first_date_is_the_day_itself(rule: str, day: date, span: int) -> None:
    assert dates(rule, day, day - timedelta(span), day + timedelta(span))[0] == day


words = st.sampled_from(
    [*rules.SHAPES, *PLAIN, *SPECIAL, *rules.DAYS, *NONSENSE, "=", ";", ",", "1", "-1", "30", "999"]
)


@given(st.text() | st.lists(words).map("".join) | st.lists(words).map(";".join), st.dates(), st.dates(), spans)
@example("FREQ=WEEKLY;WKST=SU", date.min, date.min, timedelta(20))
@example("FREQ=DAILY", date.max, date.max, timedelta(1))
def test_no_rule_and_no_date_is_a_fault(rule: str, day: date, first: date, span: timedelta) -> None:
    last = date.fromordinal(min(first.toordinal() + span.days, date.max.toordinal()))
    found = dates(rule, day, first, last)
    assert found == sorted(set(found))
    assert all(max(day, first) <= one <= last for one in found)
    if rules.taken_apart(rule) is None:
        assert found == ([day] if first <= day <= last else [])


@pytest.mark.parametrize("rule", [*PLAIN, "FREQ=DAILY;COUNT=9999", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31"])
def test_a_rule_from_long_ago_or_without_a_date_is_answered_at_once(rule: str) -> None:
    began = process_time()
    dates(rule, date(1, 2, 1), date(2026, 11, 22), date(2026, 11, 29))
    assert process_time() - began < 0.5


def test_in_a_month_of_its_own_the_date_falls_there() -> None:
    found = dates("FREQ=YEARLY;BYMONTH=4", date(2026, 1, 31), date(2026, 1, 1), date(2027, 12, 31))
    assert found == [date(2026, 4, 30), date(2027, 4, 30)]
