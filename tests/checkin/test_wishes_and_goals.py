"""One wish each for the coming week, and now and then a goal; also when they are kept from a draft on Home."""

import pytest

from ritual.checkin import CheckIn
from ritual.core.records import Goal, Note, Record, Visibility, Wish
from ritual.core.session import BeatKind
from ritual.house import House
from ritual.journal import Draft
from tests.checkin.conftest import (
    ANA,
    DAY,
    NIGHT,
    SAM,
    again,
    answer,
    back_to,
    both_answer,
    covers,
    finish,
    go,
    next_week,
    on_disk,
    where,
)
from tests.conftest import EVENING, TurnedClock


def left(checkin: CheckIn) -> tuple[House, Draft]:
    """What waits on Home after a new start."""
    house = House(checkin.house.folders, checkin.house.clock)
    (draft,) = house.drafts.all()
    return house, draft


def kept(record: Record | None) -> tuple[object, ...]:
    assert record is not None
    return record.by, record.about, record.night, record.visibility, getattr(record, "text", "")


def test_each_wishes_once(checkin: CheckIn) -> None:
    go(checkin, "wish", ANA).say("a walk")
    go(checkin, "wish", SAM).say("an hour")
    back_to(checkin, "wish", ANA).say("a long walk")
    found = {one.by: one for one in on_disk(checkin.house).standing(Wish)}
    assert {by: (one.text, one.answered, one.about) for by, one in found.items()} == {
        ANA: ("a long walk", None, checkin.session.id),
        SAM: ("an hour", None, checkin.session.id),
    }
    assert [one["text"] for one in found[ANA].former] == ["a walk"]


def test_nothing_wished_is_fine_and_takes_back_what_was_wished(checkin: CheckIn) -> None:
    go(checkin, "wish", ANA).say("a walk")
    checkin.say("  ")
    assert on_disk(checkin.house).standing(Wish) == []


def test_the_next_check_in_opens_with_them(checkin: CheckIn, clock: TurnedClock) -> None:
    go(checkin, "wish", ANA).say("a walk")
    clock.turn(60)
    go(checkin, "wish", SAM).say("an hour")
    later = next_week(checkin, clock)
    back = [later.wish(one) for one in later.session.wishes]
    assert [(one.text, one.by) for one in back if one] == [("a walk", ANA), ("an hour", SAM)]


def test_who_has_no_goal_is_asked_in_every_fourth_check_in(checkin: CheckIn, clock: TurnedClock) -> None:
    asked = [checkin.session.asked]
    go(checkin, "goal", SAM).say("the cello")
    for _ in range(4):
        checkin = next_week(checkin, clock)
        asked.append(checkin.session.asked)
    assert asked == [[ANA, SAM], [], [], [], [ANA]]
    (known,) = on_disk(checkin.house).standing(Goal)
    assert (known.text, known.by, known.reached) == ("the cello", SAM, None)


def test_who_has_reached_theirs_may_name_another(house: House) -> None:
    house.journal.keep(Goal(id="goal", at=EVENING, by=SAM, text="the cello", reached=NIGHT))
    assert CheckIn.begin(house, 30).session.asked == [ANA, SAM]


@pytest.mark.parametrize(("kind", "record"), [("wish", Wish), ("goal", Goal)])
def test_an_unfinished_one_kept_from_home_is_the_same(
    checkin: CheckIn, clock: TurnedClock, kind: BeatKind, record: type[Wish] | type[Goal]
) -> None:
    go(checkin, kind, SAM).draft("an hour, just")
    house, draft = left(checkin)
    assert (draft.kind, draft.by, draft.visibility) == (kind, SAM, "shared")
    clock.turn(2 * DAY)
    house.keep_draft(draft, "an hour, just us")
    (known,) = on_disk(house).standing(record)
    assert kept(known) == (SAM, checkin.session.id, None, "shared", "an hour, just us")
    later = again(checkin)
    assert (later.beat, later.words_so_far()) == (checkin.beat, "an hour, just us")
    later.say("an hour, just us two")
    assert [one.text for one in on_disk(house).standing(record)] == ["an hour, just us two"]


def test_a_wish_kept_from_home_changes_no_answer_of_it(checkin: CheckIn, clock: TurnedClock) -> None:
    go(checkin, "wish", ANA).say("a walk")
    checkin.draft("a long walk")
    later = next_week(checkin, clock)
    go(later, "look-back", ANA).answer_wish("yes")
    house, draft = left(later)
    house.keep_draft(draft, draft.text)
    assert [(one.text, one.answered) for one in on_disk(house).standing(Wish)] == [("a long walk", "yes")]


def test_a_sentence_kept_from_home_stays_sealed_and_is_opened_with_the_others(
    checkin: CheckIn, clock: TurnedClock
) -> None:
    answer(checkin, ANA, {"close": 3}, ["lonely"])
    clock.turn(10 * DAY)
    later = again(checkin)
    later.draft("I feel lonely, th")
    house, draft = left(later)
    assert (draft.kind, draft.by, draft.visibility) == ("note", ANA, "sealed")
    house.keep_draft(draft, "I feel lonely, that is all")
    (note,) = on_disk(house).nights(Note)
    assert kept(note) == (ANA, checkin.session.id, NIGHT, "sealed", "I feel lonely, that is all")
    later = again(checkin)
    assert (later.is_covered(), later.said[0].sentence) == (True, note)
    go(later, "together").open_answers()
    assert set(covers(house).values()) == {"shared"}


@pytest.mark.parametrize("visibility", ["sealed", "private"])
def test_a_new_wording_kept_from_home_opens_nothing(checkin: CheckIn, visibility: Visibility) -> None:
    answer(checkin, ANA, feelings=["lonely"])
    checkin.say("lonely", private=visibility == "private")
    checkin.draft("lonely, and more")
    house, draft = left(checkin)
    house.keep_draft(draft, draft.text)
    assert covers(house)["Ana lonely, and more"] == visibility


@pytest.mark.parametrize("kind", ["appreciation", "right", "wish", "goal"])
def test_words_being_written_are_covered_from_the_other_one(checkin: CheckIn, kind: BeatKind) -> None:
    go(checkin, kind, ANA).draft("half a")
    assert not checkin.is_covered()
    go(checkin, kind, SAM)
    assert not checkin.is_covered()
    back_to(checkin, kind, ANA)
    assert checkin.is_covered()
    later = again(checkin)
    assert (where(later), later.is_covered()) == ((kind, ANA), True)
    later.uncover()
    assert later.words_so_far() == "half a"


def test_after_the_end_nothing_waits_on_home(checkin: CheckIn) -> None:
    both_answer(checkin).open_answers()
    go(checkin, "wish", ANA).draft("a w")
    checkin.say("a walk")
    finish(checkin)
    assert House(checkin.house.folders, checkin.house.clock).drafts.all() == []
