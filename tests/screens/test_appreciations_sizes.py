"""The place in small and large windows, in dark and light, with nothing in it and with long names."""

from collections.abc import AsyncIterator

import pytest
from textual.pilot import Pilot

from ritual.house import House
from ritual.screens.appreciations.form import ThanksForm
from ritual.screens.place import Place
from ritual.widgets.leaves import Leaves
from tests.screens.conftest import Opens, words_on
from tests.screens.seeing import THEMES, hard_sizes, legible
from tests.screens.thanks import marked, open_log, reply, see, thank, until

WINDOWS = {"n": "Ctrl+S keeps it", "e": "Ctrl+S keeps it", "enter": "thanked you", "d": "Which day", "b": "Lately"}
"""What each key opens, and what stands there."""


def fill(house: House) -> None:
    reply(
        house, thank(house, "for the tea when I was on the phone", by=house.people[-1].name, way="celebration"), "Yes"
    )
    for days in range(1, 30):
        thank(house, f"for day {days} and [red]everything[/red] that came with it " + "and more " * days, days_ago=days)


async def windows(pilot: Pilot[None]) -> AsyncIterator[str]:
    """Every window of the place, one after the other."""
    for key, text in WINDOWS.items():
        await pilot.press(key)
        await see(pilot, text)
        yield key
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen.query(Leaves), "the log")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_window_fits(opens: Opens, house: House, size: tuple[int, int]) -> None:
    fill(house)
    async with opens(house, size=size) as pilot:
        await open_log(pilot, 30)
        async for key in windows(pilot):
            assert pilot.app.screen.query_one("#page").max_scroll_y == 0, key
        await pilot.press("question_mark")
        await see(pilot, "Say thank you for something.")
        assert size != (120, 40) or pilot.app.screen.query_one("#page").max_scroll_y == 0
        await pilot.press("escape")
        for _ in range(3):
            await pilot.press("pagedown")
            lines = words_on(pilot).splitlines()
            top, low = (next(n for n, line in enumerate(lines) if sign in line) for sign in "╭╰")
            assert 0 < top < low < size[1] - 1
            assert lines[-2].strip() == ""


@pytest.mark.parametrize("theme", THEMES)
async def test_every_text_can_be_read(opens: Opens, house: House, theme: str) -> None:
    house.change(theme=theme)
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 30)
        legible(pilot, "log")
        await pilot.press("slash", "t")
        await pilot.pause()
        legible(pilot, "search")
        await pilot.press("escape")
        async for key in windows(pilot):
            legible(pilot, key)


async def test_every_window_survives_hard_sizes(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 30)
        for key in (None, "n", "enter", "b"):
            if key:
                await pilot.press(key)
                await pilot.pause()
            for size in (*hard_sizes(), (60, 20)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
            if key:
                await pilot.press("escape")
                await until(pilot, lambda: pilot.app.screen.query(Leaves), "the log")
        assert marked(pilot).startswith("for the tea")


async def test_in_a_very_small_window_it_can_be_said_read_and_answered(opens: Opens, house: House) -> None:
    thank(house, "for the tea when I was on the phone", by="Sam")
    async with opens(house, size=(40, 12)) as pilot:
        await open_log(pilot, 1)
        await see(pilot, "│ for the tea when I was on the", "Sam to Ana ─╯")
        await pilot.press("enter")
        await see(pilot, "Sam thanked you, Ana.", "received ♥")
        await pilot.press("escape", "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, ThanksForm), "the form")
        await pilot.press("a", "tab", "tab")
        await see(pilot, "tonight, or a day like")
        await pilot.press("ctrl+s")
        await see(pilot, "│ a  ", "Ana to Sam ─╯")


async def test_help_can_be_read_to_its_end(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house, size=(60, 20)) as pilot:
        await open_log(pilot, 30)
        await pilot.press("question_mark")
        await see(pilot, "Say thank you for something.")
        await pilot.press("end")
        await see(pilot, "Close ritual.")


async def test_an_empty_log_names_the_next_key(opens: Opens, house: House) -> None:
    async with opens(house, size=(60, 20)) as pilot:
        await open_log(pilot, 0)
        await see(pilot, "n  say the first one")
        place = pilot.app.screen
        assert isinstance(place, Place)
        offered = {command.id() for command in place.commands()}
        assert {"say_thanks", "go_home", "go_back"} <= offered
        assert not {"edit_entry", "remove_entry", "give_answer", "search_words", "random_one", "show_ways"} & offered
        await pilot.press("x", "e", "enter", "slash", "r", "f", "v", "y", "d", "b", "down", "end", "pagedown")
        await see(pilot, "n  say the first one")


async def test_long_names_are_shortened_and_break_nothing(opens: Opens, empty_house: House) -> None:
    first, second = "Maximiliane-Anastasia Hohenlohe-Langenbg", "Ekaterina-Konstantinowna Rimskaja-Korsak"
    empty_house.settle((first, second))
    fill(empty_house)
    async with opens(empty_house, size=(60, 20)) as pilot:
        await open_log(pilot, 30)
        text = words_on(pilot)
        assert "Ekaterina-Konstantinowna Rimskaja-Korsak to Max" in text
        assert "… ─╯" in text
        await pilot.press("n")
        await see(pilot, f"{first} thanks", "Ctrl+S keeps it")


async def test_the_keyboard_is_always_somewhere_one_can_see(opens: Opens, house: House) -> None:
    thank(house, "for the tea", by="Sam")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        for key, stops in (("slash", 2), ("n", 4), ("enter", 2), ("d", 1)):
            await pilot.press(key)
            await pilot.pause()
            seen = set()
            for _ in range(stops):
                field = pilot.app.focused
                assert field is not None
                assert field.visible
                assert field.styles.border_left[0] == "outer" or isinstance(field, Leaves)
                seen.add(field)
                await pilot.press("tab")
            assert len(seen) == stops
            assert pilot.app.focused in seen
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen.query(Leaves), "the log")
