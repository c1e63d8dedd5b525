"""Unfinished words become what they were going to be: of each kind, with all that was said of them, and as covered."""

from datetime import date
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from ritual.core.errors import Refused
from ritual.core.records import KINDS, OF_A_NIGHT, Answer, Card, Note, Topic, Wish
from ritual.house import House
from ritual.journal import Draft, DraftKind
from tests.conftest import EVENING
from tests.house.conftest import again

NIGHT, DAY = EVENING.date(), date(2026, 12, 1)

SAID: dict[DraftKind, dict[str, Any]] = {
    "answer": {"about": "draw", "visibility": "sealed"},
    "appreciation": {"to": "s", "way": "help"},
    "card": {"depth": 3, "follow_up": "And then?"},
    "goal": {},
    "note": {"about": "checkin", "visibility": "private"},
    "occasion": {"on": DAY},
    "reply": {"about": "thanks"},
    "topic": {"on": DAY},
    "wish": {"about": "checkin"},
}
"""What is said of unfinished words, besides the words."""


def draft(kind: DraftKind, **said: Any) -> Draft:
    return Draft(id="d", kind=kind, by="a", night=NIGHT, at=EVENING, text="What else", **said)


def test_there_is_one_of_each_kind() -> None:
    assert set(SAID) >= set(get_args(DraftKind))


@pytest.mark.parametrize("kind", sorted(get_args(DraftKind)))
def test_after_a_crash_they_become_a_record_of_their_kind(house: House, kind: DraftKind) -> None:
    house.drafts.save(draft(kind, **SAID[kind]))
    later = again(house)
    (found,) = later.drafts.all()
    assert found == draft(kind, **SAID[kind])
    kept = later.keep_draft(found, "What else?")
    assert type(kept) is KINDS[kind]
    assert again(house).journal.find("d") == kept
    assert (kept.by, kept.night) == ("a", NIGHT if KINDS[kind] in OF_A_NIGHT else None)
    named = {"on": "day"} if kind == "occasion" else {}
    assert {name: getattr(kept, named.get(name, name)) for name in SAID[kind]} == SAID[kind]
    assert getattr(kept, "name" if kind == "occasion" else "text") == "What else?"
    assert again(house).drafts.all() == []


def test_the_day_of_a_topic_that_was_taken_away_stays_away(house: House) -> None:
    house.journal.keep(Topic(id="d", at=EVENING, by="a", text="What", on=DAY))
    kept = house.keep_draft(draft("topic", on=None), "What else?")
    assert isinstance(kept, Topic)
    assert (kept.text, kept.on) == ("What else?", None)


@pytest.mark.parametrize("kind", ["answer", "note"])
@pytest.mark.parametrize("visibility", ["sealed", "private", "shared"])
def test_what_was_typed_unseen_is_kept_unseen(house: House, kind: DraftKind, visibility: str) -> None:
    words = draft(kind, visibility=visibility)
    house.keep_draft(words, "the words")
    found: list[Answer | Note] = [*again(house).journal.nights(Answer), *again(house).journal.nights(Note)]
    assert [one.visibility for one in found] == [visibility]
    house.journal.keep(replace(found[0], visibility="shared"))
    house.keep_draft(words, "other words")
    assert again(house).journal.find("d") is not None
    assert [one.visibility for one in again(house).journal.nights(KINDS[kind])] == ["shared"], "it was opened since"


def test_words_of_nobody_known_are_kept_as_such(house: House) -> None:
    house.keep_draft(replace(draft("topic", on=DAY), by=""), "the holidays")
    assert [(one.by, one.text, one.on) for one in again(house).journal.standing(Topic)] == [(None, "the holidays", DAY)]


def test_empty_words_are_let_go(house: House) -> None:
    house.drafts.save(draft("wish"))
    assert house.keep_draft(draft("wish"), "") is None
    assert again(house).drafts.all() == []
    assert again(house).journal.standing(Wish) == []


def test_a_card_that_only_has_its_deeper_question_says_what_is_missing_and_waits(house: House) -> None:
    words = draft("card", depth=2, follow_up="and then")
    house.drafts.save(words)
    with pytest.raises(Refused, match="no question yet"):
        house.keep_draft(words, "")
    assert again(house).drafts.all() == [words]
    assert again(house).journal.standing(Card) == []
