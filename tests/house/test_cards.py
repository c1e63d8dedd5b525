"""Tonight's card, and the decks it comes from."""

import pytest

from ritual.content import decks
from ritual.core.records import Draw, Mark
from ritual.evening import Evening
from ritual.house import House
from tests.conftest import TurnedClock
from tests.house.conftest import again


def test_tonights_card_is_the_same_all_night_and_leaves_no_trace(house: House, clock: TurnedClock) -> None:
    card = house.tonights_card()
    assert card is not None
    assert card.depth == 1
    files = {file: file.read_bytes() for file in house.folders.data.rglob("*.json")}
    for _ in range(6):
        clock.turn(3600)
        assert again(house).tonights_card() == house.tonights_card() == house.next_card() == card
    assert house.journal.standing(Mark) == []
    assert house.journal.nights(Draw) == []
    assert {file: file.read_bytes() for file in house.folders.data.rglob("*.json")} == files


def test_another_night_brings_another_card_now_and_then(house: House, clock: TurnedClock) -> None:
    seen = set()
    for _ in range(10):
        card = again(house).tonights_card()
        assert card is not None
        seen.add(card.id)
        clock.turn(24 * 3600)
    assert len(seen) > 1


def test_after_a_draw_tonights_card_is_the_drawn_one(house: House, clock: TurnedClock) -> None:
    tonight = Evening.begin(house, 20)
    tonight.draw_card()
    first = tonight.card()
    assert first is not None
    assert first == again(house).tonights_card()
    tonight.pass_card()
    second = tonight.card()
    assert second is not None
    assert second != first
    assert again(house).tonights_card() == second
    clock.turn(3 * 3600)
    assert again(house).tonights_card() == second
    clock.turn(24 * 3600)
    assert again(house).tonights_card() not in (first, second)


def test_a_drawn_card_that_is_in_no_deck_any_more_is_no_card(house: House) -> None:
    house.journal.keep(Draw(id="draw", at=house.clock.now(), night=house.night, card="gone-for-good"))
    assert again(house).tonights_card() == house.next_card() is not None


def test_a_card_belongs_to_its_deck(house: House) -> None:
    for deck in house.cards.decks:
        assert house.cards.deck_of(deck.cards[0].id) == deck
        assert house.cards.get(deck.cards[0].id) == deck.cards[0]
    assert house.cards.deck_of("never-heard-of") is None
    assert house.cards.get("never-heard-of") is None


def test_a_deck_of_their_own_is_there(house: House) -> None:
    ours = house.folders.config / "decks"
    ours.mkdir(parents=True)
    (ours / "trips.toml").write_text(
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "trips-first"\ntext = "Where did we get lost?"\ndepth = 1\n'
    )
    later = again(house)
    assert later.cards.problems == []
    found = later.cards.get("trips-first")
    assert found is not None
    assert found.text == "Where did we get lost?"


@pytest.mark.parametrize(
    "content",
    [
        "no toml at all [",
        'id = "trips"\nname = "Trips"\ncards = []\n',
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "trips-first"\ntext = "Deep?"\ndepth = 9\n',
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "trips-first"\nquestion = "Which field is this?"\ndepth = 1\n',
        'id = "trips"\nname = "Trips"\n[[cards]]\nid = "everyday-quiet-win"\ntext = "The id is taken?"\ndepth = 1\n',
        'id = "trips"\nname = "Trips"\n'
        + '[[cards]]\nid = "trips-first"\ntext = "The same id twice?"\ndepth = 1\n' * 2,
        "\0",
    ],
    ids=["not toml", "no cards", "depth", "field", "taken", "twice", "zero"],
)
def test_a_deck_that_cannot_be_used_is_reported_and_costs_only_itself(house: House, content: str) -> None:
    theirs = house.folders.config / "decks"
    theirs.mkdir(parents=True)
    (theirs / "trips.toml").write_text(content)
    later = again(house)
    assert later.cards.decks == decks()[0]
    assert later.tonights_card() is not None
    assert len(later.cards.problems) == 1
    assert "trips.toml" in later.cards.problems[0]
    assert later.all_problems() == later.cards.problems
