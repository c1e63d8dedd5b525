"""How the opening looks, whatever the window and the words."""

import pytest

from ritual.house import House
from ritual.widgets.words import Words
from tests.screens.conftest import Opens, go_to, tonight
from tests.screens.sealed import ANAS, SAMS, at, write
from tests.screens.seeing import THEMES, hard_sizes, legible
from tests.screens.test_any_text import FAMILY
from tests.screens.thanks import see, type_in


def find(lines: list[str], text: str) -> tuple[int, int]:
    """The last row in which `text` stands, and the column."""
    row = max(row for row, line in enumerate(lines) if text in line)
    return row, lines[row].index(text)


@pytest.mark.parametrize(("size", "beside"), [((120, 40), True), ((80, 24), True), ((60, 20), False)])
async def test_they_stand_side_by_side_and_in_a_narrow_window_below_each_other(
    opens: Opens, house: House, size: tuple[int, int], beside: bool
) -> None:
    async with opens(house, "tonight", size=size) as pilot:
        await write(pilot)
        assert tonight(pilot).query_one("#page").max_scroll_y == 0
        await pilot.press("enter")
        lines = (await see(pilot, ANAS, SAMS)).splitlines()
        assert tonight(pilot).query_one("#page").max_scroll_y == 0
        for name, text in (("Ana", ANAS), ("Sam", SAMS)):
            row, column = find(lines, text)
            assert find(lines, name) == (row - 1, column)
        (row, column), (other_row, other_column) = find(lines, ANAS), find(lines, SAMS)
        assert (other_row - row, other_column == column) == ((0, False) if beside else (3, True))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_long_answers_can_be_read_to_their_end_by_keys(opens: Opens, house: House, size: tuple[int, int]) -> None:
    async with opens(house, "tonight", size=size) as pilot:
        for name in ("Ana", "Sam"):
            await go_to(pilot, "answer", name)
            pilot.app.screen.query_one(Words).text = "one word after the other " * 40 + f"and {name}…"
            await pilot.press("enter")
        await at(pilot, "opening")
        await pilot.press("enter")
        assert "Sam…" not in await see(pilot, "one word")
        await pilot.press("end")
        await see(pilot, "Sam…", "goes")
        await pilot.press("pageup", "pageup", "up", "enter")
        await at(pilot, "appreciation", "Ana")
        assert tonight(pilot).query_one("#page").max_scroll_y == 0
        await type_in(pilot, "end")


@pytest.mark.parametrize("theme", THEMES)
async def test_every_text_of_the_opening_can_be_read(opens: Opens, house: House, theme: str) -> None:
    house.change(theme=theme)
    async with opens(house, "tonight") as pilot:
        await write(pilot)
        legible(pilot, "sealed")
        await pilot.press("k")
        await see(pilot, "Whose words")
        legible(pilot, "whose")
        await pilot.press("enter")
        await see(pilot, "Sam has written.")
        await pilot.press("enter")
        await see(pilot, "kept private", SAMS)
        legible(pilot, "opened")
        await pilot.press("escape", "escape")
        await see(pilot, "your words are covered")
        legible(pilot, "covered")
        await pilot.press("enter", "f4")
        await see(pilot, "·" * len(ANAS))
        legible(pilot, "hidden")


async def test_the_opening_survives_hard_sizes(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        for name, text in (("Ana", FAMILY * 40), ("Sam", "日本語 " + "x" * 150)):
            await go_to(pilot, "answer", name)
            pilot.app.screen.query_one(Words).text = text
            await pilot.press("enter")
        await at(pilot, "opening")
        for key in (None, "k", "escape", "enter"):
            if key:
                await pilot.press(key)
                await pilot.pause()
            for size in hard_sizes():
                await pilot.resize_terminal(*size)
                await pilot.pause()
            await pilot.resize_terminal(80, 24)
        await see(pilot, "日本語", "x" * 20)
