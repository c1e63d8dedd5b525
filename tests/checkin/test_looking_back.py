"""What a check-in looks back on: the thank-yous of the week, the wishes, the goals. It is fixed when it begins."""

from datetime import timedelta

import pytest

from ritual.checkin import CheckIn
from ritual.core.records import Appreciation, Goal, Note, Visibility, Wish
from ritual.house import House
from tests.checkin.conftest import ANA, DAY, NIGHT, SAM, WEEK, a_week, again, finish, go, next_week, on_disk, where
from tests.conftest import EVENING, TurnedClock

AGO = timedelta(days=1)


def thank(house: House, text: str, days: int, visibility: Visibility = "shared") -> None:
    """Keep a thank-you of so many days ago."""
    at = EVENING - days * AGO
    house.journal.keep(
        Appreciation(id=text, at=at, night=NIGHT - days * AGO, by=ANA, to=SAM, text=text, visibility=visibility)
    )


def wish(house: House, text: str, days: int = 7, by: str = ANA, visibility: Visibility = "shared") -> Wish:
    return house.journal.keep(Wish(id=text, at=EVENING - days * AGO, by=by, text=text, visibility=visibility))


def goal(house: House, text: str, days: int = 30, by: str = SAM, visibility: Visibility = "shared") -> Goal:
    return house.journal.keep(Goal(id=text, at=EVENING - days * AGO, by=by, text=text, visibility=visibility))


def wishes(house: House) -> dict[str, str | None]:
    """The wishes on the disk and how they were answered."""
    return {one.text: one.answered for one in on_disk(house).standing(Wish)}


def test_the_thank_yous_of_the_week_come_back(house: House) -> None:
    for text, days in (("long ago", 7), ("on monday", 6), ("today", 0)):
        thank(house, text, days)
    thank(house, "for Ana only", 2, "private")
    assert [one.text for one in CheckIn.begin(house, 30).thanks] == ["on monday", "today"]


def test_those_of_the_last_check_in_were_read_then(house: House, clock: TurnedClock) -> None:
    house.journal.keep_all(a_week(NIGHT - 3 * AGO, {}))
    for text, days in (("before it", 4), ("that evening", 3), ("since", 2)):
        thank(house, text, days)
    checkin = CheckIn.begin(house, 30)
    assert [one.text for one in checkin.thanks] == ["since"]
    go(checkin, "appreciation", SAM).say("for tonight")
    assert [(one.text, one.by, one.to, one.about) for one in checkin.thanks[1:]] == [
        ("for tonight", SAM, ANA, checkin.session.id)
    ]
    assert [one.text for one in next_week(checkin, clock).thanks] == []


def test_a_thank_you_said_here_is_not_left_on_home(checkin: CheckIn) -> None:
    go(checkin, "appreciation", ANA).say("for tonight")
    assert checkin.house.left_for_us == []


def test_the_wishes_that_nobody_answered_come_back_to_those_who_wished(house: House) -> None:
    wish(house, "a walk", 7)
    wish(house, "an hour", 14, SAM)
    house.journal.keep(Wish(id="answered", at=EVENING, by=ANA, text="x", answered="partly"))
    wish(house, "to be alone", visibility="private")
    house.journal.remove(wish(house, "removed"))
    checkin = CheckIn.begin(house, 30)
    back = [beat for beat in checkin.progress.beats if beat.kind == "look-back"]
    assert [(beat.person, beat.about) for beat in back] == [(SAM, "an hour"), (ANA, "a walk")]


def test_each_is_answered_and_an_answer_can_be_changed(house: House) -> None:
    wish(house, "a walk")
    wish(house, "an hour", by=SAM)
    checkin = go(CheckIn.begin(house, 30), "look-back", ANA)
    checkin.answer_wish("yes")
    checkin.forward()
    checkin.answer_wish("not-yet")
    assert wishes(house) == {"a walk": "yes", "an hour": "not-yet"}
    checkin.back()
    checkin.answer_wish("partly")
    assert wishes(house)["a walk"] == "partly"
    checkin.answer_wish(None)
    assert wishes(house)["a walk"] is None


def test_one_that_is_passed_comes_back_and_an_answered_one_does_not(house: House, clock: TurnedClock) -> None:
    wish(house, "a walk")
    wish(house, "an hour", 14, SAM)
    checkin = go(CheckIn.begin(house, 30), "look-back", SAM)
    checkin.answer_wish("let-go")
    checkin.forward()
    checkin.answer_wish(None)
    assert next_week(checkin, clock).session.wishes == ["a walk"]


def test_answering_the_same_again_writes_nothing(house: House) -> None:
    wish(house, "a walk")
    goal(house, "the cello")
    checkin = CheckIn.begin(house, 30)
    for _ in range(2):
        go(checkin, "look-back", ANA).answer_wish("yes")
        go(checkin, "goal-back", SAM).answer_goal("reached")
        checkin.back()
    counts = [sum(one.versions.values()) for one in (*on_disk(house).standing(Wish), *on_disk(house).standing(Goal))]
    assert counts == [2, 2]


def test_what_is_looked_back_on_is_fixed_at_the_beginning(house: House) -> None:
    wish(house, "a walk")
    checkin = go(CheckIn.begin(house, 30), "right", ANA)
    wish(house, "made elsewhere", 0)
    goal(house, "named elsewhere", 60)
    go(checkin, "wish", ANA).say("made here")
    later = again(checkin)
    assert (later.session.wishes, later.session.goals) == (["a walk"], [])
    assert later.progress.beats == checkin.progress.beats
    assert wishes(house) == {"a walk": None, "made elsewhere": None, "made here": None}


def test_a_wish_that_was_removed_meanwhile_is_passed(house: House) -> None:
    gone = wish(house, "a walk", 14)
    wish(house, "an hour", 7, SAM)
    checkin = go(CheckIn.begin(house, 30), "look-back", ANA)
    checkin.house.journal.remove(gone)
    checkin.answer_wish("yes")
    assert wishes(house) == {"an hour": None}
    checkin.forward()
    assert where(checkin) == ("look-back", SAM)
    checkin.back()
    assert where(checkin) == ("appreciation", SAM)


def test_what_went_right_is_kept_with_whose_it_is(checkin: CheckIn) -> None:
    go(checkin, "right", ANA).say("the long breakfast")
    go(checkin, "right", SAM).say("")
    (note,) = on_disk(checkin.house).nights(Note)
    assert (note.text, note.by, note.about, note.night, note.visibility) == (
        "the long breakfast",
        ANA,
        checkin.session.id,
        NIGHT,
        "shared",
    )


@pytest.mark.parametrize(("days", "asked"), [(20, []), (21, ["the cello"])])
def test_a_goal_is_asked_after_in_the_fourth_week(house: House, days: int, asked: list[str]) -> None:
    goal(house, "the cello", days)
    goal(house, "the diary", 60, visibility="private")
    checkin = CheckIn.begin(house, 30)
    assert checkin.session.goals == asked
    assert [beat.person for beat in checkin.progress.beats if beat.kind == "goal-back"] == [SAM] * len(asked)


def test_a_goal_that_is_on_its_way_is_asked_after_again_weeks_later(house: House, clock: TurnedClock) -> None:
    goal(house, "the cello")
    checkin = go(CheckIn.begin(house, 30), "goal-back", SAM)
    checkin.answer_goal("on")
    second = next_week(checkin, clock)
    assert second.session.goals == []
    clock.turn(2 * WEEK)
    assert CheckIn.begin(House(house.folders, clock), 30).session.goals == ["the cello"]


def test_a_goal_that_is_reached_is_kept_and_never_asked_after_again(house: House, clock: TurnedClock) -> None:
    goal(house, "the cello")
    checkin = go(CheckIn.begin(house, 30), "goal-back", SAM)
    checkin.answer_goal("reached")
    (kept,) = on_disk(house).standing(Goal)
    assert (kept.reached, kept.asked) == (NIGHT, NIGHT)
    checkin.answer_goal("on")
    assert [one.reached for one in on_disk(house).standing(Goal)] == [None]
    checkin.answer_goal("reached")
    finish(checkin)
    clock.turn(60 * DAY)
    assert CheckIn.begin(House(house.folders, clock), 30).session.goals == []


def test_a_goal_that_is_let_go_can_be_brought_back(house: House) -> None:
    known = goal(house, "the cello")
    checkin = go(CheckIn.begin(house, 30), "goal-back", SAM)
    checkin.answer_goal("let-go")
    checkin.answer_goal("reached")
    assert on_disk(house).standing(Goal) == []
    checkin.forward()
    checkin.back()
    assert where(checkin) == ("appreciation", SAM)
    house.journal.restore(known)
    assert [one.text for one in on_disk(house).standing(Goal)] == ["the cello"]
