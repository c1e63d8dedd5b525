"""The place of the check-in: the invitation, what the weeks bring, what waits; and Home's line about it."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from ritual import weeks
from ritual.checkin import CheckIn
from ritual.core.records import Checkin
from ritual.house import House
from ritual.scenes.news import ALONE, TOGETHER
from ritual.screens.checkin.start import CheckInStart
from ritual.screens.home import Home
from tests.checkin.conftest import ANA, DAY, SAM, a_week, answer, finish, go, weeks_before
from tests.conftest import TurnedClock
from tests.screens.checkins import begin, checkin, fits, foot, keys, left_at, on, page, park, wish
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import see, until


def minutes(pilot: Pilot[None]) -> int:
    """How long the check-in is going to be."""
    return sum(leg.planned for leg in checkin(pilot).checkin.session.legs) // 60


async def test_it_invites_and_says_what_it_is(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        assert "w      a look at your week, if you like" in words_on(pilot)
        await pilot.press("w")
        await on(pilot, CheckInStart)
        text = await see(pilot, "Sunday 22 November", "side by side.", "Enter  begin · 30 minutes", "Sundays · tonight")
        assert TOGETHER in text
        assert "What you do not want to answer, you pass." in text
        assert not {"let_checkin_go", "undo", "show_topics"} & keys(pilot)
        assert foot(pilot).split()[:2] == ["?", "help"]
        line = foot(pilot)
        await pilot.click(offset=(line.index("begin"), 23))
        await see(pilot, "Check-in", "Enter begins.")
        assert minutes(pilot) == 30
        await pilot.press("escape")
        await on(pilot, Home)
    assert house.journal.nights(Checkin) == []


async def test_minutes_and_day_can_be_chosen_and_stay(opens: Opens, house: House) -> None:
    async with opens(house, "checkin") as pilot:
        await pilot.press("m")
        await see(pilot, "How long shall a check-in be?")
        await pilot.press(*"10", "enter")
        await see(pilot, "a number of minutes from 15 to 60")
        await pilot.press("backspace", "backspace", *"45", "enter")
        await see(pilot, "begin · 45 minutes")
        await pilot.pause(0.1)
        assert words_on(pilot).count("side by side.") == 1
        await pilot.press("d")
        await see(pilot, "On which day would you like to look at your week?", "Wednesday")
        assert pilot.app.screen.query_one(OptionList).highlighted == 6
        await pilot.press("down", "enter")
        await see(pilot, "Mondays · the next is on 23 November")
        await pilot.press("d")
        await see(pilot, "On which day")
        await pilot.press("up", "escape", "m")
        await see(pilot, "How long")
        await pilot.press("escape")
        await see(pilot, "begin · 45 minutes", "Mondays")
        await begin(pilot)
        assert minutes(pilot) == 45
    known = House(house.folders).settings
    assert (known.checkin_minutes, known.checkin_day) == (45, "monday")


async def fill(house: House) -> None:
    """Three weeks, two wishes, a topic whose day has come and others."""
    for number, night in enumerate(weeks_before(3)):
        house.journal.keep_all(a_week(night, {"close": (number, number), "heard": (5, 5), "safe": (5, 5)}))
    for person, text in ((ANA, "a walk"), (SAM, "an hour")):
        wish(house, person, text)
    park(house, "money")
    park(house, "the holidays with your parents and how long we stay there this time", house.night - timedelta(days=1))
    park(house, "the garden", house.night + timedelta(days=1))


async def test_what_the_weeks_bring_is_told_and_fits(opens: Opens, house: House) -> None:
    await fill(house)
    async with opens(house, "checkin", (60, 20)) as pilot:
        text = await see(pilot, "2 wishes to look back on", "Closeness has been growing from week to week.")
        assert "to talk about: the holidays with your" in text
        assert TOGETHER not in text
        assert "garden" not in text
        assert fits(pilot)
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: page(pilot).max_scroll_y > 0, "what does not fit")
        await pilot.press("end")
        await until(pilot, lambda: page(pilot).scroll_y == page(pilot).max_scroll_y, "the end of the page")
        await pilot.resize_terminal(80, 24)
        await pilot.press("enter")
        await see(pilot, "Check-in", "2 wishes to look back on", "to talk about: the holidays", "Enter begins.")
        assert fits(pilot)


async def test_one_that_waits_goes_on_or_is_let_go_and_brought_back(opens: Opens, house: House) -> None:
    left_at(house, "right", ANA)
    async with opens(house) as pilot:
        assert "w      your check-in is waiting where you left it" in words_on(pilot)
        await pilot.press("w")
        await see(pilot, "Your check-in is waiting where you left it.", "Enter  go on", "x      let it go")
        assert {"let_checkin_go", "begin_checkin"} <= keys(pilot)
        assert not {"choose_minutes", "choose_day", "undo"} & keys(pilot)
        assert "begin" not in foot(pilot)
        await pilot.press("m", "d", "x")
        await see(pilot, "side by side", "z undo")
        assert weeks.unfinished(House(house.folders, house.clock)) is None
        await pilot.press("z")
        await see(pilot, "Your check-in is waiting where you left it.")
        assert "undo" not in keys(pilot)
        assert (await begin(pilot)).kind == "right"


async def test_a_break_is_told_until_it_is_over(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("enter", "ctrl+g")
        await see(pilot, "21:50  in twenty minutes")
        await pilot.press("enter")
        await see(pilot, "w      your check-in rests until 21:50")
        await pilot.press("w")
        await see(pilot, "Your break lasts until 21:50. Everything is kept.", "Enter  go on")
        await pilot.press("h")
        await on(pilot, Home)
        clock.turn(1300)
        home = pilot.app.screen
        assert isinstance(home, Home)
        await home._look()
        await see(pilot, "w      your check-in is waiting where you left it")
        await pilot.press("w")
        await see(pilot, "Your check-in is waiting where you left it.")
        assert (await begin(pilot)).kind == "thanks"


async def test_after_a_check_in_the_next_one_is_named_and_home_is_silent(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    finish(CheckIn.begin(house, 30))
    async with opens(house) as pilot:
        assert "check-in" not in words_on(pilot).replace("w check-in", "")
        assert "your week" not in words_on(pilot)
        await pilot.press("w")
        await see(pilot, "Sundays · the next is on 29 November")
        await pilot.press("escape")
        await on(pilot, Home)
    clock.turn(3 * DAY)
    async with opens(House(house.folders, clock)) as pilot:
        assert "your week" not in words_on(pilot)


@pytest.mark.parametrize("covered", ["sealed", "private"])
async def test_nothing_covered_tells_of_itself(opens: Opens, house: House, covered: str) -> None:
    held = {"close": (9, 1), "heard": (1, 1)}
    for night in weeks_before(4):
        house.journal.keep_all(a_week(night, held, "private" if covered == "private" else "sealed"))
    park(house, "money", house.night, "private" if covered == "private" else "sealed")
    async with opens(house) as pilot:
        for key in ("w", "enter"):
            assert "money" not in words_on(pilot)
            await pilot.press(key)
        text = await see(pilot, "Enter begins.")
        assert "topic" not in text
        await pilot.press("escape", "w")
        await see(pilot, TOGETHER)
        assert "show_topics" not in keys(pilot)


async def test_one_alone_is_invited_alone(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    async with opens(empty_house, "checkin") as pilot:
        text = await see(pilot, "A quiet look at your week.", ALONE)
        assert "side by side" not in text
        await pilot.press("enter")
        await see(pilot, "Enter begins.")


async def test_every_place_is_one_letter_away(opens: Opens, house: House) -> None:
    async with opens(house, "checkin") as pilot:
        start = pilot.app.screen
        for key, where in (("h", "starts tonight"), ("l", "Emotional intimacy"), ("a", "say the first one")):
            await pilot.press(key)
            await see(pilot, where)
            assert pilot.app.screen is not start
            await pilot.press("w")
            await on(pilot, CheckInStart)
        await pilot.press("f6")
        await see(pilot, "Why small rituals help")
        await pilot.press("escape", "escape")
        await on(pilot, Home)


async def test_what_was_answered_elsewhere_meanwhile_is_not_lost(opens: Opens, house: House) -> None:
    """Two windows: the one that goes on finds what the other has kept."""
    async with opens(house, "checkin") as pilot:
        other = CheckIn.begin(House(house.folders, house.clock), 30)
        answer(other, ANA, {"close": 4})
        go(other, "hand-over", SAM).leave()
        await pilot.press("h", "w")
        await see(pilot, "Your check-in is waiting where you left it.")
        assert (await begin(pilot)).kind == "hand-over"
