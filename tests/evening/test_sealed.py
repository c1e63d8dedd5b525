"""What two answer to a card is sealed until they open it together."""

import pytest
from msgspec.structs import replace

from ritual.core.records import Answer, Visibility
from ritual.evening import Evening
from ritual.house import House
from tests.cli.conftest import entries, run
from tests.conftest import TurnedClock
from tests.evening.conftest import ANA, NIGHT, SAM, again, answers, back_to, go, on_disk, where, write

ANAS, SAMS = "the quiet minute", "the walk by the river"


def finish(evening: Evening) -> None:
    while not evening.progress.is_last:
        evening.forward()
    evening.close()


def printed(house: House) -> str:
    """All that the shell tells of this home."""
    asked = (
        ("list",),
        ("list", "answer"),
        ("list", "--json"),
        ("list", "--search", "quiet"),
        ("list", "--search", "walk", "--json"),
        ("export", "--format", "json"),
        ("export", "--format", "markdown"),
        ("export", "--only", "Ana"),
    )
    done = [run(house.folders, *words) for words in asked]
    assert {one.exit_code for one in done} == {0}
    return "\n".join(one.stdout + one.stderr for one in done)


def test_answers_are_sealed_until_they_are_opened(evening: Evening) -> None:
    write(evening, ANAS, SAMS)
    assert where(evening) == ("opening", None)
    assert evening.is_sealed
    assert answers(evening) == {ANA: (ANAS, "sealed"), SAM: (SAMS, "sealed")}
    evening.open_answers()
    assert not evening.is_sealed
    assert answers(evening) == {ANA: (ANAS, "shared"), SAM: (SAMS, "shared")}
    assert evening.answering is not None
    assert evening.answering.said == [("Ana", ANAS), ("Sam", SAMS)]
    evening.forward()
    assert where(evening) == ("appreciation", ANA)


def test_nobody_can_read_or_find_them_before(evening: Evening) -> None:
    write(evening, ANAS, SAMS)
    finish(evening)
    assert entries(evening.house.folders, "answer") == []
    assert entries(evening.house.folders, "--search", "walk") == []
    told = printed(evening.house)
    assert ANAS not in told
    assert SAMS not in told
    assert "sealed" not in told
    evening.open_answers()
    assert {one["text"] for one in entries(evening.house.folders, "answer")} == {ANAS, SAMS}
    assert [one["text"] for one in entries(evening.house.folders, "--search", "walk")] == [SAMS]
    opened = printed(evening.house)
    assert ANAS in opened
    assert SAMS in opened


def test_one_who_passes_leaves_the_others_to_be_opened(evening: Evening) -> None:
    write(evening, "", SAMS)
    assert where(evening) == ("opening", None)
    assert answers(evening) == {SAM: (SAMS, "sealed")}
    evening.open_answers()
    assert answers(evening) == {SAM: (SAMS, "shared")}


def test_who_writes_after_the_opening_has_nothing_to_seal(evening: Evening) -> None:
    write(evening, ANAS, "").open_answers()
    evening.back()
    assert where(evening) == ("answer", SAM)
    evening.draft("after all, the w")
    assert [one.visibility for one in evening.house.drafts.all()] == ["shared"]
    evening.say(SAMS)
    evening.forward()
    assert not evening.is_sealed
    assert answers(evening) == {ANA: (ANAS, "shared"), SAM: (SAMS, "shared")}


def test_what_is_kept_private_stays_so(evening: Evening) -> None:
    write(evening, ANAS, SAMS)
    assert evening.answering is not None
    (anas, _) = evening.answering.pair.sealed
    evening.answering.keep_private(anas)
    assert evening.is_sealed
    evening.open_answers()
    assert answers(evening) == {ANA: (ANAS, "private"), SAM: (SAMS, "shared")}
    assert evening.answering.said == [("Ana", "kept private"), ("Sam", SAMS)]
    assert ANAS not in printed(evening.house)
    evening.open_answers()
    go(evening, "appreciation", ANA)
    back_to(evening, "answer", ANA)
    evening.draft(f"{ANAS}, and")
    assert [one.visibility for one in evening.house.drafts.all()] == ["private"]
    evening.say(f"{ANAS}, and more")
    evening.open_answers()
    assert answers(evening)[ANA] == (f"{ANAS}, and more", "private")
    finish(evening)
    assert ANAS not in printed(evening.house)


def test_both_may_keep_theirs_private_and_then_nothing_waits(evening: Evening) -> None:
    write(evening, ANAS, SAMS)
    assert evening.answering is not None
    for one in evening.answering.pair.sealed:
        evening.answering.keep_private(one)
    assert not evening.is_sealed
    evening.onward()
    assert where(evening) == ("appreciation", ANA)


def test_new_words_before_the_opening_stay_sealed(evening: Evening) -> None:
    write(evening, ANAS, SAMS)
    back_to(evening, "answer", ANA)
    evening.say("rather this")
    assert answers(evening)[ANA] == ("rather this", "sealed")
    evening.say("")
    evening.say("after all")
    assert answers(evening)[ANA] == ("after all", "sealed")


def test_an_unfinished_answer_kept_from_home_stays_sealed(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "answer", ANA)
    evening.draw_card()
    evening.draft("the quiet m")
    later = again(evening)
    (draft,) = later.house.drafts.all()
    assert (draft.by, draft.visibility) == (ANA, "sealed")
    clock.turn(3600)
    later.house.keep_draft(draft, ANAS)
    assert answers(evening) == {ANA: (ANAS, "sealed")}
    assert ANAS not in printed(evening.house)
    later.onward()
    assert where(later) == ("opening", None)
    later.open_answers()
    assert answers(evening) == {ANA: (ANAS, "shared")}


@pytest.mark.parametrize("visibility", ["sealed", "private"])
def test_an_unfinished_new_wording_kept_from_home_opens_nothing(evening: Evening, visibility: Visibility) -> None:
    go(evening, "answer", ANA)
    evening.draw_card()
    evening.say(ANAS)
    (said,) = on_disk(evening.house).nights(Answer)
    evening.house.journal.keep(replace(said, visibility=visibility))
    evening.draft(f"{ANAS}, and")
    later = again(evening)
    (draft,) = later.house.drafts.all()
    evening.house.journal.remove(said)
    later.house.keep_draft(draft, draft.text)
    assert answers(evening) == {ANA: (f"{ANAS}, and", visibility)}


def test_one_alone_seals_nothing(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    evening = Evening.begin(empty_house, 20)
    go(evening, "answer", ANA)
    evening.draw_card()
    evening.draft("the qu")
    assert [one.visibility for one in empty_house.drafts.all()] == ["shared"]
    evening.say(ANAS)
    assert answers(evening) == {ANA: (ANAS, "shared")}
    assert not evening.is_sealed
    evening.forward()
    assert where(evening) == ("appreciation", ANA)
    evening.back()
    assert (where(evening), evening.is_covered()) == (("answer", ANA), False)


def test_words_without_a_card_belong_to_nothing_that_could_be_opened(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evening.house, "next_card", lambda wanted: None)
    go(evening, "card")
    evening.draw_card()
    assert evening.answering is None
    go(evening, "answer", ANA)
    evening.say(ANAS)
    evening.onward()
    assert where(evening) == ("appreciation", ANA)
    assert answers(evening) == {ANA: (ANAS, "shared")}
    assert {one.night for one in on_disk(evening.house).nights(Answer)} == {NIGHT}
