"""The log: read from the sofa, searched as one types, filtered, and open to what happens elsewhere."""

from textual.pilot import Pilot

from ritual.house import House
from ritual.screens.home import Home
from ritual.widgets.leaves import Leaves
from tests.conftest import TurnedClock
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import kept, marked, open_log, place, reply, see, thank, type_in, until


def fill(house: House) -> None:
    """A small log over four years."""
    thank(house, "for the tea", by="Sam", way="help")
    reply(house, thank(house, "for the soup", days_ago=1, way="gift"), "With tea next time!")
    thank(house, "for the walk", days_ago=1, way="time")
    thank(house, "for the teapot", by="Sam", days_ago=30, way="gift")
    thank(house, "for the dance", days_ago=400, way="touch")
    thank(house, "for the first day", by="Sam", days_ago=1200)


def found(pilot: Pilot[None]) -> list[str]:
    """The words of those that are shown, in their order."""
    book = place(pilot).pages
    return [book.thanks[number].said.text.removeprefix("for the ") for number in book.numbers]


async def test_it_is_by_night_the_newest_first_and_the_marked_one_is_a_card(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        lines = [line.strip() for line in words_on(pilot).splitlines() if line.strip()]
        assert lines[:3] == ["Sunday 22 November", "Tonight", "╭" + "─" * 68 + "╮"]
        assert lines[3].startswith("│ for the tea  ")
        assert lines[4].endswith(" Sam to Ana · help ─╯")
        assert lines[5:11] == [
            "Yesterday",
            "Ana to Sam · time",
            "for the walk",
            "Ana to Sam · gift",
            "for the soup",
            "Sam: With tea next time!",
        ]
        await pilot.press("down", "down")
        assert marked(pilot) == "for the soup"
        await pilot.press("up", "end", "pageup", "pagedown")
        assert marked(pilot) == "for the first day"
        await pilot.press("home", "up")
        assert marked(pilot) == "for the tea"


async def test_search_finds_with_every_letter_and_marks_what_it_found(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        await pilot.press("slash")
        await type_in(pilot, "T")
        assert len(found(pilot)) == 6
        await type_in(pilot, "eA")
        assert found(pilot) == ["tea", "soup", "teapot"]
        underlined = {
            segment.text
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.underline
        }
        assert underlined == {"tea"}
        await pilot.press("down", "down")
        assert marked(pilot) == "for the teapot"
        await pilot.press("up", "enter", "down", "e", "escape")
        assert marked(pilot) == "for the teapot"
        await pilot.press("escape")
        assert len(found(pilot)) == 6
        assert marked(pilot) == "for the teapot"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")


async def test_letters_in_the_field_are_no_commands(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        await pilot.press("slash")
        await type_in(pilot, "x n?/z")
        await see(pilot, "Nothing like that is here. Esc shows all again.")
        await pilot.press("enter", "escape")
        assert len(found(pilot)) == 6
        await pilot.press("slash", "enter")
        assert not place(pilot).field.display
    assert len(kept(house)) == 6


async def test_filters_by_person_way_and_year(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        await pilot.press("f")
        assert found(pilot) == ["walk", "soup", "dance"]
        assert "from Ana" in words_on(pilot)
        await pilot.press("f", "v")
        assert found(pilot) == ["tea"]
        assert "from Sam · help" in words_on(pilot)
        await pilot.press("v", "y")
        assert found(pilot) == ["teapot"]
        assert "from Sam · gift · 2026" in words_on(pilot)
        await pilot.press("y")
        await see(pilot, "Nothing like that is here. Esc shows all again.", "from Sam · gift · 2025")
        await pilot.press("escape")
        assert len(found(pilot)) == 6
        assert "from" not in words_on(pilot).splitlines()[2]
        await pilot.press("y", "y", "y")
        assert found(pilot) == ["first day"]
        await pilot.press("y", "v", "v", "v")
        assert found(pilot) == ["dance"]
        await pilot.press("v", "v")
        assert len(found(pilot)) == 6


async def test_a_day_in_words_leads_there(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        for day, text, word in (
            ("yesterday", "for the walk", ""),
            ("2025", "for the dance", ""),
            ("last summer", "for the dance", "There is nothing from then. This is the last one before."),
            ("1 january 1990", "for the first day", "There is nothing from then. This is the first one."),
        ):
            await pilot.press("d")
            await see(pilot, "Which day would you like to see?")
            await type_in(pilot, day)
            await pilot.press("enter")
            await see(pilot, f"│ {text}", word)
            assert marked(pilot) == text


async def test_a_day_that_is_not_understood_is_asked_back(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        await pilot.press("d", "enter")
        await see(pilot, "There is no day yet.")
        await type_in(pilot, "3/4")
        await pilot.press("enter")
        await see(pilot, "3/4", "4 March or 3 April")
        await pilot.press("escape")
        assert marked(pilot) == "for the tea"


async def test_a_memory_is_any_other_one(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        for _ in range(8):
            before = marked(pilot)
            await pilot.press("r")
            assert marked(pilot) != before


async def test_what_another_shell_does_shows_up_and_the_marked_one_stays(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        await pilot.press("down", "down")
        assert marked(pilot) == "for the soup"
        thank(house, "for the bread", by="Sam")
        elsewhere = House(house.folders, house.clock)
        (old,) = [one for one in kept(house) if one.text == "for the first day"]
        elsewhere.journal.remove(old)
        await until(pilot, lambda: len(place(pilot).pages.thanks) == 6 and "bread" in found(pilot), "the news")
        await until(pilot, lambda: "first day" not in found(pilot), "the older news")
        assert marked(pilot) == "for the soup"
        await pilot.press("home")
        await see(pilot, "│ for the bread")


async def test_the_mouse_marks_chooses_and_scrolls(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        line = words_on(pilot).splitlines()
        row = next(number for number, text in enumerate(line) if "for the soup" in text)
        await pilot.click(offset=(10, row))
        assert marked(pilot) == "for the soup"
        leaves = place(pilot).query_one(Leaves)
        leaves.action_move(1)
        assert marked(pilot) == "for the teapot"
        leaves.go(0)
        await pilot.pause()
        row = next(number for number, text in enumerate(words_on(pilot).splitlines()) if "│ for the tea" in text)
        await pilot.click(offset=(10, row))
        await see(pilot, "Sam thanked you, Ana.")


async def test_a_long_one_is_read_to_its_end_also_when_it_is_the_only_one(opens: Opens, house: House) -> None:
    thank(house, "\n".join(f"line {number}." for number in range(40)))
    async with opens(house, size=(60, 20)) as pilot:
        await open_log(pilot, 1)
        assert "line 0." in words_on(pilot)
        for _ in range(8):
            await pilot.press("pagedown")
        assert "line 39." in words_on(pilot)
        assert "Ana to Sam ─╯" in words_on(pilot)
        for _ in range(8):
            await pilot.press("pageup")
        assert "line 0." in words_on(pilot)


async def test_the_next_night_begins_while_the_log_stands_open(opens: Opens, house: House, clock: TurnedClock) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        clock.turn(9 * 3600)
        await see(pilot, "Monday 23 November", "Yesterday")
        assert "Tonight" not in words_on(pilot)


async def test_older_months_that_are_read_when_one_has_left_are_no_trouble(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_log(pilot, 6)
        screen = place(pilot)
        await pilot.press("h")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home) and not screen.is_attached, "Home")
        screen._take(next(screen.pages.older()))
        assert "Good evening" in words_on(pilot)
