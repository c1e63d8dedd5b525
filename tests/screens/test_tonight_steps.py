"""The way through Tonight: forward, taking a break, leaving, coming back."""

from ritual.content import evening_words
from ritual.core.records import Answer, Appreciation, Note, Rating, Session
from ritual.evening import Evening
from ritual.house import House
from ritual.screens.home import Home
from ritual.screens.tonight.goodnight import Goodnight
from ritual.widgets.words import Words
from tests.conftest import TurnedClock
from tests.screens.conftest import Opens, go_to, told, tonight, words_on


async def test_enter_alone_leads_through_the_whole_evening(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "closing")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Goodnight)
        assert "^q quit" in words_on(pilot)
    assert [one.state for one in house.sessions] == ["kept"]
    for kind in (Answer, Appreciation, Note, Rating):
        assert house.journal.nights(kind) == []


async def test_the_next_step_key_leads_through_the_steps(opens: Opens, house: House) -> None:
    seen = []
    async with opens(house, "tonight") as pilot:
        while not isinstance(pilot.app.screen, Goodnight):
            seen.append(tonight(pilot).kind)
            await pilot.press("ctrl+n")
            await pilot.pause()
    assert seen == ["breathe", "turn", "turn", "card", "appreciation", "closeness", "closing"]


async def test_a_break_is_agreed_and_home_offers_to_go_on(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert "21:50  in twenty minutes" in words_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Home)
        assert "Your break lasts until 21:50. Everything is kept." in words_on(pilot)
        clock.turn(1300)
        await pilot.press("enter")
        await pilot.pause()
        assert tonight(pilot).kind == "turn"
    (session,) = house.journal.nights(Session)
    assert session.state == "resting"


async def test_no_break_after_all_leads_back_to_the_words(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"half a l", "ctrl+g")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.query_one(Words).text == "half a l"


async def test_leaving_at_once_leaves_nothing_and_leaving_later_keeps_it_aside(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Home)
        assert house.journal.nights(Session) == []
        await pilot.press("enter")
        await pilot.pause()
        await go_to(pilot, "turn")
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "Your evening is waiting" in words_on(pilot)


async def test_quitting_puts_the_evening_aside(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"unfinished", "ctrl+q")
        await pilot.pause()
    (session,) = house.journal.nights(Session)
    assert session.state == "open"
    assert [one.text for one in house.drafts.all()] == ["unfinished"]


async def test_a_break_is_said_kindly_when_they_come_back(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    evening.forward()
    evening.rest(house.clock.now())
    async with opens(house) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert told(pilot) in evening_words().rest.back


async def test_one_who_opens_tonight_is_asked_where_an_evening_waits(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    evening.forward()
    async with opens(house, "tonight") as pilot:
        assert isinstance(pilot.app.screen, Home)
        assert "Your evening is waiting" in words_on(pilot)
