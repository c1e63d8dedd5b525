"""Tonight's card, and the decks it comes from."""

from datetime import date

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


def some(house: House, number: int = 3) -> list[str]:
    """The ids of a few cards."""
    return [card.id for card in house.cards.decks[-1].cards[:number]]


def test_one_card_at_a_time_is_chosen_for_an_evening(house: House) -> None:
    first, second, _ = some(house)
    for card in (first, second, second):
        house.cards.choose(card, house.night)
    later = again(house)
    found = later.cards.chosen(house.night)
    assert found is not None
    assert found.id == second
    assert later.tonights_card() == found
    assert {mark.card: mark.chosen for mark in later.journal.standing(Mark)} == {first: None, second: house.night}


def test_choosing_and_liking_leave_what_else_is_remembered(house: House) -> None:
    (card,) = some(house, 1)
    house.cards.meet(card, house.night)
    house.cards.remember(card, favourite=True)
    house.cards.choose(card, house.night)
    mark = again(house).cards.mark(card)
    assert (mark.met, mark.favourite, mark.not_for_us, mark.chosen) == (house.night, True, False, house.night)
    house.cards.meet(card, house.night)
    mark = again(house).cards.mark(card)
    assert (mark.met, mark.favourite, mark.chosen) == (house.night, True, None)


def test_a_card_that_was_chosen_for_another_night_does_not_come(house: House, clock: TurnedClock) -> None:
    (card,) = some(house, 1)
    house.cards.choose(card, house.night)
    clock.turn(24 * 3600)
    later = again(house)
    assert later.cards.chosen(later.night) is None
    assert later.tonights_card() == later.next_card()


def test_where_two_laptops_chose_one_that_is_there_comes(house: House) -> None:
    (card,) = some(house, 1)
    for name in ("gone-for-good", card):
        house.cards.remember(name, chosen=house.night)
    found = again(house).cards.chosen(house.night)
    assert found is not None
    assert found.id == card


def test_a_chosen_card_that_is_not_for_them_does_not_come(house: House) -> None:
    (card,) = some(house, 1)
    house.cards.choose(card, house.night)
    house.cards.remember(card, not_for_us=True)
    assert again(house).cards.chosen(house.night) is None
    assert again(house).tonights_card() == house.next_card()


def test_the_last_card_they_drew_tonight_is_one_that_is_still_there_for_them(house: House, clock: TurnedClock) -> None:
    assert house.cards.last_drawn(house.night) is None
    first, second, third = some(house)
    for card in (first, second, third, "gone-for-good"):
        house.cards.meet(card, house.night)
        clock.turn(60)
    last = again(house).cards.last_drawn(house.night)
    assert last is not None
    assert last.card == third
    house.cards.remember(third, not_for_us=True)
    last = again(house).cards.last_drawn(house.night)
    assert last is not None
    assert last.card == second
    assert house.cards.last_drawn(date(2026, 11, 21)) is None
