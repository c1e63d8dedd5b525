"""Days as people say them in German; the English words stay known."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from babel.messages.pofile import read_po
from hypothesis import given

from ritual import language
from ritual.core import nights
from ritual.core.errors import Refused
from ritual.core.nights import Span, day_in, span_in
from tests.core.test_dates import DAYS, TODAY

MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


@pytest.fixture(autouse=True, scope="module")
def _german() -> Iterator[None]:
    language.use(["de"])
    yield
    language.use([])


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("heute", TODAY),
        ("Heute Abend", TODAY),
        ("gestern", date(2026, 11, 21)),
        ("letzte Nacht", date(2026, 11, 21)),
        ("vorgestern", date(2026, 11, 20)),
        ("letzten Freitag", date(2026, 11, 20)),
        ("am vergangenen Freitag", date(2026, 11, 20)),
        ("Freitag", date(2026, 11, 20)),
        ("diesen Freitag", date(2026, 11, 20)),
        ("fr.", date(2026, 11, 20)),
        ("Sonntag", TODAY),
        ("letzten Sonntag", date(2026, 11, 15)),
        ("am Sonnabend", date(2026, 11, 21)),
        ("3. März", date(2026, 3, 3)),
        ("am 3. März", date(2026, 3, 3)),
        ("3.März 2025", date(2025, 3, 3)),
        ("3 maerz", date(2026, 3, 3)),
        ("3. Ma\u0308rz", date(2026, 3, 3)),
        ("24. Dez. 2025", date(2025, 12, 24)),
        ("29. Februar", date(2024, 2, 29)),
        ("3.4.2025", date(2025, 4, 3)),
        ("03. 04. 2026", date(2026, 4, 3)),
        ("3.4.", date(2026, 4, 3)),
        ("3.4", date(2026, 4, 3)),
        ("3.12.25", date(2025, 12, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("vor drei Tagen", date(2026, 11, 19)),
        ("vor 2 Wochen", date(2026, 11, 8)),
        ("vor einem Monat", date(2026, 10, 22)),
        ("vor fuenf Jahren", date(2021, 11, 22)),
        ("yesterday", date(2026, 11, 21)),
        ("last friday", date(2026, 11, 20)),
        ("3 march", date(2026, 3, 3)),
        ("two weeks ago", date(2026, 11, 8)),
    ],
)
def test_a_day_that_has_been(words: str, day: date) -> None:
    assert day_in(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("morgen", date(2026, 11, 23)),
        ("übermorgen", date(2026, 11, 24)),
        ("in drei Tagen", date(2026, 11, 25)),
        ("in einer Woche", date(2026, 11, 29)),
        ("in einem Jahr", date(2027, 11, 22)),
        ("Freitag", date(2026, 11, 27)),
        ("nächsten Sonntag", date(2026, 11, 29)),
        ("am kommenden Freitag", date(2026, 11, 27)),
        ("3. März", date(2027, 3, 3)),
        ("3.4.", date(2027, 4, 3)),
        ("tomorrow", date(2026, 11, 23)),
    ],
)
def test_a_day_to_come(words: str, day: date) -> None:
    assert day_in(words, TODAY, ahead=True) == day


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("diese Woche", date(2026, 11, 16), TODAY),
        ("letzte Woche", date(2026, 11, 9), date(2026, 11, 15)),
        ("in der vorigen Woche", date(2026, 11, 9), date(2026, 11, 15)),
        ("letzten Monat", date(2026, 10, 1), date(2026, 10, 31)),
        ("dieses Jahr", date(2026, 1, 1), date(2026, 12, 31)),
        ("im letzten Jahr", date(2025, 1, 1), date(2025, 12, 31)),
        ("im Jahr 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("im März", date(2026, 3, 1), date(2026, 3, 31)),
        ("Dezember", date(2025, 12, 1), date(2025, 12, 31)),
        ("Jänner 2025", date(2025, 1, 1), date(2025, 1, 31)),
        ("letzten November", date(2025, 11, 1), date(2025, 11, 30)),
        ("letzten Frühling", date(2026, 3, 1), date(2026, 5, 31)),
        ("im Sommer 2025", date(2025, 6, 1), date(2025, 8, 31)),
        ("Winter 2024", date(2024, 12, 1), date(2025, 2, 28)),
        ("last spring", date(2026, 3, 1), date(2026, 5, 31)),
        ("march 2025", date(2025, 3, 1), date(2025, 3, 31)),
    ],
)
def test_more_than_one_day(words: str, first: date, last: date) -> None:
    assert span_in(words, TODAY) == Span(first, last)


@pytest.mark.parametrize("words", ["30. Februar", "4.13.2025", "29.2.2025", "Mittag", "drei Tage", "der", "3", "  "])
def test_what_is_no_day_is_asked_back(words: str) -> None:
    with pytest.raises(Refused):
        day_in(words, TODAY)


def test_only_dots_say_which_number_is_the_day() -> None:
    with pytest.raises(Refused, match=r"4\.? March .+ 3\.? April"):
        day_in("3/4", TODAY)


def test_the_days_that_the_german_sentence_names_are_understood() -> None:
    assert [day_in(one, TODAY).isoformat() for one in named_in(nights.HOW)] == [
        "2026-11-21",
        "2026-11-20",
        "2026-03-03",
        "2026-11-03",
    ]


def named_in(sentence: str) -> list[str]:
    """What the German of a sentence names after the word for like."""
    with (language.CATALOGUES / "de" / "LC_MESSAGES" / "ritual.po").open("rb") as file:
        found = read_po(file).get(sentence)
    assert found
    assert isinstance(found.string, str)
    return re.split(", | oder ", found.string.rstrip(".").partition(" wie ")[2])


@given(DAYS, DAYS)
def test_a_written_day_is_the_same_in_every_form(day: date, today: date) -> None:
    named = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
    forms = (day.isoformat(), named, f"{day.day}.{day.month}.{day.year}", f"{day.day} {day:%B} {day.year}")
    assert {span_in(form, today) for form in forms} == {Span(day, day)}


@given(DAYS)
def test_a_weekday_is_within_a_week(today: date) -> None:
    names = [WEEKDAYS[(today + timedelta(days)).weekday()] for days in range(7)]
    assert sorted((today - day_in(name, today)).days for name in names) == list(range(7))
    assert sorted((today - day_in(f"letzten {name}", today)).days for name in names) == list(range(1, 8))
    assert sorted((day_in(f"nächsten {name}", today, ahead=True) - today).days for name in names) == list(range(1, 8))
