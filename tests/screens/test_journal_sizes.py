"""The Journal in small and large windows, in dark and light, with long names and with nothing in it."""

import pytest
from textual.pilot import Pilot

from ritual.core.records import Note
from ritual.house import House
from ritual.screens.help import HelpWindow
from ritual.screens.journal.bin import BinWindow
from ritual.screens.journal.form import TextForm
from ritual.screens.journal.rhythm import Rhythm
from ritual.screens.journal.trends import Trends
from ritual.screens.place import Place
from ritual.widgets.leaves import Leaves
from tests.screens.conftest import Opens, words_on
from tests.screens.journal import ANA, add, evening_of, fill, go, on, on_journal, open_journal, place
from tests.screens.seeing import THEMES, hard_sizes, legible
from tests.screens.thanks import see, until

COUNT = 8
WINDOWS: dict[str, type[Place[object]]] = {"r": Rhythm, "g": Trends, "b": BinWindow, "e": TextForm}  # type: ignore[dict-item]
SAYS = {"r": "This week", "g": "closeness", "b": "Nothing lies here", "e": "Ctrl+S keeps it"}


async def open_window(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, WINDOWS[key]), key)
    await see(pilot, SAYS[key])


@pytest.mark.parametrize("theme", THEMES)
async def test_every_text_can_be_read_in_every_light(opens: Opens, house: House, theme: str) -> None:
    made = fill(house)
    house.change(theme=theme)
    async with opens(house, size=(80, 40)) as pilot:
        await open_journal(pilot, COUNT)
        legible(pilot, "journal")
        go(pilot, made.note)
        for key in WINDOWS:
            await open_window(pilot, key)
            legible(pilot, key)
            await pilot.press("escape")
            await on_journal(pilot)
        await pilot.press("slash", "t", "e", "a")
        await see(pilot, "▌ tea")
        legible(pilot, "search")


async def test_every_window_survives_hard_sizes(opens: Opens, house: House) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        go(pilot, made.note)
        for key in (None, *WINDOWS, "d", "slash"):
            if key in WINDOWS:
                await open_window(pilot, key)
            elif key:
                await pilot.press(key)
                await pilot.pause()
            for size in (*hard_sizes(), (60, 20)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
            if key:
                await pilot.press("escape")
                await on_journal(pilot)
        await pilot.resize_terminal(80, 24)
        await see(pilot, "│ The line to remember")


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
async def test_the_marked_entry_and_the_keys_are_always_in_view(
    opens: Opens, house: House, size: tuple[int, int]
) -> None:
    fill(house)
    async with opens(house, size=size) as pilot:
        await open_journal(pilot, COUNT)
        for _ in range(COUNT):
            text = words_on(pilot)
            assert "╭─" in text
            assert "─╯" in text
            assert "? help" in text
            assert all(len(line) <= size[0] for line in text.splitlines())
            await pilot.press("down")
        assert pilot.app.screen.query_one("#page").size.width <= 72


async def test_long_names_and_markup_break_nothing(opens: Opens, empty_house: House) -> None:
    first, second = "Maximiliane-Anastasia Hohenlohe-Langenbg", "Ekaterina-Konstantinowna Rimskaja-Korsak"
    empty_house.settle((first, second))
    add(
        empty_house, Note, by=empty_house.people[0].id, text="[red]tea[/red] [@click=app.quit]x[/]", visibility="shared"
    )
    evening_of(empty_house, days_ago=1)
    async with opens(empty_house, size=(60, 20)) as pilot:
        await open_journal(pilot, 2)
        await see(pilot, "│ [red]tea[/red] [@click=app.quit]x[/]", f"{first} · note")
        await pilot.press("f", "u")
        await see(pilot, "from Maximiliane-Anastasia", "private ones")


async def test_help_names_every_key_of_each_window(opens: Opens, house: House) -> None:
    made = fill(house)
    async with opens(house, size=(120, 50)) as pilot:
        await open_journal(pilot, COUNT)
        go(pilot, made.note)
        for key in (None, "r", "g", "b"):
            if key:
                await open_window(pilot, key)
            window = pilot.app.screen
            assert isinstance(window, Place)
            helps = [window.with_keys(command.help) for command in window.commands()]
            await pilot.press("f1")
            await on(pilot, HelpWindow)
            text = " ".join(words_on(pilot).split())
            assert [line for line in helps if line not in text] == []
            await pilot.press("f1")
            await on(pilot, type(window))
            if key:
                await pilot.press("escape")
                await on_journal(pilot)


async def test_the_keyboard_is_always_somewhere_one_can_see(opens: Opens, house: House) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        go(pilot, made.note)
        assert isinstance(pilot.app.focused, Leaves)
        for key in WINDOWS:
            await open_window(pilot, key)
            assert pilot.app.focused is not None
            assert pilot.app.focused.visible
            await pilot.press("escape")
            await on_journal(pilot)
            assert isinstance(pilot.app.focused, Leaves)


async def test_the_mouse_marks_opens_and_scrolls(opens: Opens, house: House) -> None:
    made = fill(house)
    add(house, Note, by=ANA, text="newest")
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT + 1)
        row = next(number for number, text in enumerate(words_on(pilot).splitlines()) if "20 minutes" in text)
        await pilot.click(offset=(10, row))
        await see(pilot, "│ 20 minutes together")
        row = next(number for number, text in enumerate(words_on(pilot).splitlines()) if "│ 20 minutes" in text)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        assert place(pilot).marked is not None
        go(pilot, made.note)
        await see(pilot, "│ The line to remember")
        row = next(number for number, text in enumerate(words_on(pilot).splitlines()) if "│ The line" in text)
        await pilot.click(offset=(10, row))
        await until(pilot, lambda: isinstance(pilot.app.screen, TextForm), "the form")
