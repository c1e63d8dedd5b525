"""Two answer a card on one keyboard: each key, and what stands on the screen while the other one is at it."""

from ritual.content import evening_words
from ritual.house import House
from ritual.screens.cards.answer import AnswerForm
from ritual.screens.cards.screen import CardTable
from ritual.screens.cards.together import Together
from ritual.screens.whose import Whose
from tests.screens.answers import (
    ANA,
    ANAS,
    SAM,
    SAMS,
    answer,
    at,
    both,
    choose,
    kept,
    keys,
    nowhere,
    nowhere_at_all,
    write,
)
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import see, until


async def test_two_write_unseen_and_open_it_together(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await see(
            pilot, "Ana writes first, unseen. Sam, look away for a moment.", "Enter  Ana writes", "s      Sam first"
        )
        assert keys(pilot) == {"next_words", "said_aloud", "other_first", "go_back"}
        await write(pilot, ANAS)
        await see(pilot, "Ana has sealed a few words. Please hand the keyboard to Sam.", "Enter  Sam writes")
        assert keys(pilot) == {"next_words", "open_anyway", "said_aloud", "go_back"}
        await nowhere_at_all(pilot, ANAS)
        await pilot.press("enter")
        await at(pilot, AnswerForm)
        await see(pilot, "Sam, these words stay sealed until you open them together.")
        await nowhere_at_all(pilot, ANAS)
        await pilot.press("escape")
        await write(pilot, SAMS)
        await see(pilot, "Both of you have written.", "Enter  open it together")
        assert keys(pilot) == {"next_words", "keep_private", "go_back"}
        nowhere(pilot, ANAS, SAMS)
        assert kept(house) == {ANA: (ANAS, "sealed"), SAM: (SAMS, "sealed")}
        await pilot.press("enter")
        await see(pilot, ANAS, SAMS)
        assert keys(pilot) == {"edit_entry", "go_back"}
        assert kept(house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "shared")}
        await pilot.press("escape")
        await at(pilot, CardTable)
        await see(pilot, f"Ana said: {ANAS}", f"Sam said: {SAMS}")


async def test_before_the_opening_the_card_and_the_lists_say_nothing(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await both(pilot)
        await pilot.press("escape")
        await at(pilot, CardTable)
        nowhere(pilot, ANAS, SAMS)
        for key in ("b", "v", "v", "v", "slash", "escape", "h"):
            await pilot.press(key)
            await pilot.pause()
            assert "sealed" not in words_on(pilot)
            nowhere(pilot, ANAS, SAMS)


async def test_the_other_one_may_write_first(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await pilot.press("s")
        await see(pilot, "Sam writes first, unseen. Ana, look away", "s      Ana first")
        await write(pilot, SAMS)
        await see(pilot, "Please hand the keyboard to Ana.")
        await pilot.press("s")
        await write(pilot, ANAS)
        await pilot.press("enter")
        await see(pilot, ANAS)
        assert words_on(pilot).index("Sam") < words_on(pilot).index("Ana")
    assert kept(house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "shared")}


async def test_nothing_written_passes(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, "")
        screen = await see(pilot, "Please hand the keyboard to Sam.", "Enter  Sam writes")
        assert "first" not in screen
        assert keys(pilot) == {"next_words", "said_aloud", "go_back"}
        await write(pilot, " ", "f5")
        await at(pilot, CardTable)
        assert kept(house) == {}
        assert "said" not in words_on(pilot)


async def test_said_aloud_needs_no_words_and_can_be_taken_back(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await pilot.press("l")
        await at(pilot, CardTable)
        await see(pilot, "You answered this aloud.", "z undo")
        await answer(pilot)
        await see(pilot, "You answered this aloud.")
        assert keys(pilot) == {"edit_entry", "go_back"}
        await pilot.press("escape")
        await at(pilot, CardTable)
        await pilot.press("z")
        await until(pilot, lambda: "aloud" not in words_on(pilot), "what it was before")
        await answer(pilot)
        await write(pilot, ANAS)
        await pilot.press("l")
        await see(pilot, "Ana has written.", "open it together", "z undo")
        nowhere(pilot, ANAS)
        await pilot.press("z")
        await see(pilot, "Please hand the keyboard to Sam.")
        assert "undo" not in keys(pilot)
    assert kept(house) == {ANA: (ANAS, "sealed")}


async def test_opening_anyway_asks_first_and_opens_only_what_is_there(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await pilot.press("o")
        await write(pilot, ANAS)
        await pilot.press("o")
        await at(pilot, Whose)
        await see(pilot, "Whose words shall be opened for both of you?")
        nowhere(pilot, ANAS)
        await pilot.press("escape")
        await at(pilot, Together)
        assert kept(house) == {ANA: (ANAS, "sealed")}
        await choose(pilot, "o", "Ana")
        await see(pilot, ANAS, "e      Sam can still write")
        assert kept(house) == {ANA: (ANAS, "shared")}
        await choose(pilot, "e", "Sam")
        await at(pilot, AnswerForm)
        await see(pilot, "Sam, these words are for both of you.", "Ctrl+S keeps it.")
        await pilot.press("escape")
    assert kept(house) == {ANA: (ANAS, "shared")}


async def test_one_may_keep_theirs_private_before_the_opening(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await both(pilot)
        await choose(pilot, "k", "Sam")
        await see(pilot, "Ana has written.", "z undo")
        assert kept(house)[SAM] == (SAMS, "private")
        await pilot.press("z")
        await see(pilot, "Both of you have written.")
        assert kept(house)[SAM] == (SAMS, "sealed")
        await choose(pilot, "k", "Sam")
        await pilot.press("k", "escape", "enter")
        await see(pilot, ANAS, "kept private")
        nowhere(pilot, SAMS)
        await choose(pilot, "u", "Sam")
        await see(pilot, SAMS)
        await pilot.press("u")
        await see(pilot, "kept private")
        nowhere(pilot, SAMS)
        await choose(pilot, "u", "Sam")
        await choose(pilot, "e", "Ana")
        await at(pilot, AnswerForm)
        nowhere(pilot, SAMS)
        await pilot.press("escape")
        await see(pilot, "kept private")
        assert kept(house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "private")}
        await pilot.press("escape")
        await at(pilot, CardTable)
        nowhere(pilot, SAMS)
        assert "Sam said" not in words_on(pilot)


async def test_who_keeps_theirs_private_first_leaves_no_hint(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, "f5")
        page = await see(pilot, "Please hand the keyboard to Sam.")
        assert [word for word in ("sealed", "private", "first", "anyway") if word in page] == []
        assert keys(pilot) == {"next_words", "said_aloud", "go_back"}
        nowhere(pilot, ANAS)
        await write(pilot, SAMS, "f5")
        page = await see(pilot, "kept private")
        assert page.split().count("kept") == 2
        assert [line for line in evening_words().card.opened if line in page] == []
        assert keys(pilot) == {"uncover_words", "open_anyway", "edit_entry", "go_back"}
        nowhere(pilot, ANAS, SAMS)
        await choose(pilot, "o", "Ana")
        await see(pilot, ANAS, "kept private")
        assert kept(house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "private")}
