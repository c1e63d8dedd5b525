"""What two have answered is changed, taken away and brought back, here or in another window."""

import pytest
from textual.events import Key

from ritual.answering import Answering
from ritual.core.records import Draw
from ritual.house import House
from ritual.screens.cards.answer import AnswerForm
from ritual.screens.cards.screen import CardTable
from ritual.screens.cards.together import Together
from ritual.screens.waiting import WordsWaiting
from tests.conftest import EVENING
from tests.screens.answers import ANA, ANAS, SAM, SAMS, answer, at, both, choose, elsewhere, kept, keys, nowhere, write
from tests.screens.conftest import Opens, told, words_on
from tests.screens.thanks import see, until


async def test_words_can_be_changed_let_go_and_brought_back(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await both(pilot)
        await pilot.press("e", "enter")
        await see(pilot, ANAS)
        for key in ("ctrl+r", "ctrl+s"):
            await choose(pilot, "e", "Ana")
            await at(pilot, AnswerForm)
            await see(pilot, ANAS)
            if key == "ctrl+s":
                await pilot.press("ctrl+u")
            await pilot.press(key)
            await at(pilot, Together)
            await until(pilot, lambda: ANAS not in words_on(pilot) and SAMS in words_on(pilot), "Sam's words alone")
            assert set(kept(house)) == {SAM}
            await pilot.press("z")
            await see(pilot, ANAS, SAMS)
            assert kept(house) == {ANA: (ANAS, "shared"), SAM: (SAMS, "shared")}
        await choose(pilot, "e", "Sam")
        await at(pilot, AnswerForm)
        await pilot.press("!", "ctrl+s")
        await see(pilot, ANAS, f"{SAMS}!")


async def test_what_was_let_go_last_comes_back_on_the_card(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS)
        await choose(pilot, "o", "Ana")
        await choose(pilot, "e", "Ana")
        await at(pilot, AnswerForm)
        await pilot.press("ctrl+r")
        await see(pilot, "Please hand the keyboard to Sam.", "z undo")
        await pilot.press("escape")
        await at(pilot, CardTable)
        await see(pilot, "z undo")
        assert "said" not in words_on(pilot)
        await pilot.press("z")
        await see(pilot, f"Ana said: {ANAS}")


async def test_an_undo_of_another_place_waits_there(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await at(pilot, CardTable)
        await pilot.press("x")
        await see(pilot, "It will not come again.")
        await answer(pilot)
        assert "undo" not in keys(pilot)
        await pilot.press("z", "escape")
        await at(pilot, CardTable)
        await see(pilot, "z undo")


async def test_another_window_is_followed_and_opens_nothing_unseen(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        other = elsewhere(house)
        other.say(ANA, ANAS)
        await see(pilot, "Please hand the keyboard to Sam.")
        other.say(SAM, SAMS)
        screen = pilot.app.screen
        assert isinstance(screen, Together)
        await screen.action_next_words()
        await see(pilot, "Both of you have written.")
        assert kept(house) == {ANA: (ANAS, "sealed"), SAM: (SAMS, "sealed")}
        other.open()
        await see(pilot, ANAS, SAMS)


async def test_what_cannot_be_written_is_said_and_changes_nothing(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with opens(house, "cards") as pilot:
        await both(pilot)
        with monkeypatch.context() as broken:
            broken.setattr(house.journal.shelf, "put", full)
            for key in ("enter", "l"):
                await pilot.press(key)
            await choose(pilot, "k", "Ana")
            await see(pilot, "Both of you have written.")
            assert "No space left on device" in told(pilot)
            nowhere(pilot, ANAS, SAMS)
        assert kept(house) == {ANA: (ANAS, "sealed"), SAM: (SAMS, "sealed")}
        await pilot.press("enter")
        await see(pilot, ANAS, SAMS)


async def test_what_was_sealed_long_ago_is_opened_from_the_list(opens: Opens, house: House) -> None:
    card, night = house.cards.decks[0].cards[0].id, house.night.replace(year=2024)
    old = Answering(house, house.journal.keep(Draw(id="old", at=EVENING, night=night, card=card)))
    old.say(ANA, ANAS)
    old.say(SAM, SAMS)
    async with opens(house, "cards") as pilot:
        await at(pilot, CardTable)
        await pilot.press("b")
        nowhere(pilot, ANAS, SAMS)
        await see(pilot, "2024")
        await pilot.press("enter")
        await answer(pilot)
        await see(pilot, "Both of you have written.")
        await pilot.press("enter")
        await see(pilot, ANAS, SAMS)
        await pilot.press("escape")
        await see(pilot, f"Ana said: {ANAS}", f"Sam said: {SAMS}")
    assert {one.night for one in old.in_order} == {night}


@pytest.mark.parametrize("keys", [("ctrl+s",) * 3, ("f5", "ctrl+s", "escape")])
async def test_quick_fingers_leave_one_place_at_a_time(opens: Opens, house: House, keys: tuple[str, ...]) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, None)
        for key in keys:
            pilot.app.post_message(Key(key, None))
        await at(pilot, CardTable if keys[-1] == "escape" else Together)
    assert kept(house) == {ANA: (ANAS, "private" if keys[0] == "f5" else "sealed")}


async def test_two_clicks_at_once_leave_one_place(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, None)
        form = pilot.app.screen
        assert isinstance(form, AnswerForm)
        form.action_go_back()
        form.action_go_back()
        await at(pilot, Together)
        await pilot.press("enter")
        await at(pilot, WordsWaiting)
        window = pilot.app.screen
        assert isinstance(window, WordsWaiting)
        window.action_go_back()
        window.action_go_back()
        await at(pilot, Together)
