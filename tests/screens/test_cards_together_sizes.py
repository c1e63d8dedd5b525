"""The pages of a sealed pair in every window and every light."""

from msgspec.structs import replace
from textual.pilot import Pilot

from ritual.house import House
from ritual.screens.cards.answer import AnswerForm
from ritual.screens.cards.screen import CardTable
from ritual.screens.cards.together import Together
from ritual.screens.page import Page
from ritual.screens.whose import Whose
from tests.screens.answers import ANA, ANAS, SAM, SAMS, answer, at, elsewhere, write
from tests.screens.conftest import Opens, words_on
from tests.screens.seeing import THEMES, legible
from tests.screens.thanks import see, until

LONG = (
    "Which of all the small and large things that you have carried alone through this long week would be lighter " * 2
)


def page(pilot: Pilot[None]) -> Page:
    return pilot.app.screen.query_one(Page)


async def test_side_by_side_or_below_each_other_and_long_words_scroll(opens: Opens, house: House) -> None:
    async with opens(house, "cards", size=(60, 20)) as pilot:
        await answer(pilot)
        other = elsewhere(house)
        for person, words in ((ANA, ANAS), (SAM, SAMS)):
            other.say(person, f"{words}\n" + "and so on\n" * 40 + f"the end of {words}")
        other.open()
        assert SAMS not in await see(pilot, ANAS)
        seen = {page(pilot).scroll_y}
        for key in ("down", "pagedown", "end"):
            await pilot.press(key)
            await until(pilot, lambda: page(pilot).scroll_y not in seen, key)
            seen.add(page(pilot).scroll_y)
        await see(pilot, f"the end of {SAMS}")
        for size in ((80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.press("home")
            await until(pilot, lambda: page(pilot).scroll_y == 0, "the beginning")
            screen = await see(pilot, ANAS, SAMS)
            assert any(ANAS in line and SAMS in line for line in screen.splitlines())
        await pilot.press("end")
        await see(pilot, f"the end of {ANAS}", f"the end of {SAMS}")


async def fits(pilot: Pilot[None], *texts: str) -> None:
    """See that all of the page stands in a small window, and in a usual one."""
    for size in ((60, 20), (80, 24)):
        await pilot.resize_terminal(*size)
        await see(pilot, *texts)
        assert page(pilot).max_scroll_y == 0


async def test_nothing_important_lies_below_the_fold(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await at(pilot, CardTable)
        table = pilot.app.screen
        assert isinstance(table, CardTable)
        assert table.card is not None
        table.card = replace(table.card, text=LONG[:159] + "?")
        await pilot.press("enter")
        for words in (ANAS, SAMS):
            await at(pilot, Together)
            await fits(pilot, "said it aloud", "? help")
            await pilot.press("enter")
            await at(pilot, AnswerForm)
            await fits(pilot, "seals it.", "F1 help")
            await pilot.press(*words[:3], "ctrl+s")
        await at(pilot, Together)
        await fits(pilot, "keep the words of one of you private")


async def in_every_light(pilot: Pilot[None], where: str) -> None:
    for theme in THEMES:
        pilot.app.theme = theme
        await pilot.pause()
        legible(pilot, f"{where} in {theme}")


async def test_every_page_can_be_read(opens: Opens, house: House) -> None:
    async with opens(house, "cards") as pilot:
        await answer(pilot)
        await in_every_light(pilot, "whose turn")
        await write(pilot, ANAS, None)
        await in_every_light(pilot, "the form")
        await pilot.press("f5")
        await at(pilot, Together)
        await write(pilot, SAMS)
        await in_every_light(pilot, "ready")
        await pilot.press("enter")
        await see(pilot, "kept private")
        await in_every_light(pilot, "open")
        await pilot.press("u")
        await at(pilot, Whose)
        await in_every_light(pilot, "whose")
        await pilot.press("enter")
        await see(pilot, ANAS)
        assert "kept private" not in words_on(pilot)
