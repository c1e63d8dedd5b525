"""What was sealed in a check-in that was closed unopened is opened by both where they ask; nothing tells of it."""

import pytest

from ritual.checkin import CheckIn
from ritual.house import House
from ritual.screens.checkin.later import OpenLater
from ritual.screens.checkin.start import CheckInStart
from ritual.screens.checkin.table import Table
from ritual.screens.checkin.which import Which
from ritual.screens.page import Page
from tests.checkin.conftest import both_answer, covers
from tests.conftest import TurnedClock
from tests.screens.answers import silent
from tests.screens.checkins import everywhere, keys, on
from tests.screens.conftest import Opens, told, words_on
from tests.screens.thanks import see

WORDS = ("lonely", "tired", "rest", "calm", "Ana's", "Sam's", "heard")


@pytest.fixture
def closed(house: House, clock: TurnedClock) -> House:
    """A week after both have answered and closed it unopened."""
    both_answer(CheckIn.begin(house, 30)).close()
    clock.turn(7 * 86400)
    return house


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_it_is_opened_a_week_later_and_then_waits_no_more(
    opens: Opens, closed: House, size: tuple[int, int]
) -> None:
    async with opens(closed, size=size) as pilot:
        silent([words_on(pilot)], "sealed", *WORDS)
        await pilot.press("w")
        silent([await see(pilot, "A look at your week")], "seal", "22")
        await pilot.press("e")
        await on(pilot, OpenLater)
        await see(pilot, "Sunday 22 November", "is still sealed", "Enter opens it, k keeps one answer private.")
        await everywhere(pilot, lambda text: silent([text, told(pilot)], *WORDS))
        await pilot.press("escape")
        await on(pilot, CheckInStart)
        assert {*covers(closed).values()} == {"sealed"}
        await pilot.press("e", "enter")
        await see(pilot, "close to you")
        assert pilot.app.screen.query(Table)
        assert "keep_private" not in keys(pilot)
        await pilot.press("enter")
        await on(pilot, CheckInStart)
        await pilot.press("e")
        await see(pilot, "Nothing is sealed here.")
        await pilot.press("enter")
        await on(pilot, CheckInStart)
    assert {*covers(closed).values()} == {"shared"}


async def test_one_answer_stays_private_also_then(opens: Opens, closed: House) -> None:
    async with opens(closed, "checkin") as pilot:
        await pilot.press("e", "k")
        await on(pilot, Which)
        await pilot.press("enter")
        await on(pilot, OpenLater)
        await pilot.press("enter")
        await see(pilot, "private", "close to you")
    assert covers(closed)["Ana close"] == "private"
    assert covers(closed)["Sam close"] == "shared"


async def test_the_key_is_the_same_where_nothing_is_sealed(opens: Opens, house: House) -> None:
    async with opens(house, "checkin") as pilot:
        before = words_on(pilot)
        await pilot.press("e")
        await on(pilot, OpenLater)
        await see(pilot, "Nothing is sealed here.")
        page = pilot.app.screen.query_one(Page)
        assert page.children[0].content_region.offset == page.content_region.offset
        assert "keep_private" not in keys(pilot)
        await pilot.press("k", "escape")
        await on(pilot, CheckInStart)
        assert words_on(pilot) == before
