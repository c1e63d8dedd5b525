"""Leaving an evening and coming back, taking a rest, and meeting it changed elsewhere."""

from datetime import timedelta

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Session
from ritual.core.rhythm import unfinished
from ritual.evening import Evening
from ritual.house import House
from tests.conftest import TurnedClock
from tests.evening.conftest import ANA, SAM, again, go, on_disk, spent, stored


def test_leaving_at_the_first_beat_leaves_nothing(evening: Evening, clock: TurnedClock) -> None:
    clock.turn(100)
    evening.tick()
    evening.leave()
    assert on_disk(evening.house).nights(Session) == []
    assert on_disk(evening.house).months() == []


def test_leaving_later_keeps_it_open_and_it_goes_on_at_the_same_place(evening: Evening, clock: TurnedClock) -> None:
    clock.turn(40)
    go(evening, "turn", SAM)
    clock.turn(100)
    evening.leave()
    assert (stored(evening).state, spent(evening)) == ("open", [40, 0, 100, 0, 0, 0])
    clock.turn(3600)
    later = again(evening)
    assert (later.beat, later.session.id, later.progress.paused) == (evening.beat, evening.session.id, False)
    assert later.progress.remaining == 200
    clock.turn(50)
    later.forward()
    later.close()
    assert (stored(later).state, spent(later)) == ("kept", [40, 0, 150, 0, 0, 0])
    assert [one.id for one in on_disk(evening.house).nights(Session)] == [evening.session.id]


def test_going_back_to_the_first_beat_and_leaving_keeps_what_was_begun(evening: Evening, clock: TurnedClock) -> None:
    evening.forward()
    evening.back()
    clock.turn(10)
    evening.leave()
    assert spent(evening)[0] == 10


def test_what_was_reached_is_on_the_disk_without_leaving(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "answer", SAM)
    clock.turn(30)
    assert again(evening).beat == evening.beat
    evening.onward()
    assert again(evening).beat == evening.beat
    evening.back()
    assert again(evening).beat == evening.beat


def test_an_evening_can_be_resumed_at_every_beat(evening: Evening) -> None:
    evening.forward()
    while not evening.progress.is_last:
        assert (again(evening).beat, again(evening).progress.legs) == (evening.beat, tuple(stored(evening).legs))
        evening.forward()
    assert again(evening).progress.is_last


def test_a_rest_is_kept_and_counts_no_time(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    clock.turn(90)
    back_at = clock.now() + timedelta(minutes=20)
    evening.rest(back_at)
    assert (stored(evening).state, stored(evening).back_at) == ("resting", back_at)
    clock.turn(20 * 60)
    later = again(evening)
    assert (later.session.state, later.session.back_at) == ("open", None)
    assert (later.beat, later.progress.paused) == (evening.beat, False)
    clock.turn(10)
    later.forward()
    assert (stored(later).state, stored(later).back_at, spent(later)[1]) == ("open", None, 100)


def test_the_rest_can_end_on_the_same_evening_without_a_new_start(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    evening.rest(clock.now() + timedelta(minutes=20))
    clock.turn(20 * 60)
    evening.close()
    assert (stored(evening).state, stored(evening).back_at, stored(evening).seconds) == ("kept", None, 0)


def test_an_evening_kept_elsewhere_meanwhile_stays_kept(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    again(evening).close()

    def is_kept() -> bool:
        return stored(evening).state == "kept" and unfinished(on_disk(evening.house).nights(Session)) is None

    assert is_kept()
    evening.forward()
    assert is_kept()
    evening.back()
    clock.turn(61)
    evening.tick()
    assert (is_kept(), spent(evening)[1]) == (True, 61)
    evening.rest(clock.now() + timedelta(minutes=20))
    assert is_kept()
    evening.leave()
    assert is_kept()
    assert (evening.session.state, evening.session.id) == ("kept", stored(evening).id)


def test_an_evening_let_go_elsewhere_meanwhile_stays_let_go(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    elsewhere = on_disk(evening.house)
    let_go = elsewhere.remove(stored(evening))
    clock.turn(61)
    evening.tick()
    assert (stored(evening).removed, spent(evening)[1]) == (let_go.removed, 61)
    evening.forward()
    evening.rest(clock.now() + timedelta(minutes=20))
    evening.leave()
    evening.close()
    assert stored(evening).removed == let_go.removed
    assert on_disk(evening.house).nights(Session) == []


@pytest.mark.parametrize("step", ["forward", "onward", "back", "close"])
def test_where_the_session_cannot_be_written_they_stay_where_the_screen_is(
    house: House, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    evening = Evening.begin(house, 20)
    evening.forward()
    before = evening.beat

    def full(record: object) -> None:
        raise RitualError("no room")

    with monkeypatch.context() as patched:
        patched.setattr(house.journal, "keep", full)
        with pytest.raises(RitualError):
            getattr(evening, step)()
    assert evening.beat == before
    assert evening.session.state == "open"
    evening.forward()
    assert [one.state for one in house.sessions] == ["open"]
