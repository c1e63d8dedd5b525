"""What an evening keeps: its time, its cards, and all that was said."""

import pytest

from ritual.core.errors import Refused
from ritual.core.records import Answer, Appreciation, Draw, Mark, Note, Rating
from ritual.core.rhythm import unfinished
from ritual.evening import Evening
from ritual.house import House
from tests.conftest import EVENING, TurnedClock
from tests.evening.conftest import ANA, NIGHT, SAM, go, on_disk, stored


@pytest.fixture
def whole(evening: Evening, clock: TurnedClock) -> Evening:
    """An evening from its first beat to its last."""

    def pass_time(seconds: float) -> None:
        for _ in range(int(seconds)):
            clock.turn(1)
            evening.tick()
        evening.forward()

    pass_time(60)
    for value in (3, 5):
        evening.rate(value)
        pass_time(5)
    pass_time(290)
    pass_time(200)
    evening.draw_card()
    evening.pass_card()
    pass_time(110)
    for words in ("Ana answers", "Sam answers"):
        evening.say(words)
        pass_time(30)
    evening.open_answers()
    pass_time(10)
    for words in ("for the tea", "for the laugh"):
        evening.say(words)
        pass_time(20)
    for value in (6, 7):
        evening.rate(value)
        pass_time(5)
    for words in ("Ana's line", "Sam's line"):
        evening.say(words)
        pass_time(15)
    assert evening.beat.kind == "closing"
    clock.turn(20)
    evening.close()
    return evening


def test_a_whole_evening_is_kept_with_its_time(whole: Evening) -> None:
    kept = stored(whole)
    assert kept == whole.session
    assert (kept.state, kept.night, kept.at, kept.starter, kept.by) == ("kept", NIGHT, EVENING, ANA, None)
    assert [(leg.step, leg.by, leg.planned, leg.seconds) for leg in kept.legs] == [
        ("arrive", None, 60, 70),
        ("talk", ANA, 300, 290),
        ("talk", SAM, 300, 200),
        ("card", None, 240, 180),
        ("appreciate", None, 180, 40),
        ("close", None, 120, 60),
    ]
    assert (kept.planned, kept.seconds) == (1200, 840)


def test_a_whole_evening_is_kept_with_its_cards(whole: Evening) -> None:
    journal, kept = on_disk(whole.house), stored(whole)
    draws = {one.card: one for one in journal.nights(Draw)}
    assert len(kept.cards) == len(kept.passed) == 1
    assert {card: draw.passed for card, draw in draws.items()} == {kept.cards[0]: False, kept.passed[0]: True}
    assert {draw.about for draw in draws.values()} == {kept.id}
    assert {mark.card: (mark.met, mark.passed) for mark in journal.standing(Mark)} == {
        kept.cards[0]: (NIGHT, False),
        kept.passed[0]: (NIGHT, True),
    }


def test_a_whole_evening_is_kept_with_all_that_was_said(whole: Evening) -> None:
    journal, kept = on_disk(whole.house), stored(whole)
    draw = next(one for one in journal.nights(Draw) if not one.passed)
    assert [(one.by, one.about, one.text) for one in journal.nights(Answer)] == [
        (ANA, draw.id, "Ana answers"),
        (SAM, draw.id, "Sam answers"),
    ]
    assert [(one.by, one.to, one.about, one.text) for one in journal.nights(Appreciation)] == [
        (ANA, SAM, kept.id, "for the tea"),
        (SAM, ANA, kept.id, "for the laugh"),
    ]
    assert [(one.by, one.about, one.text) for one in journal.nights(Note)] == [
        (ANA, kept.id, "Ana's line"),
        (SAM, kept.id, "Sam's line"),
    ]
    assert [(one.by, one.about, one.scale, one.value) for one in journal.nights(Rating)] == [
        (ANA, kept.id, "closeness-before", 3),
        (SAM, kept.id, "closeness-before", 5),
        (ANA, kept.id, "closeness-after", 6),
        (SAM, kept.id, "closeness-after", 7),
    ]
    everything = [*journal.nights(Answer), *journal.nights(Appreciation), *journal.nights(Note)]
    assert {(one.night, one.visibility) for one in everything} == {(NIGHT, "shared")}


def test_after_a_whole_evening_nothing_is_left_open(whole: Evening) -> None:
    house = House(whole.house.folders, whole.house.clock)
    assert unfinished(house.sessions) is None
    assert house.drafts.all() == []
    assert house.starter is not None
    assert house.starter.name == "Sam"


def test_the_one_who_starts_speaks_and_writes_first(house: House, whole: Evening) -> None:
    tonight = Evening.begin(house, 20)
    assert tonight.session.starter == SAM
    assert [leg.by for leg in tonight.progress.legs if leg.step == "talk"] == [SAM, ANA]
    assert [beat.person for beat in tonight.progress.beats if beat.kind == "appreciation"] == [SAM, ANA]
    assert [one.id for one in tonight.people] == [SAM, ANA]
    assert (tonight.name(SAM), tonight.name(None)) == ("Sam", "")


def test_saying_it_again_changes_the_same_record(evening: Evening, clock: TurnedClock) -> None:
    go(evening, "appreciation", ANA)
    evening.say("for the tea")
    clock.turn(30)
    evening.forward()
    evening.back()
    assert evening.words_so_far() == "for the tea"
    evening.say("for the tea, and the blanket")
    (found,) = on_disk(evening.house).nights(Appreciation)
    assert (found.text, found.at) == ("for the tea, and the blanket", EVENING)
    assert [one["text"] for one in found.former] == ["for the tea"]


def test_saying_the_same_again_changes_nothing(evening: Evening) -> None:
    go(evening, "note", SAM)
    evening.say("a line")
    evening.say("  a line\r\n")
    (found,) = on_disk(evening.house).nights(Note)
    assert (found.text, found.former, sum(found.versions.values())) == ("a line", [], 1)


def test_rating_again_changes_the_same_record(evening: Evening) -> None:
    evening.forward()
    assert evening.rated() is None
    evening.rate(3)
    evening.rate(5)
    (found,) = on_disk(evening.house).nights(Rating)
    assert (found.value, found.by, evening.rated()) == (5, ANA, 5)


@pytest.mark.parametrize("empty", ["", "  \n\t "])
def test_an_empty_text_passes(evening: Evening, empty: str) -> None:
    go(evening, "appreciation", ANA)
    evening.say(empty)
    assert on_disk(evening.house).nights(Appreciation) == []
    assert evening.words_so_far() == ""


def test_an_empty_text_takes_back_what_was_said(evening: Evening) -> None:
    go(evening, "appreciation", ANA)
    evening.say("too soon")
    evening.say("")
    journal = on_disk(evening.house)
    assert journal.nights(Appreciation) == []
    assert evening.words_so_far() == ""
    evening.say("now it fits")
    (found,) = on_disk(evening.house).nights(Appreciation)
    assert (found.text, found.removed) == ("now it fits", None)
    assert [one["text"] for one in found.former] == ["too soon"]


def test_passing_on_closeness_takes_back_what_was_said(evening: Evening) -> None:
    evening.forward()
    evening.rate(4)
    evening.rate(None)
    assert evening.rated() is None
    assert on_disk(evening.house).nights(Rating) == []
    evening.rate(4)
    assert [one.value for one in on_disk(evening.house).nights(Rating)] == [4]


def test_closeness_before_and_after_are_two_things(evening: Evening) -> None:
    go(evening, "closeness", ANA)
    evening.rate(2)
    go(evening, "closeness", ANA, leg=5)
    assert evening.rated() is None
    evening.rate(6)
    found = {one.scale: one.value for one in on_disk(evening.house).nights(Rating)}
    assert found == {"closeness-before": 2, "closeness-after": 6}


@pytest.mark.parametrize("wrong", ["a\x1b[2Jb", "x" * 10_001, "half \ud800"])
def test_words_that_cannot_be_kept_are_refused_and_nothing_is_lost(evening: Evening, wrong: str) -> None:
    go(evening, "note", ANA)
    evening.say("kept before")
    evening.draft("being typed")
    with pytest.raises(Refused):
        evening.say(wrong)
    assert [one.text for one in on_disk(evening.house).nights(Note)] == ["kept before"]
    assert evening.words_so_far() == "being typed"
