"""The steps of the weekly check-in, their lengths, and what it looks back on and asks after."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import checkin, session, weekly
from ritual.core.checkin import SCALES, SHARES, SOLO
from ritual.core.records import Checkin, Goal, Leg, StepName, Wish
from ritual.core.session import Beat
from tests.conftest import CET, EVENING

NIGHT = EVENING.date()
MINUTES = st.integers(weekly.SHORTEST, weekly.LONGEST)
PEOPLE = st.sampled_from([("ana",), ("ana", "sam"), ("sam", "ana")])
TWO = ("ana", "sam")


def made(people: tuple[str, ...] = TWO, minutes: int = 30, **said: Any) -> Checkin:
    """A check-in of these people."""
    return Checkin(id="c", at=EVENING, night=NIGHT, legs=checkin.legs(people, minutes), **said)


def beats(one: Checkin, wished: dict[str, str | None] | None = None) -> tuple[Beat, ...]:
    return checkin.beats_of(one, wished or {}, {"swim": "sam"})


def wish(key: str, days: int, by: str = "ana", **said: Any) -> Wish:
    return Wish(id=key, at=EVENING - timedelta(days=days), by=by, text="a walk", **said)


def goal(key: str, by: str = "ana", **said: Any) -> Goal:
    return Goal(**{"id": key, "at": EVENING - timedelta(days=30), "by": by, "text": "to swim", **said})


@given(MINUTES, PEOPLE)
def test_legs_add_up_to_exactly_the_minutes_they_chose(minutes: int, people: tuple[str, ...]) -> None:
    legs = checkin.legs(people, minutes)
    assert sum(leg.planned for leg in legs) == minutes * 60
    assert all(leg.planned > 0 and leg.seconds == 0 for leg in legs)


@given(MINUTES, PEOPLE)
def test_each_has_as_long_as_the_other_to_answer_and_to_speak(minutes: int, people: tuple[str, ...]) -> None:
    legs = checkin.legs(people, minutes)
    for step in {"rate", "topic"} - (SOLO if len(people) < 2 else set()):
        turns = [leg for leg in legs if leg.step == step and leg.by]
        assert tuple(leg.by for leg in turns) == people
        assert len({leg.planned for leg in turns}) == 1
        assert turns[0].planned >= 60


@given(MINUTES, PEOPLE)
def test_steps_come_in_their_order_and_only_those_that_it_takes(minutes: int, people: tuple[str, ...]) -> None:
    steps = list(dict.fromkeys(leg.step for leg in checkin.legs(people, minutes)))
    assert steps == [step for step, _ in SHARES if len(people) > 1 or step not in SOLO]
    assert set(steps) <= set(get_args(StepName))


@given(MINUTES, MINUTES, PEOPLE)
def test_a_longer_check_in_gives_no_step_less(one: int, other: int, people: tuple[str, ...]) -> None:
    short, long = (checkin.legs(people, minutes) for minutes in sorted((one, other)))
    fewer = [was.step for was, now in zip(short, long, strict=True) if now.planned < was.planned - 5]
    assert fewer == [], "but for what rounding leaves"


def test_half_an_hour_gives_most_of_it_to_one_topic() -> None:
    assert [(leg.step, leg.by, leg.planned) for leg in checkin.legs(TWO, 30)] == [
        ("appreciate", None, 192),
        ("look-back", None, 128),
        ("rate", "ana", 192),
        ("rate", "sam", 192),
        ("open", None, 257),
        ("topic", None, 66),
        ("topic", "ana", 256),
        ("topic", "sam", 256),
        ("wish", None, 192),
        ("close", None, 69),
    ]


def test_one_alone_neither_opens_nor_takes_turns() -> None:
    assert [(leg.step, leg.by, leg.planned) for leg in checkin.legs(("ana",), 15)] == [
        ("appreciate", None, 180),
        ("look-back", None, 120),
        ("rate", "ana", 360),
        ("wish", None, 180),
        ("close", None, 60),
    ]


def test_the_beats_of_two() -> None:
    one = made(wishes=["walk"], goals=["swim"], asked=["ana"])
    found = beats(one, {"walk": "ana"})
    said = [(beat.kind, beat.person, beat.about) for beat in found if beat.kind != "rating"]
    answers = [
        [("hand-over", by, ""), ("feelings", by, ""), ("needs", by, ""), ("sentence", by, "")] for by in ("ana", "sam")
    ]
    assert said == [
        ("welcome", None, ""),
        ("thanks", None, ""),
        ("appreciation", "ana", ""),
        ("appreciation", "sam", ""),
        ("look-back", "ana", "walk"),
        ("goal-back", "sam", "swim"),
        ("right", "ana", ""),
        ("right", "sam", ""),
        *answers[0],
        *answers[1],
        ("together", None, ""),
        ("apart", None, ""),
        ("topic", None, ""),
        ("topic-turn", "ana", ""),
        ("topic-turn", "sam", ""),
        ("outcome", None, ""),
        ("wish", "ana", ""),
        ("wish", "sam", ""),
        ("goal", "ana", ""),
        ("closing", None, ""),
    ]


def test_the_beats_of_one_end_with_a_reflection_and_a_wish() -> None:
    kinds = [beat.kind for beat in beats(made(("ana",)))]
    assert Counter(kinds)["rating"] == len(SCALES) == 8
    assert kinds[-7:] == ["rating", "feelings", "needs", "sentence", "reflection", "wish", "closing"]
    assert {"hand-over", "together", "apart", "topic", "topic-turn", "outcome"} & set(kinds) == set()


@given(MINUTES, PEOPLE, st.lists(st.sampled_from("abc"), unique=True), st.lists(st.sampled_from("xyz"), unique=True))
def test_each_answers_every_scale_once_and_in_the_same_order(
    minutes: int, people: tuple[str, ...], wishes: list[str], goals: list[str]
) -> None:
    found = beats(made(people, minutes, wishes=wishes, goals=goals, asked=list(people)))
    for person in people:
        assert tuple(one.about for one in found if one.kind == "rating" and one.person == person) == SCALES
    assert [one.about for one in found if one.kind == "look-back"] == wishes
    assert [one.about for one in found if one.kind == "goal-back"] == goals
    assert [one.leg for one in found] == sorted(one.leg for one in found)
    assert {one.leg for one in found} == set(range(len(checkin.legs(people, minutes))))
    assert [one.kind for one in found].count("closing") == 1
    assert found[-1].kind == "closing"


def test_whose_a_wish_was_may_be_unknown() -> None:
    assert next(one for one in beats(made(wishes=["gone"])) if one.kind == "look-back").person is None


def test_a_check_in_without_legs_can_still_be_closed() -> None:
    assert [one.kind for one in beats(Checkin(id="c", at=EVENING))] == ["closing"]


def test_what_is_recorded_is_what_was_planned_and_what_it_took() -> None:
    one = made()
    progress = session.resume_with(one, beats(one), 0.0)
    progress = session.forward(session.look(progress, 200.4), 260.0)
    kept = session.recorded(one, progress)
    assert (kept.planned, kept.seconds, kept.place) == (1800, 260, 1)
    assert session.resume_with(kept, beats(one), 0.0).place == 1


def test_those_take_part_who_answer() -> None:
    legs = [Leg(step="rate", by="sam", planned=1), Leg(step="topic", by="ana", planned=1), Leg(step="rate", planned=1)]
    assert Checkin(id="c", at=EVENING, legs=legs).people == ["sam"]
    assert made(("sam", "ana")).people == ["sam", "ana"]


def test_the_last_wish_of_each_that_nobody_answered_is_looked_back_on_the_oldest_first() -> None:
    """A wish that they pass on again and again does not come back beside the newer ones."""
    wishes = [
        wish("new", 7),
        wish("done", 7, answered="yes"),
        wish("not yet", 6, answered="not-yet"),
        wish("old", 21),
        wish("of sam", 14, "sam"),
        wish("old of sam", 28, "sam"),
    ]
    assert checkin.to_look_back(wishes) == ["of sam", "new"]
    assert checkin.to_look_back([]) == []


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ({}, True),
        ({"at": EVENING - timedelta(days=21)}, True),
        ({"at": EVENING - timedelta(days=20)}, False),
        ({"at": EVENING}, False),
        ({"asked": NIGHT - timedelta(days=21)}, True),
        ({"asked": NIGHT - timedelta(days=20)}, False),
        ({"reached": NIGHT - timedelta(days=40)}, False),
        ({"at": datetime(2026, 11, 2, 0, 40, tzinfo=CET)}, True),
    ],
)
def test_a_goal_is_asked_after_every_few_weeks(said: dict[str, Any], is_asked: bool) -> None:
    """What was written at 00:40 belongs to the evening before, which is three weeks ago."""
    assert checkin.to_ask_after([goal("g", **said)], NIGHT) == (["g"] if is_asked else [])


def test_who_has_no_goal_is_asked_for_one_now_and_then() -> None:
    of_ana, reached = goal("a"), goal("s", "sam", reached=date(2026, 10, 1))
    assert checkin.to_ask(TWO, [], []) == ["ana", "sam"]
    assert checkin.to_ask(TWO, [of_ana], []) == ["sam"]
    assert checkin.to_ask(TWO, [of_ana, reached], []) == ["sam"]


@given(st.integers(1, 12), st.integers(1, 5))
def test_in_every_fourth_check_in_however_many_of_them_are_known(count: int, known: int) -> None:
    """Only those of the last months are read: with one a month there are never more than a few."""
    earlier: list[Checkin] = []
    for _ in range(count):
        earlier.append(made(asked=checkin.to_ask(("ana",), [], earlier[-max(known, 3) :])))
    assert [number for number, one in enumerate(earlier) if one.asked] == list(range(0, count, 4))
