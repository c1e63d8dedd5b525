"""The Journal on several devices, in other time zones, and after nightfall was changed."""

import shutil
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from msgspec.structs import replace

from ritual.core.records import Checkin, Draw, Leg, Note, Rating, Session, Wish
from ritual.folders import Folders
from ritual.house import House
from tests.conftest import EVENING, TurnedClock
from tests.house.conftest import again
from tests.house.pages import ANA, SAM, opened, reply, shown, text_of, thank, told


def test_two_devices_make_one_journal(tmp_path: Path, clock: TurnedClock) -> None:
    houses = [House(Folders.find(tmp_path / name), clock) for name in ("laptop", "desk")]
    for house in houses:
        house.settle(("Ana", "Sam"))
    first, second = houses
    tea = thank(first, "for the tea", days_ago=90)
    shutil.copytree(first.journal.folder, second.journal.folder, dirs_exist_ok=True)
    reply(second, tea, "with pleasure", days_ago=10)
    again(second).journal.keep(replace(tea, text="for the green tea"))
    shutil.copytree(second.journal.folder, first.journal.folder, dirs_exist_ok=True)
    for house in houses:
        assert told(opened(again(house))) == ["for the green tea / with pleasure"]


def test_evenings_in_berlin_and_tokyo_stay_on_their_own_evenings(empty_house: House, clock: TurnedClock) -> None:
    empty_house.settle(("Ana", "Sam"))
    berlin, tokyo = timezone(timedelta(hours=1)), timezone(timedelta(hours=9))
    for at, night in (
        (datetime(2026, 11, 20, 23, 30, tzinfo=berlin), date(2026, 11, 20)),
        (datetime(2026, 11, 21, 0, 40, tzinfo=berlin), date(2026, 11, 20)),
        (datetime(2026, 11, 22, 0, 40, tzinfo=tokyo), date(2026, 11, 21)),
        (datetime(2026, 11, 22, 21, 30, tzinfo=tokyo), date(2026, 11, 22)),
    ):
        clock.time = at
        house = again(empty_house)
        assert house.night == night
        house.journal.keep(
            Note(id=house.journal.new_id(), at=at, night=house.night, by=ANA, text=f"{night:%d} {at:%H}")
        )
        house.journal.keep(Wish(id=house.journal.new_id(), at=at, by=SAM, text=f"{night:%d} wish"))
    for zone in (tokyo, berlin):
        clock.time = clock.time.astimezone(zone)
        book = opened(again(empty_house))
        assert [(f"{one.night:%d}", text_of(one.record)) for one in shown(book)] == [
            ("22", "22 21"),
            ("22", "22 wish"),
            ("21", "21 00"),
            ("21", "21 wish"),
            ("20", "20 00"),
            ("20", "20 wish"),
            ("20", "20 23"),
            ("20", "20 wish"),
        ]


def test_another_nightfall_moves_nothing_that_was_kept(house: House) -> None:
    at = EVENING + timedelta(hours=4)
    night = house.night_of(at)
    assert night == EVENING.date()
    checkin = Checkin(id="c", at=at, night=night, state="kept")
    session = Session(id="s", at=at, night=night, legs=[Leg(step="talk", planned=1)], state="kept")
    for record in (checkin, session, Draw(id="d", at=at, night=night, card="x")):
        house.journal.keep(record)
    house.journal.keep(Rating(id="r", at=at, night=night, by=ANA, about="s", scale="closeness-after", value=4))
    house.journal.keep(Wish(id="w", at=at, by=ANA, about="c", text="a walk"))
    before = [(one.record.id, one.night) for one in opened(house).entries]
    house.change(night_begins="00:30")
    later = again(house)
    assert later.night_of(at) != night
    assert [(one.record.id, one.night) for one in opened(later).entries] == before
    assert {night for _, night in before} == {night}
