"""The time of an evening: counted, paused, written."""

import pytest

from ritual.core.records import Session
from ritual.evening import Evening
from tests.conftest import TurnedClock
from tests.evening.conftest import ANA, go, on_disk, spent


def test_two_people_get_the_same_time(evening: Evening) -> None:
    assert len({leg.planned for leg in evening.progress.legs if leg.step == "talk"}) == 1
    assert sum(leg.planned for leg in evening.progress.legs) == 1200


def test_pausing_stops_the_time(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    clock.turn(10)
    evening.pause()
    clock.turn(100)
    evening.tick()
    evening.pause()
    clock.turn(10)
    evening.forward()
    assert spent(evening)[1] == 20


def test_a_gap_of_hours_pauses_and_is_not_counted(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    clock.turn(30)
    evening.tick()
    clock.turn(3 * 3600)
    evening.tick()
    assert evening.progress.paused
    assert evening.progress.remaining == 270
    clock.turn(60)
    evening.tick()
    assert evening.progress.remaining == 270
    evening.pause()
    clock.turn(20)
    evening.leave()
    assert spent(evening)[1] == 50


def test_time_beyond_a_turn_is_counted(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    for _ in range(8):
        clock.turn(60)
        evening.tick()
    evening.forward()
    assert spent(evening)[1] == 480


def test_the_time_is_written_once_a_minute(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "turn", ANA)
    written = []
    for _ in range(180):
        clock.turn(1)
        evening.tick()
        written.append(spent(evening)[1])
    assert written == [0] * 59 + [60] * 60 + [120] * 60 + [180]


@pytest.mark.parametrize("lid", [False, True], ids=["paused", "closed lid"])
def test_while_paused_nothing_is_written(evening: Evening, clock: TurnedClock, lid: bool) -> None:
    go(evening, "turn", ANA)
    clock.turn(30)
    evening.tick()
    if lid:
        clock.turn(3600)
        evening.tick()
    else:
        evening.pause()
    file = next(evening.house.folders.data.rglob("2026-11.json"))
    before, changed = file.read_bytes(), file.stat().st_mtime_ns
    for _ in range(180):
        clock.turn(1)
        evening.tick()
    assert evening.progress.paused
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (before, changed)
    evening.pause()
    clock.turn(1)
    evening.tick()
    assert spent(evening)[1] == 31


def test_before_the_first_step_no_time_is_written(evening: Evening, clock: TurnedClock) -> None:
    for _ in range(180):
        clock.turn(1)
        evening.tick()
    assert on_disk(evening.house).nights(Session) == []
