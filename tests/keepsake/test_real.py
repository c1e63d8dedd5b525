"""What the evening and the check-in write is told as what it is."""

from collections.abc import Iterator
from typing import Any

from ritual.checkin import CheckIn
from ritual.evening import Evening
from ritual.house import House
from ritual.sitting import Sitting
from tests.keepsake.parsed import book

NEVER = 200
"""More beats than anything has."""


def beats(sitting: Sitting[Any]) -> Iterator[str]:
    """From beat to beat, to the last one."""
    for _ in range(NEVER):
        yield sitting.beat.kind
        if sitting.progress.is_last:
            sitting.close()
            return
        sitting.forward()
    raise AssertionError("it does not end")


def test_a_whole_evening_becomes_a_night_of_the_book(house: House) -> None:
    evening = Evening.begin(house, 20)
    for kind in beats(evening):
        who = evening.name(evening.beat.person)
        match kind:
            case "card":
                evening.draw_card()
            case "opening":
                evening.open_answers()
            case "answer" | "appreciation" | "note":
                evening.say(f"{who}: {kind}")
    page = book(house)
    assert page.texts(".evening") == ["A moment together."]
    assert len(page.texts(".question")) == 1
    assert page.texts(".voice") == ["AnaAna: answer", "SamSam: answer"]
    assert sorted(page.texts(".thanks")) == ["Ana to SamAna: appreciation", "Sam to AnaSam: appreciation"]
    assert sorted(page.texts(".line")) == ["Ana: noteAna", "Sam: noteSam"]


def test_a_whole_check_in_becomes_a_part_of_it(house: House) -> None:
    checkin = CheckIn.begin(house, 30)
    for kind in beats(checkin):
        who = checkin.name(checkin.beat.person)
        match kind:
            case "rating":
                checkin.rate(3)
            case "feelings" | "needs":
                checkin.choose([f"{kind} of {who}"], need=kind == "needs")
            case "together":
                checkin.open_answers()
            case "right" | "sentence" | "wish":
                checkin.say(f"{who}: {kind}")
    page = book(house)
    assert page.texts(".voice") == [
        f"{who}felt feelings of {who}needed needs of {who}{who}: sentenceWhat went right:{who}: right"
        for who in ("Ana", "Sam")
    ]
    assert sorted(page.texts(".wish")) == ["Ana wished forAna: wish", "Sam wished forSam: wish"]
    assert len(list(page.all("article"))) == 1


def test_what_both_have_not_opened_is_not_told(house: House) -> None:
    checkin = CheckIn.begin(house, 30)
    for kind in beats(checkin):
        if kind == "sentence":
            checkin.say("still sealed")
        elif kind == "feelings":
            checkin.choose(["still sealed"], need=False)
    assert "still sealed" not in book(house).text
    assert page_is_plain(house)


def page_is_plain(house: House) -> bool:
    """Whether the check-in says no more than that it was."""
    return book(house).texts(".checkin") == ["The week, looked at togetherA moment."]
