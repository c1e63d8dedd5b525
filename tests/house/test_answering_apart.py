"""What two answer to a card in two windows, on two laptops, and what comes from elsewhere."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from ritual.answering import PRIVATE, SEALED, Answering
from ritual.core.records import Answer
from ritual.folders import Folders
from ritual.house import House
from tests.conftest import EVENING, TurnedClock
from tests.house.conftest import again
from tests.house.pair import ANA, ANAS, SAM, SAMS, anew, both, drafts, kept, met


@pytest.fixture
def answering(house: House) -> Answering:
    return met(house)


def test_another_window_knows_what_was_said_aloud(answering: Answering) -> None:
    other = anew(answering)
    answering.said_aloud()
    assert (other.draw.aloud, other.pair.aloud, other.pair.phase) == (False, True, "open")


def test_what_was_promised_sealed_is_sealed_whatever_another_window_opens(answering: Answering) -> None:
    answering.say(ANA, ANAS)
    promised = answering.seals(SAM)
    anew(answering).open()
    assert (promised, answering.seals(SAM)) == ("sealed", "shared")
    assert answering.draft(SAM, SAMS, promised).visibility == "sealed"
    answering.say(SAM, SAMS, promised)
    assert kept(answering.house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "sealed")}
    assert answering.pair.phase == "ready"
    answering.open()
    assert kept(answering.house)[SAM] == (SAMS, "shared")


def test_what_another_window_made_private_stays_so(answering: Answering) -> None:
    both(answering).open()
    promised = answering.seals(ANA)
    other = anew(answering)
    other.keep_private(other.in_order[0])
    answering.say(ANA, "better words", promised)
    assert kept(answering.house)[ANA] == ("better words", "private")


def test_two_windows_see_each_other(answering: Answering) -> None:
    other = anew(answering)
    answering.say(ANA, ANAS)
    assert other.writer == other.house.people[1]
    other.say(SAM, SAMS)
    assert answering.pair.phase == "ready"
    other.open()
    assert answering.said == [("Ana", ANAS), ("Sam", SAMS)]
    answering.open()
    assert kept(answering.house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "shared")}


def test_the_same_words_from_two_windows_are_one_answer(answering: Answering) -> None:
    other = anew(answering)
    other.say(ANA, "first words")
    answering.say(ANA, ANAS)
    (one,) = again(answering.house).journal.nights(Answer)
    assert (one.text, one.visibility, [former["text"] for former in one.former]) == (ANAS, "sealed", ["first words"])


def carried(source: House, target: House) -> None:
    """What a sync program does: the folders of one machine's devices lie on the other one, too."""
    own = source.journal.folder / source.journal.device
    shutil.copytree(own, target.journal.folder / source.journal.device, dirs_exist_ok=True)


def test_two_laptops_seal_apart_and_open_together(
    house: House, clock: TurnedClock, answering: Answering, tmp_path: Path
) -> None:
    answering.say(ANA, ANAS)
    theirs = House(Folders.find(tmp_path / "theirs"), clock)
    theirs.settle(("Ana", "Sam"))
    carried(house, theirs)
    there = Answering(again(theirs), answering.draw)
    assert (there.said, there.writer) == ([("Ana", SEALED)], there.people[1])
    there.say(SAM, SAMS)
    there.open()
    assert kept(house) == {ANA: (ANAS, "sealed")}
    carried(theirs, house)
    assert anew(answering).said == [("Ana", ANAS), ("Sam", SAMS)]


def test_what_one_laptop_opened_while_the_other_covered_it_stays_covered(
    house: House, clock: TurnedClock, answering: Answering, tmp_path: Path
) -> None:
    both(answering)
    theirs = House(Folders.find(tmp_path / "theirs"), clock)
    carried(house, theirs)
    there = Answering(again(theirs), answering.draw, house.people)
    there.open()
    answering.keep_private(answering.in_order[0])
    carried(theirs, house)
    assert anew(answering).said == [("Ana", PRIVATE), ("Sam", SAMS)]


def test_an_imported_answer_with_another_id_is_the_one_that_changes(house: House, answering: Answering) -> None:
    known = Answer(
        id="from elsewhere",
        at=EVENING,
        night=house.night,
        by=ANA,
        about=answering.draw.id,
        visibility="sealed",
        text="old",
    )
    house.journal.absorb([known])
    assert (answering.writer, answering.id_of(ANA)) == (house.people[1], "from elsewhere")
    house.drafts.save(answering.draft(ANA, ANAS))
    answering.say(ANA, ANAS)
    assert drafts(house) == []
    assert [(one.id, one.text) for one in again(house).journal.nights(Answer)] == [("from elsewhere", ANAS)]
    house.drafts.save(answering.draft(ANA, "half a l"))
    answering.say(ANA, "")
    assert kept(house) == {}
    assert drafts(house) == []


def test_of_two_answers_of_one_of_them_the_later_counts(house: House, answering: Answering) -> None:
    answering.say(ANA, ANAS)
    older = Answer(
        id="o", at=EVENING - timedelta(hours=1), night=house.night, by=ANA, about=answering.draw.id, text="old"
    )
    house.journal.absorb([older])
    assert (answering.pair.phase, answering.said) == ("writing", [("Ana", SEALED)])


def test_words_of_nobody_or_somebody_else_are_left_alone(house: House, answering: Answering) -> None:
    for by in (None, "a guest"):
        house.journal.keep(
            Answer(
                id=f"of {by}",
                at=EVENING,
                night=house.night,
                by=by,
                about=answering.draw.id,
                visibility="sealed",
                text="x",
            )
        )
    assert (answering.pair.answers, answering.pair.phase) == ((), "writing")
    both(answering).open()
    assert answering.said == [("Ana", ANAS), ("Sam", SAMS)]
    assert {visibility for _, visibility in (kept(house)[by] for by in (None, "a guest"))} == {"sealed"}
