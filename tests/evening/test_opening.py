"""The beat in which answers are opened: every way to it, past it and back."""

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Answer
from ritual.evening import Evening
from ritual.journal import Journal
from tests.conftest import TurnedClock
from tests.evening.conftest import ANA, SAM, again, answers, go, stored, where, write

ANAS, SAMS = "the quiet minute", "the walk by the river"


def test_a_new_start_between_the_two_changes_nothing(evening: Evening) -> None:
    go(evening, "card")
    evening.draw_card()
    go(evening, "answer", ANA)
    evening.say(ANAS)
    evening.forward()
    later = again(evening)
    assert where(later) == ("answer", SAM)
    assert (later.is_covered(), later.words_so_far()) == (False, "")
    later.say(SAMS)
    later.forward()
    assert where(later) == ("opening", None)
    assert answers(later) == {ANA: (ANAS, "sealed"), SAM: (SAMS, "sealed")}
    latest = again(later)
    assert where(latest) == ("opening", None)
    latest.open_answers()
    assert answers(latest) == {ANA: (ANAS, "shared"), SAM: (SAMS, "shared")}
    assert where(again(latest)) == ("opening", None)
    assert not again(latest).is_sealed


def test_the_key_for_the_next_step_leads_to_the_opening_first(evening: Evening) -> None:
    go(evening, "card")
    evening.draw_card()
    go(evening, "answer", ANA)
    evening.say(ANAS)
    evening.onward()
    assert where(evening) == ("opening", None)
    evening.onward()
    assert where(evening) == ("appreciation", ANA)
    assert answers(evening) == {ANA: (ANAS, "sealed")}


@pytest.mark.parametrize("person", [ANA, SAM])
def test_where_nobody_has_written_it_leads_past_it(evening: Evening, person: str) -> None:
    go(evening, "answer", person)
    evening.draw_card()
    evening.say("")
    evening.onward()
    assert where(evening) == ("appreciation", ANA)


def test_from_the_card_it_leads_to_what_waits_too(evening: Evening) -> None:
    write(evening, ANAS, SAMS)
    for _ in range(3):
        evening.back()
    assert where(evening) == ("card", None)
    evening.onward()
    assert where(evening) == ("opening", None)
    evening.open_answers()
    evening.back()
    evening.onward()
    assert where(evening) == ("appreciation", ANA)


def test_an_opening_with_nothing_to_open_is_stepped_over_both_ways(evening: Evening, clock: TurnedClock) -> None:
    write(evening, "", "")
    assert where(evening) == ("appreciation", ANA)
    clock.turn(30)
    evening.back()
    assert where(evening) == ("answer", SAM)
    assert [leg.seconds for leg in stored(evening).legs if leg.step == "appreciate"] == [30]
    evening.say(SAMS)
    evening.forward()
    assert where(evening) == ("opening", None)
    evening.forward()
    evening.back()
    assert where(evening) == ("opening", None)


@pytest.mark.parametrize("step", ["forward", "back"])
def test_a_full_disk_leaves_them_at_no_empty_opening(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    go(evening, "answer", SAM)
    evening.draw_card()
    if step == "back":
        go(evening, "appreciation", ANA)
    before, keep, done = evening.beat, Journal.keep, list[object]()

    def once(self: Journal, record: Answer) -> Answer:
        done.append(record)
        if len(done) > 1:
            raise RitualError("no room")
        return keep(self, record)

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "keep", once)
        getattr(evening, step)()
    assert len(done) == 1
    assert "opening" not in (before.kind, evening.beat.kind, again(evening).beat.kind)


def test_stepping_back_to_the_other_ones_words_finds_them_covered(evening: Evening) -> None:
    write(evening, ANAS, SAMS)
    evening.back()
    assert (where(evening), evening.is_covered()) == (("answer", SAM), False)
    evening.back()
    assert (where(evening), evening.is_covered()) == (("answer", ANA), True)
    evening.uncover()
    assert (evening.is_covered(), evening.words_so_far()) == (False, ANAS)
    evening.forward()
    assert evening.is_covered()
