"""Cards of their own: written, left for later, changed, taken away, brought back."""

from ritual.core.cards import LONGEST
from ritual.house import House
from ritual.screens.home import Home
from ritual.widgets.choice import Choice
from ritual.widgets.words import Words
from tests.screens.cards import (
    book,
    draw_from,
    draws,
    elsewhere,
    lies,
    listed,
    open_book,
    open_form,
    open_table,
    own,
    table,
    write,
)
from tests.screens.conftest import Opens, told, words_on
from tests.screens.thanks import see, type_in, until


async def test_a_card_is_written_drawn_changed_taken_away_and_brought_back(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_table(pilot)
        await open_form(pilot)
        await pilot.press("ctrl+s")
        await see(pilot, "There is no question yet. A short one is enough.")
        await type_in(pilot, "What do you  hum?")
        await pilot.press("tab")
        await type_in(pilot, "And why?")
        await pilot.press("tab", "right", "ctrl+s")
        await see(pilot, "What do you hum?", "your own · ◐ open", "o deeper")
        (card,) = own(house)
        assert (card.text, card.follow_up, card.depth, card.by) == ("What do you hum?", "And why?", 2, None)
        assert lies(pilot) == card.id
        assert draws(house) == []
        screen = await open_form(pilot, "e")
        assert screen.query_one("#depth", Choice).taken == "2"
        await type_in(pilot, " Now")
        await pilot.press("tab", *["backspace"] * 8, "ctrl+s")
        await see(pilot, "What do you hum? Now")
        (card,) = own(house)
        assert (card.text, card.follow_up, [one["text"] for one in card.former]) == (
            "What do you hum? Now",
            None,
            ["What do you hum?"],
        )
        assert "o deeper" not in words_on(pilot)
        await pilot.press("space")
        await open_book(pilot)
        await pilot.press("v", "v", "x")
        await see(pilot, "It is taken away. z brings it back.", "n  write a card")
        assert own(house) == []
        await pilot.press("z")
        await see(pilot, "│ What do you hum? Now")
        screen = await open_form(pilot, "e")
        await pilot.press("tab", "tab", "right", "ctrl+s")
        await see(pilot, "your own · ● deep")
        await open_form(pilot)
        await type_in(pilot, "And you?")
        await pilot.press("ctrl+s")
        await see(pilot, "│ And you?")
        assert [one.text for one in own(house)] == ["What do you hum? Now", "And you?"]
    async with opens(elsewhere(house), "cards") as pilot:
        await until(pilot, lambda: lies(pilot), "a card")
        await draw_from(pilot, "yours")
        assert lies(pilot) in {one.id for one in own(house)}


async def test_a_card_that_is_gone_lies_there_no_more_and_a_changed_one_is_read_anew(
    opens: Opens, house: House
) -> None:
    hum = write(house, "What do you hum?")
    async with opens(house) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "yours")
        await open_book(pilot)
        await pilot.press("v", "v")
        await open_form(pilot, "e")
        await type_in(pilot, "!")
        await pilot.press("ctrl+s")
        await see(pilot, "│ What do you hum?!")
        await pilot.press("escape", "escape")
        await see(pilot, "  What do you hum?!")
        await open_book(pilot)
        await pilot.press("v", "v", "x", "escape", "escape")
        await until(pilot, lambda: table(pilot).card is None, "no card")
        await pilot.press("z")
        await until(pilot, lambda: lies(pilot) == hum.id, "the card")
        elsewhere(house).journal.remove(own(house)[0])
        table(pilot)._look()
        await until(pilot, lambda: lies(pilot) is None, "no card")
        write(house, "What do you sing?")
        table(pilot)._look()
        await see(pilot, "What do you sing?")


async def test_a_question_is_not_longer_than_a_card_and_nothing_of_it_gets_lost(opens: Opens, house: House) -> None:
    async with opens(house, size=(60, 20)) as pilot:
        await open_table(pilot)
        screen = await open_form(pilot)
        screen.query_one(Words).text = "日" * (LONGEST + 1)
        await pilot.press("ctrl+s")
        await see(pilot, f"A card has room for {LONGEST} characters, and this", f"has {LONGEST + 1}.")
        screen.query_one(Words).text = "日" * LONGEST
        screen.query_one("#deeper", Words).text = "a" * 200
        await pilot.press("ctrl+s")
        await see(pilot, "has 200.")
        assert own(house) == []
        await pilot.press("escape")
        await see(pilot, "Your words are not kept yet. They wait for you on Home.")
        await pilot.press("h", "o", "enter", "ctrl+s")
        await until(pilot, lambda: told(pilot), "what is wrong")
        assert f"A card has room for {LONGEST} characters, and this has 200." in told(pilot)
        await pilot.press("tab")
        assert pilot.app.focused is pilot.app.screen.query_one("#deeper")
        pilot.app.screen.query_one("#deeper", Words).text = "a"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
    (card,) = own(house)
    assert (card.text, card.follow_up) == ("日" * LONGEST, "a")
    assert house.drafts.all() == []


async def test_words_that_are_left_wait_on_home_and_are_kept_from_there(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_table(pilot)
        screen = await open_form(pilot)
        await type_in(pilot, "What?")
        await pilot.press("tab")
        await type_in(pilot, "Why?")
        screen.query_one("#depth", Choice).action_step(2)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running, "the end")
    later = elsewhere(house)
    async with opens(later) as pilot:
        assert "hum" not in await see(pilot, "Words are waiting here.")
        await pilot.press("o")
        assert "What?" not in await see(pilot, "You were writing a card of your own on Sunday 22 November.")
        await pilot.press("enter")
        await see(pilot, "What?", "One step deeper", "Why?")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
    (card,) = own(house)
    assert (card.text, card.follow_up, card.depth, card.by) == ("What?", "Why?", 3, None)
    assert house.drafts.all() == []


async def test_a_change_that_was_left_is_offered_before_a_new_one(opens: Opens, house: House) -> None:
    write(house, "What do you hum?", 2, "And why?")
    async with opens(house) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "yours")
        await open_form(pilot, "e")
        await pilot.press("tab", "end")
        await type_in(pilot, " Why?")
        await until(pilot, lambda: house.drafts.all(), "the draft of a follow-up alone")
        await pilot.press("escape")
        await see(pilot, "They wait for you on Home.")
        await pilot.press("e")
        await see(pilot, "You were writing a card of your own", "Your words are covered.")
        await pilot.press("enter")
        await see(pilot, "What do you hum?", "And why? Why?")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: lies(pilot), "the card")
        await pilot.press("o")
        await see(pilot, "And why? Why?")
        await open_form(pilot, "e")
        await pilot.press("tab", "escape")
        await until(pilot, lambda: lies(pilot), "the card")
        assert "wait for you" not in words_on(pilot)
        await open_book(pilot)
        await pilot.press("v", "v")
        assert len(listed(pilot)) == 1
        await open_form(pilot)
        await type_in(pilot, "a")
        await pilot.press("escape")
        await see(pilot, "They wait for you on Home.")
        assert book(pilot).pages.view == "yours"
    (card,) = own(house)
    assert (card.text, card.follow_up, card.depth) == ("What do you hum?", "And why? Why?", 2)
