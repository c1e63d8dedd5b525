"""Tonight's card, and the decks it comes from."""

from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ritual.content import decks
from ritual.core.cards import Wanted
from ritual.core.records import Card, Draw, Mark
from ritual.evening import Evening
from ritual.folders import Folders
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


def test_a_card_they_passed_at_tonight_is_not_the_last_one_they_drew(house: House, clock: TurnedClock) -> None:
    first, second, _ = some(house)
    house.cards.meet(first, house.night)
    clock.turn(60)
    house.cards.meet(second, house.night, about="an evening", passed=True)
    last = again(house).cards.last_drawn(house.night)
    assert last is not None
    assert last.card == first


def test_a_round_of_cards_is_drawn_in_its_order_again(house: House, clock: TurnedClock) -> None:
    liked = some(house)
    for card in liked:
        house.cards.remember(card, favourite=True)
    seen = []
    for _ in range(9):
        found = again(house).next_card(Wanted(favourites=True), Random())
        assert found is not None
        seen.append(found.id)
        house.cards.meet(found.id, house.night)
        clock.turn(1)
    assert sorted(seen[:3]) == sorted(liked)
    assert seen == seen[:3] * 3


def test_only_what_they_wrote_themselves_is_theirs_to_change(house: House) -> None:
    (ours,) = some(house, 1)
    own = house.journal.keep(Card(id="own-card", at=house.clock.now(), text="What do you hum?"))
    house.cards.look()
    assert house.cards.written(own.id) == own
    assert house.cards.written(ours) is None
    assert house.cards.written("never-heard-of") is None
    house.journal.remove(own)
    house.cards.look()
    assert house.cards.written(own.id) is None


DEEDS = st.lists(
    st.tuples(st.sampled_from(["choose", "meet", "pass", "like", "aside", "back"]), st.integers(0, 3)), max_size=12
)


@settings(max_examples=15)
@given(DEEDS)
def test_whatever_they_do_each_card_is_remembered_by_itself(deeds: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as home:
        house = House(Folders.find(Path(home)), TurnedClock())
        ids, night = some(house, 4), house.night
        chosen: str | None = None
        known: dict[str, list[object]] = {card: [None, False, False, False] for card in ids}
        for deed, number in deeds:
            card = ids[number]
            match deed:
                case "choose":
                    house.cards.choose(card, night)
                    chosen = card
                case "meet" | "pass":
                    house.cards.meet(card, night, passed=deed == "pass")
                    known[card][:2] = [night, deed == "pass"]
                    chosen = None if chosen == card else chosen
                case "like":
                    house.cards.remember(card, favourite=True)
                    known[card][2] = True
                case _:
                    house.cards.remember(card, not_for_us=deed == "aside")
                    known[card][3] = deed == "aside"
        later = again(house)
        for card in ids:
            mark = later.cards.mark(card)
            assert [mark.met, mark.passed, mark.favourite, mark.not_for_us] == known[card]
        found = later.cards.chosen(night)
        assert (found.id if found else None) == (chosen if chosen and not known[chosen][3] else None)
        assert len(later.journal.nights(Draw)) == sum(deed in ("meet", "pass") for deed, _ in deeds)
        assert len(later.cards.marks) == len({number for _, number in deeds})
