"""What the book tells of a night, and in which words."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ritual.core.records import (
    Answer,
    Checkin,
    Draw,
    Feeling,
    Goal,
    Leg,
    Note,
    Record,
    Topic,
    Wish,
    derived_id,
)
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import put_beside
from tests.conftest import EVENING
from tests.journal.samples import samples
from tests.keepsake.nights import ANA, CARD, NIGHT, QUESTION, SAM, an_evening, at, session
from tests.keepsake.parsed import Node, book

NEXT = NIGHT + timedelta(days=7)


def entries(page: Node) -> list[tuple[str, str]]:
    """Every entry: what it is, and all it says."""
    return [(min(one.classes - {"entry"}), one.text) for one in page.all(".entry")]


def test_an_evening_is_told_from_its_beginning_to_its_last_line(house: House) -> None:
    an_evening(house)
    told = entries(book(house))
    question = told[1][1].split("?")[0]
    assert question.startswith(QUESTION)
    assert told == [
        ("session", "Twenty minutes together."),
        ("card", f"{question}?Anathe breadSamthe bus came"),
        ("thanks", "Ana to Sam, for helpfor the teaSamgladly"),
        ("wish", "Sam wished fora walkIt came true."),
        ("line", "Two cups, one blanket.Ana"),
    ]
    assert len(list(book(house).one(".both").all(".voice"))) == 2


def test_a_check_in_shows_what_both_opened_and_no_figures(house: House) -> None:
    common: dict[str, Any] = {"at": EVENING, "night": NIGHT}
    legs = [Leg(step="rate", by=one, planned=60) for one in (SAM, ANA)]
    records: list[Record] = [
        Checkin(id="c", legs=legs, seconds=1800, state="kept", topic="topic", **common),
        Topic(id="topic", at=EVENING, by=SAM, text="the holidays", outcome="living-with"),
        Note(id=derived_id("c", "rate", "sentence", ANA), by=ANA, about="c", text="I need rest.", **common),
        Note(id=derived_id("c", "look-back", "right", SAM), by=SAM, about="c", text="the walk", **common),
    ]
    for by, word, need in ((ANA, "tired", False), (ANA, "calm", False), (ANA, "glad", False), (SAM, "rest", True)):
        records.append(Feeling(id=word, by=by, about="c", word=word, need=need, **common))
    house.journal.absorb([*records, *(one for one in samples() if one.kind() == "rating")])
    assert entries(book(house)) == [
        (
            "checkin",
            "The week, looked at togetherHalf an hour.Anafelt calm, glad and tiredI need rest."
            "Samneeded restWhat went right:the walkYou talked aboutthe holidaysIt is one of those you live with.",
        )
    ]


def test_a_topic_is_settled_where_they_talked_about_it_last(house: House) -> None:
    house.journal.absorb(
        [
            Topic(id="t", at=EVENING - timedelta(days=90), by=ANA, text="the flat", outcome="settled"),
            Checkin(id="one", at=EVENING, night=NIGHT, state="kept", topic="t"),
            Checkin(id="two", at=EVENING + timedelta(days=7), night=NEXT, state="kept", topic="t"),
        ]
    )
    assert [text.count("the flat") for _, text in entries(book(house))] == [1, 1]
    assert ["It is settled." in text for _, text in entries(book(house))] == [False, True]


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("settled", [("topic", "Ana brought upthe flatIt is settled.")]),
        ("living-with", [("topic", "Ana brought upthe flatIt is one of those you live with.")]),
        ("talking", []),
        (None, []),
    ],
)
def test_a_topic_of_no_check_in_is_told_once_it_rests(house: House, outcome: Any, told: object) -> None:
    house.journal.keep(Topic(id="t", at=EVENING, by=ANA, text="the flat", outcome=outcome))
    assert entries(book(house)) == told


@pytest.mark.parametrize(
    ("answered", "went"),
    [
        ("yes", "It came true."),
        ("partly", "It came true in part."),
        ("not-yet", "Not yet."),
        ("let-go", "You let it go."),
        (None, ""),
    ],
)
def test_a_wish_tells_how_it_went(house: House, answered: Any, went: str) -> None:
    house.journal.keep(Wish(id="w", at=EVENING, by=SAM, text="a walk", answered=answered))
    assert entries(book(house)) == [("wish", f"Sam wished fora walk{went}")]


def test_a_goal_is_told_when_it_was_named_and_when_it_was_reached(house: House) -> None:
    house.journal.keep(Goal(id="g", at=EVENING, by=SAM, text="the cello", reached=NEXT))
    page = book(house)
    assert entries(page) == [("goal", "What Sam wants in lifethe cello"), ("goal", "Sam reachedthe cello")]
    assert page.texts("h4") == ["Sunday 22 November", "Sunday 29 November"]


def test_what_was_answered_aloud_is_said_to_be(house: House) -> None:
    house.journal.keep(Draw(id="d", at=EVENING, night=NIGHT, card=CARD, aloud=True))
    assert book(house).texts(".aside") == ["You answered aloud."]


def test_a_card_they_passed_on_is_not_told_unless_somebody_answered(house: House) -> None:
    house.journal.keep(Draw(id="d", at=EVENING, night=NIGHT, card=CARD, passed=True))
    assert entries(book(house)) == []
    house.journal.keep(Answer(id="a", at=EVENING, night=NIGHT, by=SAM, about="d", text="after all"))
    assert [text.split("?")[1] for _, text in entries(book(house))] == ["Samafter all"]


def test_answers_to_a_card_that_is_gone_stay(house: House) -> None:
    house.journal.absorb(
        [
            Draw(id="d", at=EVENING, night=NIGHT, card="gone"),
            Answer(id="a", at=EVENING, night=NIGHT, by=SAM, about="d", text="still here"),
            Draw(id="nothing", at=EVENING, night=NIGHT, card="gone"),
        ]
    )
    assert entries(book(house)) == [("card", "Samstill here")]


def test_words_that_belong_to_nothing_are_told_by_themselves(house: House) -> None:
    house.journal.absorb([session("s"), Answer(id="a", at=EVENING, night=NIGHT, by=SAM, about="s", text="aloud")])
    house.journal.absorb([Feeling(id="f", at=EVENING, night=NIGHT, by=ANA, word="calm")])
    house.journal.absorb([Note(id="n", at=EVENING, night=NIGHT, text="from elsewhere", tags=["walk", "wet"])])
    assert entries(book(house)) == [
        ("session", "Twenty minutes together."),
        ("feeling", "Anafelt calm"),
        ("card", "Samaloud"),
        ("note", "from elsewherewalk · wet"),
    ]


def test_quiet_time_is_told_as_quiet(house: House) -> None:
    house.journal.keep(session("s", legs=[Leg(step="quiet", planned=1800, seconds=1810)], starter=None))
    assert entries(book(house)) == [("session", "Half an hour of quiet, side by side.")]


def test_what_two_devices_wrote_at_once_is_told_in_both_wordings(house: House, tmp_path: Path) -> None:
    theirs = House(Folders.find(tmp_path / "elsewhere"), house.clock)
    theirs.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="golden"))
    house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="silver"))
    put_beside(theirs, house)
    page = book(House(house.folders, house.clock))
    assert sorted(page.texts(".words")) == ["golden", "silver"]
    assert page.texts(".aside") == ["And, written elsewhere at the same time:"]


def test_one_alone_has_a_book_of_their_own(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    empty_house.journal.absorb(
        [
            session("s", legs=[Leg(step="talk", by=ANA, planned=600, seconds=600)], starter=ANA),
            session("quiet", legs=[Leg(step="quiet", planned=600, seconds=20)], at=at(NIGHT, 1)),
            Checkin(id="c", at=EVENING, night=NIGHT, seconds=900, state="kept"),
            Note(id="n", at=EVENING, night=NIGHT, by=ANA, about="s", text="a page"),
        ]
    )
    page = book(empty_house)
    assert page.one("h1").text == "Ana"
    assert page.texts(".kept") == ["kept evening by evening"]
    assert "You kept one evening, about ten minutes in all." in page.one("figcaption").text
    assert entries(page) == [
        ("session", "Ten minutes."),
        ("session", "A moment of quiet."),
        ("checkin", "The week, looked atA quarter of an hour."),
        ("note", "Anaa page"),
    ]


def test_an_empty_book_is_kind(house: House) -> None:
    for year in (None, 1999):
        page = book(house, year=year)
        assert page.one("main").text.strip() == "These pages are still empty. One evening is enough to begin."
        assert not list(page.all("nav"))
        assert page.texts(".when") == ([str(year)] if year else [])


def test_a_book_of_nobody_is_a_book(empty_house: House) -> None:
    assert book(empty_house).one("h1").text == "Our evenings"


def test_a_line_for_each_night_however_much_there_is_of_it(house: House) -> None:
    for number in range(3):
        an_evening(house, NIGHT, f"{number} ")
    an_evening(house, date(2026, 11, 21))
    page = book(house)
    assert page.texts("h4") == ["Saturday 21 November", "Sunday 22 November"]
    assert "You kept two evenings together, about an hour and twenty minutes in all." in page.one(".evenings").text
