from datetime import date, timedelta
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from ritual.core import rhythm
from ritual.core.records import Person, Session
from tests.conftest import EVENING

ANA = Person(id="ana", at=EVENING, name="Ana")
SAM = Person(id="sam", at=EVENING, name="Sam", seat=1)
TONIGHT = EVENING.date()


def evening(
    days_ago: int, starter: str | None = None, state: Literal["open", "resting", "kept"] = "kept", hour: int = 21
) -> Session:
    at = EVENING.replace(hour=hour) - timedelta(days=days_ago)
    return Session(id=f"{days_ago}-{hour}", at=at, night=at.date(), starter=starter, legs=[], state=state)


def test_the_one_named_first_starts_at_first() -> None:
    assert rhythm.starter([ANA, SAM], []) == ANA


def test_who_starts_alternates() -> None:
    assert rhythm.starter([ANA, SAM], [evening(1, "ana")]) == SAM
    assert rhythm.starter([ANA, SAM], [evening(1, "sam"), evening(2, "ana")]) == ANA


def test_only_evenings_kept_count_for_the_start() -> None:
    assert rhythm.starter([ANA, SAM], [evening(2, "ana"), evening(1, "sam", "open")]) == SAM


def test_an_evening_nobody_started_leaves_the_order() -> None:
    assert rhythm.starter([ANA, SAM], [evening(2, "ana"), evening(1)]) == SAM


def test_one_alone_always_starts() -> None:
    assert rhythm.starter([ANA], [evening(1, "ana")]) == ANA
    assert rhythm.starter([], []) is None


def test_a_starter_who_is_unknown_is_followed_by_somebody() -> None:
    assert rhythm.starter([ANA, SAM], [evening(1, "mia")]) == ANA


@given(st.permutations([evening(day, "ana" if day % 2 else "sam") for day in range(6)]))
def test_the_order_in_which_evenings_are_read_does_not_matter(sessions: list[Session]) -> None:
    assert rhythm.starter([ANA, SAM], sessions) == ANA
    assert [one.at for one in rhythm.kept(sessions)] == sorted(one.at for one in sessions)


def test_the_one_who_starts_comes_first() -> None:
    assert rhythm.in_order([ANA, SAM], "sam") == ["sam", "ana"]
    assert rhythm.in_order([ANA, SAM], None) == ["ana", "sam"]
    assert rhythm.in_order([ANA], "sam") == ["ana"]


def test_a_week_is_from_monday_until_tonight() -> None:
    sessions = [evening(0), evening(3), evening(3, hour=22), evening(6), evening(7), evening(2, state="resting")]
    assert rhythm.evenings_of_week(sessions, TONIGHT) == [date(2026, 11, 16), date(2026, 11, 19), date(2026, 11, 22)]


def test_on_monday_the_week_is_new() -> None:
    assert rhythm.evenings_of_week([evening(0), evening(6)], TONIGHT + timedelta(days=1)) == []


@given(st.lists(st.integers(0, 30), max_size=20), st.integers(0, 30))
def test_evenings_of_a_week_are_nights_in_order_without_repeats(days: list[int], tonight: int) -> None:
    found = rhythm.evenings_of_week([evening(day) for day in days], TONIGHT - timedelta(days=tonight))
    assert found == sorted(set(found))
    assert len(found) <= 7


def test_the_newest_unfinished_evening_waits() -> None:
    waiting = evening(1, state="resting")
    assert rhythm.unfinished([evening(2, state="open"), waiting, evening(0)]) == waiting
    assert rhythm.unfinished([evening(0)]) is None
    assert rhythm.unfinished([]) is None
