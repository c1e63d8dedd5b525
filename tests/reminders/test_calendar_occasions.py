"""Occasions in the calendar file: their dates, and nothing else of theirs."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import occasions
from ritual.core.records import Occasion, Visibility
from ritual.core.text import for_terminal
from ritual.reminders.calendar import CHECKIN, EVENING, OCCASION
from tests.core.test_rules import NONSENSE, PLAIN, SPECIAL
from tests.reminders.conftest import TONIGHT, calendar, event, events, in_days, occasion, until


def days_of(one: Occasion, last: date) -> list[date]:
    """Its dates, as the calendar file says them."""
    found = [each for each in events(calendar(occasions=[one])) if each["SUMMARY"] == OCCASION]
    return [when.date() for each in found for when in until(each, last)]


@pytest.mark.parametrize(
    ("day", "rule", "expected"),
    [
        (date(2024, 2, 29), "FREQ=YEARLY", [date(2027, 2, 28), date(2028, 2, 29)]),
        (date(2027, 1, 31), "FREQ=MONTHLY;UNTIL=20270228", [date(2027, 1, 31), date(2027, 2, 28)]),
        (date(2028, 4, 1), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", [date(2028, 4, 14)]),
        (date(2027, 5, 5), None, [date(2027, 5, 5)]),
        (date(2026, 11, 21), None, []),
        (date(2026, 10, 1), "FREQ=MONTHLY;COUNT=3", [date(2026, 12, 1)]),
    ],
)  # fmt: skip
def test_they_come_on_their_days(day: date, rule: str | None, expected: list[date]) -> None:
    found = days_of(occasion("met", day, rule), date(2028, 4, 20))
    assert [one for one in found if one >= TONIGHT] == expected


@given(
    st.sampled_from([None, *PLAIN, *SPECIAL, *NONSENSE]),
    st.sampled_from(["", ";INTERVAL=2", ";COUNT=30", ";UNTIL=20270601"]),
    st.dates(date(1940, 1, 1), date(2028, 1, 1)),
)
def test_a_calendar_finds_the_same_days_as_ritual(rule: str | None, more: str, day: date) -> None:
    one = occasion("met", day, f"{rule}{more}" if rule else None)
    last = TONIGHT + timedelta(500)
    found = [when for when in days_of(one, last) if when >= TONIGHT]
    assert found == list(occasions.dates(one, TONIGHT, last))


def test_without_titles_nothing_of_theirs_is_in_it() -> None:
    kept = [occasion("Mira's birthday", date(1987, 11, 24), "FREQ=YEARLY", idea="picnic")]
    content = calendar(occasions=kept)
    assert len(events(content)) == 3
    assert {str(one["SUMMARY"]) for one in events(content)} == {EVENING, CHECKIN, OCCASION}
    for theirs in (b"Mira", b"birthday", b"1987", b"picnic"):
        assert theirs not in content


def test_with_titles_the_names_are_in_it_also_in_the_alarm() -> None:
    content = calendar(occasions=[occasion("Mira's birthday", date(1987, 11, 24), "FREQ=YEARLY")], titles=True)
    found = event(content, "Mira's birthday")
    assert {str(one["DESCRIPTION"]) for one in found.walk("VALARM")} == {"Mira's birthday"}
    assert b"1987" not in content


@pytest.mark.parametrize("visibility", ["sealed", "private"])
@pytest.mark.parametrize("titles", [True, False])
def test_what_is_covered_is_never_in_it(visibility: Visibility, titles: bool) -> None:
    kept = [occasion("a surprise", in_days(5), visibility=visibility)]
    assert calendar(occasions=kept, titles=titles) == calendar(titles=titles)


@given(st.text(min_size=1))
def test_a_name_is_a_name_and_no_line_of_the_file(name: str) -> None:
    content = calendar(occasions=[occasion(name, in_days(5))], titles=True)
    *_, found = events(content)
    assert len(events(content)) == 3
    assert found["SUMMARY"] == (" ".join(for_terminal(name).split()) or OCCASION)
    assert found["DTSTART"].dt == in_days(5)


def test_an_all_day_event_has_no_hour() -> None:
    found = event(calendar(occasions=[occasion("met", in_days(5))]), OCCASION)
    assert not isinstance(found["DTSTART"].dt, datetime)
    assert found["TRANSP"] == "TRANSPARENT"
