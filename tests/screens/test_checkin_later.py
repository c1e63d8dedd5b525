"""What was sealed in a check-in that was closed unopened waits in its place, and is opened there by both."""

import pytest

from ritual.checkin import CheckIn
from ritual.house import House
from ritual.screens.checkin.later import OpenLater
from ritual.screens.checkin.start import CheckInStart
from ritual.screens.checkin.table import Table
from ritual.screens.checkin.which import Which
from tests.checkin.conftest import both_answer, covers
from tests.conftest import TurnedClock
from tests.screens.answers import silent
from tests.screens.checkins import everywhere, keys, on
from tests.screens.conftest import Opens, told, words_on
from tests.screens.thanks import see

WORDS = ("lonely", "tired", "rest", "calm", "Ana's", "Sam's", "heard")
WAITS = "what you sealed on 22 November"


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
        await see(pilot, WAITS)
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
        assert WAITS not in words_on(pilot)
        await pilot.press("e")
        assert isinstance(pilot.app.screen, CheckInStart)
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


async def test_where_nothing_is_sealed_there_is_nothing_to_open(opens: Opens, house: House) -> None:
    async with opens(house, "checkin") as pilot:
        assert "open_sealed" not in keys(pilot)
        assert "sealed" not in words_on(pilot)
