"""One gentle suggestion at the end: only from what both opened, at most one a week, and never again if they say so."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from ritual.checkin import CheckIn
from ritual.core import insight
from ritual.core.checkin import SCALES
from ritual.core.records import Suggestion, Visibility
from ritual.house import House
from tests.checkin.conftest import (
    ANA,
    DAY,
    SAM,
    WEEK,
    a_week,
    again,
    answer,
    finish,
    go,
    on_disk,
    weeks_before,
)
from tests.conftest import TurnedClock

LOW = {"heard": (2, 7)}
"""What one of them feels little of."""


def low_weeks(house: House, count: int, values: dict[str, tuple[int, int]] | None = None) -> None:
    """Check-ins of the last weeks with these answers, opened by both."""
    for night in weeks_before(count):
        house.journal.keep_all(a_week(night, LOW if values is None else values))


def at_the_end(house: House, ana: int = 2, sam: int = 7, scales: Sequence[str] = ("heard",)) -> CheckIn:
    """Tonight's check-in at its closing sentence; these scales are answered and opened."""
    checkin = CheckIn.begin(house, 30)
    for one in checkin.people:
        answer(checkin, one.id, dict.fromkeys(scales, ana if one.id == ANA else sam))
    go(checkin, "together").open_answers()
    return go(checkin, "closing")


def remembered(house: House) -> dict[str, tuple[bool, bool]]:
    """Of each suggestion on the disk, whether it was made and whether they do not want it."""
    return {one.what: (one.shown is not None, one.dismissed) for one in on_disk(house).standing(Suggestion)}


def test_the_third_low_week_brings_one(house: House) -> None:
    low_weeks(house, 1)
    assert at_the_end(house).suggestion() is None
    assert remembered(house) == {}


def test_tonights_answers_count(house: House) -> None:
    low_weeks(house, 2)
    assert at_the_end(house).suggestion() == "heard"
    assert remembered(house) == {"heard": (True, False)}


def test_a_better_week_brings_none(house: House) -> None:
    low_weeks(house, 2)
    assert at_the_end(house, 6, 7).suggestion() is None


def test_it_counts_as_made_only_when_it_is(house: House) -> None:
    """Whoever leaves before the end has seen nothing."""
    low_weeks(house, 2)
    checkin = CheckIn.begin(house, 30)
    for one in checkin.people:
        answer(checkin, one.id, {"heard": 2})
    go(checkin, "together").open_answers()
    go(checkin, "wish", SAM).leave()
    assert remembered(house) == {}
    assert go(again(checkin), "closing").suggestion() == "heard"


def test_it_comes_again_the_same_evening_and_no_other_besides(house: House) -> None:
    low_weeks(house, 2, {**LOW, "deep": (2, 2)})
    checkin = at_the_end(house, scales=("heard", "deep"))
    first = checkin.suggestion()
    assert checkin.suggestion() == first
    assert again(checkin).suggestion() == first
    assert remembered(house).keys() == {first}


@pytest.mark.parametrize(("days", "comes"), [(1, False), (6, False), (7, True)])
def test_at_most_one_a_week(house: House, clock: TurnedClock, days: int, comes: bool) -> None:
    low_weeks(house, 2)
    checkin = at_the_end(house)
    assert checkin.suggestion() == "heard"
    finish(checkin)
    clock.turn(days * DAY)
    assert at_the_end(House(house.folders, clock)).suggestion() == ("heard" if comes else None)


def test_one_they_do_not_want_comes_never_again(house: House, clock: TurnedClock) -> None:
    low_weeks(house, 2)
    checkin = at_the_end(house)
    assert checkin.suggestion() == "heard"
    checkin.dismiss("heard")
    assert checkin.suggestion() is None
    for _ in range(3):
        finish(checkin)
        clock.turn(WEEK)
        checkin = at_the_end(House(house.folders, clock))
        assert checkin.suggestion() is None
    assert remembered(house) == {"heard": (True, True)}


def test_many_lows_for_six_weeks_suggest_to_look_for_help_once_a_week(house: House, clock: TurnedClock) -> None:
    low_weeks(house, 5, dict.fromkeys(SCALES[:4], (1, 9)))
    checkin = at_the_end(house, scales=SCALES[:4])
    assert checkin.suggestion() == insight.HELP
    checkin.dismiss(insight.HELP)
    finish(checkin)
    clock.turn(WEEK)
    assert at_the_end(House(house.folders, clock), scales=SCALES[:4]).suggestion() == SCALES[0]


@pytest.mark.parametrize("visibility", ["sealed", "private"])
@pytest.mark.parametrize("covered", [(0,), (1,), (0, 1)])
def test_what_is_not_open_suggests_nothing(house: House, visibility: Visibility, covered: tuple[int, ...]) -> None:
    for night in weeks_before(6):
        kept, *ratings = a_week(night, dict.fromkeys(SCALES, (1, 1)))
        hidden = a_week(night, dict.fromkeys(SCALES, (1, 1)), visibility)[1:]
        house.journal.keep_all([kept, *(hidden[at] if at % 2 in covered else one for at, one in enumerate(ratings))])
    checkin = at_the_end(house, 1, 1, SCALES)
    assert checkin.weeks[-2].values == {}
    assert checkin.suggestion() is None
    assert remembered(house) == {}


def test_what_is_kept_private_tonight_suggests_nothing(house: House) -> None:
    low_weeks(house, 2)
    checkin = CheckIn.begin(house, 30)
    for person in checkin.people:
        go(checkin, "rating", person.id, "heard").rate(1)
    go(checkin, "together")
    assert checkin.suggestion() is None
    checkin.keep_private([one.ratings["heard"] for one in checkin.said if one.person == ANA])
    checkin.open_answers()
    assert go(checkin, "closing").suggestion() is None


def test_months_that_are_long_gone_say_nothing(house: House) -> None:
    for night in weeks_before(4):
        house.journal.keep_all(a_week(night - timedelta(weeks=20), LOW))
    assert at_the_end(house).suggestion() is None
