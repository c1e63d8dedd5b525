"""The rhythm as pictures: weeks, months and years, what they say in words, and rest."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import calendar
from ritual.core.calendar import SHADES, pause_on, shaded, weeks_of, within, year_of
from ritual.core.records import Leg, Pause, Session
from tests.conftest import EVENING
from tests.core.entries import ANA, one

TONIGHT = date(2026, 11, 22)
"""A Sunday."""
days = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def evening(night: date, minutes: int = 20, **said: Any) -> Session:
    return one(
        Session,
        f"{night}",
        night=night,
        **{"legs": [Leg(step="talk", by=ANA, planned=1, seconds=minutes * 60)], **said},
    )


def rest(since: date, last: date | None = None, **said: Any) -> Pause:
    return Pause(id=f"{since}", at=EVENING, since=since, last=last, **said)


def test_together_counts_what_was_kept_and_may_be_seen() -> None:
    first, second, *rest_of_them = (TONIGHT - timedelta(days=number) for number in range(6))
    found = calendar.together(
        [
            evening(first),
            evening(first, 10),
            evening(second, 5),
            evening(rest_of_them[0], removed=EVENING),
            evening(rest_of_them[1], state="open"),
            evening(rest_of_them[2], visibility="private"),
        ]
    )
    assert found == {first: 1800, second: 300}


@given(st.sets(days), st.integers(2015, 2030))
def test_the_weeks_of_all_years_hold_every_evening_once(nights: set[date], year: int) -> None:
    assert len(weeks_of(nights, year)) in (52, 53)
    counted = sum(sum(weeks_of(nights, each)) for each in range(2014, 2032))
    assert counted == len(nights)
    assert all(count <= 7 for count in weeks_of(nights, year))


@pytest.mark.parametrize(("year", "weeks"), [(2015, 53), (2020, 53), (2024, 52), (2025, 52), (2026, 53)])
def test_some_years_have_53_weeks(year: int, weeks: int) -> None:
    assert len(weeks_of([], year)) == weeks
    assert len(calendar.months_above(year)) <= weeks


def test_the_days_around_new_year_belong_to_the_year_of_their_week() -> None:
    assert weeks_of([date(2026, 12, 31), date(2027, 1, 3)], 2026)[52] == 2
    assert sum(weeks_of([date(2027, 1, 3)], 2027)) == 0
    assert weeks_of([date(2024, 12, 30)], 2025)[0] == 1


@given(st.integers(0, 7), st.integers(0, 7), st.integers(-1, 7))
def test_more_evenings_are_never_lighter(fewer: int, more: int, hoped: int) -> None:
    first, second = (SHADES.index(shaded([count], hoped)) for count in sorted((fewer, more)))
    assert first <= second
    assert (shaded([fewer], hoped) == SHADES[0]) == (fewer == 0)
    if fewer and fewer >= hoped:
        assert shaded([fewer], hoped) == SHADES[-1]


def test_a_week_as_hoped_for_is_the_darkest() -> None:
    assert shaded([0, 1, 2, 3, 4], 4) == "·░▒▓█"
    assert shaded([0, 1, 2, 3, 7], 3) == "·▒▓██"
    assert shaded([1, 2], 1) == "██"


@given(st.sets(days, min_size=1), days, st.integers(1, 7))
def test_a_year_shows_no_week_before_their_first_evening_and_none_to_come(
    nights: set[date], tonight: date, hoped: int
) -> None:
    first, now = min(nights).isocalendar(), tonight.isocalendar()
    cells = year_of(nights, now.year, tonight, hoped)
    assert len(cells.rstrip()) <= now.week
    if first.year == now.year:
        assert not cells[: first.week - 1].strip()
    elif first.year < now.year:
        assert cells == shaded(weeks_of(nights, now.year)[: now.week], hoped)


def test_years_in_cells() -> None:
    nights = {date(2025, 12, 1), date(2025, 12, 2), date(2026, 1, 12)}
    assert year_of(nights, 2025, TONIGHT, 2) == " " * 48 + "█···"
    assert year_of(nights, 2026, date(2026, 1, 20), 2) == "··▒·"
    assert year_of(set(), 2026, date(2026, 1, 6), 3) == " ·"


def test_the_months_stand_above_their_weeks() -> None:
    line = calendar.months_above(2026)
    assert line.split() == ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    for number, name in enumerate(line.split(), 1):
        week = date(2026, number, 1).isocalendar().week
        assert line.index(name) == week - 1


@given(st.sets(days), days)
def test_a_month_has_each_of_its_days_once_under_its_weekday(nights: set[date], tonight: date) -> None:
    grid = calendar.month_of(nights, tonight)
    assert all(len(week) == 7 for week in grid)
    found = {
        date(tonight.year, tonight.month, day): (place, had)
        for week in grid
        for place, (day, had) in enumerate(week)
        if day
    }
    assert sorted(found) == [tonight.replace(day=day) for day in range(1, len(found) + 1)]
    assert (max(found) + timedelta(days=1)).day == 1
    for day, (place, had) in found.items():
        assert (place, had) == (day.weekday(), day in nights)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "a moment"),
        (29, "a moment"),
        (60, "1 minute"),
        (3570, "1 hour"),
        (3600, "1 hour"),
        (7320, "2 hours 2 minutes"),
        (15000, "4 hours 10 minutes"),
    ],
)
def test_lengths_in_words(seconds: int, words: str) -> None:
    assert calendar.length_in_words(seconds) == words


def test_the_sentences_name_what_was_and_never_what_was_not() -> None:
    nights = {TONIGHT: 1200, date(2026, 11, 16): 1200, date(2026, 11, 15): 600, date(2026, 2, 1): 3600}
    assert calendar.in_words(nights, TONIGHT) == [
        "This week: 2 evenings, 40 minutes together.",
        "This month: 3 evenings, 50 minutes together.",
        "This year: 4 evenings, 1 hour 50 minutes together.",
    ]
    assert calendar.in_words({date(2026, 2, 1): 1200}, TONIGHT) == ["This year: 1 evening, 20 minutes together."]
    assert calendar.in_words({date(2025, 2, 1): 1200}, TONIGHT) == []
    assert calendar.in_words({}, TONIGHT) == []


def test_a_week_that_reaches_into_another_month_is_whole() -> None:
    sunday = date(2026, 11, 1)
    assert calendar.in_words({date(2026, 10, 28): 1200}, sunday)[0].startswith("This week: 1 evening")
    assert within({date(2026, 10, 28): 1}, sunday, sunday) == {}


def test_a_rest_lasts_through_its_last_night_and_an_open_one_until_it_is_ended() -> None:
    away = rest(TONIGHT, TONIGHT + timedelta(days=3))
    assert pause_on([away], TONIGHT) == pause_on([away], TONIGHT + timedelta(days=3)) == away
    assert pause_on([away], TONIGHT - timedelta(days=1)) is None
    assert pause_on([away], TONIGHT + timedelta(days=4)) is None
    still = rest(TONIGHT - timedelta(days=9))
    assert pause_on([still], TONIGHT + timedelta(days=999)) == still
    assert pause_on([still, away], TONIGHT) == away
    assert pause_on([rest(TONIGHT, removed=EVENING)], TONIGHT) is None
    assert pause_on([], TONIGHT) is None
