"""What two answer to a card, held against the disk: in whatever order, and after whatever restart."""

from collections.abc import Callable
from datetime import date

import pytest

from ritual.answering import PRIVATE, SEALED, Answering
from ritual.core import text
from ritual.core.errors import RitualError
from ritual.core.records import Draw
from ritual.core.sealing import answer_id
from ritual.house import House
from tests.conftest import EVENING, TurnedClock
from tests.house.conftest import again
from tests.house.pair import ANA, ANAS, SAM, SAMS, anew, both, drafts, kept, met

OLD = date(2024, 2, 29)


@pytest.fixture
def answering(house: House) -> Answering:
    return met(house)


def test_they_write_one_after_the_other_and_open_it_together(answering: Answering) -> None:
    assert (answering.pair.phase, answering.writer) == ("writing", answering.house.people[0])
    answering.say(ANA, f"  {ANAS}\n")
    assert answering.writer == answering.house.people[1]
    assert answering.said == [("Ana", SEALED)]
    answering.say(SAM, SAMS)
    assert answering.pair.phase == "ready"
    assert kept(answering.house) == {ANA: (ANAS, "sealed"), SAM: (SAMS, "sealed")}
    answering.open()
    assert anew(answering).pair.phase == "open"
    assert answering.said == [("Ana", ANAS), ("Sam", SAMS)]
    assert kept(answering.house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "shared")}


def test_the_other_one_may_be_asked_first(house: House, answering: Answering) -> None:
    answering.swap()
    assert (answering.writer, answering.pair.order) == (house.people[1], (SAM, ANA))
    assert [one.name for one in house.people] == ["Ana", "Sam"]
    both(answering).open()
    assert answering.said == [("Sam", SAMS), ("Ana", ANAS)]
    order = house.people[::-1]
    given = Answering(house, answering.draw, order)
    assert given.said == answering.said
    given.swap()
    assert [one.name for one in order] == ["Sam", "Ana"]
    assert answering.pair.order == (SAM, ANA)


def test_nothing_written_passes_and_leaves_nothing(answering: Answering) -> None:
    assert answering.say(ANA, " \n\t ") is None
    assert answering.writer == answering.house.people[1]
    assert kept(answering.house) == {}
    assert answering.say(SAM, "") is None
    assert (answering.pair.phase, answering.said) == ("open", [])
    assert anew(answering).writer == answering.house.people[0]


def test_one_who_passes_leaves_the_others_to_be_opened(answering: Answering) -> None:
    answering.say(ANA, "")
    answering.say(SAM, SAMS)
    assert answering.pair.phase == "ready"
    answering.open()
    assert answering.said == [("Sam", SAMS)]


@pytest.mark.parametrize("first", [True, False])
def test_what_is_kept_private_is_never_opened_with_the_rest(answering: Answering, first: bool) -> None:
    if first:
        answering.say(ANA, ANAS, "private")
        assert (answering.writer, answering.pair.sealed) == (answering.house.people[1], ())
        answering.say(SAM, SAMS)
    else:
        both(answering).keep_private(answering.in_order[0])
    assert answering.pair.phase == "ready"
    answering.open()
    assert answering.said == [("Ana", PRIVATE), ("Sam", SAMS)]
    assert kept(answering.house) == {ANA: (ANAS, "private"), SAM: (SAMS, "shared")}
    answering.share(answering.in_order[0])
    assert answering.said == [("Ana", ANAS), ("Sam", SAMS)]


def test_new_words_for_what_is_private_stay_private(answering: Answering) -> None:
    both(answering).keep_private(answering.in_order[0])
    assert answering.seals(ANA) == answering.draft(ANA, "x").visibility == "private"
    answering.say(ANA, "better words", answering.seals(ANA))
    assert kept(answering.house)[ANA] == ("better words", "private")
    answering.open()
    answering.say(SAM, SAMS, "private")
    assert kept(answering.house)[SAM] == (SAMS, "private")


def test_one_may_be_opened_without_the_other(answering: Answering) -> None:
    answering.say(ANA, ANAS)
    answering.open()
    assert (answering.pair.phase, answering.writer, answering.seals(SAM)) == ("open", None, "shared")
    assert answering.said == [("Ana", ANAS)]
    answering.say(SAM, SAMS)
    assert kept(answering.house)[SAM] == (SAMS, "shared")


def test_what_was_said_aloud_need_not_be_written(answering: Answering) -> None:
    answering.say(ANA, ANAS)
    answering.said_aloud()
    assert (answering.pair.phase, answering.writer, answering.draw.aloud) == ("ready", None, True)
    assert kept(answering.house) == {ANA: (ANAS, "sealed")}
    assert anew(answering).pair.aloud
    answering.said_aloud(aloud=False)
    assert anew(answering).writer == answering.house.people[1]


def test_after_opening_both_can_still_change_their_words(answering: Answering) -> None:
    both(answering).open()
    (before,) = [one for one in answering.in_order if one.by == ANA]
    changed = answering.say(ANA, "better words", answering.seals(ANA))
    assert changed is not None
    assert (changed.id, changed.at, changed.visibility) == (before.id, before.at, "shared")
    assert [one["text"] for one in changed.former] == [ANAS]
    assert answering.say(ANA, "better words") == changed
    assert answering.said == [("Ana", "better words"), ("Sam", SAMS)]


def test_what_was_taken_away_can_be_brought_back_and_said_anew(answering: Answering) -> None:
    both(answering).open()
    known = answering.pair.of(ANA)
    assert known is not None
    assert answering.say(ANA, "") is None
    assert answering.said == [("Sam", SAMS)]
    answering.house.journal.restore(known)
    assert answering.said == [("Ana", ANAS), ("Sam", SAMS)]
    answering.say(ANA, "")
    again_said = answering.say(ANA, "other words")
    assert again_said is not None
    assert again_said.id == known.id
    assert [one["text"] for one in again_said.former] == [ANAS]


def test_taken_away_before_anything_is_open_it_is_sealed_when_said_anew(answering: Answering) -> None:
    answering.say(ANA, ANAS)
    answering.say(ANA, "")
    assert kept(answering.house) == {}
    answering.say(ANA, ANAS)
    assert kept(answering.house) == {ANA: (ANAS, "sealed")}


@pytest.mark.parametrize("words", ["a\x07bell", "x" * (text.LONGEST + 1)])
def test_what_cannot_be_kept_changes_nothing(answering: Answering, words: str) -> None:
    answering.house.drafts.save(answering.draft(ANA, words))
    with pytest.raises(RitualError) as refused:
        answering.say(ANA, words)
    assert words not in str(refused.value)
    assert kept(answering.house) == {}
    assert drafts(answering.house) == [words]
    assert answering.writer == answering.house.people[0]


def test_one_alone_keeps_words_for_oneself(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    answering = Answering(empty_house, empty_house.cards.meet("everyday-quiet-win", empty_house.night))
    assert answering.seals(ANA) == "shared"
    answering.say(ANA, ANAS)
    assert (answering.pair.phase, answering.said) == ("open", [("Ana", ANAS)])
    answering.say(ANA, ANAS, "private")
    assert answering.said == [("Ana", PRIVATE)]


def test_a_draft_becomes_the_sealed_answer_it_was_going_to_be(answering: Answering) -> None:
    answering.say(ANA, ANAS)
    answering.house.drafts.save(answering.draft(SAM, "half a l"))
    house = again(answering.house)
    (waiting,) = house.drafts.all()
    assert (waiting.by, waiting.kind, waiting.visibility, waiting.id) == (SAM, "answer", "sealed", answering.id_of(SAM))
    house.keep_draft(waiting, SAMS)
    assert kept(house) == {ANA: (ANAS, "sealed"), SAM: (SAMS, "sealed")}
    assert anew(answering).pair.phase == "ready"
    assert drafts(house) == []


def test_a_draft_of_an_opened_or_private_answer_changes_that_one(answering: Answering) -> None:
    both(answering).open()
    answering.keep_private(answering.in_order[1])
    for person in (ANA, SAM):
        answering.house.drafts.save(answering.draft(person, "x", answering.seals(person)))
    for waiting in answering.house.drafts.all():
        answering.house.keep_draft(waiting, "better words")
    assert kept(answering.house) == {ANA: ("better words", "shared"), SAM: ("better words", "private")}


STEPS: list[Callable[[Answering], object]] = [
    lambda one: one.house.drafts.save(one.draft(ANA, ANAS[:5])),
    lambda one: one.say(ANA, ANAS),
    lambda one: one.house.drafts.save(one.draft(SAM, SAMS[:5])),
    lambda one: one.say(SAM, SAMS),
    lambda one: one.keep_private(one.in_order[1]),
    lambda one: one.open(),
    lambda one: one.share(one.in_order[1]),
    lambda one: one.say(ANA, "better words"),
]


def test_a_restart_between_any_two_steps_changes_nothing(answering: Answering) -> None:
    phases = []
    for step in STEPS:
        here = anew(answering)
        step(here)
        assert (here.pair, here.said) == (anew(here).pair, anew(here).said)
        assert here.said == anew(here).said
        phases.append(here.pair.phase)
    assert phases == ["writing"] * 3 + ["ready"] * 2 + ["open"] * 3
    assert kept(answering.house) == {ANA: ("better words", "shared"), SAM: (SAMS, "shared")}
    assert drafts(answering.house) == []


def test_a_card_met_long_ago_keeps_its_answers_in_its_own_month(house: House) -> None:
    draw = house.journal.keep(Draw(id="old", at=EVENING, night=OLD, card="everyday-quiet-win"))
    answering = Answering(house, draw)
    both(answering)
    assert {(one.night, one.visibility) for one in answering.in_order} == {(OLD, "sealed")}
    assert answering.draft(ANA, "x").night == OLD
    answering.open()
    answering.said_aloud()
    later = anew(answering)
    assert (later.said, later.draw.aloud, later.draw.night) == ([("Ana", ANAS), ("Sam", SAMS)], True, OLD)
    assert {path.stem for path in house.journal.shelf.all_paths()} == {"standing", "2024-02"}


def test_each_draw_of_a_card_has_its_own_answers(house: House, clock: TurnedClock, answering: Answering) -> None:
    both(answering)
    clock.turn(3600)
    second = Answering(house, house.cards.meet(answering.draw.card, house.night))
    assert (second.writer, second.said) == (house.people[0], [])
    assert answer_id(second.draw.id, ANA) != answer_id(answering.draw.id, ANA)
    second.say(ANA, "something else")
    assert answering.pair.of(ANA) != second.pair.of(ANA)
    assert kept(house)[SAM] == (SAMS, "sealed")


def test_a_renamed_person_keeps_their_answer(house: House, answering: Answering) -> None:
    both(answering).open()
    house.settle(("Anna", "Sam"))
    assert anew(answering).said == [("Anna", ANAS), ("Sam", SAMS)]
