"""An evening alone, and quiet time."""

import pytest

from ritual.core.people import person_id
from ritual.core.records import Appreciation, Note
from ritual.evening import Evening
from ritual.house import House
from tests.conftest import TurnedClock
from tests.evening.conftest import ANA, again, go, on_disk, stored


def test_one_alone_writes_instead_of_speaking(empty_house: House, clock: TurnedClock) -> None:
    empty_house.settle(("Ana",))
    evening = Evening.begin(empty_house, 20)
    assert [beat.kind for beat in evening.progress.beats] == [
        "breathe",
        "closeness",
        "write",
        "card",
        "answer",
        "appreciation",
        "closeness",
        "note",
        "closing",
    ]
    assert {beat.person for beat in evening.progress.beats} == {None, ANA}
    assert evening.other(ANA) is None
    go(evening, "write", ANA)
    clock.turn(200)
    evening.say("as if to a friend")
    go(evening, "appreciation", ANA)
    evening.say("for the sun")
    go(evening, "note", ANA)
    evening.say("a line")
    evening.forward()
    evening.close()
    journal = on_disk(empty_house)
    assert [one.text for one in journal.nights(Note)] == ["as if to a friend", "a line"]
    assert [(one.by, one.to) for one in journal.nights(Appreciation)] == [(ANA, None)]
    assert [(leg.by, leg.seconds) for leg in stored(evening).legs if leg.step == "talk"] == [(ANA, 200)]
    assert (stored(evening).planned, stored(evening).starter) == (1200, ANA)


@pytest.mark.parametrize("names", [("Ana", "Sam"), ("Sam", "Ana")])
@pytest.mark.parametrize("minutes", [5, 20])
def test_an_evening_alone_goes_on_alone_though_somebody_came_to_live_here(
    empty_house: House, minutes: int, names: tuple[str, str]
) -> None:
    empty_house.settle(("Ana",))
    evening = Evening.begin(empty_house, minutes)
    go(evening, "appreciation", ANA)
    evening.leave()
    empty_house.settle(names)
    later = again(evening)
    assert [one.name for one in later.house.people] == list(names)
    assert [one.id for one in later.people] == [ANA]
    assert (later.beat, later.progress.beats) == (evening.beat, evening.progress.beats)
    assert later.other(ANA) is None
    later.say("for the sun")
    assert [(one.by, one.to) for one in on_disk(empty_house).nights(Appreciation)] == [(ANA, None)]
    later.add_card()
    assert {beat.person for beat in later.progress.beats} == {None, ANA}
    assert (later.beat.kind, stored(later).planned) == ("appreciation", minutes * 60)
    assert [one.id for one in Evening.begin(later.house, 20).people] == [person_id(name) for name in names]


def test_quiet_time_has_no_words_and_nobody_starts(house: House, clock: TurnedClock) -> None:
    evening = Evening.begin(house, 10, quiet=True)
    assert evening.is_quiet
    assert [beat.kind for beat in evening.progress.beats] == ["quiet", "parting"]
    for _ in range(10):
        clock.turn(60)
        evening.tick()
    evening.forward()
    evening.close()
    kept = stored(evening)
    assert (kept.state, kept.starter, kept.planned, kept.seconds) == ("kept", None, 600, 600)
    assert house.starter is not None
    assert house.starter.id == ANA


def test_quiet_time_is_resumed_as_quiet_time(house: House) -> None:
    evening = Evening.begin(house, 10, quiet=True)
    evening.forward()
    evening.leave()
    later = again(evening)
    assert (later.is_quiet, later.beat.kind) == (True, "parting")
