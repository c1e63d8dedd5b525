"""One topic: chosen or not, talked through in turns, settled, talked about again, or lived with."""

from datetime import date, timedelta
from typing import Literal

import pytest

from ritual.checkin import CheckIn
from ritual.core.records import Topic, Visibility
from ritual.house import House
from tests.checkin.conftest import ANA, NIGHT, SAM, again, back_to, finish, go, next_week, on_disk, stored, where
from tests.conftest import EVENING, TurnedClock


def park(house: House, text: str, on: int | None = None, days: int = 1, visibility: Visibility = "shared") -> Topic:
    """Park a topic so many days ago, to come back on a day from tonight."""
    day = NIGHT + timedelta(days=on) if on is not None else None
    at = EVENING - timedelta(days=days)
    return house.journal.keep(Topic(id=text, at=at, by=ANA, text=text, on=day, visibility=visibility))


def talked(house: House, topic: str) -> tuple[str | None, date | None]:
    """What came of a topic, and when they go on with it."""
    found = on_disk(house).get(Topic, topic)
    assert found is not None
    return found.outcome, found.on


@pytest.fixture
def choosing(house: House) -> CheckIn:
    """At the choice of a topic, of two that are parked."""
    park(house, "the holidays", days=3)
    park(house, "the bathroom")
    return go(CheckIn.begin(house, 30), "topic")


def test_what_is_due_comes_first_and_what_is_over_not_at_all(house: House) -> None:
    park(house, "later", on=9)
    park(house, "the bathroom", days=2)
    park(house, "the holidays", on=-1)
    park(house, "only Ana's", visibility="private")
    house.journal.keep(Topic(id="settled", at=EVENING, text="settled", outcome="settled"))
    house.journal.keep(Topic(id="lived", at=EVENING, text="lived", outcome="living-with"))
    house.journal.keep(Topic(id="again", at=EVENING, text="again", outcome="talking"))
    house.journal.remove(park(house, "gone"))
    checkin = CheckIn.begin(house, 30)
    assert [one.text for one in checkin.topics] == ["the holidays", "the bathroom", "again", "later"]


def test_a_chosen_one_is_talked_through_in_turns(choosing: CheckIn) -> None:
    choosing.choose_topic(choosing.topics[1])
    assert stored(choosing).topic == "the bathroom"
    reached = []
    for _ in range(4):
        choosing.forward()
        reached.append(where(choosing))
    assert reached == [("topic-turn", ANA), ("topic-turn", SAM), ("outcome", None), ("wish", ANA)]


def test_none_leads_past_the_turns(choosing: CheckIn) -> None:
    choosing.choose_topic(choosing.topics[0])
    choosing.choose_topic(None)
    assert stored(choosing).topic is None
    choosing.forward()
    assert where(choosing) == ("wish", ANA)
    choosing.settle_topic("settled")
    assert talked(choosing.house, "the holidays") == (None, None)


def test_one_that_was_removed_meanwhile_is_passed_and_stays_removed(choosing: CheckIn) -> None:
    chosen = choosing.topics[0]
    choosing.choose_topic(chosen)
    go(choosing, "topic-turn", ANA)
    on_disk(choosing.house).remove(chosen)
    assert choosing.topic is None
    choosing.settle_topic("settled")
    choosing.forward()
    assert where(choosing) == ("wish", ANA)
    assert [one.text for one in on_disk(choosing.house).standing(Topic)] == ["the bathroom"]


@pytest.mark.parametrize("outcome", ["settled", "living-with"])
def test_what_is_settled_or_lived_with_comes_back_no_more(
    choosing: CheckIn, clock: TurnedClock, outcome: Literal["settled", "living-with"]
) -> None:
    choosing.choose_topic(choosing.topics[0])
    go(choosing, "outcome").settle_topic(outcome)
    assert talked(choosing.house, "the holidays") == (outcome, None)
    assert [one.text for one in next_week(choosing, clock).topics] == ["the bathroom"]


@pytest.mark.parametrize("days", [None, 3, 20])
def test_what_they_keep_talking_about_comes_back_on_its_day(
    choosing: CheckIn, clock: TurnedClock, days: int | None
) -> None:
    day = NIGHT + timedelta(days=days) if days else None
    choosing.choose_topic(choosing.topics[0])
    go(choosing, "outcome").settle_topic("talking", day)
    assert talked(choosing.house, "the holidays") == ("talking", day)
    later = [one.text for one in next_week(choosing, clock).topics]
    assert later == (["the bathroom", "the holidays"] if days == 20 else ["the holidays", "the bathroom"])


def test_an_outcome_can_be_changed_and_saying_it_again_writes_nothing(choosing: CheckIn) -> None:
    choosing.choose_topic(choosing.topics[0])
    go(choosing, "outcome")
    for _ in range(2):
        choosing.settle_topic("settled")
    choosing.settle_topic("talking", NIGHT + timedelta(days=7))
    assert talked(choosing.house, "the holidays") == ("talking", NIGHT + timedelta(days=7))
    known = on_disk(choosing.house).get(Topic, "the holidays")
    assert known is not None
    assert sum(known.versions.values()) == 3


def test_going_back_finds_the_chosen_one_among_the_others_though_it_is_settled(choosing: CheckIn) -> None:
    choosing.choose_topic(choosing.topics[0])
    go(choosing, "outcome").settle_topic("settled")
    back_to(choosing, "topic")
    assert [one.text for one in choosing.topics] == ["the holidays", "the bathroom"]
    assert [one.text for one in again(choosing).topics] == ["the holidays", "the bathroom"]


def test_one_that_they_bring_now_is_parked_first(choosing: CheckIn) -> None:
    new = park(choosing.house, "tonight's", days=0)
    choosing.choose_topic(new)
    choosing.forward()
    assert (where(choosing), choosing.topic) == (("topic-turn", ANA), new)


def test_the_kept_check_in_says_what_they_talked_about(choosing: CheckIn) -> None:
    choosing.choose_topic(choosing.topics[0])
    finish(choosing)
    kept = stored(choosing)
    assert (kept.state, kept.topic) == ("kept", "the holidays")
