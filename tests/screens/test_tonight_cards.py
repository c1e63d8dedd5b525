"""The card at Tonight, key by key."""

import pytest
from textual.pilot import Pilot

from ritual.core.records import Draw, Mark
from ritual.house import House
from tests.screens.conftest import Opens, go_to, tonight, words_on


def follow_up(pilot: Pilot[None]) -> str | None:
    card = tonight(pilot).evening.card()
    assert card is not None
    return card.follow_up


async def test_passing_on_a_card_is_one_key_and_as_often_as_they_like(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "card")
        for _ in range(5):
            await pilot.press("space")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    (session,) = house.sessions
    assert len(session.passed) == len(set(session.passed)) == 5
    assert len(session.cards) == 1
    draws = house.journal.nights(Draw)
    assert sorted(one.passed for one in draws) == [False] + [True] * 5
    assert len(house.journal.standing(Mark)) == 6


async def test_a_card_can_go_one_step_deeper(opens: Opens, house: House) -> None:
    async with opens(house, "tonight", size=(120, 40)) as pilot:
        await go_to(pilot, "card")
        while not (deeper := follow_up(pilot)):
            await pilot.press("space")
            await pilot.pause()
        assert "o deeper" in words_on(pilot)
        await pilot.press("o")
        await pilot.pause()
        assert deeper[:25] in words_on(pilot)


async def test_a_short_evening_is_one_breath_and_has_a_card_only_when_asked(opens: Opens, house: House) -> None:
    house.change(minutes=5)
    async with opens(house, "tonight") as pilot:
        assert not tonight(pilot).evening.progress.has_card
        await pilot.press("enter")
        await pilot.pause()
        assert tonight(pilot).kind == "turn"
        await pilot.press("c")
        await pilot.pause()
        await go_to(pilot, "card")
        await go_to(pilot, "closing")


async def test_a_card_that_cannot_be_drawn_stops_nothing(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        monkeypatch.setattr(house, "next_card", lambda wanted: None)
        await go_to(pilot, "card")
        assert "There is no card left for tonight." in words_on(pilot)
        await go_to(pilot, "answer")
        await go_to(pilot, "closing")
