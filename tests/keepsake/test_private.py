"""What is sealed, private, removed or unfinished changes not a byte of the book."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core.records import (
    KINDS,
    Answer,
    Appreciation,
    Card,
    Checkin,
    Draw,
    Feeling,
    Note,
    Rating,
    Record,
    Reply,
    Session,
    Topic,
    Wish,
)
from ritual.house import House
from tests.conftest import EVENING
from tests.journal.exchange.anything import of_kind
from tests.journal.samples import samples
from tests.keepsake.nights import ANA, NIGHT, SAM, an_evening, session
from tests.keepsake.parsed import book, content
from tests.keepsake.plain import house_with

HIDINGS: list[dict[str, Any]] = [
    {"visibility": "sealed"},
    {"visibility": "private"},
    {"removed": EVENING},
    {"removed": EVENING, "visibility": "private"},
]


def hidden(records: Sequence[Record], hiding: dict[str, Any]) -> list[Record]:
    """These records under other ids, hidden, on nights of their own and on the same."""
    nights = [(NIGHT, ""), (NIGHT - timedelta(days=400), " long ago")]
    return [
        replace(one, id=f"hidden {one.id}{name}", night=night if one.night else None, **hiding)
        for one in records
        if KINDS[one.kind()].__name__ not in ("Person", "Couple")
        for night, name in nights
    ]


@pytest.mark.parametrize("hiding", HIDINGS, ids=str)
def test_a_hidden_record_of_any_kind_leaves_no_trace(house: House, hiding: dict[str, Any]) -> None:
    an_evening(house)
    house.journal.absorb(one for one in samples() if one.kind() not in ("person", "couple"))
    house.journal.absorb([Checkin(id="week", at=EVENING, night=NIGHT, state="kept")])
    before = content(house)
    house.journal.absorb(hidden(samples(), hiding))
    assert content(house) == before


RECORDS = st.lists(
    st.one_of(*(of_kind(kind) for kind in KINDS if kind not in ("person", "couple"))),
    max_size=8,
    unique_by=lambda one: one.id,
)


@settings(max_examples=40)
@given(RECORDS, RECORDS, st.data())
def test_whatever_is_hidden_leaves_no_trace(shown: list[Record], others: list[Record], data: st.DataObject) -> None:
    ids = st.sampled_from([one.id for one in (*shown, *others)] or ["nothing"])
    shown = [replace(one, about=data.draw(st.none() | ids)) for one in shown]
    covered = [replace(one, about=data.draw(st.none() | ids), **data.draw(st.sampled_from(HIDINGS))) for one in others]
    for only in (None, ANA):
        assert content(house_with([*shown, *covered]), only=only) == content(house_with(shown), only=only)


@pytest.mark.parametrize("hiding", HIDINGS, ids=str)
def test_what_answers_something_hidden_is_not_told_either(house: House, hiding: dict[str, Any]) -> None:
    common: dict[str, Any] = {"at": EVENING, "night": NIGHT}
    house.journal.absorb([Note(id="n", by=SAM, text="for both", **common)])
    before = content(house)
    house.journal.absorb(
        [
            Appreciation(id="t", by=ANA, to=SAM, text="secret", **common, **hiding),
            Reply(id="r", by=SAM, about="t", text="telling", **common),
            Draw(id="d", card="everyday-quiet-win", **common, **hiding),
            Answer(id="a", by=SAM, about="d", text="telling", **common),
            Checkin(id="c", state="kept", **common, **hiding),
            Feeling(id="f", by=SAM, about="c", word="telling", **common),
            session("s", **hiding),
            Rating(id="before", by=SAM, about="s", scale="closeness-before", value=2, **common),
        ]
    )
    assert content(house) == before


@pytest.mark.parametrize("hiding", HIDINGS, ids=str)
def test_of_two_answers_only_the_open_one_stands_there(house: House, hiding: dict[str, Any]) -> None:
    an_evening(house)
    known = house.journal.get(Answer, f"{NIGHT}-sam", NIGHT)
    assert known
    house.journal.keep(replace(known, **hiding))
    voices = book(house).texts(".voice")
    assert voices == ["Anathe bread"]
    assert not list(book(house).all(".both"))


def test_a_question_that_one_keeps_private_is_not_asked(house: House) -> None:
    house.journal.keep(Card(id="own", at=EVENING, by=ANA, text="Shall we?", visibility="private"))
    house.journal.keep(Draw(id="d", at=EVENING, night=NIGHT, card="own"))
    assert "Shall we" not in book(house).text
    assert "These pages are still empty" in book(house).text


def test_what_is_unfinished_is_not_told(house: House) -> None:
    common: dict[str, Any] = {"at": EVENING, "night": NIGHT}
    empty = content(house)
    house.journal.absorb([session("s", state="resting"), Checkin(id="c", state="open", topic="t", **common)])
    house.journal.absorb([Topic(id="t", at=EVENING, by=ANA, text="parked"), Draw(id="d", card="gone", **common)])
    assert content(house) == empty


def test_closeness_that_one_keeps_private_draws_no_line(house: House) -> None:
    for month in (1, 2, 3):
        night = NIGHT.replace(month=month)
        house.journal.absorb([session(f"{month}", night)])
        for when in ("before", "after"):
            hiding: dict[str, Any] = {"visibility": "private"} if month == 3 else {}
            rating = Rating(
                id=f"{month}{when}", at=EVENING, night=night, by=ANA, scale=f"closeness-{when}", value=5, **hiding
            )
            house.journal.keep(replace(rating, about=f"{month}"))
    assert not list(book(house).all(".closeness"))


def test_a_wish_of_a_hidden_check_in_stands_where_it_was_written(house: House) -> None:
    house.journal.absorb([Checkin(id="c", at=EVENING, night=NIGHT - timedelta(days=3), state="kept", removed=EVENING)])
    house.journal.absorb([Wish(id="w", at=EVENING, by=SAM, about="c", text="a walk")])
    assert book(house).texts("h4") == ["Sunday 22 November"]
    assert isinstance(house.journal.find("c"), Session | Checkin)
