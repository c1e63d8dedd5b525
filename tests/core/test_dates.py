"""Days as people say them."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ritual.core.dates import with_year
from ritual.core.errors import Refused
from ritual.core.nights import HOW, Span, day_in, span_in

TODAY = date(2026, 11, 22)
"""A Sunday."""

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
PARTS = st.sampled_from(
    [
        "last",
        "next",
        "this",
        "in",
        "the",
        "of",
        "ago",
        "a",
        "two",
        "0",
        "3",
        "29",
        "30",
        "3rd",
        "2026",
        "9999",
        "0000",
        "day",
        "days",
        "week",
        "month",
        "years",
        "friday",
        "fri",
        "march",
        "feb",
        "may",
        "spring",
        "winter",
        "yesterday",
        "3/4",
        "13/4",
        "29/2",
        "3.4.",
        "1/1/1",
        "2026-11-03",
        "2026-02-30",
        "2026-13",
        "now",
        ",",
        "٣",
        "\x1b[2J",
    ]
)
SAID = st.text(max_size=30) | st.lists(PARTS, max_size=5).map(" ".join)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", TODAY),
        ("Tonight", TODAY),
        ("yesterday", date(2026, 11, 21)),
        ("last night", date(2026, 11, 21)),
        ("the day before yesterday", date(2026, 11, 20)),
        ("last friday", date(2026, 11, 20)),
        ("friday", date(2026, 11, 20)),
        ("this friday", date(2026, 11, 20)),
        ("FRI", date(2026, 11, 20)),
        ("sunday", TODAY),
        ("last sunday", date(2026, 11, 15)),
        ("monday", date(2026, 11, 16)),
        ("3 march", date(2026, 3, 3)),
        ("3. March", date(2026, 3, 3)),
        ("march 3rd", date(2026, 3, 3)),
        ("on the 3rd of march", date(2026, 3, 3)),
        ("March 3, 2025", date(2025, 3, 3)),
        ("3 sept. 2025", date(2025, 9, 3)),
        ("23 november", date(2025, 11, 23)),
        ("29 february", date(2024, 2, 29)),
        ("13/4", date(2026, 4, 13)),
        ("4/13", date(2026, 4, 13)),
        ("3/3", date(2026, 3, 3)),
        ("29.2.2024", date(2024, 2, 29)),
        ("25/12", date(2025, 12, 25)),
        ("2026-11-03", date(2026, 11, 3)),
        ("2 weeks ago", date(2026, 11, 8)),
        ("a month ago", date(2026, 10, 22)),
        ("three days ago", date(2026, 11, 19)),
        ("9 months ago", date(2026, 2, 22)),
        ("  Yesterday ", date(2026, 11, 21)),
    ],
)
def test_a_day_that_has_been(words: str, day: date) -> None:
    assert day_in(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", TODAY),
        ("tomorrow", date(2026, 11, 23)),
        ("day after tomorrow", date(2026, 11, 24)),
        ("in 3 days", date(2026, 11, 25)),
        ("in two weeks", date(2026, 12, 6)),
        ("in a year", date(2027, 11, 22)),
        ("friday", date(2026, 11, 27)),
        ("next friday", date(2026, 11, 27)),
        ("next sunday", date(2026, 11, 29)),
        ("3 march", date(2027, 3, 3)),
        ("29 february", date(2028, 2, 29)),
        ("25/12", date(2026, 12, 25)),
    ],
)
def test_a_day_to_come(words: str, day: date) -> None:
    assert day_in(words, TODAY, ahead=True) == day


def test_a_month_after_a_long_one_ends_with_the_shorter_one() -> None:
    assert day_in("a month ago", date(2026, 3, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("yesterday", date(2026, 11, 21), date(2026, 11, 21)),
        ("this week", date(2026, 11, 16), TODAY),
        ("last week", date(2026, 11, 9), date(2026, 11, 15)),
        ("last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("march", date(2026, 3, 1), date(2026, 3, 31)),
        ("december", date(2025, 12, 1), date(2025, 12, 31)),
        ("march 2025", date(2025, 3, 1), date(2025, 3, 31)),
        ("last march", date(2026, 3, 1), date(2026, 3, 31)),
        ("last november", date(2025, 11, 1), date(2025, 11, 30)),
        ("last spring", date(2026, 3, 1), date(2026, 5, 31)),
        ("last fall", date(2025, 9, 1), date(2025, 11, 30)),
        ("autumn", date(2026, 9, 1), date(2026, 11, 30)),
        ("winter 2024", date(2024, 12, 1), date(2025, 2, 28)),
    ],
)
def test_more_than_one_day(words: str, first: date, last: date) -> None:
    assert span_in(words, TODAY) == Span(first, last)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("march", date(2027, 3, 1)),
        ("november", date(2026, 11, 1)),
        ("spring", date(2027, 3, 1)),
        ("autumn", date(2026, 9, 1)),
        ("winter", date(2026, 12, 1)),
        ("next month", date(2026, 12, 1)),
    ],
)
def test_more_than_one_day_to_come(words: str, first: date) -> None:
    assert span_in(words, TODAY, ahead=True).first == first


@pytest.mark.parametrize("words", ["3/4", "3.4.", "3/4/2026", "03.04.2026"])
def test_what_could_be_two_days_is_asked_back_with_both(words: str) -> None:
    with pytest.raises(Refused) as refusal:
        day_in(words, TODAY)
    assert "4 March or 3 April" in str(refusal.value)
    assert "the name of the month" in str(refusal.value)


@pytest.mark.parametrize("words", ["tomorrow", "next friday", "3 march 2027", "2026-11-23", "29.2.2028"])
def test_a_day_that_is_still_to_come_is_asked_back(words: str) -> None:
    with pytest.raises(Refused, match="still to come"):
        day_in(words, TODAY)


@pytest.mark.parametrize("words", ["yesterday", "last friday", "2026-11-21", "2 weeks ago", "this friday"])
def test_a_day_that_has_been_is_asked_back_where_one_plans(words: str) -> None:
    with pytest.raises(Refused, match="has been already"):
        day_in(words, TODAY, ahead=True)


@pytest.mark.parametrize("words", ["last week", "march", "2024", "last spring", "this year"])
def test_more_than_one_day_is_asked_back_where_one_is_wanted(words: str) -> None:
    with pytest.raises(Refused, match="more than one day"):
        day_in(words, TODAY)


@pytest.mark.parametrize(
    "words",
    [
        "30 february",
        "31/2",
        "2026-02-29",
        "2026-13-01",
        "29 february 2026",
        "0000",
        "9999",
        "9999 years ago",
        "10000 years ago",
        "lunch",
        "friday 3",
        "3",
        "3 days",
        "²/3",
        "\x1b[2J",
        "the",
        "",
        "  ",
    ],
)
def test_what_is_no_day_is_asked_back_in_one_line(words: str) -> None:
    with pytest.raises(Refused) as refusal:
        day_in(words, TODAY)
    assert str(refusal.value).endswith(HOW)
    assert "\n" not in str(refusal.value)
    assert "\x1b" not in str(refusal.value)


def test_a_long_text_is_not_said_back_whole() -> None:
    with pytest.raises(Refused) as refusal:
        day_in("x" * 10_000, TODAY)
    assert len(str(refusal.value)) < 160


@given(SAID, DAYS, st.booleans())
@example("29 february", date(2097, 1, 1), True)
@example("29 february", date(1903, 12, 31), False)
def test_days_are_found_or_asked_back_and_lie_on_the_right_side(words: str, today: date, ahead: bool) -> None:
    try:
        span = span_in(words, today, ahead=ahead)
    except Refused:
        with pytest.raises(Refused):
            day_in(words, today, ahead=ahead)
        return
    assert span.first <= span.last
    try:
        day = day_in(words, today, ahead=ahead)
    except Refused:
        return
    assert day >= today if ahead else day <= today
    assert span == Span(day, day)


@given(DAYS, DAYS)
def test_a_written_day_is_the_same_in_every_form(day: date, today: date) -> None:
    forms = (day.isoformat(), with_year(day), f"{day:%b} {day.day}, {day.year}", f"{day.day}. {day:%B} {day.year}")
    assert {span_in(form, today) for form in forms} == {Span(day, day)}


@given(DAYS, st.booleans())
def test_without_a_year_it_is_the_nearest_one_on_that_side(today: date, ahead: bool) -> None:
    day = today + timedelta(100 if ahead else -100)
    assert day_in(f"{day.day} {day:%B}", today, ahead=ahead) == day


@given(DAYS)
def test_a_weekday_is_within_a_week(today: date) -> None:
    names = [f"{today + timedelta(days):%A}" for days in range(7)]
    assert sorted((today - day_in(name, today)).days for name in names) == list(range(7))
    assert sorted((today - day_in(f"last {name}", today)).days for name in names) == list(range(1, 8))
    assert sorted((day_in(f"next {name}", today, ahead=True) - today).days for name in names) == list(range(1, 8))


def test_where_a_day_to_come_is_asked_for_the_examples_are_to_come() -> None:
    for words in ("", "blah", "31 february", "next week"):
        with pytest.raises(Refused, match="write it like tomorrow, next friday"):
            day_in(words, TODAY, ahead=True)
        with pytest.raises(Refused, match="write it like yesterday, last friday"):
            day_in(words, TODAY)
