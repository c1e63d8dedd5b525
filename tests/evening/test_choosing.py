"""The card they want tonight: by a mood, or chosen before."""

from datetime import timedelta

from ritual.core.cards import Mood, QuestionCard
from ritual.core.records import Draw, Mark, derived_id
from ritual.evening import Evening
from ritual.house import House
from tests.conftest import TurnedClock
from tests.evening.conftest import NIGHT, again, go, on_disk, stored


def depths(evening: Evening, mood: Mood | None, times: int = 12) -> list[int]:
    """How deep the next cards are; the mood is said only once."""
    found = []
    for _ in range(times):
        evening.pass_card(mood)
        mood = None
        card = evening.card()
        assert card is not None
        found.append(card.depth)
    return found


def have_had_evenings(evening: Evening, number: int) -> None:
    """So many nights on which they met a card."""
    for ago, card in enumerate(evening.house.cards.decks[0].cards[:number]):
        evening.house.cards.meet(card.id, NIGHT - timedelta(days=ago + 1))


def test_a_mood_says_how_deep_the_cards_go_from_now_on(evening: Evening) -> None:
    have_had_evenings(evening, 20)
    go(evening, "card")
    evening.draw_card()
    assert max(depths(evening, "deep")) == 3
    assert set(depths(evening, "light")) == {1}
    assert max(depths(evening, "open")) == 2
    assert len(stored(evening).cards) == 1
    assert len(set(stored(evening).passed)) == 36


def test_on_a_first_evening_even_a_deep_mood_goes_to_no_deep_card(evening: Evening) -> None:
    go(evening, "card")
    evening.draw_card()
    assert set(depths(evening, "deep")) == {1, 2}


def choose(evening: Evening, number: int = 0) -> QuestionCard:
    """Choose a card for tonight, which would not have come by itself."""
    deck = evening.house.cards.decks[-1]
    card = deck.cards[number]
    evening.house.cards.choose(card.id, NIGHT)
    return card


def test_a_card_chosen_for_tonight_comes_first_and_is_then_met(evening: Evening) -> None:
    chosen = choose(evening)
    assert evening.house.next_card() != chosen
    assert evening.house.tonights_card() == chosen
    go(evening, "card")
    evening.draw_card()
    assert evening.card() == chosen
    assert evening.house.cards.chosen(NIGHT) is None
    mark = on_disk(evening.house).get(Mark, derived_id("mark", chosen.id))
    assert mark is not None
    assert (mark.met, mark.chosen) == (NIGHT, None)
    assert again(evening).card() == chosen
    evening.pass_card()
    assert evening.card() != chosen


def test_the_last_choice_counts(evening: Evening) -> None:
    choose(evening)
    last = choose(evening, 1)
    go(evening, "card")
    evening.draw_card()
    assert evening.card() == last
    assert [one.card for one in evening.house.journal.standing(Mark) if one.chosen] == []


def test_a_card_chosen_after_one_was_drawn_comes_next_whatever_the_mood(evening: Evening) -> None:
    go(evening, "card")
    evening.draw_card()
    chosen = choose(evening)
    assert evening.card() != chosen
    evening.pass_card("light")
    assert evening.card() == chosen


def test_a_card_chosen_for_another_night_waits_for_it(evening: Evening, clock: TurnedClock) -> None:
    chosen = choose(evening)
    evening.house.cards.choose(chosen.id, NIGHT + timedelta(days=1))
    go(evening, "card")
    evening.draw_card()
    assert evening.card() != chosen
    clock.turn(24 * 3600)
    tomorrow = Evening.begin(House(evening.house.folders, clock), 20)
    tomorrow.draw_card()
    assert tomorrow.card() == chosen


def test_an_evening_that_grew_late_has_the_card_chosen_for_it(evening: Evening, clock: TurnedClock) -> None:
    chosen = choose(evening)
    go(evening, "card")
    clock.turn(7 * 3600)
    assert evening.house.night > NIGHT
    evening.draw_card()
    assert evening.card() == chosen
    assert {one.night for one in on_disk(evening.house).nights(Draw)} == {NIGHT}


def test_a_chosen_card_that_is_not_for_them_after_all_does_not_come(evening: Evening) -> None:
    chosen = choose(evening)
    evening.house.cards.remember(chosen.id, not_for_us=True)
    go(evening, "card")
    evening.draw_card()
    assert evening.card() not in (None, chosen)
