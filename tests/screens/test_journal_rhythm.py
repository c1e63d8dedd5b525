"""The rhythm: calm pictures of what was, how often they hope for, and rest."""

from datetime import date, datetime

from textual.pilot import Pilot
from textual.widgets import Input

from ritual.core.records import Pause
from ritual.house import House
from ritual.screens.checkin.when import When
from ritual.screens.journal.rhythm import Rhythm
from ritual.screens.minutes import Number
from tests.conftest import CET, TurnedClock
from tests.screens.conftest import Opens, words_on
from tests.screens.journal import evening_of, on_journal, open_journal
from tests.screens.thanks import see, type_in, until

COUNT = 7


def lived(house: House) -> None:
    """Evenings of two years; the clock stands at Sunday 22 November 2026."""
    for days in (1, 4, 5, 20, 60, 61, 400):
        evening_of(house, days_ago=days)


async def open_rhythm(pilot: Pilot[None], *words: str) -> None:
    await pilot.press("r")
    await until(pilot, lambda: isinstance(pilot.app.screen, Rhythm), "the rhythm")
    await see(pilot, *words)


def rests(house: House) -> list[tuple[date, date | None]]:
    pauses = House(house.folders, house.clock).journal.standing(Pause)
    return [(one.since, one.last) for one in pauses]


async def test_week_month_and_years_are_pictures_with_their_sentences(opens: Opens, house: House) -> None:
    lived(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await open_rhythm(pilot, "● tue   ● wed   ● sat")
        lines = [line.strip() for line in words_on(pilot).splitlines()]
        assert lines[lines.index("● tue   ● wed   ● sat") - 1] == "This week: 3 evenings, 1 hour together."
        assert "This month: 4 evenings, 1 hour 20 minutes together." in lines
        assert "This year: 6 evenings, 2 hours together." in lines
        assert "●   3   4   5   6   7   8" in lines
        assert "16   ●   ●  19  20   ●  22" in lines
        assert "jan feb mar  apr may  jun jul aug  sep oct nov  dec" in lines
        (year,) = [line for line in lines if line.startswith("2026  ")]
        assert len(year) == 6 + 47
        assert year.endswith("▓·····▒·█")
        assert year.count("·") == 47 - 3
        (before,) = [line for line in lines if line.startswith("2025")]
        assert before.removeprefix("2025").strip() == "▒" + "·" * 10
        assert "The years, week by week   · none   █ 3 evenings or more" in lines
        for word in ("streak", "missed", "%", "goal", "only"):
            assert word not in words_on(pilot)
        await pilot.press("escape")
        await on_journal(pilot)


async def test_without_evenings_there_is_a_kind_word_and_no_empty_year(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_journal(pilot, 0)
        await open_rhythm(pilot, "Your evenings will show here, one by one.", "November")
        assert "none" not in words_on(pilot)
        assert "2026" not in words_on(pilot)


async def test_how_often_they_hope_for_changes_the_shades_and_is_kept(opens: Opens, house: House) -> None:
    lived(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await open_rhythm(pilot, "█ 3 evenings or more")
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, Number), "the question")
        await see(pilot, "How many evenings a week do you hope for?", "3 evenings", "Any number from 1 to 7.")
        await pilot.press("9", "enter")
        await see(pilot, "Please type a number of evenings from 1 to 7")
        await pilot.press("backspace", "1", "enter")
        await see(pilot, "█ 1 evening or more")
        assert "▒" not in words_on(pilot)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, Number), "the question")
        await pilot.press("escape")
        await see(pilot, "█ 1 evening or more")
    assert House(house.folders, house.clock).settings.hope == 1


async def test_rest_is_planned_in_words_and_ended(opens: Opens, house: House, clock: TurnedClock) -> None:
    lived(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await open_rhythm(pilot, "This week")
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, When), "the question")
        await see(pilot, "Until when would you like to rest?")
        await type_in(pilot, "yesterday")
        await pilot.press("enter")
        await see(pilot, "has been already")
        await pilot.press("ctrl+u")
        await type_in(pilot, "6 december")
        await pilot.press("enter")
        await see(pilot, "You are resting until Sunday 6 December. That is part of it.")
        assert rests(house) == [(date(2026, 11, 22), date(2026, 12, 6))]
        clock.turn(3 * 24 * 3600)
        await pilot.press("p")
        await until(pilot, lambda: "resting" not in words_on(pilot), "the end of the rest")
        assert rests(house) == [(date(2026, 11, 22), date(2026, 11, 24))]


async def test_rest_can_be_open_and_left_as_it_is(opens: Opens, house: House) -> None:
    lived(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await open_rhythm(pilot, "This week")
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, When), "the question")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Rhythm), "the rhythm")
        assert rests(house) == []
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.focused, Input), "the question")
        await pilot.press("enter")
        await see(pilot, "You are resting. That is part of it.")
        await pilot.press("p")
        await until(pilot, lambda: "resting" not in words_on(pilot), "the end of the rest")
        ((since, last),) = rests(house)
        assert last is not None
        assert last < since


async def test_in_a_narrow_window_a_year_stands_in_two_lines(opens: Opens, house: House) -> None:
    lived(house)
    async with opens(house, size=(40, 40)) as pilot:
        await open_journal(pilot, COUNT)
        await open_rhythm(pilot, "2025  ", "3 evenings or more")
        lines = [line.strip() for line in words_on(pilot).splitlines()]
        at = next(place for place, line in enumerate(lines) if line.startswith("2026"))
        assert lines[at] == "2026  " + "·" * 26
        assert lines[at + 1] == "·" * 12 + "▓·····▒·█"
        assert max(map(len, lines)) <= 36
        await pilot.resize_terminal(80, 24)
        await see(pilot, "jan feb mar")


async def test_on_the_first_days_of_january_the_old_year_is_there_too(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    lived(house)
    clock.time = datetime(2027, 1, 1, 21, 30, tzinfo=CET)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await open_rhythm(pilot, "Your evenings will show here", "January", "2026  ", "2025  ")
        assert "2027" not in words_on(pilot)
