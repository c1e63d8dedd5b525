"""The Library: every reading on its shelf, found by a word, and remembered nowhere; and the page on safety."""

import re

from textual.pilot import Pilot
from textual.widgets import OptionList

from ritual.content.readings import HELP, SAFETY, Reading, reading, readings, shelves
from ritual.house import House
from ritual.scenes.tonight import READINGS
from ritual.screens.guided.rest import Rest
from ritual.screens.home import Home
from ritual.screens.library.reading import ReadingPage
from ritual.screens.library.screen import Library
from tests.checkin.conftest import ANA
from tests.screens.checkins import at, begin, foot, keys, left_at, on, page, read
from tests.screens.conftest import Opens, go_to, tonight, words_on
from tests.screens.seeing import THEMES, legible
from tests.screens.thanks import see, until

TITLE = reading(SAFETY).title


def titles(pilot: Pilot[None]) -> OptionList:
    return pilot.app.screen.query_one(OptionList)


def listed(pilot: Pilot[None]) -> list[str]:
    """The ids of the readings that are listed."""
    return [one.id for one in titles(pilot).options if one.id]


def visible(text: str) -> str:
    """Text without its spaces and line ends."""
    return "".join(text.split())


def said(pilot: Pilot[None]) -> str:
    """All text of the page, also what lies below the fold."""
    return visible("".join(str(one.render()) for one in page(pilot).query("Static")))


async def test_all_readings_stand_on_their_shelves_and_can_be_read(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await pilot.press("l")
        await on(pilot, Library)
        await see(pilot, "Sunday 22 November", "Emotional intimacy", "F7 safety", "/ search", "Enter read", "? help")
        assert listed(pilot) == [one.id for one in readings()]
        heads = [str(one.prompt).strip() for one in titles(pilot).options if one.disabled]
        assert heads == [shelf.name for shelf in shelves()]
        for number, one in enumerate(readings()):
            if number in (0, 12, 30):
                await pilot.press("enter")
                await read(pilot, one.id)
                await pilot.press("escape")
                await on(pilot, Library)
            await pilot.press("down")
        assert titles(pilot).highlighted == 1
        await pilot.press("escape")
        await on(pilot, Home)


async def test_every_reading_is_shown_whole_and_scrolls(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        for one in (reading("mirroring"), reading(SAFETY), reading("what-it-is")):
            pilot.app.read(one.id)  # type: ignore[attr-defined]
            await read(pilot, one.id)
            shown = said(pilot)
            for text in (one.title, "Tonight" + visible(one.tonight), *one.sources):
                assert visible(text) in shown
            for paragraph in one.text.split("\n\n"):
                assert visible(re.sub(r"^(-|\d+\.) ", "", paragraph)) in shown
        assert all(key in foot(pilot) for key in ("? help", "h home", "Esc back"))
        await pilot.press("down")
        await until(pilot, lambda: page(pilot).scroll_y > 0, "a line further")
        await pilot.press("end")
        await until(pilot, lambda: page(pilot).scroll_y == page(pilot).max_scroll_y > 0, "the end")
        assert visible(one.sources[-1])[-40:] in visible(words_on(pilot))
        for size in ((1, 1), (40, 12), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.press("home")
            await pilot.pause()
            if size[0] > 1:
                assert visible(one.title) in visible(words_on(pilot))


async def test_items_of_a_list_stand_close_and_keep_their_column(opens: Opens, house: House) -> None:
    async with opens(house, size=(60, 20)) as pilot:
        pilot.app.read(SAFETY)  # type: ignore[attr-defined]
        await read(pilot, SAFETY)
        await pilot.press("pagedown")
        lines = (await see(pilot, "·  the emergency number", "·  a domestic-violence helpline")).splitlines()
        first = next(number for number, line in enumerate(lines) if "·  the emergency" in line)
        column = lines[first].index("the emergency")
        assert lines[first + 1][column] != " "
        assert lines[first + 1].index("danger now") >= column
        assert "·  a domestic" in lines[first + 2]


async def test_it_is_found_by_any_words_and_escape_shows_all_again(opens: Opens, house: House) -> None:
    async with opens(house, "library") as pilot:
        for key in ("slash", *"Jealousy"):
            await pilot.press(key)
        await until(
            pilot, lambda: "jealousy-and-trust" in listed(pilot) != [one.id for one in readings()], "what says so"
        )
        assert listed(pilot) == [one.id for one in readings() if "jealousy" in whole(one)]
        await pilot.press("space", *"cup")
        await until(
            pilot, lambda: listed(pilot) == [one.id for one in readings() if says(one, "jealousy", "cup")], "both"
        )
        await pilot.press(*["backspace"] * 4, "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingPage), "the first of them")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: len(listed(pilot)) == len(readings()), "all again")
        await pilot.press("slash", *"xyz")
        await see(pilot, "Nothing like that is here. Esc shows all again.")
        legible(pilot, "nothing found")
        await pilot.press("down", "enter", "escape")
        await until(pilot, lambda: len(listed(pilot)) == len(readings()), "all again")
        await pilot.press("slash", *"safe", "up", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingPage), "one of them")


def whole(one: Reading) -> str:
    return f"{one.title}\n{one.text}\n{one.tonight}\n{one.also}".casefold()


def says(one: Reading, *words: str) -> bool:
    return all(word in whole(one) for word in words)


async def test_quick_fingers_and_the_mouse_find_it_too(opens: Opens, house: House) -> None:
    async with opens(house, "library") as pilot:
        lines = words_on(pilot).splitlines()
        row = next(number for number, line in enumerate(lines) if "Subtle signs" in line)
        await pilot.click(offset=(lines[row].index("Subtle"), row))
        await read(pilot, "subtle-signs")
        await pilot.press("escape")
        await on(pilot, Library)
        line = foot(pilot)
        await pilot.click(offset=(line.index("safety"), 23))
        await read(pilot, SAFETY)


async def test_every_window_shows_a_shelf_and_its_first_reading(opens: Opens, house: House) -> None:
    async with opens(house, "library") as pilot:
        for size in ((1, 1), (40, 12), (60, 20), (300, 100), (79, 23)):
            await pilot.resize_terminal(*size)
            for key, texts in (("home", ("Emotional intimacy", "What emotional intimacy is")), ("end", (TITLE[:30],))):
                await pilot.press(key)
                if size[0] > 1:
                    await see(pilot, "Sunday 22 November", *texts)
        await pilot.resize_terminal(80, 24)
        for theme in THEMES:
            pilot.app.theme = theme
            await pilot.pause()
            legible(pilot, theme)
            pilot.app.read(HELP)  # type: ignore[attr-defined]
            await read(pilot, HELP)
            await pilot.press("end")
            await pilot.pause()
            legible(pilot, f"a reading in {theme}")
            await pilot.press("escape")
            await on(pilot, Library)
        await pilot.press("slash")
        await see(pilot, "search as you type")
        assert {"open_safety", "go_back", "take_reading"} <= keys(pilot)


FITTING = [("a", "appreciation-and-affection"), ("c", "better-questions"), ("w", "rituals"), ("h", "rituals")]
"""The keys to places, and the reading that fits there."""


async def test_f6_opens_what_fits_each_place(opens: Opens, house: House) -> None:
    left_at(house, "rating", ANA, "deep")
    async with opens(house) as pilot:
        for key, name in FITTING:
            await pilot.press(key)
            await pilot.pause()
            below = pilot.app.screen
            await pilot.press("f6")
            await read(pilot, name)
            await pilot.press("f6", "escape")
            await until(pilot, lambda below=below: pilot.app.screen is below, "the place")  # type: ignore[misc]
        await pilot.press("l", "f6")
        await on(pilot, Library)
        await pilot.press("w")
        await begin(pilot)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingPage), "what fits the question")
        await pilot.press("escape")
        assert "Ana · 7 of 8" in await at(pilot, "rating")


async def test_f6_fits_each_beat_of_tonight(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        for kind in ("breathe", "closeness", "turn", "card", "answer", "appreciation", "note", "closing"):
            await go_to(pilot, kind)
            assert tonight(pilot).reading == READINGS.get(kind, "rituals")
            assert reading(tonight(pilot).reading)
        await pilot.press("escape")
        await until(pilot, lambda: tonight(pilot).kind == "note", "the note")
        await pilot.press(*"abc", "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingPage), "a reading, while one types")
        await pilot.press("escape", "f7", "d")
        await see(pilot, "abcd")


async def test_a_break_has_its_reading(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        await pilot.press("ctrl+g")
        await on(pilot, Rest)
        await pilot.press("f6")
        await read(pilot, "flooding")
        await pilot.press("escape")
        await on(pilot, Rest)
