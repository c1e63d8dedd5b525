"""Whose turn it is, and which night it is."""

from datetime import date, datetime

from ritual.core.records import Leg, Session
from ritual.house import House
from tests.conftest import CET, TurnedClock
from tests.house.conftest import again, starter


def evening(house: House, night: date, *, state: str = "kept", quiet: bool = False) -> None:
    """Put an evening of `night` into the journal, started by whose turn it is."""
    starter = house.starter
    at = datetime(night.year, night.month, night.day, 21, tzinfo=CET)
    house.journal.keep(
        Session(
            id=house.journal.new_id(),
            at=at,
            night=night,
            starter=starter.id if starter and not quiet else None,
            legs=[Leg(step="quiet", planned=600)],
            state="kept" if state == "kept" else "open",
        )
    )


def test_the_one_named_first_starts_first_and_then_they_take_turns(house: House) -> None:
    seen = []
    for day in range(1, 6):
        seen.append(starter(house))
        evening(house, date(2026, 11, day))
    assert seen == ["Ana", "Sam", "Ana", "Sam", "Ana"]


def test_an_evening_that_was_not_kept_changes_nobodys_turn(house: House) -> None:
    evening(house, date(2026, 11, 1))
    evening(house, date(2026, 11, 2), state="open")
    assert starter(house) == "Sam"


def test_quiet_time_changes_nobodys_turn(house: House) -> None:
    evening(house, date(2026, 11, 1))
    evening(house, date(2026, 11, 2), quiet=True)
    assert starter(house) == "Sam"


def test_the_turn_is_remembered_over_a_long_break(house: House) -> None:
    evening(house, date(2026, 2, 1))
    assert starter(house) == "Sam"


def test_the_turn_is_remembered_over_months_of_quiet_time_alone(house: House) -> None:
    evening(house, date(2026, 8, 1))
    evening(house, date(2026, 11, 2), quiet=True)
    assert starter(house) == "Sam"


def test_renaming_changes_nobodys_turn(house: House) -> None:
    evening(house, date(2026, 11, 1))
    house.settle(("Anna", "Sam"))
    assert starter(house) == "Sam"


def test_the_night_is_the_evening_before_until_four(house: House, clock: TurnedClock) -> None:
    assert house.night == date(2026, 11, 22)
    clock.turn(6.4 * 3600)
    assert house.night == date(2026, 11, 22)
    clock.turn(0.2 * 3600)
    assert house.night == date(2026, 11, 23)


def test_the_night_begins_when_the_settings_say(house: House, clock: TurnedClock) -> None:
    house.change(night_begins="06:00:00")
    clock.time = datetime(2026, 11, 23, 5, 59, tzinfo=CET)
    assert again(house).night == date(2026, 11, 22)
