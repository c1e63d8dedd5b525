"""Help, palette, themes, sizes: what holds in every place."""

from collections.abc import Iterator

import pytest
from rich.color import ColorType
from textual.app import App
from textual.color import Color
from textual.pilot import Pilot

from ritual.evening import Evening
from ritual.house import House
from ritual.screens.guided import dawn
from ritual.screens.help import HelpWindow
from ritual.screens.home import Home
from ritual.screens.place import Place
from tests.screens.conftest import Opens, go_to, tonight, words_on
from tests.screens.thanks import thank, until

THEMES = ("candlelight", "daylight", "stillness")
SIZES = ((60, 20), (80, 24), (120, 40))
BEATS = ("breathe", "closeness", "turn", "card", "answer", "appreciation", "note", "closing")


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


def hard_sizes() -> Iterator[tuple[int, int]]:
    yield from ((1, 1), (40, 12), (300, 100))


GRAPHICS = set("▀▄█▌▐│─╭╮╰╯┃━┏┓┗┛╺╸╻╹┣┫▔▁▎▋▏▊╷╵╶╴├┤┌┐└┘┴┬╽╿▂▅▇▆▃")


def legible(pilot: Pilot[None], where: str) -> None:
    """Every letter on the screen stands out from its ground by at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    checked = 0
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            letters = [sign for sign in segment.text if not sign.isspace() and sign not in GRAPHICS]
            style = segment.style
            if not letters or style is None or style.color is None or style.bgcolor is None:
                continue
            if ColorType.DEFAULT in (style.color.type, style.bgcolor.type):
                continue
            checked += 1
            ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if style.reverse:
                ink, ground = ground, ink
            contrast = ratio(ink, ground)
            assert contrast >= 4.5, f"{where}: {segment.text!r} {ink.hex} on {ground.hex} is {contrast:.2f}"
    assert checked, where


def ratio(one: Color, other: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("size", "top"), [((40, 12), 0), ((60, 20), 1), ((80, 24), 2), ((120, 40), 8)])
async def test_the_page_breathes_with_the_window(opens: Opens, house: House, size: tuple[int, int], top: int) -> None:
    async with opens(house, size=size) as pilot:
        assert pilot.app.screen.query_one("#page").styles.padding.top == top
        assert pilot.app.screen.query_one("#page").size.width <= 72
        assert "begin · 20 minutes" in words_on(pilot)


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
