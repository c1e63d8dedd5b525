"""Where cards come from: the window of the decks, and decks of theirs that change while ritual is open."""

from textual.pilot import Pilot
from textual.widgets import OptionList

from ritual.core.cards import Wanted
from ritual.house import House
from ritual.screens.cards.decks import Decks
from tests.screens.cards import book, deck, lies, open_book, open_table, table, top
from tests.screens.conftest import Opens, told, words_on
from tests.screens.thanks import see, until


async def open_decks(pilot: Pilot[None]) -> OptionList:
    """The window of the decks."""
    await pilot.press("d")
    await until(pilot, lambda: isinstance(pilot.app.screen, Decks), "the decks")
    return pilot.app.screen.query_one(OptionList)


def at(choices: OptionList) -> str | None:
    """The id of the marked one."""
    return choices.get_option_at_index(choices.highlighted or 0).id


async def test_one_deck_is_taken_with_enter_and_several_with_space(opens: Opens, house: House) -> None:
    deck(house, "trips", ("trips-one", "Where?"))
    deck(house, "seas", ("seas-one", "Which sea?"), ("seas-two", "Whose sea?"))
    house.cards.remember("trips-one", favourite=True)
    house.cards.remember("seas-one", favourite=True)
    house.cards.remember("seas-one", not_for_us=True)
    house.cards.look()

    def wanted() -> Wanted:
        return house.cards.wanted

    async with opens(house) as pilot:
        await open_table(pilot)
        first = lies(pilot)
        choices = await open_decks(pilot)
        assert at(choices) == "*"
        await see(pilot, "● All decks", "  Your favourites  1", "  Everyday  40 cards", "Space several")
        await pilot.press("up", "enter")
        await until(pilot, lambda: lies(pilot) == "trips-one", "a card of this deck")
        assert wanted() == Wanted(decks=frozenset({"trips"}))
        assert top(pilot).endswith("   trips")
        choices = await open_decks(pilot)
        assert at(choices) == "trips"
        await see(pilot, "From which decks would you like to draw?", "● Trips  1 card")
        await pilot.press("up", "space")
        await see(pilot, "● Seas  2 cards", "● Trips  1 card")
        await pilot.press("escape")
        assert wanted() == Wanted(decks=frozenset({"trips"}))
        choices = await open_decks(pilot)
        await pilot.press("up", "space", "up", "space", "space", "enter")
        await until(pilot, lambda: top(pilot).endswith("   2 decks"), "two decks")
        assert wanted() == Wanted(decks=frozenset({"trips", "seas"}))
        assert lies(pilot) == "trips-one"
        await open_decks(pilot)
        await pilot.press("home", "down", "space")
        assert "● Trips" not in await see(pilot, "● Your favourites")
        await pilot.press("home", "space")
        assert "● Your" not in await see(pilot, "● All decks")
        await pilot.press("enter")
        await until(pilot, lambda: top(pilot) == "Sunday 22 November", "all decks")
        assert lies(pilot) == "trips-one"
        await open_decks(pilot)
        row = next(n for n, line in enumerate(words_on(pilot).splitlines()) if "Your favourites" in line)
        await pilot.click(offset=(10, row))
        await until(pilot, lambda: top(pilot).endswith("   favourites"), "their favourites")
        assert wanted() == Wanted(favourites=True)
        assert first != lies(pilot) == "trips-one"


async def test_decks_of_theirs_come_change_break_and_go_while_ritual_is_open(opens: Opens, house: House) -> None:
    deck(house, "seas", ("seas-one", "Which sea?"))
    file = house.folders.config / "decks" / "trips.toml"
    async with opens(house) as pilot:
        deck(house, "trips", ("trips-one", "Where did we get lost?"))
        await until(pilot, lambda: house.cards.get("trips-one"), "the new deck, on Home")
        await open_table(pilot)
        house.cards.wanted = Wanted(decks=frozenset({"trips"}))
        await pilot.press("space")
        await see(pilot, "Where did we get lost?", "trips · ○ light")
        deck(house, "trips", ("trips-one", "Where did we get found, and by whom?"))
        table(pilot)._look()
        await see(pilot, "Where did we get found, and by whom?")
        file.write_text(file.read_text().replace("depth = 1", "depth = 9"))
        for _ in range(3):
            table(pilot)._look()
        await see(pilot, "No card is like that.")
        assert told(pilot).count("trips.toml, line 4, depth") == 1
        assert "The other decks are there." in told(pilot)
        assert house.cards.get("seas-one")
        await open_book(pilot)
        assert "A card that is in no deck any more." in words_on(pilot)
        file.write_text(file.read_text().replace("depth = 9", "depth = 2"))
        book(pilot)._look()
        await see(pilot, "Where did we get found, and by whom?", "trips · ◐ open")
        await pilot.press("escape", "2")
        await until(pilot, lambda: lies(pilot) == "trips-one", "the card")
        file.unlink()
        table(pilot)._look()
        await until(pilot, lambda: lies(pilot) is None, "no card")
        assert len(pilot.app._notifications) == 1
