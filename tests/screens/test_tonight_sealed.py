"""Sealed answers at Tonight, key by key, and what stands on the screen meanwhile."""

import pytest

from ritual.core.errors import RitualError
from ritual.house import House
from ritual.journal import Journal
from ritual.screens.tonight.goodnight import Goodnight
from ritual.screens.whose import Whose
from ritual.widgets.both import Both
from tests.screens.conftest import Opens, go_to, told, tonight, words_on
from tests.screens.sealed import ANAS, SAMS, answers, at, write
from tests.screens.thanks import see, type_in, until


async def test_each_writes_unseen_and_they_open_it_together(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await see(pilot, "Enter seals it until you open it", "together. Nothing written is fine, too.")
        await type_in(pilot, ANAS)
        await see(pilot, ANAS)
        await pilot.press("enter")
        await at(pilot, "answer", "Sam")
        assert ANAS not in words_on(pilot)
        await type_in(pilot, SAMS)
        assert ANAS not in words_on(pilot)
        await pilot.press("enter")
        sealed = await see(pilot, "Both of you have written.", "Enter opens what is sealed.")
        assert ANAS not in sealed
        assert SAMS not in sealed
        assert answers(house) == {"Ana": (ANAS, "sealed"), "Sam": (SAMS, "sealed")}
        await pilot.press("enter")
        await see(pilot, ANAS, SAMS, "Enter goes on.")
        assert answers(house) == {"Ana": (ANAS, "shared"), "Sam": (SAMS, "shared")}
        await pilot.press("enter")
        await at(pilot, "appreciation", "Ana")
        assert ANAS not in words_on(pilot)


async def test_what_one_copied_the_other_cannot_paste(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await type_in(pilot, ANAS)
        await pilot.press("shift+home", "ctrl+c", "end", "enter")
        await at(pilot, "answer", "Sam")
        await pilot.press("ctrl+v")
        await type_in(pilot, SAMS)
        await pilot.press("enter")
        await see(pilot, "Both of you have written.")
    assert answers(house) == {"Ana": (ANAS, "sealed"), "Sam": (SAMS, "sealed")}


async def test_stepping_back_shows_nothing_of_the_other_one(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await write(pilot)
        await pilot.press("escape")
        await at(pilot, "answer", "Sam")
        await see(pilot, SAMS)
        assert ANAS not in words_on(pilot)
        await pilot.press("escape")
        covered = await see(pilot, "Ana, you were writing here, and your words are covered.", "Enter shows them")
        assert ANAS not in covered
        assert "F4" not in covered
        await pilot.press("f4", "escape", "enter")
        await see(pilot, "Ana, you were writing here")
        assert not house.settings.hide_typing
        await pilot.press("enter")
        await see(pilot, ANAS)
        await pilot.press("enter")
        covered = await see(pilot, "Sam, you were writing here")
        assert SAMS not in covered
        assert ANAS not in covered
        await pilot.press("ctrl+n")
        await at(pilot, "opening")
    assert answers(house) == {"Ana": (ANAS, "sealed"), "Sam": (SAMS, "sealed")}


async def test_unfinished_words_are_covered_from_the_other_one_too(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Sam")
        await type_in(pilot, SAMS)
        await pilot.press("escape")
        await at(pilot, "answer", "Ana")
        assert SAMS not in words_on(pilot)
        await pilot.press("enter")
        assert SAMS not in await see(pilot, "Sam, you were writing here")
        (draft,) = house.drafts.all()
        assert draft.visibility == "sealed"
    assert answers(house) == {}


async def test_the_next_step_key_leads_to_the_opening_and_from_there_on(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await type_in(pilot, ANAS)
        await pilot.press("ctrl+n")
        assert ANAS not in await see(pilot, "Ana has written.", "Enter opens what is sealed.")
        await pilot.press("ctrl+n")
        await at(pilot, "appreciation", "Ana")
    assert answers(house) == {"Ana": (ANAS, "sealed")}


async def test_a_new_start_between_the_two_shows_nothing(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await type_in(pilot, ANAS)
        await pilot.press("enter")
        await at(pilot, "answer", "Sam")
        await type_in(pilot, "walk")
        await pilot.press("ctrl+q")
    async with opens(House(house.folders, house.clock)) as pilot:
        home = await see(pilot, "Your evening is waiting", "Sam, words of yours are waiting.")
        assert "walk" not in home
        await pilot.press("enter")
        assert "walk" not in await see(pilot, "Sam, you were writing here")
        await pilot.press("enter")
        await see(pilot, "walk")
        await pilot.press("enter", "enter")
        await see(pilot, ANAS, "walk")


async def test_one_keeps_theirs_private_and_the_other_is_opened(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await write(pilot)
        assert "k keep private" in words_on(pilot)
        await pilot.press("k")
        window = await see(pilot, "Whose words stay private?", "Ana", "Sam")
        assert ANAS not in window
        await pilot.press("enter")
        await see(pilot, "Sam has written.", "k keep private")
        assert answers(house) == {"Ana": (ANAS, "private"), "Sam": (SAMS, "sealed")}
        await pilot.press("enter")
        opened = await see(pilot, "kept private", SAMS)
        assert ANAS not in opened
        assert "k keep private" not in opened
        await pilot.press("k")
        await pilot.pause()
        assert tonight(pilot).is_on_top
    assert answers(house) == {"Ana": (ANAS, "private"), "Sam": (SAMS, "shared")}


async def test_where_both_keep_theirs_private_there_is_nothing_to_open(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await write(pilot)
        await pilot.press("k")
        await see(pilot, "Whose words")
        await pilot.press("down", "enter")
        await see(pilot, "Ana has written.")
        await pilot.press("k")
        window = await see(pilot, "Whose words", "Ana")
        assert "Sam" not in window
        await pilot.press("enter")
        await see(pilot, "Ana", "Sam", "kept private", "Enter goes on.")
    assert answers(house) == {"Ana": (ANAS, "private"), "Sam": (SAMS, "private")}


async def test_k_and_escape_change_nothing(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await write(pilot)
        before = await see(pilot, "Both of you have written.")
        await pilot.press("k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Whose), "the window")
        await pilot.press("escape")
        await at(pilot, "opening")
        assert words_on(pilot) == before
        assert answers(house) == {"Ana": (ANAS, "sealed"), "Sam": (SAMS, "sealed")}
        await pilot.press("enter")
        await see(pilot, ANAS, SAMS)


async def test_a_disk_that_takes_nothing_leaves_them_sealed(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Journal, record: object) -> None:
        raise RitualError("There is no room.")

    async with opens(house, "tonight") as pilot:
        await write(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "keep", fail)
            await pilot.press("enter")
            await until(pilot, lambda: "There is no room." in told(pilot), "a word about it")
            assert not pilot.app.screen.query(Both)
        await pilot.press("enter")
        await see(pilot, ANAS, SAMS)


async def test_one_alone_reads_nothing_of_seals(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    async with opens(empty_house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        assert "seal" not in await see(pilot, "Enter keeps it.")
        await type_in(pilot, ANAS)
        await pilot.press("enter")
        await at(pilot, "appreciation")
        await go_to(pilot, "closing")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Goodnight), "good night")
    assert answers(empty_house) == {"Ana": (ANAS, "shared")}
