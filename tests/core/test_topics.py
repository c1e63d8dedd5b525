"""Which parked topics wait, in which order, and which have come to their day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import topics
from ritual.core.records import Topic
from tests.conftest import EVENING

TONIGHT = EVENING.date()
OUTCOMES = st.sampled_from([None, "settled", "talking", "living-with"])


def topic(key: str, on: int | None = None, ago: int = 0, outcome: str | None = None) -> Topic:
    """A topic for so many days from tonight on, parked so many days ago."""
    day = None if on is None else TONIGHT + timedelta(days=on)
    return Topic(id=key, at=EVENING - timedelta(days=ago), text="the holidays", on=day, outcome=outcome)  # type: ignore[arg-type]


PARKED = st.lists(
    st.builds(topic, st.uuids().map(str), st.none() | st.integers(-30, 30), st.integers(0, 60), OUTCOMES), max_size=8
)


@pytest.mark.parametrize(
    ("outcome", "is_open"), [(None, True), ("talking", True), ("settled", False), ("living-with", False)]
)
def test_what_is_settled_or_lived_with_needs_no_more_talk(outcome: str | None, is_open: bool) -> None:
    assert topics.is_open(topic("t", outcome=outcome)) is is_open


def test_those_whose_day_has_come_are_first_and_those_of_a_later_day_last() -> None:
    parked = [
        topic("later", on=9),
        topic("soon", on=1),
        topic("new", ago=1),
        topic("old", ago=9),
        topic("tonight", on=0),
        topic("last week", on=-7),
        topic("settled", on=-7, outcome="settled"),
    ]
    assert [one.id for one in topics.waiting(parked, TONIGHT)] == [
        "last week",
        "tonight",
        "old",
        "new",
        "soon",
        "later",
    ]


def test_what_they_keep_talking_about_comes_back_on_its_day() -> None:
    going_on = topic("t", on=7, outcome="talking")
    assert topics.due([going_on], TONIGHT) == []
    assert topics.due([going_on], TONIGHT + timedelta(days=7)) == [going_on]
    assert topics.due([going_on], TONIGHT + timedelta(days=70)) == [going_on]


def test_what_has_no_day_is_never_due() -> None:
    assert topics.due([topic("t", ago=400)], TONIGHT) == []


@given(PARKED, st.integers(-40, 40))
def test_none_that_is_open_is_left_out_and_those_due_stand_at_the_top(parked: list[Topic], on: int) -> None:
    tonight = TONIGHT + timedelta(days=on)
    waiting, due = topics.waiting(parked, tonight), topics.due(parked, tonight)
    assert sorted(one.id for one in waiting) == sorted(one.id for one in parked if topics.is_open(one))
    assert waiting[: len(due)] == due
    assert all(one.on and one.on <= tonight for one in due)
    assert not any(one.on and one.on <= tonight for one in waiting[len(due) :])
    dates = [one.on or date.min for one in due]
    assert dates == sorted(dates)


@given(PARKED)
def test_the_order_in_which_they_were_read_does_not_matter(parked: list[Topic]) -> None:
    def order(found: list[Topic]) -> list[tuple[date | None, object]]:
        return [(one.on, one.at) for one in topics.waiting(found, TONIGHT)]

    assert order(parked) == order(parked[::-1])
