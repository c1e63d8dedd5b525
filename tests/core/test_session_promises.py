"""What a session promises, whatever is pressed."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import lengths, session
from ritual.core.records import Leg
from ritual.core.session import GAP, Progress
from tests.core.conftest import SOLO, TWO, kept_of

STEPS = st.one_of(st.floats(0, 20), st.floats(0, 1000), st.sampled_from([0.0, 5.0, float(GAP), GAP + 0.5, 3600.0, 1e6]))
KEYS = st.sampled_from(["look", "forward", "onward", "to_opening", "back", "pause", "add_card"])


def press(key: str, progress: Progress, people: Sequence[str], now: float) -> Progress:
    if key == "add_card":
        return session.add_card(progress, people, now)
    pressed = {
        "look": session.look,
        "forward": session.forward,
        "onward": session.onward,
        "to_opening": session.to_opening,
        "back": session.back,
        "pause": session.pause,
    }[key](progress, now)
    assert isinstance(pressed, Progress)
    return pressed


def by_leg(progress: Progress) -> dict[tuple[str, str | None], float]:
    return {(leg.step, leg.by): spent for leg, spent in zip(progress.legs, progress.spent, strict=True)}


@given(
    st.one_of(
        st.builds(lambda minutes: lengths.quiet(minutes), st.integers(2, 180)),
        st.builds(
            lambda minutes, card: lengths.evening(TWO, minutes, card=card),
            st.integers(2, 180),
            st.sampled_from([None, True, False]),
        ),
    ),
    st.lists(st.tuples(KEYS, STEPS), max_size=40),
)
def test_whatever_they_press_time_is_right(legs: tuple[Leg, ...], keys: list[tuple[str, float]]) -> None:
    keep_their_promises(legs, TWO, keys)


@given(st.integers(2, 180), st.lists(st.tuples(KEYS, STEPS), max_size=40))
def test_whatever_one_alone_presses_time_is_right(minutes: int, keys: list[tuple[str, float]]) -> None:
    keep_their_promises(lengths.evening(SOLO, minutes), SOLO, keys)


def keep_their_promises(legs: tuple[Leg, ...], people: Sequence[str], keys: list[tuple[str, float]]) -> None:
    start = now = 1000.0
    progress = session.begin(legs, people, now)
    for key, step in keys:
        now += step
        before, progress = progress, press(key, progress, people, now)
        passed = now - before.seen
        looked = progress.seen == now
        counts = looked and not before.paused and passed <= GAP

        assert 0 <= progress.place < len(progress.beats)
        assert looked or key == "add_card"
        assert all(by_leg(progress)[leg] >= spent for leg, spent in by_leg(before).items())
        assert sum(progress.spent) <= now - start + 1e-6
        assert sum(progress.spent) - sum(before.spent) == pytest.approx(passed if counts else 0, abs=1e-6)
        if key in ("look", "add_card") and looked and passed > 0:
            assert progress.paused is (before.paused or passed > GAP)
        if key == "pause":
            assert progress.paused is not before.paused
        if key in ("look", "pause", "add_card"):
            assert (progress.beat.kind, progress.beat.person) == (before.beat.kind, before.beat.person)
            assert progress.leg.step == before.leg.step

        again = session.resume(kept_of(progress), now)
        assert (again.place, again.legs[again.beat.leg].step) == (progress.place, progress.leg.step)
        assert again.beats == progress.beats
        assert again.spent == pytest.approx(progress.spent, abs=0.5)
