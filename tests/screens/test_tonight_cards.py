"""The card at Tonight, key by key."""

from datetime import timedelta
from functools import partial

import pytest
from textual.pilot import Pilot

from ritual.core.cards import QuestionCard
from ritual.core.records import Draw, Mark, Rating
from ritual.house import House
from ritual.screens.tonight.screen import Tonight
from ritual.widgets.words import Words
from tests.screens.conftest import Opens, go_to, tonight, words_on
from tests.screens.thanks import see, until


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


async def depths(pilot: Pilot[None], *keys: str) -> list[int]:
    """How deep the cards are that these keys draw."""
    found = []
    for key in keys:
        before = tonight(pilot).evening.card()
        await pilot.press(key)
        await until(pilot, partial(is_another, pilot, before), "another card")
        card = tonight(pilot).evening.card()
        assert card is not None
        await see(pilot, card.text[:20])
        found.append(card.depth)
    return found


def is_another(pilot: Pilot[None], before: QuestionCard | None) -> bool:
    return tonight(pilot).evening.card() not in (None, before)


async def test_numbers_draw_by_mood_until_another_is_asked_for(opens: Opens, house: House) -> None:
    for ago, card in enumerate(house.cards.decks[0].cards[:20]):
        house.cards.meet(card.id, house.night - timedelta(days=ago + 1))
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "card")

        assert set(await depths(pilot, "1", *["space"] * 5)) == {1}
        assert max(await depths(pilot, "3", *["space"] * 5)) == 3
        assert max(await depths(pilot, "2", *["space"] * 5)) <= 2
        await pilot.press("question_mark")
        await see(pilot, "Draw light cards.", "Draw open cards.", "Draw deep cards.")
    (session,) = house.sessions
    assert (len(session.cards), len(session.passed)) == (1, 18)


async def test_numbers_are_numbers_where_there_is_no_card(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closeness", "Ana")
        await pilot.press("3")
        await go_to(pilot, "answer", "Ana")
        card = tonight(pilot).evening.card()
        await pilot.press("1", "2", "3")
        assert pilot.app.screen.query_one(Words).text == "123"
        assert tonight(pilot).evening.card() == card
    assert [one.value for one in house.journal.nights(Rating)] == [3]


async def test_a_card_chosen_for_tonight_lies_on_home_and_then_at_tonight(opens: Opens, house: House) -> None:
    chosen = house.cards.decks[-1].cards[0]
    assert house.tonights_card() != chosen
    house.cards.choose(chosen.id, house.night)
    async with opens(house) as pilot:
        await see(pilot, chosen.text[:20])
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tonight), "Tonight")
        await go_to(pilot, "card")
        await see(pilot, chosen.text[:20])
        await pilot.press("space")
        await until(pilot, lambda: is_another(pilot, chosen), "another card")
