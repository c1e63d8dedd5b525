"""The steps of a check-in: their order, who begins, how long they are, and every way through them."""

from datetime import timedelta

import pytest

from ritual.checkin import CheckIn
from ritual.core.checkin import SCALES
from ritual.core.errors import RitualError
from ritual.core.records import Goal, Topic, Wish
from ritual.house import House
from ritual.journal import Journal
from tests.checkin.conftest import (
    ANA,
    NIGHT,
    SAM,
    again,
    answer,
    both_answer,
    finish,
    go,
    next_week,
    on_disk,
    stored,
    where,
)
from tests.conftest import EVENING, TurnedClock


@pytest.fixture
def full(house: House) -> CheckIn:
    """A check-in in which every step holds something."""
    keep, before = house.journal.keep, EVENING - timedelta(weeks=4)
    keep(Wish(id="wish", at=before, by=SAM, text="a walk"))
    keep(Goal(id="goal", at=before, by=SAM, text="the cello"))
    keep(Topic(id="topic", at=before, by=ANA, text="the holidays"))
    return CheckIn.begin(house, 30)


def unseen(person: str) -> list[tuple[str, str | None]]:
    beats = ["hand-over", *("rating" for _ in SCALES), "feelings", "needs", "sentence"]
    return [(kind, person) for kind in beats]


def test_from_the_welcome_to_the_closing_sentence(full: CheckIn) -> None:
    assert [(beat.kind, beat.person) for beat in full.progress.beats] == [
        ("welcome", None),
        ("thanks", None),
        ("appreciation", ANA),
        ("appreciation", SAM),
        ("look-back", SAM),
        ("goal-back", SAM),
        ("right", ANA),
        ("right", SAM),
        *unseen(ANA),
        *unseen(SAM),
        ("together", None),
        ("apart", None),
        ("topic", None),
        ("topic-turn", ANA),
        ("topic-turn", SAM),
        ("outcome", None),
        ("wish", ANA),
        ("wish", SAM),
        ("goal", ANA),
        ("closing", None),
    ]


def test_it_goes_on_at_every_beat_after_a_new_start(full: CheckIn) -> None:
    full.forward()
    seen = set()
    while not full.progress.is_last:
        if full.beat.kind == "rating":
            full.rate(5)
        if full.beat.kind in ("feelings", "needs"):
            full.choose(["calm"], need=full.beat.kind == "needs")
        if full.beat.kind == "together":
            full.open_answers()
        if full.beat.kind == "topic":
            full.choose_topic(full.topics[0])
        later = again(full)
        assert (later.beat, later.progress.beats) == (full.beat, full.progress.beats)
        assert (later.session.id, later.topic) == (full.session.id, full.topic)
        seen.add(full.beat)
        full.forward()
    assert len(seen) == len(full.progress.beats) - 2
    assert again(full).progress.is_last


def test_what_holds_nothing_is_passed_both_ways(checkin: CheckIn) -> None:
    passed = []
    while not checkin.progress.is_last:
        checkin.forward()
        passed.append(checkin.beat.kind)
    assert {"look-back", "goal-back", "sentence", "together", "apart", "topic-turn", "outcome"}.isdisjoint(passed)
    way_back = []
    while checkin.progress.place:
        checkin.back()
        way_back.append(checkin.beat.kind)
    assert way_back == [*reversed(passed[:-1]), "welcome"]


def test_the_key_for_the_next_step_ends_a_turn_and_never_more(full: CheckIn) -> None:
    reached = []
    while not full.progress.is_last:
        full.onward()
        reached.append(where(full))
    assert reached == [
        ("look-back", SAM),
        ("hand-over", ANA),
        ("hand-over", SAM),
        ("topic", None),
        ("wish", ANA),
        ("closing", None),
    ]


def test_in_the_middle_of_unseen_answers_it_hands_over_and_then_opens(checkin: CheckIn) -> None:
    go(checkin, "rating", ANA, "safe").rate(4)
    checkin.onward()
    assert where(checkin) == ("hand-over", SAM)
    checkin.onward()
    assert where(checkin) == ("together", None)
    assert checkin.is_sealed


def test_the_next_step_begins_with_what_is_left_of_it(full: CheckIn) -> None:
    """A wish that was let go meanwhile takes nothing else of the step with it."""
    journal = full.house.journal
    wish = journal.get(Wish, "wish")
    assert wish is not None
    journal.remove(wish)
    full.onward()
    assert where(full) == ("goal-back", SAM)


@pytest.mark.parametrize("gone", ["look-back", "goal-back", "topic-turn", "outcome"])
def test_what_was_removed_meanwhile_is_passed_when_it_goes_on(full: CheckIn, gone: str) -> None:
    while full.beat.kind != gone:
        if full.beat.kind == "topic":
            full.choose_topic(full.topics[0])
        full.forward()
    journal = full.house.journal
    for record in (journal.get(Wish, "wish"), journal.get(Goal, "goal"), journal.get(Topic, "topic")):
        assert record is not None
        journal.remove(record)
    assert again(full).beat.kind == ("right" if gone in ("look-back", "goal-back") else "wish")


def test_who_answers_first_alternates(house: House, clock: TurnedClock) -> None:
    first = CheckIn.begin(house, 30)
    second = next_week(first, clock)
    third = next_week(second, clock, days=30)
    assert [one.session.starter for one in (first, second, third)] == [ANA, SAM, ANA]
    assert [one.id for one in second.people] == [SAM, ANA]
    assert [one.person for one in second.progress.beats if one.kind == "hand-over"] == [SAM, ANA]
    assert [one.person for one in second.progress.beats if one.kind == "topic-turn"] == [SAM, ANA]
    assert [one.person for one in second.said] == [SAM, ANA]


def test_one_that_was_let_go_changes_nobodys_turn(checkin: CheckIn, clock: TurnedClock) -> None:
    go(checkin, "right", SAM)
    checkin.house.journal.remove(stored(checkin))
    clock.turn(60)
    assert CheckIn.begin(checkin.house, 30).session.starter == ANA


@pytest.mark.parametrize("minutes", [15, 30, 60])
def test_it_takes_as_long_as_they_chose(house: House, minutes: int) -> None:
    checkin = finish(CheckIn.begin(house, minutes))
    legs = checkin.progress.legs
    assert (stored(checkin).planned, sum(leg.planned for leg in legs)) == (minutes * 60, minutes * 60)
    for step in ("rate", "topic"):
        assert len({leg.planned for leg in legs if leg.step == step and leg.by}) == 1


def test_the_time_they_took_is_kept(checkin: CheckIn, clock: TurnedClock) -> None:
    clock.turn(40)
    go(checkin, "rating", ANA, "heard")
    clock.turn(100)
    checkin.tick()
    assert stored(checkin).seconds == 140
    finish(checkin)
    kept = stored(checkin)
    assert (kept.state, kept.seconds, kept.night, kept.by) == ("kept", 140, NIGHT, None)


def test_after_midnight_it_belongs_to_its_night(checkin: CheckIn, clock: TurnedClock) -> None:
    clock.turn(3 * 60 * 60)
    assert clock.now().date() > NIGHT
    both_answer(checkin).open_answers()
    checkin.house.journal.keep(Topic(id="topic", at=clock.now(), text="the holidays"))
    go(checkin, "wish", ANA).say("a walk")
    finish(checkin)
    journal = on_disk(checkin.house)
    assert journal.months() == [f"{NIGHT:%Y-%m}"]
    assert {one.night for one in checkin._answers} == {NIGHT}
    assert CheckIn.begin(House(checkin.house.folders, clock), 30).session.night == NIGHT


def test_the_next_evening_it_still_belongs_to_its_night(checkin: CheckIn, clock: TurnedClock) -> None:
    """Begun on the last of a month and gone on with on the first of the next."""
    clock.turn(8 * 24 * 60 * 60)
    late = CheckIn.begin(checkin.house, 30)
    answer(late, ANA, {"close": 3}, ["calm"])
    clock.turn(24 * 60 * 60)
    later = again(late)
    answer(later, SAM, {"close": 4}, ["tired"])
    go(later, "together").open_answers()
    assert {one.night for one in later._answers} == {late.session.night}
    assert len(later._answers) == 4
    assert on_disk(later.house).months() == ["2026-11"]


@pytest.mark.parametrize("step", ["forward", "onward", "back", "close", "choose_topic"])
def test_where_nothing_can_be_written_they_stay_where_the_screen_is(
    full: CheckIn, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    go(full, "topic")
    before = full.beat

    def no_room(self: Journal, record: object) -> None:
        raise RitualError("no room")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "keep", no_room)
        with pytest.raises(RitualError):
            full.choose_topic(full.topics[0]) if step == "choose_topic" else getattr(full, step)()
    assert (full.beat, full.session.state, full.topic) == (before, "open", None)
    full.forward()
    assert where(full) == ("wish", ANA)
