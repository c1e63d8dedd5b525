"""The cards they met, their favourites, their own, and what is not for them."""

from textual.pilot import Pilot

from ritual.house import House
from ritual.screens.appreciations.screen import Appreciations
from ritual.screens.cards.together import Together
from tests.conftest import TurnedClock
from tests.screens.cards import (
    below,
    book,
    deck,
    draws,
    elsewhere,
    lies,
    listed,
    mark,
    open_book,
    open_table,
    said,
    table,
    top,
    write,
)
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import see, type_in, until

SEAS = (("seas-fog", "Where did we get lost?"), ("seas-home", "What is home?", 2), ("seas-deep", "What sank?", 3))
MET = ["seas-home", "seas-fog", "seas-deep", "gone-for-good", "seas-fog"]


def fill(house: House) -> None:
    """Five cards they met over two years."""
    deck(house, "seas", *SEAS)
    said(house, "seas-fog", "in the harbour", "at the [b]pier[/b]", days_ago=700)
    said(house, "gone-for-good", days_ago=500)
    said(house, "seas-deep", "a secret", "another", days_ago=40, visibility="sealed")
    said(house, "seas-fog", aloud=True, days_ago=1)
    said(house, "seas-home")
    house.cards.remember("seas-home", favourite=True)
    house.cards.remember("seas-deep", not_for_us=True)


async def at_the_book(pilot: Pilot[None]) -> None:
    await open_table(pilot)
    await open_book(pilot)


async def test_they_are_by_night_with_what_was_said_and_searched_as_one_types(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await at_the_book(pilot)
        assert listed(pilot) == MET
        lines = [line.strip() for line in words_on(pilot).splitlines() if line.strip()]
        assert lines[:2] == ["Sunday 22 November", "Tonight"]
        assert lines[3].startswith("│ What is home?")
        assert lines[4].endswith(" ♥ · seas · ◐ open ─╯")
        assert lines[5:10] == [
            "Yesterday",
            "seas · ○ light · said aloud",
            "Where did we get lost?",
            "Tuesday 13 October 2026",
            "seas · ● deep",
        ]
        await pilot.press("end")
        await see(pilot, "│ Where did we get lost?", "│ Ana: in the harbour", "│ Sam: at the [b]pier[/b]")
        await pilot.press("slash")
        await type_in(pilot, "PIER")
        assert listed(pilot) == ["seas-fog"]
        await pilot.press(*["backspace"] * 4)
        await type_in(pilot, "lost")
        assert listed(pilot) == ["seas-fog", "seas-fog"]
        await pilot.press(*["backspace"] * 4)
        await type_in(pilot, "secret")
        await see(pilot, "Nothing like that is here. Esc shows all again.")
        await pilot.press("enter", "v", "escape")
        assert listed(pilot) == MET
        await pilot.press("end", "up")
        await see(pilot, "A card that is in no deck any more.")
        await until(pilot, lambda: "take" not in words_on(pilot).splitlines()[-1], "the keys of this one")
        await pilot.press("enter", "e", "x")
        assert listed(pilot) == MET
        await pilot.press("escape")
        await until(pilot, lambda: lies(pilot) == "seas-home", "the card")
    assert len(draws(house)) == 5


async def test_each_list_has_its_cards_or_the_next_key(opens: Opens, house: House) -> None:
    async with opens(house, size=(60, 20)) as pilot:
        await at_the_book(pilot)
        await see(pilot, "You have not drawn a card yet.", "Esc  back to the cards")
        for name, words, key in (
            ("your favourites", "Press f at a card you like.", "v  the next list"),
            ("your own cards", "What would you like to be asked?", "n  write a card"),
            ("not for us", "Every card may come.", "v  the next list"),
        ):
            await pilot.press("v")
            await see(pilot, f"Sunday 22 November   {name}", words, key)
            await pilot.press("enter", "f", "e", "x", "down", "end")
            assert listed(pilot) == []
        fill(house)
        own = write(house, "What do you hum?", 2)
        book(pilot)._look()
        await see(pilot, "│ What sank?", "not for us")
        await pilot.press("v")
        await see(pilot, "│ What is home?")
        await pilot.press("v")
        assert listed(pilot) == ["seas-home"]
        await pilot.press("f")
        await see(pilot, "Press f at a card you like.")
        assert not mark(house, "seas-home").favourite
        await pilot.press("v")
        await see(pilot, "│ What do you hum?", "your own · ◐ open")
        elsewhere(house).journal.remove(own)
        book(pilot)._look()
        await see(pilot, "n  write a card")
        await pilot.press("h")
        await see(pilot, "begin · 20 minutes")
        await pilot.press("c", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, Appreciations), "the thank-yous")
        await pilot.press("c")
        await until(pilot, lambda: lies(pilot) == "seas-home", "the card")


async def test_what_is_not_for_them_is_for_them_again_once_they_take_it(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await at_the_book(pilot)
        await pilot.press("v", "v", "v", "enter")
        await until(pilot, lambda: lies(pilot) == "seas-deep", "the card on the table")
        assert not mark(house, "seas-deep").not_for_us
        assert below(pilot) == ""


async def test_an_old_card_is_met_anew_and_what_was_sealed_can_still_be_opened(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    fill(house)
    house.cards.remember("seas-deep", not_for_us=False)
    async with opens(house) as pilot:
        await at_the_book(pilot)
        await pilot.press("end", "enter")
        await until(pilot, lambda: lies(pilot) == "seas-fog", "the card on the table")
        assert below(pilot) == "A year ago Ana said: in the harbour\nSam said: at the [b]pier[/b]"
        assert len(draws(house)) == 5
        await pilot.press("enter")
        await see(pilot, "Ana writes first, unseen.")
        assert draws(house)[-1] == "seas-fog"
        await pilot.press("escape")
        await open_book(pilot)
        await pilot.press("end", "up", "up", "enter")
        await until(pilot, lambda: lies(pilot) == "seas-deep", "the card on the table")
        assert below(pilot) == ""
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Together), "what is sealed")
        assert "secret" not in await see(pilot, "Both of you have written.")
        await pilot.press("enter")
        await see(pilot, "a secret", "another")
        await pilot.press("escape")
        await until(pilot, lambda: below(pilot) == "Ana said: a secret\nSam said: another", "what was opened")
        assert len(draws(house)) == 6


async def test_the_mouse_marks_and_takes(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await at_the_book(pilot)
        row = next(n for n, line in enumerate(words_on(pilot).splitlines()) if "Where did we get lost?" in line)
        await pilot.click(offset=(10, row))
        marked = book(pilot).marked
        assert marked is not None
        assert marked.card == "seas-fog"
        row = next(n for n, line in enumerate(words_on(pilot).splitlines()) if "│ Where did we get lost?" in line)
        await pilot.click(offset=(10, row))
        await until(pilot, lambda: lies(pilot) == "seas-fog", "the card on the table")
        assert top(pilot) == "Sunday 22 November"
        assert table(pilot).draw is None
