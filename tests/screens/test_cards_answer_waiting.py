"""Words to a card that were put down: covered, offered to their author by name, and sealed when they are kept."""

import pytest

from ritual.house import House
from ritual.screens.cards.answer import AnswerForm
from ritual.screens.cards.together import Together
from ritual.screens.home import Home
from ritual.screens.waiting import WordsWaiting
from tests.screens.answers import ANA, ANAS, SAM, SAMS, answer, at, choose, kept, keys, nowhere, type_in, write
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import see, until


def next_start(house: House) -> House:
    return House(house.folders, house.clock)


def drafts(house: House) -> list[tuple[str, str]]:
    return [(one.text, one.visibility) for one in house.drafts.all()]


async def test_escape_puts_the_words_down_and_offers_them_covered(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, "escape")
        await see(pilot, "Ana writes first, unseen.")
        assert (kept(house), drafts(house)) == ({}, [(ANAS, "sealed")])
        for _ in range(2):
            await pilot.press("enter")
            await at(pilot, WordsWaiting)
            await see(pilot, "Ana, you were writing an answer to a card", "Your words are covered.")
            nowhere(pilot, ANAS)
            assert keys(pilot) == {"uncover", "go_back"}
            await pilot.press("escape")
            await at(pilot, Together)
        await pilot.press("enter")
        await at(pilot, WordsWaiting)
        await pilot.press("enter")
        await see(pilot, ANAS, "Ctrl+S seals them")
        await type_in(pilot, " fly")
        await pilot.press("ctrl+s")
        await see(pilot, "Ana has sealed a few words.")
        nowhere(pilot, ANAS)
    assert (kept(house), drafts(house)) == ({ANA: (f"{ANAS} fly", "sealed")}, [])


async def test_home_offers_them_by_name_and_they_stay_sealed(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS)
        await write(pilot, SAMS, None)
        await until(pilot, lambda: drafts(house), "the draft")
        await pilot.press("ctrl+q")
    later = next_start(house)
    async with opens(later) as pilot:
        await see(pilot, "Sam, words of yours are waiting.")
        nowhere(pilot, ANAS, SAMS)
        await pilot.press("o")
        await at(pilot, WordsWaiting)
        card = later.cards.last_drawn(later.night)
        assert card is not None
        await see(pilot, "Sam, you were writing an answer to a card", later.cards.text(card.card)[:20])
        nowhere(pilot, ANAS, SAMS)
        await pilot.press("enter")
        await see(pilot, SAMS)
        await pilot.press("ctrl+s")
        await at(pilot, Home)
        nowhere(pilot, ANAS, SAMS)
        assert "waiting" not in words_on(pilot)
        assert kept(house) == {ANA: (ANAS, "sealed"), SAM: (SAMS, "sealed")}
        await pilot.press("c")
        await answer(pilot)
        await see(pilot, "Both of you have written.")
        nowhere(pilot, ANAS, SAMS)


async def test_words_that_were_put_down_can_be_let_go_and_brought_back(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, "escape")
        await pilot.press("enter")
        await at(pilot, WordsWaiting)
        await pilot.press("enter")
        await see(pilot, ANAS)
        await pilot.press("ctrl+r")
        await see(pilot, "Ana writes first", "z undo")
        assert drafts(house) == []
        await pilot.press("z")
        await until(pilot, lambda: drafts(house) == [(ANAS, "sealed")], "the draft")


@pytest.mark.parametrize("end", ["ctrl+s", "escape"])
async def test_hiding_is_remembered_for_the_other_one_and_the_next_start(opens: Opens, house: House, end: str) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, None)
        await see(pilot, ANAS, "F4 hides what you type")
        await pilot.press("f4")
        await see(pilot, "·" * len(ANAS), "F4 shows what you type")
        nowhere(pilot, ANAS)
        await pilot.press("z", end)
        await at(pilot, Together)
    later = next_start(house)
    assert later.settings.hide_typing
    async with opens(later, "cards") as pilot:
        await answer(pilot)
        await pilot.press("enter")
        await at(pilot, AnswerForm if end == "ctrl+s" else WordsWaiting)
        if end == "ctrl+s":
            await pilot.press(*"walk")
            await see(pilot, "····")
        else:
            await pilot.press("enter")
            await see(pilot, "·" * (len(ANAS) + 1))
        nowhere(pilot, "walk", ANAS)
        await pilot.press("f4")
        await see(pilot, "walk" if end == "ctrl+s" else f"{ANAS}z")


async def test_f5_keeps_private_and_new_words_stay_so(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await write(pilot, ANAS, "f5")
        await write(pilot, "")
        await see(pilot, "kept private")
        await choose(pilot, "e", "Ana")
        await at(pilot, AnswerForm)
        await see(pilot, "Ana, these words are yours alone.", "Ctrl+S keeps it.")
        assert keys(pilot) == {"keep_text", "hide_typing", "forget_text", "go_back"}
        await type_in(pilot, " fly")
        await pilot.press("f5", "escape")
        assert drafts(house) == [(f"{ANAS} fly", "private")]
        await choose(pilot, "e", "Ana")
        await at(pilot, WordsWaiting)
        nowhere(pilot, ANAS)
        await pilot.press("enter", "ctrl+s")
        await see(pilot, "kept private")
    assert kept(house) == {ANA: (f"{ANAS} fly", "private")}
