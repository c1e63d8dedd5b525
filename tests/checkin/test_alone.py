"""A check-in alone: nothing is sealed, nothing is opened, and it ends with a reflection of one's own."""

import pytest

from ritual import weeks
from ritual.checkin import CheckIn
from ritual.core.checkin import SCALES
from ritual.core.records import Appreciation, Checkin, Note, Wish
from ritual.house import House
from tests.checkin.conftest import ANA, again, answer, back_to, finish, go, next_week, on_disk, stored, where
from tests.conftest import TurnedClock
from tests.evening.conftest import SAM

WORDS = "a long week, and I was kind to myself"


@pytest.fixture
def alone(empty_house: House) -> CheckIn:
    """Half an hour for Ana, who lives here alone."""
    empty_house.settle(("Ana",))
    return CheckIn.begin(empty_house, 30)


def test_it_has_no_steps_for_two(alone: CheckIn) -> None:
    assert [beat.kind for beat in alone.progress.beats] == [
        "welcome",
        "thanks",
        "appreciation",
        "right",
        *("rating" for _ in SCALES),
        "feelings",
        "needs",
        "sentence",
        "reflection",
        "wish",
        "goal",
        "closing",
    ]
    assert {beat.person for beat in alone.progress.beats} == {None, ANA}
    assert sum(leg.planned for leg in alone.progress.legs) == 1800


def test_nothing_is_sealed_and_all_is_kept(alone: CheckIn, clock: TurnedClock) -> None:
    go(alone, "appreciation", ANA).say("for the sun")
    answer(alone, ANA, {"close": 3}, ["calm"], ["rest"], "calm at last")
    go(alone, "reflection", ANA).draft(WORDS[:6])
    assert [(one.kind, one.visibility) for one in alone.house.drafts.all()] == [("note", "shared")]
    alone.say(WORDS)
    go(alone, "wish", ANA).say("a walk on my own")
    assert not alone.is_sealed
    assert {one.visibility for one in alone._answers} == {"shared"}
    later = next_week(alone, clock)
    journal = on_disk(later.house)
    assert [one.text for one in journal.nights(Note)] == ["calm at last", WORDS]
    assert [(one.by, one.to) for one in journal.nights(Appreciation)] == [(ANA, None)]
    assert [beat.person for beat in later.progress.beats if beat.kind == "look-back"] == [ANA]
    assert [(one.starter, one.state) for one in journal.nights(Checkin)] == [(ANA, "kept")]
    assert [one.values for one in weeks.of(later.house)] == [{"close": (3,)}]
    assert [one.text for one in journal.standing(Wish)] == ["a walk on my own"]


def test_what_one_keeps_private_is_private_here_too(alone: CheckIn) -> None:
    go(alone, "rating", ANA, "close").rate(3, private=True)
    go(alone, "feelings", ANA).choose(["calm"], need=False, private=True)
    assert {one.visibility for one in alone._answers} == {"private"}
    finish(alone)
    assert [one.values for one in weeks.of(alone.house)] == [{}]


def test_on_ones_own_everything_is_covered_only_after_a_new_start(alone: CheckIn) -> None:
    answer(alone, ANA, {"close": 3}, ["calm"])
    back_to(alone, "feelings", ANA)
    assert not alone.is_covered()
    assert again(alone).is_covered()


def test_it_goes_on_alone_though_somebody_came_to_live_here(alone: CheckIn) -> None:
    go(alone, "reflection", ANA)
    alone.house.settle(("Sam", "Ana"))
    later = again(alone)
    assert [one.id for one in later.people] == [ANA]
    assert (later.beat, later.progress.beats) == (alone.beat, alone.progress.beats)
    later.say(WORDS)
    assert {one.visibility for one in on_disk(later.house).nights(Note)} == {"shared"}
    finish(later)
    following = CheckIn.begin(later.house, 30)
    assert (following.session.starter, [one.id for one in following.people]) == (SAM, [SAM, ANA])


def test_what_one_answered_alone_is_no_week_of_two(alone: CheckIn, clock: TurnedClock) -> None:
    """Where both take part, a scale counts only where both have opened it."""
    answer(alone, ANA, {"close": 3})
    finish(alone)
    alone.house.settle(("Ana", "Sam"))
    clock.turn(7 * 24 * 3600)
    both = CheckIn.begin(alone.house, 30)
    answer(both, SAM, {"close": 9})
    answer(both, ANA, {"close": 3, "heard": 2})
    go(both, "together").open_answers()
    finish(both)
    assert [one.values.keys() for one in weeks.of(both.house)] == [{"close"}, {"close"}]
    assert (where(both), stored(both).starter) == (("closing", None), SAM)
