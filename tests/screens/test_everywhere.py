"""Help, palette, themes, keys, the mouse, a crash: what holds in every place."""

import pytest
from rich.color import ColorType
from textual.app import App

from ritual.house import House
from ritual.screens.help import HelpWindow
from ritual.screens.home import Home
from ritual.screens.place import Place
from tests.screens.conftest import Opens, go_to, words_on
from tests.screens.thanks import thank, until


async def test_help_names_every_key_of_the_place(opens: Opens, house: House) -> None:
    async with opens(house, "tonight", size=(120, 40)) as pilot:
        await go_to(pilot, "turn")
        place = pilot.app.screen
        assert isinstance(place, Place)
        helps = [place.with_keys(command.help) for command in place.commands()]
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpWindow)
        text = " ".join(words_on(pilot).split())
        assert [line for line in helps if line not in text] == []
        await pilot.press("f1")
        await pilot.pause()
        assert pilot.app.screen is place


async def test_the_palette_finds_commands_by_plain_words(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"qzx")
        await until(pilot, lambda: "No matches found" in words_on(pilot), "that nothing is called so")
        await pilot.press("enter")
        await until(pilot, lambda: "What would you like" in words_on(pilot), "the palette, empty again")
        await pilot.press(*"how can we drink coffee")
        for _ in range(200):
            await pilot.pause(0.02)
            if "quiet time" in words_on(pilot) and "begin" not in words_on(pilot):
                break
        await pilot.press("enter")
        for _ in range(200):
            await pilot.pause(0.02)
            if "just so" in words_on(pilot):
                break
        assert "How long would you like to be together, just so?" in words_on(pilot)


async def test_a_theme_is_shown_at_once_and_kept(opens: Opens, house: House) -> None:
    async with opens(house, size=(60, 20)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("down")
        await pilot.pause()
        assert pilot.app.theme == "hearth"
        assert "Dark and reddish" in words_on(pilot)
        await pilot.press("end")
        await pilot.pause()
        assert pilot.app.theme == "window"
        assert "For a dark terminal" in words_on(pilot)
        assert pilot.app.screen.query_one("#page").max_scroll_y == 0
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.theme == "candlelight"
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert pilot.app.theme == "hearth"
    assert House(house.folders).settings.theme == "hearth"


@pytest.mark.parametrize(("theme", "kinds"), [("window", {ColorType.DEFAULT}), ("lantern", {ColorType.STANDARD})])
async def test_a_light_of_the_terminals_paints_with_its_colours(
    opens: Opens, house: House, theme: str, kinds: set[ColorType]
) -> None:
    house.change(theme=theme)
    async with opens(house) as pilot:
        for key in ("c", "escape", "s", "f9", "escape", "j", "t"):
            await pilot.press(key)
            await pilot.pause()
            styles = [one.style for strip in pilot.app.screen._compositor.render_strips() for one in strip]
            assert {one.bgcolor.type for one in styles if one and one.bgcolor} == kinds, key
            if theme == "lantern":
                assert {one.color.type for one in styles if one and one.color} == kinds, key


async def test_a_key_from_the_settings_works_and_is_shown(opens: Opens, house: House) -> None:
    house.change(keys={"open_checkin": "8", "begin": "9", "go_back": "f10"})
    async with opens(House(house.folders, house.clock), size=(120, 50)) as pilot:
        assert "8 check-in" in words_on(pilot)
        for key, sentence in (("f1", "9 begins it"), ("f1", "Good"), ("8", "A look at your week")):
            await pilot.press(key)
            await until(pilot, lambda sentence=sentence: sentence in words_on(pilot), sentence)  # type: ignore[misc]
        await pilot.press("h", "l", "f1")
        await until(pilot, lambda: "F10 shows all of them again." in words_on(pilot), "the key they chose")


async def test_the_foot_can_be_clicked(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        line = words_on(pilot).splitlines()[23]
        await pilot.click(offset=(line.index("check-in"), 23))
        await pilot.pause()
        assert "A look at your week" in words_on(pilot)


async def test_a_crash_is_calm(opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object) -> None:
        raise ValueError("a secret")

    monkeypatch.setattr(Home, "action_quiet_time", fail)

    async def crash() -> None:
        async with opens(house) as pilot:
            await pilot.press("q")
            await pilot.pause()

    with pytest.raises(ValueError, match="a secret"):
        await crash()
    (log,) = (house.folders.state / "logs").iterdir()
    assert "a secret" not in log.read_text()


def test_the_private_methods_that_we_override_are_still_textuals() -> None:
    for name in ("_handle_exception", "_close_messages_no_wait", "_exception_event", "_exit_renderables"):
        assert hasattr(App(), name), name


async def test_the_palette_can_be_quit_from(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_ctrl_c_says_how_to_close_and_closes_nothing(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "Ctrl+Q closes ritual" in "".join(str(one.message) for one in pilot.app._notifications)
        assert pilot.app.is_running


@pytest.mark.parametrize(
    ("key", "words", "leads_to"),
    [
        ("h", "begin · 20 minutes", "Tonight"),
        ("h", "a look at your week", "CheckInStart"),
        ("w", "begin · 30 minutes", "CheckInScreen"),
        ("w", "Sundays", "DayOfWeek"),
        ("c", "draw", "CardTable"),
        ("c", "answer", "Together"),
        ("a", "tea on the phone", "Answer"),
        ("j", "tea on the phone", "ThanksForm"),
        ("l", "Subtle signs", "ReadingPage"),
        ("s", "an evening", "Ask"),
    ],
)
async def test_the_mouse_does_the_main_thing(opens: Opens, house: House, key: str, words: str, leads_to: str) -> None:
    thank(house, "tea on the phone", by="Sam")
    async with opens(house) as pilot:
        await pilot.press(key)
        await pilot.pause()
        await pilot.pause(0.1)
        lines = words_on(pilot).splitlines()
        row = next(number for number, line in enumerate(lines) if words in line)
        await pilot.click(offset=(lines[row].index(words) + 1, row))
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == leads_to
