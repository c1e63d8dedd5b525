"""A card is sent to Tonight."""

from textual.pilot import Pilot

from ritual.core.records import Mark
from ritual.house import House
from ritual.screens.tonight.screen import Tonight
from tests.conftest import TurnedClock
from tests.screens.cards import deck, draw_from, draws, elsewhere, lies, open_table
from tests.screens.conftest import Opens, go_to, tonight
from tests.screens.thanks import see, until

DEEP = ("seas-deep", "What sank, and what would we do to find it?", 3)


async def send(pilot: Pilot[None]) -> None:
    """Lay the deep card on the table, and send it."""
    await open_table(pilot)
    await draw_from(pilot, "seas")
    await pilot.press("3")
    assert lies(pilot) == "seas-deep"
    await pilot.press("t")


async def begun(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Tonight), "Tonight")


async def test_the_evening_begins_with_the_card_that_lies_there_also_a_short_one(opens: Opens, house: House) -> None:
    house.change(minutes=5)
    deck(house, "seas", DEEP)
    async with opens(house) as pilot:
        await send(pilot)
        await begun(pilot)
        assert draws(house) == []
        await pilot.press("escape")
        await see(pilot, "What sank, and what would we do to find it?", "begin · 5 minutes")
    async with opens(elsewhere(house)) as pilot:
        await pilot.press("enter")
        await begun(pilot)
        await go_to(pilot, "card")
        await see(pilot, "What sank, and what would we do to find it?", "seas · ● deep")
        assert draws(house) == ["seas-deep"]
    assert [one.chosen for one in elsewhere(house).journal.standing(Mark)] == [None]


async def test_an_evening_that_waits_gets_the_card_or_says_why_not(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    house.change(minutes=5)
    deck(house, "seas", DEEP)
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        tonight(pilot).action_put_aside()
        await see(pilot, "Your evening is waiting where you left it.")
        clock.turn(24 * 3600)
        await send(pilot)
        await begun(pilot)
        assert tonight(pilot).kind == "turn"
        await go_to(pilot, "card")
        await see(pilot, "What sank, and what would we do to find it?")
        assert [one.cards for one in elsewhere(house).sessions] == [["seas-deep"]]
        tonight(pilot).action_put_aside()
        await see(pilot, "is waiting where you left it.")
        await open_table(pilot)
        await pilot.press("t")
        await see(pilot, "The evening that waits has its card already.")
        await pilot.press("escape", "x", "q", "1", "0", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tonight), "quiet time")
        await pilot.press("enter")
        tonight(pilot).action_put_aside()
        await see(pilot, "is waiting where you left it.")
        await open_table(pilot)
        await pilot.press("t")
        await see(pilot, "The evening that waits goes on without a card.")
