"""How long ago a night was, in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core.ago import SPELT, ago
from ritual.core.numbers import number as in_words

TODAY = date(2026, 11, 22)
WORDS = ("", "a", *map(in_words, range(2, SPELT + 1)))
DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
"""How many days each unit has, at least and at most."""


@pytest.mark.parametrize(
    ("night", "said"),
    [
        (TODAY, "Today"),
        (date(2026, 11, 21), "Yesterday"),
        (date(2026, 11, 20), "Two days ago"),
        (date(2026, 11, 16), "Six days ago"),
        (date(2026, 11, 15), "A week ago"),
        (date(2026, 11, 9), "A week ago"),
        (date(2026, 11, 8), "Two weeks ago"),
        (date(2026, 10, 23), "Four weeks ago"),
        (date(2026, 10, 22), "A month ago"),
        (date(2026, 9, 23), "A month ago"),
        (date(2026, 9, 22), "Two months ago"),
        (date(2025, 11, 23), "Eleven months ago"),
        (date(2025, 11, 22), "A year ago"),
        (date(2024, 11, 23), "A year ago"),
        (date(2014, 11, 22), "Twelve years ago"),
        (date(2013, 11, 22), "13 years ago"),
        (date(1926, 11, 22), "100 years ago"),
    ],
)
def test_it_is_said_in_the_greatest_whole_unit(night: date, said: str) -> None:
    assert ago(night, TODAY) == said


@pytest.mark.parametrize(
    ("night", "today", "said"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), "A year ago"),
        (date(2024, 2, 29), date(2025, 3, 1), "A year ago"),
        (date(2026, 1, 31), date(2026, 2, 28), "A month ago"),
        (date(2026, 1, 31), date(2026, 3, 1), "A month ago"),
        (date(2025, 12, 31), date(2026, 1, 1), "Yesterday"),
    ],
)
def test_the_ends_of_months_and_years_are_no_trouble(night: date, today: date, said: str) -> None:
    assert ago(night, today) == said


@given(st.dates(), st.integers(0, 4000))
def test_a_night_still_to_come_is_today(today: date, days: int) -> None:
    assert ago(min(date.max, today + timedelta(min(days, (date.max - today).days))), today) == "Today"


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(2, 60_000))
def test_what_is_said_is_true(today: date, days: int) -> None:
    number, unit, last = ago(today - timedelta(days), today).split()
    counted = int(number) if number.isdigit() else WORDS.index(number.lower())
    least, most = DAYS[unit.removesuffix("s")]
    assert last == "ago"
    assert unit.endswith("s") is (counted != 1)
    assert counted * least <= days < (counted + 1) * most
    assert number[0].isupper() or number.isdigit()
