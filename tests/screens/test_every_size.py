"""Every place in every window: what is read, what is seen, what survives."""

import re
from pathlib import Path

import pytest

import ritual
from ritual.evening import Evening
from ritual.house import House
from ritual.screens.guided import dawn
from ritual.screens.place import Place
from tests.screens.conftest import Opens, go_to, tonight, words_on
from tests.screens.seeing import THEMES, hard_sizes, legible

ROOT = Path(ritual.__file__).parent
SIZES = ((60, 20), (80, 24), (120, 40))


BEATS = ("breathe", "closeness", "turn", "card", "answer", "appreciation", "note", "closing")


@pytest.mark.parametrize(("theme", "size"), zip(THEMES, SIZES, strict=True))
async def test_every_text_can_be_read(opens: Opens, house: House, theme: str, size: tuple[int, int]) -> None:
    house.change(theme=theme, reduce_motion=True)
    async with opens(house, size=size) as pilot:
        legible(pilot, "home")
        for key, name in (("question_mark", "help"), ("m", "minutes"), ("f9", "themes"), ("ctrl+p", "palette")):
            await pilot.press(key)
            await pilot.pause()
            await pilot.pause(0.1 if key == "ctrl+p" else 0)
            legible(pilot, name)
            await pilot.press("escape")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        for beat in BEATS:
            await go_to(pilot, beat)
            legible(pilot, beat)
            if beat == "turn":
                for key in ("f", "ctrl+g"):
                    await pilot.press(key)
                    await pilot.pause()
                    legible(pilot, key)
                    await pilot.press("escape")
                    await pilot.pause()
                dawn.brighten(tonight(pilot), moves=False)
                await pilot.pause()
                legible(pilot, "time up")
        await pilot.press("enter")
        await pilot.pause()
        legible(pilot, "goodnight")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_nothing_important_lies_below_the_fold(opens: Opens, house: House, size: tuple[int, int]) -> None:
    async with opens(house, size=size) as pilot:
        assert pilot.app.screen.query_one("#page").max_scroll_y == 0
        await pilot.press("enter")
        await pilot.pause()
        for beat in BEATS:
            await go_to(pilot, beat)
            assert tonight(pilot).query_one("#page").max_scroll_y == 0, beat


async def test_every_screen_survives_hard_sizes(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("a [b]long[/b] word " + "x" * 400)
    evening.leave()
    async with opens(house) as pilot:
        for key in (None, "question_mark", "ctrl+p", "f9", "o", "enter"):
            if key:
                await pilot.press(key)
                await pilot.pause()
            if key == "o":
                await pilot.press("enter")
            for size in hard_sizes():
                await pilot.resize_terminal(*size)
                await pilot.pause()
            await pilot.resize_terminal(80, 24)
            if key not in (None, "enter"):
                await pilot.press("escape")
                await pilot.pause()
        await go_to(pilot, "closing")
        while tonight(pilot).evening.progress.place > 1:
            for size in hard_sizes():
                await pilot.resize_terminal(*size)
                await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()


async def test_a_small_window_asks_for_more_room_and_keeps_the_focus(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"abc")
        await pilot.resize_terminal(30, 8)
        await pilot.pause()
        assert "Please make this window" in words_on(pilot)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.press("d")
        assert "abcd" in words_on(pilot)


TOPS = [((40, 12), 0), ((60, 20), 1), ((80, 24), 2), ((120, 40), 8), ((200, 50), 12)]


@pytest.mark.parametrize(("size", "top"), TOPS)
async def test_the_page_breathes_with_the_window(opens: Opens, house: House, size: tuple[int, int], top: int) -> None:
    async with opens(house, size=size) as pilot:
        assert pilot.app.screen.query_one("#page").styles.padding.top == top
        assert pilot.app.screen.query_one("#page").size.width <= 72
        assert "begin · 20 minutes" in words_on(pilot)


def test_what_a_tall_window_has_a_vast_one_has_too() -> None:
    """A window has one class of each direction; a rule for `-tall` alone would end where a window grows further."""
    for file in (*ROOT.rglob("*.py"), *ROOT.rglob("*.tcss")):
        text = file.read_text("utf-8")
        for rule in re.findall(r"\S*\.-tall [^,{]+", text):
            assert rule.replace("-tall", "-vast").strip() in text, (file.name, rule)


async def test_enter_at_the_foot_can_be_clicked_in_a_small_window(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await pilot.press("m")
        await pilot.pause()
        await pilot.press(*"33")
        line = words_on(pilot).splitlines()[23]
        await pilot.click(offset=(line.index("go on"), 23))
        await pilot.pause()
        assert "begin · 33 minutes" in words_on(pilot)


@pytest.mark.parametrize("key", ["f9", "s", "ctrl+p"])
async def test_page_keys_move_through_a_list_that_no_window_shows(opens: Opens, house: House, key: str) -> None:
    async with opens(house) as pilot:
        await pilot.press(key)
        await pilot.pause()
        for size in ((10, 30), (1, 1), (300, 3), (80, 24), (2, 50)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.press("down", "pagedown", "pageup")
        assert pilot.app.is_running


async def test_the_first_picture_of_a_place_knows_how_large_the_window_is(opens: Opens, house: House) -> None:
    """Else all of it would jump by some rows once it is there, and the cursor would stay behind."""
    seen: list[tuple[int, int]] = []

    class Probe(Place[None]):
        def on_show(self) -> None:
            seen.append(self.query_one("#page").styles.padding[:2])

        def on_idle(self) -> None:
            seen.append(self.query_one("#page").styles.padding[:2])

    async with opens(house, size=(120, 40)) as pilot:
        pilot.app.push_screen(Probe())
        await pilot.pause()
        assert set(seen) == {(8, 2)}
