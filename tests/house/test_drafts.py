"""Unfinished words become the next wording of what there is already, wherever that is now."""

from datetime import date

import pytest

from ritual.core.appreciation import reply_id
from ritual.core.records import Appreciation, Record, Reply
from ritual.house import House
from ritual.journal import Draft, DraftKind
from tests.conftest import EVENING
from tests.house.conftest import again

NIGHT = EVENING.date()


def kept(house: House) -> Appreciation:
    ana, sam = (one.id for one in house.people)
    return house.journal.keep(Appreciation(id="t", at=EVENING, night=NIGHT, by=ana, to=sam, text="the tea", way="help"))


def draft(said: Record, text: str, *, kind: DraftKind = "appreciation", night: date = NIGHT) -> Draft:
    to = said.to if isinstance(said, Appreciation) else None
    return Draft(
        id=said.id, kind=kind, by=said.by or "", night=night, at=EVENING, text=text, about=said.about, to=to, way=None
    )


def only(house: House) -> Appreciation:
    (one,) = again(house).journal.nights(Appreciation)
    return one


def test_a_new_wording_keeps_what_was_not_said_anew(house: House) -> None:
    said = kept(house)
    record = house.keep_draft(draft(said, "x"), "the green tea")
    assert record == only(house)
    assert (only(house).text, only(house).way, only(house).to) == ("the green tea", "help", said.to)
    assert [one["text"] for one in only(house).former] == ["the tea"]


def test_words_for_what_was_taken_away_bring_it_back(house: House) -> None:
    said = kept(house)
    house.journal.remove(said)
    house.keep_draft(draft(said, "x"), "the green tea")
    assert (only(house).text, only(house).way) == ("the green tea", "help")


@pytest.mark.parametrize("night", [date(2026, 11, 3), date(2026, 8, 3)])
def test_words_for_another_day_move_it_there(house: House, night: date) -> None:
    said = kept(house)
    house.keep_draft(draft(said, "x", night=night), "the green tea")
    assert (only(house).text, only(house).night, only(house).way) == ("the green tea", night, "help")


def test_words_for_what_moved_meanwhile_stand_once(house: House) -> None:
    said = kept(house)
    again(house).journal.move(said, date(2026, 8, 3))
    house.keep_draft(draft(said, "x"), "the green tea")
    assert (only(house).text, only(house).way) == ("the green tea", "help")


def test_an_answer_is_kept_with_what_it_answers(house: House) -> None:
    said = kept(house)
    answer = Draft(id=reply_id(said), kind="reply", by=said.to or "", night=NIGHT, at=EVENING, text="x", about=said.id)
    house.drafts.save(answer)
    record = house.keep_draft(answer, "With joy.")
    assert isinstance(record, Reply)
    assert (record.by, record.about, record.text) == (said.to, said.id, "With joy.")
    assert house.drafts.all() == []


def test_the_way_of_an_unfinished_one_is_kept_with_it(house: House) -> None:
    ana, sam = (one.id for one in house.people)
    words = Draft(id="n", kind="appreciation", by=ana, to=sam, night=NIGHT, at=EVENING, text="x", way="touch")
    house.drafts.save(words)
    (found,) = again(house).drafts.all()
    house.keep_draft(found, "for your hand")
    assert (only(house).way, only(house).to, only(house).night) == ("touch", sam, NIGHT)


def test_who_sits_here_is_said_by_the_settings(house: House) -> None:
    assert house.here is None
    house.change(name=" sam ")
    assert house.here == house.people[1]
    house.change(name="Mia")
    assert house.here is None
