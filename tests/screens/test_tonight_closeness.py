"""Closeness, chosen with arrows and numbers."""

from ritual.core.records import Rating
from ritual.house import House
from ritual.widgets.closeness import Closeness
from tests.screens.conftest import Opens, go_to, tonight, words_on


async def test_closeness_takes_arrows_and_numbers_and_stays_in_range(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closeness", "Ana")
        discs = pilot.app.screen.query_one(Closeness)
        await pilot.press("right")
        assert discs.value == 4
        await pilot.press(*["right"] * 9)
        assert discs.value == 7
        await pilot.press("0", "9", "x", "2")
        assert discs.value == 2
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "Ana, what you chose is covered." in words_on(pilot)
        assert not pilot.app.screen.query(Closeness)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Closeness).value == 2
    (rating,) = house.journal.nights(Rating)
    assert (rating.scale, rating.value) == ("closeness-before", 2)


async def test_a_choice_of_closeness_can_be_taken_back(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closeness", "Ana")
        await pilot.press("5", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("0", "enter")
        await pilot.pause()
    assert house.journal.nights(Rating) == []


async def test_a_covered_choice_stays_as_it_is_when_they_step_over_it(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closeness", "Ana")
        await pilot.press("5", "enter")
        await pilot.pause()
        await pilot.press("3", "escape")
        await pilot.pause()
        await pilot.press("2", "escape")
        await pilot.pause()
        assert tonight(pilot).kind == "breathe"
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert tonight(pilot).kind == "turn"
    assert sorted(one.value for one in house.journal.nights(Rating)) == [3, 5]


async def test_closeness_is_kept_when_they_step_back(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closeness", "Ana")
        await pilot.press("6", "escape")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Closeness).value == 6
