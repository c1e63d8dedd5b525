"""Leaving a check-in and coming back, taking a break, and meeting it changed in another window or process."""

import subprocess
import sys
from datetime import timedelta

import pytest

from ritual import weeks
from ritual.checkin import CheckIn
from ritual.core.checkin import SCALES
from ritual.core.records import Checkin, Rating
from ritual.house import House
from tests.checkin.conftest import (
    ANA,
    DAY,
    NIGHT,
    SAM,
    again,
    answer,
    both_answer,
    covers,
    finish,
    go,
    on_disk,
    stored,
    where,
)
from tests.conftest import TurnedClock
from tests.screens.conftest import opened, words_on
from tests.screens.thanks import see

ANSWERS = """
import sys
from pathlib import Path
from msgspec.structs import replace
from ritual import weeks
from ritual.checkin import CheckIn
from ritual.core.checkin import SCALES
from ritual.house import House
from ritual.folders import Folders
from tests.checkin.conftest import ANA, SAM, go
from tests.conftest import TurnedClock

house = House(Folders.find(Path(sys.argv[1])), TurnedClock())
checkin = CheckIn.resume(house, weeks.unfinished(house))
person = {"Ana": ANA, "Sam": SAM}[sys.argv[2]]
checkin.progress = replace(checkin.progress, place=0)
go(checkin, "rating", person)
print("ready", flush=True)
sys.stdin.readline()
for number in range(8):
    checkin.rate(number % 11)
    checkin.choose([f"word {number}"], need=False)
    checkin.choose([f"word {number}"], need=True)
"""
"""Another process, in which one of them answers again and again."""


def let_go(checkin: CheckIn) -> Checkin:
    """Let it go in another window."""
    return on_disk(checkin.house).remove(stored(checkin))


def test_leaving_at_the_welcome_leaves_nothing(checkin: CheckIn, clock: TurnedClock) -> None:
    clock.turn(100)
    checkin.tick()
    checkin.leave()
    assert weeks.unfinished(checkin.house) is None
    assert on_disk(checkin.house).months() == []


def test_leaving_later_keeps_it_where_it_was(checkin: CheckIn, clock: TurnedClock) -> None:
    clock.turn(40)
    go(checkin, "rating", SAM, "deep")
    clock.turn(100)
    checkin.leave()
    assert (stored(checkin).state, stored(checkin).seconds) == ("open", 140)
    clock.turn(3600)
    later = again(checkin)
    assert (later.beat, later.session.id, later.progress.paused) == (checkin.beat, checkin.session.id, False)
    finish(later)
    assert [one.state for one in on_disk(checkin.house).nights(Checkin)] == ["kept"]


def test_a_break_is_kept_and_counts_no_time(checkin: CheckIn, clock: TurnedClock) -> None:
    go(checkin, "rating", SAM, "deep")
    back_at = clock.now() + timedelta(minutes=20)
    checkin.rest(back_at)
    assert (stored(checkin).state, stored(checkin).back_at) == ("resting", back_at)
    clock.turn(20 * 60)
    later = again(checkin)
    assert (later.session.state, later.session.back_at, later.beat) == ("open", None, checkin.beat)
    clock.turn(10)
    later.forward()
    assert (stored(later).state, stored(later).back_at, stored(later).seconds) == ("open", None, 10)


def test_one_that_waits_is_found_in_the_next_month_and_forgotten_after_it(checkin: CheckIn, clock: TurnedClock) -> None:
    go(checkin, "right", ANA)
    clock.turn(30 * DAY)
    assert again(checkin).session.id == checkin.session.id
    clock.turn(30 * DAY)
    assert weeks.unfinished(House(checkin.house.folders, clock)) is None


@pytest.mark.parametrize("ends", ["kept", "let go"])
def test_one_kept_or_let_go_in_another_window_stays_so(checkin: CheckIn, clock: TurnedClock, ends: str) -> None:
    go(checkin, "right", ANA)
    removed = let_go(checkin).removed if ends == "let go" else None
    if ends == "kept":
        again(checkin).close()

    def stays() -> bool:
        known = stored(checkin)
        return (known.removed, known.state == "kept") == (removed, ends == "kept")

    checkin.forward()
    assert stays()
    both_answer(checkin).open_answers()
    checkin.choose_topic(None)
    clock.turn(61)
    checkin.tick()
    assert stays()
    checkin.rest(clock.now() + timedelta(minutes=20))
    assert stays()
    checkin.leave()
    assert stays()
    assert weeks.unfinished(House(checkin.house.folders, clock)) is None
    assert set(covers(checkin.house).values()) == {"shared"}


def test_what_was_said_in_one_that_is_let_go_counts_in_no_trend(checkin: CheckIn) -> None:
    both_answer(checkin).open_answers()
    finish(checkin)
    (week,) = weeks.of(checkin.house)
    assert {scale: sorted(values) for scale, values in week.values.items()} == {"close": [3, 8], "heard": [6, 6]}
    let_go(checkin)
    assert weeks.of(House(checkin.house.folders, checkin.house.clock)) == []


def test_two_windows_answer_side_by_side(checkin: CheckIn) -> None:
    """Ana here, Sam there; nothing of either is lost, and one opens it for both."""
    go(checkin, "rating", ANA)
    there = go(again(checkin), "rating", SAM)
    for number, scale in enumerate(SCALES):
        go(checkin, "rating", ANA, scale).rate(number)
        go(there, "rating", SAM, scale).rate(10 - number)
    go(checkin, "feelings", ANA).choose(["lonely"], need=False)
    go(there, "feelings", SAM).choose(["calm"], need=False)
    there.open_answers()
    found = {(one.by, one.scale): one.value for one in on_disk(checkin.house).nights(Rating)}
    assert found == {(ANA, one): at for at, one in enumerate(SCALES)} | {
        (SAM, one): 10 - at for at, one in enumerate(SCALES)
    }
    assert not checkin.is_sealed
    assert checkin.values["close"] == [0, 10]


def test_two_processes_answer_at_once(checkin: CheckIn) -> None:
    go(checkin, "rating", SAM)
    home = str(checkin.house.folders.data.parent)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ANSWERS, home, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in ("Ana", "Sam")
    ]
    for one in processes:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in processes:
        one.communicate("go\n")
    assert [one.returncode for one in processes] == [0, 0]
    later = go(again(checkin), "together")
    assert {one.person: len(one.all) for one in later.said} == {ANA: 3, SAM: 3}
    assert set(covers(later.house).values()) == {"sealed"}
    later.open_answers()
    assert set(covers(later.house).values()) == {"shared"}
    assert House(later.house.folders, later.house.clock).all_problems() == []


async def test_what_another_window_began_waits_here_too(checkin: CheckIn) -> None:
    """So that nobody begins a second one beside it."""
    async with opened(House(checkin.house.folders, checkin.house.clock), "checkin") as pilot:
        assert "begin · 30 minutes" in words_on(pilot)
        go(checkin, "right", ANA)
        await see(pilot, "waiting where you left it")
        await pilot.press("enter")
        await see(pilot, "Enter keeps it")
    assert [one.id for one in on_disk(checkin.house).nights(Checkin)] == [checkin.session.id]


def test_it_is_due_on_its_day_until_one_was_near_it(house: House, clock: TurnedClock) -> None:
    house.change(checkin_day="sunday")
    assert weeks.coming(house) == NIGHT
    finish(answer(CheckIn.begin(house, 30), ANA))
    assert weeks.coming(house) == NIGHT + timedelta(days=7)
    for later, day in ((3, 7), (6, 7), (7, 7), (8, 14)):
        assert weeks.coming(House(house.folders, TurnedClock(clock.time + timedelta(days=later)))) == NIGHT + timedelta(
            days=day
        )


def test_one_four_days_early_counts_for_its_day(house: House, clock: TurnedClock) -> None:
    clock.turn(3 * DAY)
    house.change(checkin_day="sunday")
    finish(CheckIn.begin(house, 30))
    assert weeks.coming(house) == NIGHT + timedelta(days=14)


def test_nothing_is_left_to_do_after_its_end(checkin: CheckIn) -> None:
    finish(both_answer(checkin))
    assert (where(checkin), stored(checkin).state) == (("closing", None), "kept")
    checkin.leave()
    assert weeks.unfinished(checkin.house) is None
    assert SAM in stored(checkin).people
