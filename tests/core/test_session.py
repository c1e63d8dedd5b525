from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import lengths, session
from ritual.core.records import Leg, Session
from ritual.core.session import GAP, Progress
from tests.conftest import EVENING

TWO = ("ana", "sam")
SOLO = ("ana",)


def begun(minutes: int = 20, people: Sequence[str] = TWO, card: bool | None = None) -> Progress:
    return session.begin(lengths.evening(people, minutes, card=card), people, now=1000.0)


def kept_of(progress: Progress) -> Session:
    return session.recorded(Session(id="s", at=EVENING, legs=list(progress.legs)), progress)


def walk(progress: Progress) -> list[str]:
    """Every beat from here to the end, as `kind person`."""
    seen = [progress]
    while not seen[-1].is_last:
        seen.append(session.forward(seen[-1], seen[-1].seen + 1))
    return [" ".join(filter(None, (one.beat.kind, one.beat.person))) for one in seen]


def at(kind: str, progress: Progress) -> Progress:
    while progress.beat.kind != kind:
        progress = session.forward(progress, progress.seen)
    return progress


def test_an_evening_for_two() -> None:
    assert walk(begun()) == [
        "breathe",
        "closeness ana",
        "closeness sam",
        "turn ana",
        "turn sam",
        "card",
        "answer ana",
        "answer sam",
        "appreciation ana",
        "appreciation sam",
        "closeness ana",
        "closeness sam",
        "note ana",
        "note sam",
        "closing",
    ]


def test_an_evening_alone() -> None:
    assert walk(begun(people=SOLO)) == [
        "breathe",
        "closeness ana",
        "write ana",
        "card",
        "answer ana",
        "appreciation ana",
        "closeness ana",
        "note ana",
        "closing",
    ]


def test_a_short_evening() -> None:
    assert walk(begun(5)) == [
        "breathe",
        "turn ana",
        "turn sam",
        "appreciation ana",
        "appreciation sam",
        "closeness ana",
        "closeness sam",
        "note ana",
        "note sam",
        "closing",
    ]


def test_a_short_evening_alone() -> None:
    assert walk(begun(5, SOLO)) == ["breathe", "write ana", "appreciation ana", "closeness ana", "note ana", "closing"]


@pytest.mark.parametrize(("planned", "asked"), [(10, []), (59, []), (60, list(TWO)), (61, list(TWO))])
def test_closeness_is_asked_on_arrival_where_there_is_a_minute_for_it(planned: int, asked: list[str]) -> None:
    beats = session.beats_of([Leg(step="arrive", planned=planned), Leg(step="close", planned=60)], TWO)
    assert [beat.person for beat in beats if beat.kind == "closeness" and beat.leg == 0] == asked
    assert [beat.person for beat in beats if beat.kind == "closeness" and beat.leg == 1] == list(TWO)


def test_a_short_evening_with_a_card() -> None:
    assert [beat for beat in walk(begun(5, card=True)) if "card" in beat or "answer" in beat] == [
        "card",
        "answer ana",
        "answer sam",
    ]


@pytest.mark.parametrize("people", [TWO, SOLO])
def test_quiet_time(people: Sequence[str]) -> None:
    assert walk(session.begin(lengths.quiet(20), people, now=0)) == ["quiet", "parting"]


def test_at_the_end_forward_stays() -> None:
    end = at("closing", begun())
    assert session.forward(end, end.seen).place == end.place


def test_at_the_start_back_stays() -> None:
    assert session.back(begun(), 1000).place == 0


def test_onward_passes_what_is_left_of_the_step() -> None:
    progress, seen = begun(), []
    while not progress.is_last:
        progress = session.onward(progress, progress.seen)
        seen.append(progress.beat.kind)
    assert seen == ["turn", "turn", "card", "appreciation", "closeness", "closing"]


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


def test_an_added_card_comes_behind_the_talk() -> None:
    talking = at("turn", begun(5))
    added = session.add_card(talking, TWO, talking.seen)
    assert added.beat == talking.beat
    assert added.has_card
    assert added.legs[:3] == talking.legs[:3]
    assert [leg.step for leg in added.legs[3:]] == ["card", "appreciate", "close"]
    assert sum(leg.planned for leg in added.legs) == sum(leg.planned for leg in talking.legs) == 300
    assert all(0 < leg.planned < before.planned for leg, before in zip(added.legs[4:], talking.legs[3:], strict=True))
    assert added.legs[3].planned > 0
    assert added.spent == (*talking.spent[:3], 0, *talking.spent[3:])


@given(st.integers(2, 9), st.sampled_from([TWO, SOLO]), st.integers(0, 20))
def test_an_added_card_leaves_the_evening_as_long_as_they_chose(
    minutes: int, people: Sequence[str], steps: int
) -> None:
    progress = begun(minutes, people)
    for _ in range(steps):
        progress = session.forward(progress, progress.seen + 1)
    added = session.add_card(progress, people, progress.seen)
    turns = [leg.planned for leg in added.legs if leg.step == "talk"]
    assert sum(leg.planned for leg in added.legs) == minutes * 60
    assert all(leg.planned > 0 for leg in added.legs)
    assert len(set(turns)) == 1
    assert turns == [leg.planned for leg in progress.legs if leg.step == "talk"]
    assert [leg.step for leg in added.legs].count("card") == 1
    assert (added.beat.kind, added.beat.person) == (progress.beat.kind, progress.beat.person)


def test_a_card_added_late_leaves_the_place_where_it_is() -> None:
    writing = at("note", begun(5))
    added = session.add_card(writing, TWO, writing.seen)
    assert (added.beat.kind, added.beat.person) == ("note", "ana")
    assert added.leg.step == "close"


def test_there_is_one_card_at_most() -> None:
    with_card = begun(20)
    assert session.add_card(with_card, TWO, 1001) == with_card


def test_quiet_time_has_no_card() -> None:
    quiet = session.begin(lengths.quiet(20), TWO, now=0)
    assert session.add_card(quiet, TWO, 1) == quiet


def test_a_place_beyond_the_end_is_the_end() -> None:
    progress = session.resume(Session(id="s", at=EVENING, legs=list(lengths.quiet(5)), place=99), now=0)
    assert progress.beat.kind == "parting"


@pytest.mark.parametrize("people", [TWO, TWO[::-1], SOLO])
@pytest.mark.parametrize("minutes", [5, 20])
def test_a_session_goes_on_with_those_who_had_a_turn(minutes: int, people: Sequence[str]) -> None:
    kept = kept_of(begun(minutes, people))
    assert kept.people == list(people)
    assert session.resume(kept, now=0).beats == begun(minutes, people).beats


def test_nobody_has_a_turn_in_quiet_time() -> None:
    kept = kept_of(session.begin(lengths.quiet(20), TWO, now=0))
    assert kept.people == []
    assert walk(session.resume(kept, now=0)) == ["quiet", "parting"]


def test_an_evening_is_begun_once_they_have_moved() -> None:
    assert not session.is_begun(begun())
    assert session.is_begun(session.forward(begun(), 1000))


STEPS = st.one_of(st.floats(0, 20), st.floats(0, 1000), st.sampled_from([0.0, 5.0, float(GAP), GAP + 0.5, 3600.0, 1e6]))
KEYS = st.sampled_from(["look", "forward", "onward", "back", "pause", "add_card"])


def press(key: str, progress: Progress, people: Sequence[str], now: float) -> Progress:
    if key == "add_card":
        return session.add_card(progress, people, now)
    pressed = {
        "look": session.look,
        "forward": session.forward,
        "onward": session.onward,
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
