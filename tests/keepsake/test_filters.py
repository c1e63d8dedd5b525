"""The book of a year, and the book of one person's words."""

from datetime import date, datetime, timedelta
from typing import Any

from ritual.core.records import Appreciation, Card, Checkin, Draw, Feeling, Note, Reply, Session, Topic, Wish
from ritual.house import House
from tests.conftest import CET, EVENING
from tests.keepsake.nights import ANA, NIGHT, SAM, an_evening, at, session
from tests.keepsake.parsed import book, content

EVE = date(2026, 12, 31)


def test_a_year_holds_its_own_nights_and_no_other(house: House) -> None:
    for night in (date(2025, 12, 31), date(2026, 1, 1), EVE, date(2027, 1, 1)):
        an_evening(house, night)
    page = book(house, year=2026)
    assert page.texts("h2") == page.texts(".when") == ["2026"]
    assert page.texts("h4") == ["Thursday 1 January", "Thursday 31 December"]
    assert page.one("head").one("title").text == "Ana and Sam · 2026"
    assert "two evenings" in page.one(".evenings").text
    assert book(house).texts(".when") == ["2025 to 2027"]


def test_what_is_written_after_midnight_belongs_to_the_old_year(house: House) -> None:
    late = datetime(2027, 1, 1, 0, 40, tzinfo=CET)
    house.journal.keep(Wish(id="w", at=late, by=SAM, text="a walk"))
    assert book(house, year=2026).texts("h4") == ["Thursday 31 December"]
    assert "still empty" in book(house, year=2027).text


def test_a_wish_of_a_check_in_stands_with_it_however_late_it_got(house: House) -> None:
    morning = datetime(2027, 1, 1, 5, 0, tzinfo=CET)
    house.journal.absorb([Checkin(id="c", at=at(EVE), night=EVE, state="kept")])
    house.journal.absorb([Wish(id="w", at=morning, by=SAM, about="c", text="a walk")])
    assert book(house).texts("h4") == ["Thursday 31 December"]


def test_an_answer_to_a_thank_you_stands_with_it(house: House) -> None:
    said = Appreciation(id="t", at=at(EVE), night=EVE, by=ANA, to=SAM, text="for the tea")
    house.journal.absorb([said])
    answered = date(2027, 1, 3)
    house.journal.absorb([Reply(id="r", at=at(answered), night=answered, by=SAM, about="t", text="gladly")])
    assert book(house).texts("h4") == ["Thursday 31 December"]
    assert book(house, year=2026).texts(".reply") == ["Samgladly"]
    assert "still empty" in book(house, year=2027).text


def test_one_persons_book_holds_no_word_of_the_other(house: House) -> None:
    for month in (1, 2, 3):
        an_evening(house, date(2026, month, 8))
    common: dict[str, Any] = {"at": EVENING, "night": NIGHT}
    house.journal.absorb(
        [
            Appreciation(id="t", by=SAM, to=ANA, text="crimson", **common),
            Reply(id="r", by=ANA, about="t", text="silver", **common),
            Card(id="own", at=EVENING, by=SAM, text="crimson?"),
            Draw(id="d", card="own", **common),
            Checkin(id="c", state="kept", topic="topic", **common),
            Topic(id="topic", at=EVENING, by=SAM, text="crimson", outcome="settled"),
            Feeling(id="f", by=ANA, about="c", word="calm", **common),
            Feeling(id="g", by=SAM, about="c", word="crimson", **common),
            Note(id="n", by=SAM, text="crimson", **common),
        ]
    )
    page = book(house, only=ANA)
    assert "crimson" not in page.text
    assert "gladly" not in page.text
    assert page.one("h1").text == "Ana"
    assert page.texts(".kept") == ["kept evening by evening"]
    assert page.texts(".words")[-1] == "silver"
    assert "Ana answered" in page.texts(".who")
    assert page.texts(".felt") == ["felt calm"]
    assert not list(page.all(".evening")), "how long an evening was is not hers alone"
    assert not list(page.all(".evenings"))
    assert list(page.all(".closeness"))


def test_of_two_answers_one_persons_book_has_their_own(house: House) -> None:
    an_evening(house)
    assert book(house, only=ANA).texts(".voice") == ["Anathe bread"]
    assert book(house, only=SAM).texts(".voice") == ["Samthe bus came"]


def test_the_same_journal_makes_the_same_book(house: House) -> None:
    an_evening(house)
    before = content(house)
    assert content(House(house.folders, house.clock)) == before
    house.journal.keep(Session(id="open", at=EVENING + timedelta(hours=1), night=NIGHT, legs=session("x").legs))
    assert content(house) == before
