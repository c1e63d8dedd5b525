"""The page on safety: the same key for everyone, one key away from Home, and no trace of what was read."""

import hashlib
from pathlib import Path

import pytest

from ritual.content.readings import HELP, SAFETY, reading
from ritual.core.errors import RitualError
from ritual.core.records import Checkin, Session
from ritual.house import House
from ritual.screens.help import HelpWindow
from ritual.screens.home import Home
from ritual.screens.library.screen import Library
from ritual.screens.place import Place
from ritual.screens.tonight.feelings import FeelingWords
from ritual.screens.topic import TopicForm
from ritual.sitting import Sitting
from tests.checkin.conftest import ANA, covers
from tests.screens.checkins import at, begin, foot, keys, left_at, on, read
from tests.screens.conftest import Opens, go_to, told, words_on
from tests.screens.seeing import legible
from tests.screens.thanks import see, thank, type_in, until

TITLE = reading(SAFETY).title
HOW = ("h", "escape")
"""The keys that leave it."""


async def test_it_is_one_key_away_in_the_library_in_help_and_among_the_words(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await pilot.press("f7")
        await on(pilot, Home)
        for number, keys_ in enumerate((("l",), ("l", "f1"))):
            await pilot.press(*keys_)
            await until(pilot, lambda: isinstance(pilot.app.screen, Library | HelpWindow), "the place")
            await pilot.pause()
            assert "F7 safety" in foot(pilot)
            await pilot.press("f7")
            await read(pilot, SAFETY)
            await see(pilot, TITLE, "h home")
            await pilot.press(HOW[number % 2])
            await on(pilot, Home)
            assert len(pilot.app.screen_stack) == 1
        await pilot.press("enter")
        for key in HOW:
            await go_to(pilot, "turn")
            await pilot.press("f")
            await on(pilot, FeelingWords)
            assert "F7 safety" in foot(pilot)
            await pilot.press("f7")
            await read(pilot, SAFETY)
            await pilot.press(key)
            await on(pilot, Home)
            await see(pilot, "Your evening is waiting where you left it.")
            await pilot.press("enter")
    (session,) = house.journal.nights(Session)
    assert session.state == "open"


async def test_from_the_words_of_the_check_in_it_is_home_at_once_with_all_put_down(opens: Opens, house: House) -> None:
    left_at(house, "feelings", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        assert "F7 safety" in foot(pilot)
        await pilot.press(*"lonely", "enter", "f7")
        await read(pilot, SAFETY)
        await pilot.press("ctrl+t")
        await on(pilot, TopicForm)
        await type_in(pilot, "a topic")
        await pilot.press("escape")
        await read(pilot, SAFETY)
        await pilot.press("escape")
        await on(pilot, Home)
        home = await see(pilot, "your check-in is waiting where you left it")
        assert len(pilot.app.screen_stack) == 1
        assert TITLE not in home
        assert told(pilot) == ""
        assert covers(house) == {"Ana lonely": "sealed"}
        await pilot.press("w")
        await begin(pilot)
        assert "covered" in await at(pilot, "feelings", "Ana")
    assert [one.text for one in house.drafts.all()] == ["a topic"]


async def test_what_is_being_typed_below_it_is_on_the_disk(opens: Opens, house: House) -> None:
    async with opens(house, "appreciations") as pilot:
        await pilot.press("n")
        await until(pilot, lambda: "Ctrl+S keeps it" in words_on(pilot), "the form")
        await type_in(pilot, "for the tea")
        await pilot.press("f1", "f7")
        await read(pilot, SAFETY)
        await pilot.press("h")
        await on(pilot, Home)
        assert "tea" not in words_on(pilot)
    assert [one.text for one in house.drafts.all()] == ["for the tea"]


async def test_home_comes_though_the_disk_takes_nothing_but_a_form_stays(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Sitting[Checkin]) -> None:
        raise RitualError("There is no room.")

    left_at(house, "right", ANA)
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await type_in(pilot, "breakfast")
        monkeypatch.setattr(Sitting, "leave", fail)
        await pilot.press("f6")
        await pilot.pause()
        await pilot.press("h")
        await see(pilot, "There is no room.")
        assert len(pilot.app.screen_stack) > 1
        pilot.app.read(SAFETY)  # type: ignore[attr-defined]
        await read(pilot, SAFETY)
        await pilot.press("h")
        await on(pilot, Home)
    assert [one.text for one in house.drafts.all()] == ["breakfast"]


def everything(folder: Path) -> dict[str, str]:
    """All files below `folder`, and what is in them."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


async def test_nothing_remembers_what_was_read(opens: Opens, house: House, tmp_path: Path) -> None:
    thank(house, "for the tea")
    async with opens(house) as pilot:
        await pilot.press("l", "h")
        await on(pilot, Home)
        before = everything(tmp_path)
        home = words_on(pilot)
        await pilot.press("l", "slash", *"afraid", "enter", "enter")
        await until(pilot, lambda: "Enter read" not in foot(pilot), "a reading")
        await pilot.press("end", "h")
        await on(pilot, Home)
        for name in (SAFETY, HELP):
            pilot.app.read(name)  # type: ignore[attr-defined]
            await read(pilot, name)
            await pilot.press("end", "h")
            await on(pilot, Home)
        assert words_on(pilot) == home
        await pilot.press("l")
        await on(pilot, Library)
        assert "afraid" not in await see(pilot, "Emotional intimacy")
        assert pilot.app.screen.query_one("OptionList").highlighted == 1  # type: ignore[attr-defined]
        await pilot.press("h", "ctrl+p")
        await pilot.pause()
        assert TITLE not in words_on(pilot)
        await pilot.press("escape")
        assert everything(tmp_path) == before
        assert (pilot.app.title, pilot.app.sub_title) == ("ritual", "")
    assert everything(tmp_path) == before


async def test_help_says_where_it_is_without_scrolling(opens: Opens, house: House) -> None:
    words = "F7: when not to do such exercises, and where help is."
    async with opens(house) as pilot:
        place = pilot.app.screen
        assert isinstance(place, Place)
        await pilot.press("question_mark")
        for size in ((60, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            for key in ("home", "end"):
                await pilot.press(key)
                await see(pilot, words, "F7 safety")
        for command in place.commands():
            assert place.with_keys(command.help) in " ".join(words_on(pilot).split())
        await pilot.resize_terminal(40, 12)
        await pilot.press("home")
        assert "F7 safety" in foot(pilot)
        legible(pilot, "help")
        assert keys(pilot) == {"open_safety", "go_back"}
        await pilot.press("escape")
        await on(pilot, Home)
