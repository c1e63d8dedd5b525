"""The time of a session: what counts, and what the clock, the prompts and the breath make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import session
from ritual.core.session import GAP
from tests.core.conftest import at, begun


def test_time_counts_for_the_leg_on_the_screen() -> None:
    progress = session.forward(at("turn", begun()), 1090)
    assert progress.beat.person == "sam"
    progress = session.look(progress, 1100)
    assert progress.spent == (0, 90, 10, 0, 0, 0)
    assert progress.remaining == 290
    assert session.look(progress, 1100 + 291).remaining == -1


def test_five_seconds_unwatched_count() -> None:
    looked = session.look(begun(), 1005)
    assert looked.spent[0] == 5
    assert not looked.paused


def test_five_minutes_unwatched_still_count() -> None:
    looked = session.look(begun(), 1000 + GAP)
    assert looked.spent[0] == GAP
    assert not looked.paused


def test_a_closed_lid_pauses() -> None:
    looked = session.look(begun(), 1000 + GAP + 1)
    assert looked.paused
    assert sum(looked.spent) == 0
    assert session.look(looked, 1000 + GAP + 60).spent == looked.spent


def test_pausing_after_a_closed_lid_stays_paused() -> None:
    assert session.pause(begun(), 1000 + GAP + 1).paused


def test_a_pause_is_not_counted() -> None:
    paused = session.pause(begun(), 1010)
    assert paused.paused
    goes_on = session.pause(session.look(paused, 1100), 1200)
    assert not goes_on.paused
    assert session.look(goes_on, 1203).spent[0] == 13


def test_going_on_ends_a_pause() -> None:
    paused = session.pause(begun(), 1010)
    moved = session.forward(paused, 1200)
    assert not moved.paused
    assert sum(moved.spent) == 10


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    looked = session.look(session.look(begun(), 1020), 990)
    assert looked.spent[0] == 20


@pytest.mark.parametrize(
    ("remaining", "shown"),
    [
        (1200, "20"),
        (1141, "20"),
        (1140, "19"),
        (121, "3"),
        (120, "2"),
        (60.5, "2"),
        (60, "1"),
        (59.2, "1"),
        (59, "0:59"),
        (44.1, "0:45"),
        (45, "0:45"),
        (10, "0:10"),
        (9, "0:09"),
        (1, "0:01"),
        (0.2, "0:01"),
        (0, ""),
        (-1, ""),
        (-4000, ""),
    ],
)
def test_the_clock_shows_minutes_and_in_the_last_one_seconds(remaining: float, shown: str) -> None:
    assert session.clock(remaining) == shown


@given(st.floats(-1e6, 1e6))
def test_the_clock_never_shows_less_than_there_is(remaining: float) -> None:
    shown = session.clock(remaining)
    if remaining <= 0:
        assert shown == ""
    elif remaining <= 59:
        minutes, seconds = shown.split(":")
        assert (minutes, len(seconds)) == ("0", 2)
        assert remaining <= int(seconds) <= remaining + 1
    else:
        assert remaining <= int(shown) * 60 <= remaining + 60
        assert int(shown) == max(1, -int(-remaining // 60))


def test_prompts_change_slowly_and_go_round() -> None:
    assert [session.slowly("abc", seconds) for seconds in (0, 49.9, 50, 100, 149, 150)] == list("aabcca")
    assert session.slowly([], 10) == ""
    assert session.slowly(["only"], 1e6) == "only"


@given(st.floats(0, 1e9), st.floats(0.5, 20), st.floats(0.5, 20))
def test_a_breath_stays_between_empty_and_full(seconds: float, inhale: float, exhale: float) -> None:
    _, full = session.breath(seconds, inhale, exhale)
    assert 0 <= full <= 1


def test_a_breath_comes_and_goes() -> None:
    assert [session.breath(seconds) for seconds in (0, 2, 4, 7, 10)] == [
        (True, 0),
        (True, 0.5),
        (False, 1),
        (False, 0.5),
        (True, 0),
    ]
