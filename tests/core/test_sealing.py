"""Sealed answers: who is asked, what waits, and what opening changes."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core import sealing
from ritual.core.records import Answer, Visibility
from ritual.core.sealing import Pair
from tests.conftest import EVENING
from tests.core.conftest import SOLO, TWO

VISIBILITIES: tuple[Visibility, ...] = get_args(Visibility)
ORDERS = st.sampled_from([TWO, TWO[::-1], SOLO])


def answer(by: str, visibility: Visibility = "sealed", minute: int = 0, *, removed: bool = False) -> Answer:
    at = EVENING + timedelta(minutes=minute)
    return Answer(
        id=f"{by} {minute}",
        at=at,
        by=by,
        about="d",
        visibility=visibility,
        removed=at if removed else None,
        text=f"{by} said {minute}",
    )


ANSWERS = st.lists(
    st.builds(answer, st.sampled_from(TWO), st.sampled_from(VISIBILITIES), st.integers(0, 999), removed=st.booleans()),
    max_size=6,
    unique_by=lambda one: one.at,
)
PAIRS = st.builds(
    lambda order, answers, done, aloud: sealing.pair(order, answers, done, aloud=aloud),
    ORDERS,
    ANSWERS,
    st.sets(st.sampled_from(TWO)),
    st.booleans(),
)


def open_all(pair: Pair) -> Pair:
    """What is left once they have opened it."""
    return replace(pair, answers=tuple(sealing.opened(one) if one in pair.sealed else one for one in pair.answers))


def test_two_write_one_after_the_other_and_open_it_together() -> None:
    nobody = sealing.pair(TWO, [])
    assert (nobody.writer, nobody.phase, nobody.seals, nobody.sealed) == ("ana", "writing", "sealed", ())
    one = sealing.pair(TWO, [answer("ana")])
    assert (one.writer, one.phase, one.seals) == ("sam", "writing", "sealed")
    both = sealing.pair(TWO, [answer("ana"), answer("sam", minute=1)])
    assert (both.writer, both.phase, [said.by for said in both.sealed]) == (None, "ready", ["ana", "sam"])
    opened = open_all(both)
    assert (opened.writer, opened.phase, opened.sealed) == (None, "open", ())
    assert [one.text for one in opened.answers] == [one.text for one in both.answers]


def test_the_other_one_may_write_first() -> None:
    assert sealing.pair(TWO[::-1], []).writer == "sam"
    assert sealing.pair(TWO[::-1], [answer("sam")]).writer == "ana"


def test_who_passes_is_not_asked_again_and_has_said_nothing() -> None:
    passed = sealing.pair(TWO, [], {"ana"})
    assert (passed.writer, passed.phase, passed.of("ana")) == ("sam", "writing", None)
    assert sealing.pair(TWO, [], TWO).phase == "open"
    assert sealing.pair(TWO, [answer("sam")], {"ana"}).phase == "ready"


def test_what_was_said_aloud_asks_nobody_and_opens_nothing() -> None:
    assert (sealing.pair(TWO, [], aloud=True).writer, sealing.pair(TWO, [], aloud=True).phase) == (None, "open")
    written = sealing.pair(TWO, [answer("ana")], aloud=True)
    assert (written.writer, written.phase) == (None, "ready")
    assert [one.visibility for one in written.answers] == ["sealed"]


def test_where_one_has_opened_theirs_there_is_nothing_left_to_seal() -> None:
    opened = sealing.pair(TWO, [answer("ana", "shared")])
    assert (opened.writer, opened.phase, opened.seals) == (None, "open", "shared")


def test_who_keeps_theirs_private_leaves_the_others_sealed() -> None:
    kept = sealing.pair(TWO, [answer("ana", "private")])
    assert (kept.writer, kept.seals, kept.sealed) == ("sam", "sealed", ())
    both = sealing.pair(TWO, [answer("ana", "private"), answer("sam", minute=1)])
    assert (both.phase, [one.by for one in both.sealed]) == ("ready", ["sam"])
    assert sealing.pair(TWO, [answer("ana", "private"), answer("sam", "private", 1)]).phase == "open"


def test_what_was_taken_back_is_asked_for_again() -> None:
    pair = sealing.pair(TWO, [answer("ana", removed=True), answer("sam", minute=1)])
    assert (pair.writer, pair.of("ana"), [one.by for one in pair.sealed]) == ("ana", None, ["sam"])


def test_there_is_one_answer_of_each_to_a_draw() -> None:
    ids = [sealing.answer_id(draw, person) for draw in ("d", "e") for person in TWO]
    assert len(set(ids)) == 4
    assert sealing.answer_id("d", "ana") == ids[0]


@pytest.mark.parametrize("visibility", VISIBILITIES)
def test_opening_and_keeping_private_change_only_who_may_read(visibility: Visibility) -> None:
    said = answer("ana", visibility)
    assert sealing.opened(said) == replace(said, visibility="shared")
    assert sealing.kept_private(said) == replace(said, visibility="private")


@given(PAIRS)
def test_nothing_is_ready_or_open_while_somebody_is_asked(pair: Pair) -> None:
    assert (pair.phase == "writing") is (pair.writer is not None)
    assert (pair.phase == "ready") is (pair.writer is None and pair.sealed != ())
    if pair.writer is not None:
        assert pair.writer in pair.order
        assert pair.writer not in pair.done
        assert pair.of(pair.writer) is None
        assert all(one.visibility != "shared" for one in pair.answers)


@given(PAIRS)
def test_opening_opens_what_is_sealed_and_nothing_else(pair: Pair) -> None:
    opened = open_all(pair)
    assert opened.sealed == ()
    assert opened.phase != "ready"
    for before, after in zip(pair.answers, opened.answers, strict=True):
        assert after.visibility == ("private" if before.visibility == "private" else "shared")
        assert replace(after, visibility=before.visibility) == before


@given(PAIRS, st.sampled_from(TWO))
def test_what_is_private_never_becomes_shared_by_opening(pair: Pair, person: str) -> None:
    answers = tuple(sealing.kept_private(one) if one.by == person else one for one in pair.answers)
    opened = open_all(replace(pair, answers=answers))
    assert {one.visibility for one in opened.answers if one.by == person} <= {"private"}


@given(ANSWERS, st.sets(st.sampled_from(TWO)), st.booleans())
def test_one_alone_never_seals(answers: list[Answer], done: set[str], aloud: bool) -> None:
    assert sealing.pair(SOLO, answers, done, aloud=aloud).seals == "shared"


@given(PAIRS)
def test_two_seal_unless_something_is_open(pair: Pair) -> None:
    is_open = any(one.visibility == "shared" for one in pair.answers)
    assert pair.seals == ("shared" if is_open or len(pair.order) == 1 else "sealed")


@given(ORDERS, ANSWERS, st.randoms())
def test_of_two_answers_of_one_person_the_later_counts(
    order: Sequence[str], answers: list[Answer], chance: Random
) -> None:
    mixed = list(answers)
    chance.shuffle(mixed)
    pair = sealing.pair(order, mixed)
    for person in TWO:
        standing = [one for one in answers if one.by == person and one.removed is None]
        assert pair.of(person) == max(standing, key=lambda one: one.at, default=None)
    assert len({one.by for one in pair.answers}) == len(pair.answers)
    assert {one.id for one in sealing.pair(order, answers).answers} == {one.id for one in pair.answers}


@given(st.sampled_from([TWO, TWO[::-1]]), st.lists(st.sampled_from(["write", "private", "pass"]), max_size=2))
def test_each_is_asked_once_in_their_order_until_all_have_written_or_passed(
    order: Sequence[str], deeds: list[str]
) -> None:
    answers: list[Answer] = []
    done: set[str] = set()
    for number, deed in enumerate(deeds):
        pair = sealing.pair(order, answers, done)
        assert (pair.writer, pair.phase) == (order[number], "writing")
        if deed == "pass":
            done.add(order[number])
        else:
            new = answer(order[number], pair.seals, number)
            answers.append(sealing.kept_private(new) if deed == "private" else new)
    pair = sealing.pair(order, answers, done)
    waits = "ready" if "write" in deeds else "open"
    assert pair.phase == (waits if len(deeds) == 2 else "writing")
    assert all(one.visibility != "shared" for one in pair.answers)
