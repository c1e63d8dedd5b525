"""The night an evening belongs to."""

from datetime import date, datetime
from pathlib import Path

import pytest

from ritual.core.records import Draw, Note, Rating, Session
from ritual.evening import Evening
from ritual.folders import Folders
from ritual.house import House
from tests.conftest import CET, TurnedClock
from tests.evening.conftest import ANA, SAM, again, go, on_disk, stored


def home_at(path: Path, clock: TurnedClock) -> House:
    house = House(Folders.find(path / "home"), clock)
    house.settle(("Ana", "Sam"))
    return house


def test_an_evening_over_midnight_belongs_to_the_night_it_began(tmp_path: Path) -> None:
    clock = TurnedClock(datetime(2026, 11, 30, 23, 50, tzinfo=CET))
    evening = Evening.begin(home_at(tmp_path, clock), 20)
    evening.forward()
    evening.rate(4)
    for _ in range(10):
        clock.turn(300)
        evening.tick()
    go(evening, "card")
    evening.draw_card()
    go(evening, "note", SAM)
    evening.draft("after mid")
    assert [one.night for one in evening.house.drafts.all()] == [date(2026, 11, 30)]
    evening.say("after midnight")
    evening.forward()
    evening.close()
    assert clock.now().isoformat() == "2026-12-01T00:40:00+01:00"
    journal = on_disk(evening.house)
    assert journal.months() == ["2026-11"]
    found = [*journal.nights(Session), *journal.nights(Note), *journal.nights(Rating), *journal.nights(Draw)]
    assert [one.night for one in found] == [date(2026, 11, 30)] * 4
    assert stored(evening).seconds == 3000


@pytest.mark.parametrize(
    ("begun", "night"),
    [
        (datetime(2026, 12, 1, 3, 50, tzinfo=CET), date(2026, 11, 30)),
        (datetime(2026, 12, 1, 4, 30, tzinfo=CET), date(2026, 12, 1)),
        (datetime(2027, 1, 1, 0, 40, tzinfo=CET), date(2026, 12, 31)),
    ],
)
def test_an_evening_in_the_small_hours_belongs_to_the_night_it_began(
    tmp_path: Path, begun: datetime, night: date
) -> None:
    clock = TurnedClock(begun)
    evening = Evening.begin(home_at(tmp_path, clock), 20)
    go(evening, "note", ANA)
    clock.turn(40 * 60)
    evening.say("late")
    evening.close()
    journal = on_disk(evening.house)
    assert journal.months() == [f"{night:%Y-%m}"]
    assert [one.night for one in (*journal.nights(Session), *journal.nights(Note))] == [night, night]


def test_an_evening_left_before_four_goes_on_after_four_in_its_own_night(tmp_path: Path) -> None:
    clock = TurnedClock(datetime(2026, 12, 1, 3, 30, tzinfo=CET))
    evening = Evening.begin(home_at(tmp_path, clock), 20)
    go(evening, "note", ANA)
    evening.leave()
    clock.turn(3600)
    later = again(evening)
    assert later.house.night == date(2026, 12, 1)
    later.say("at half past four")
    later.close()
    journal = on_disk(later.house)
    assert [one.night for one in (*journal.nights(Session), *journal.nights(Note))] == [date(2026, 11, 30)] * 2
    assert journal.months() == ["2026-11"]
