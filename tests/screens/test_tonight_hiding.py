"""F4: dots in place of what is typed."""

import asyncio

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from ritual.core.records import Answer, Note
from ritual.house import House
from ritual.widgets.words import DOTS, Words
from tests.screens.conftest import Opens, go_to, opened, told, tonight, words_on
from tests.screens.test_any_text import FAMILY, TEXTS
from tests.screens.thanks import see, type_in, until

SECRET = "the light"
WIDTH, HEIGHT = 60, 20


def field(pilot: Pilot[None]) -> Words:
    return pilot.app.screen.query_one(Words)


def in_the_field(pilot: Pilot[None]) -> str:
    """What is drawn where one types, without spaces and the bar at the side."""
    region = field(pilot).content_region
    rows = [row.partition("▌")[2] for row in words_on(pilot).splitlines()[region.y : region.bottom]]
    return "".join("".join(rows).split()).rstrip("▁▂▃▄▅▆▇█")


async def test_f4_shows_dots_and_the_words_again(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await see(pilot, "F4 hide")
        await type_in(pilot, SECRET)
        await see(pilot, SECRET)
        await pilot.press("f4")
        await see(pilot, "·" * len(SECRET))
        assert "light" not in words_on(pilot)
        await type_in(pilot, "s")
        await see(pilot, "·" * (len(SECRET) + 1))
        await pilot.press("f4")
        await see(pilot, f"{SECRET}s")
        await pilot.press("f4", "enter")
        await until(pilot, lambda: "Sam" in words_on(pilot), "Sam's turn")
    assert [one.text for one in house.journal.nights(Answer)] == [f"{SECRET}s"]


async def test_it_is_remembered_in_the_settings_and_holds_for_every_field(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await pilot.press("f4")
        await until(pilot, lambda: house.settings.hide_typing, "the setting")
        assert "hide_typing = true" in house.folders.settings_file.read_text()
        for kind in ("appreciation", "note"):
            await go_to(pilot, kind, "Ana")
            await type_in(pilot, SECRET)
            await see(pilot, "·" * len(SECRET))
            assert SECRET not in words_on(pilot)
        await pilot.press("ctrl+q")
    later = House(house.folders, house.clock)
    assert later.settings.hide_typing
    async with opens(later) as pilot:
        await pilot.press("enter")
        await see(pilot, "Ana, you were writing here")
        await pilot.press("enter")
        await see(pilot, "·" * len(SECRET))
        assert SECRET not in words_on(pilot)
        await pilot.press("f4")
        await see(pilot, SECRET)
        await pilot.press("enter")
        await until(pilot, lambda: SECRET not in words_on(pilot), "Sam's turn")
    assert "hide_typing = false" in house.folders.settings_file.read_text()
    assert [one.text for one in house.journal.nights(Note)] == [SECRET]


async def test_the_opened_words_are_shown_whatever_was_hidden(opens: Opens, house: House) -> None:
    house.change(hide_typing=True)
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await type_in(pilot, SECRET)
        await pilot.press("ctrl+n")
        await see(pilot, "Ana has written.")
        await pilot.press("enter")
        await see(pilot, SECRET)


async def test_where_nothing_is_typed_there_is_nothing_to_hide(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        for kind in ("breathe", "closeness", "turn", "card"):
            await go_to(pilot, kind)
            assert "F4" not in words_on(pilot)
            await pilot.press("f4")
            await pilot.pause()
    assert not house.settings.hide_typing


async def test_it_hides_though_the_settings_cannot_be_written(opens: Opens, house: House) -> None:
    house.folders.config.write_text("in the way")
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await type_in(pilot, SECRET)
        await pilot.press("f4")
        await see(pilot, "·" * len(SECRET))
        assert "settings.toml" in told(pilot)
        assert tonight(pilot).kind == "answer"


def check(pilot: Pilot[None]) -> None:
    """Only dots are drawn, one for each sign, and every line is exactly as wide as the window."""
    assert set(in_the_field(pilot)) <= {*DOTS, *"▁▂▃▄▅▆▇█"}
    lines = field(pilot).document.lines
    assert [len(field(pilot).get_line(number).plain) for number in range(len(lines))] == [len(one) for one in lines]
    strips = pilot.app.screen._compositor.render_strips()
    assert {sum(cell_len(segment.text) for segment in strip) for strip in strips} == {WIDTH}


def test_any_text_is_hidden_and_breaks_no_line(house: House) -> None:
    house.change(hide_typing=True)
    with asyncio.Runner() as runner:
        app = opened(house, "tonight", size=(WIDTH, HEIGHT))
        pilot = runner.run(app.__aenter__())
        runner.run(go_to(pilot, "answer", "Ana"))

        async def hide(text: str) -> None:
            field(pilot).text = text
            field(pilot).move_cursor(field(pilot).document.end)
            await pilot.pause()
            check(pilot)
            await pilot.press("f4")
            await pilot.press("f4")
            await pilot.pause()
            check(pilot)

        @settings(max_examples=25)
        @given(TEXTS | st.text(st.characters(categories=["So", "Lo", "Mn", "Cf"]), max_size=40))
        @example("日本語" * 30)
        @example(FAMILY * 40)
        @example("e\u0301 Z\u0351\u036b ❤️ 👍🏽 🇩🇪 שלום")
        @example("a\tb\t\tc" * 20)
        @example("\x1b[2J\x1b]52;c;x\x07")
        @example("x" * 10_000)
        def all_of_it(text: str) -> None:
            runner.run(hide(text))

        try:
            all_of_it()
        finally:
            runner.run(app.__aexit__(None, None, None))


@pytest.mark.parametrize(("sign", "dot"), [("a", "·"), ("日", "・"), ("❤", "·"), ("👩", "・")])
async def test_a_dot_is_as_wide_as_its_sign(opens: Opens, house: House, sign: str, dot: str) -> None:
    assert cell_len(sign) == cell_len(dot)
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "answer", "Ana")
        await pilot.press("f4")
        field(pilot).text = sign * 5
        await see(pilot, dot * 5)
