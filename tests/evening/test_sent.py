"""A card that was sent to Tonight: also in a short evening, and in one that waits."""

import pytest

from ritual.evening import Evening
from ritual.house import House
from tests.conftest import TurnedClock
from tests.evening.conftest import again, go


def chosen(house: House) -> str:
    """Choose a card that would not have come by itself."""
    card = house.cards.decks[-1].cards[0].id
    house.cards.choose(card, house.night)
    return card


@pytest.mark.parametrize("minutes", [2, 5, 20])
def test_an_evening_of_any_length_has_the_card_they_chose(house: House, minutes: int) -> None:
    card = chosen(house)
    evening = Evening.begin(house, minutes)
    assert evening.progress.has_card
    assert sum(leg.planned for leg in evening.progress.legs) == minutes * 60
    go(evening, "card")
    evening.draw_card()
    found = evening.card()
    assert found is not None
    assert found.id == card
    assert not evening.takes_card


def test_without_a_choice_a_short_evening_has_none_and_quiet_time_never(house: House, clock: TurnedClock) -> None:
    assert not Evening.begin(house, 5).progress.has_card
    chosen(house)
    assert not Evening.begin(house, 20, quiet=True).takes_card
    clock.turn(24 * 3600)
    assert not Evening.begin(house, 5).progress.has_card


@pytest.mark.parametrize("minutes", [5, 20])
def test_an_evening_takes_a_card_until_its_card_is_past(house: House, minutes: int) -> None:
    evening = Evening.begin(house, minutes)
    takes = []
    while not evening.progress.is_last:
        takes.append((evening.progress.leg.step, evening.takes_card))
        evening.forward()
    assert {step for step, one in takes if one} == {"arrive", "talk", *(["card"] if minutes == 20 else [])}
    assert {step for step, one in takes if not one} == {"appreciate", "close"}
    assert not again(evening).takes_card
