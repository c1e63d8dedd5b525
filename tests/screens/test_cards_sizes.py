"""The place of the cards in small and large windows, in dark and light, with the longest question there can be."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content
from textual.pilot import Pilot

from ritual.core.cards import LONGEST
from ritual.house import House
from ritual.screens.page import Page
from ritual.widgets.card import balanced
from ritual.widgets.foot import Foot, fitting, label
from ritual.widgets.large import LargeCard
from tests.screens.cards import below, book, draw_from, open_book, open_form, open_table, said, table, write
from tests.screens.conftest import Opens, words_on
from tests.screens.seeing import THEMES, legible
from tests.screens.thanks import see, until

LONG = ("What did we say to each other on the evening when the rain came in at the kitchen window, " + "and then " * 9)[
    :LONGEST
]
HARD = ("x" * LONGEST, "日" * LONGEST, "👩🏽" * (LONGEST // 2), "What " * 32, "a\u200d" * 80, LONG, "?")
SIZES = ((40, 12), (60, 20), (63, 17), (79, 22), (80, 24), (120, 40), (300, 100), (1, 1), (80, 24))
FOUR = st.text(st.sampled_from("ab 日👍\u0301?-"), min_size=1, max_size=LONGEST)


@given(FOUR, st.integers(2, 120))
@example("x" * LONGEST, 2)
@example("日" * LONGEST, 3)
@settings(max_examples=40)
def test_lines_are_balanced_fit_and_say_all(text: str, width: int) -> None:
    lines = balanced(Content(text), width)
    fewest = Content(text).wrap(width)
    assert len(lines) == max(len(fewest), 1)
    assert all(line.cell_length <= max(width, *(cell_len(sign) for sign in text)) for line in lines)
    assert "".join("".join(line.plain.split()) for line in lines) == "".join(text.split())


def test_in_no_width_nothing_breaks() -> None:
    for width in (-1, 0, 1):
        assert balanced(Content("日 and"), width)


def in_view(pilot: Pilot[None]) -> None:
    """The card stands whole in the window, and so does each key at the foot."""
    screen, (width, height) = pilot.app.screen, pilot.app.size
    card, foot = screen.query_one(LargeCard), screen.query_one(Foot)
    assert card.region.x >= 0
    assert card.region.right <= width
    assert card.region.bottom < height, f"{card.region} in {width} x {height}"
    hints = fitting(foot._hints, foot.content_size.width)
    line = words_on(pilot).splitlines()[-1]
    assert hints
    assert [f"{label(one.key)} {one.name}" for one in hints] == line.strip().split("   ")


async def test_the_longest_question_stands_whole_in_every_window(opens: Opens, house: House) -> None:
    own = write(house, LONG, follow_up=LONG)
    said(house, own.id, "a long answer " * 30, "another one " * 30, days_ago=341)
    async with opens(house) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "yours")
        for deeper in (False, True):
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await pilot.pause()
                if size[0] >= 60 and size[1] >= 20:
                    in_view(pilot)
                    shown = " ".join(words_on(pilot).replace("│", " ").split())
                    assert shown.count(" ".join(LONG.split())) == 1 + deeper
                    assert "Eleven months ago" in shown
                elif size[0] >= 40:
                    assert "What did we say" in words_on(pilot)
            await pilot.press("o")
        await pilot.resize_terminal(40, 12)
        page = table(pilot).query_one(Page)
        await pilot.press("end")
        await until(pilot, lambda: page.scroll_y == page.max_scroll_y > 0, "the end of the page")
        await see(pilot, "Sam said: another")


async def test_hard_questions_break_no_window(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_table(pilot)
        card = table(pilot).query_one(LargeCard)
        for size in ((40, 12), (60, 20), (300, 100)):
            await pilot.resize_terminal(*size)
            for text in HARD:
                card.meet(text, "a [b]deck[/b] with a very long name that goes on and on and on", 3, text)
                await pilot.pause()
                for strip in pilot.app.screen._compositor.render_strips():
                    assert sum(cell_len(segment.text) for segment in strip) == size[0]
        card.meet("\x1b[2JWhat?", "\x07", 1)
        await see(pilot, "\N{REPLACEMENT CHARACTER}[2JWhat?", "\N{REPLACEMENT CHARACTER} · ○ light")


async def test_every_window_of_the_place_fits_and_survives(opens: Opens, house: House) -> None:
    said(house, write(house, LONG, follow_up=LONG).id, "an answer", days_ago=3)
    async with opens(house, size=(60, 20)) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "yours")
        for key, text in (("d", "From which decks"), ("e", "What would you like"), ("question_mark", "Draw another")):
            await pilot.press(key)
            await see(pilot, text)
            assert key == "question_mark" or pilot.app.screen.query_one("#page").max_scroll_y == 0, key
            for size in ((1, 1), (40, 12), (60, 20)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen.query(LargeCard), "the card")
        await open_book(pilot)
        for size in ((1, 1), (40, 12), (300, 100), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert book(pilot).marked
        assert "╰" in words_on(pilot)


async def legible_in_all_themes(pilot: Pilot[None], where: str) -> None:
    for theme in THEMES:
        pilot.app.theme = theme
        await pilot.pause()
        legible(pilot, f"{where} in {theme}")


async def test_every_text_can_be_read(opens: Opens, house: House) -> None:
    own = write(house, "What do you hum?", follow_up="And why?")
    said(house, own.id, "an answer", days_ago=3)
    house.cards.remember(own.id, favourite=True)
    async with opens(house) as pilot:
        await open_table(pilot)
        await draw_from(pilot, "yours")
        assert below(pilot)
        await pilot.press("o")
        await legible_in_all_themes(pilot, "card")
        await pilot.press("d")
        await legible_in_all_themes(pilot, "decks")
        await pilot.press("escape")
        await open_form(pilot)
        await legible_in_all_themes(pilot, "form")
        await pilot.press("escape")
        await open_book(pilot)
        await legible_in_all_themes(pilot, "list")
        await pilot.press("v", "v", "v")
        await legible_in_all_themes(pilot, "nothing")
