"""The first launch."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ritual.house import House
from ritual.scenes.welcome import GREETING
from ritual.screens.home import Home
from ritual.screens.welcome import Welcome
from tests.screens.conftest import Opens, words_on


async def answer(pilot: Pilot[None], typed: str) -> None:
    for field in pilot.app.screen.query(Input):
        field.value = typed
    await pilot.press("enter")
    await pilot.pause()


async def test_three_answers_lead_home(opens: Opens, empty_house: House) -> None:
    async with opens(empty_house) as pilot:
        assert "What you write lies in" in words_on(pilot)
        assert "nobody else reads it" in words_on(pilot)
        await answer(pilot, "Ana and Sam")
        assert "Welcome, Ana and Sam." in words_on(pilot)
        await pilot.press("down")
        await answer(pilot, "")
        await answer(pilot, "40")
        assert isinstance(pilot.app.screen, Home)
    assert [one.name for one in empty_house.people] == ["Ana", "Sam"]
    assert empty_house.stage == "long-term"
    assert "minutes = 40" in empty_house.folders.settings_file.read_text()


async def test_everything_can_be_skipped(opens: Opens, empty_house: House) -> None:
    async with opens(empty_house) as pilot:
        for _ in range(3):
            await answer(pilot, "")
        assert "Good evening, Sun and Moon." in words_on(pilot)
    assert not empty_house.folders.settings_file.exists()


@pytest.mark.parametrize(("typed", "word"), [("Ana,", "empty"), ("Ana,ana", "same"), ("x" * 200, "40 letters")])
async def test_names_that_cannot_be_get_one_kind_line(opens: Opens, empty_house: House, typed: str, word: str) -> None:
    async with opens(empty_house) as pilot:
        await answer(pilot, typed)
        assert word in words_on(pilot)
        assert isinstance(pilot.app.screen, Welcome)
    assert empty_house.people == []


async def test_its_help_names_no_key_that_does_nothing_yet(opens: Opens, empty_house: House) -> None:
    async with opens(empty_house, size=(60, 20)) as pilot:
        assert GREETING in words_on(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert "Close ritual" in words_on(pilot)
        assert "Park something" not in words_on(pilot)
        assert "Read something short" not in words_on(pilot)


@pytest.mark.parametrize("typed", ["1", "181", "many", "-5", "9" * 500])
async def test_minutes_that_cannot_be_are_asked_for_again(opens: Opens, empty_house: House, typed: str) -> None:
    async with opens(empty_house) as pilot:
        await answer(pilot, "")
        await answer(pilot, "")
        await answer(pilot, typed)
        assert "a number of minutes from 2 to 180" in words_on(pilot)
        assert isinstance(pilot.app.screen, Welcome)


async def test_escape_goes_back_and_the_names_are_still_there(opens: Opens, empty_house: House) -> None:
    async with opens(empty_house) as pilot:
        await answer(pilot, "Ana Sam")
        assert "Welcome, Ana Sam. With one name, you are here by yourself" in words_on(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "Ana" in words_on(pilot)
        assert "What are your names" in words_on(pilot)


async def test_names_are_not_read_as_markup(opens: Opens, empty_house: House) -> None:
    async with opens(empty_house) as pilot:
        await answer(pilot, "[red]Ana, [b]")
        await answer(pilot, "")
        await answer(pilot, "")
        assert "[red]Ana and [b]." in words_on(pilot)


async def test_a_home_that_cannot_be_written_is_said(opens: Opens, empty_house: House, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "data").write_text("in the way")
    async with opens(empty_house) as pilot:
        for _ in range(3):
            await answer(pilot, "")
        assert isinstance(pilot.app.screen, Welcome)
        assert any("could not be saved" in str(one.message) for one in pilot.app._notifications)


@pytest.mark.parametrize("key", ["escape", "h"])
async def test_after_a_look_at_the_page_on_safety_the_question_stands_there_again(
    opens: Opens, empty_house: House, key: str
) -> None:
    async with opens(empty_house) as pilot:
        await pilot.press("f1", "f7")
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, Welcome)
