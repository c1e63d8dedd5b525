"""Dates that return: noted, changed, let go, and what waits on Home."""

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ritual.commands import occasions as commands
from ritual.core.occasions import Coming
from ritual.core.records import Occasion
from ritual.house import House
from ritual.screens.home import Home
from ritual.screens.journal.screen import JournalLog
from ritual.screens.occasions.form import OccasionForm
from ritual.screens.occasions.screen import Occasions
from ritual.screens.occasions.words import resting, told, when
from ritual.screens.waiting import WordsWaiting
from ritual.widgets.words import Words
from tests.conftest import EVENING
from tests.screens.checkins import fits, foot, keys, on
from tests.screens.conftest import Opens, words_on
from tests.screens.dates import NIGHT, note_date, noted
from tests.screens.thanks import see, until


async def occasions(pilot: Pilot[None]) -> None:
    """Lay the list over Home."""
    pilot.app.push_screen(Occasions())
    await on(pilot, Occasions)


async def note(pilot: Pilot[None], name: str, day: str, rule: str = "", *, key: str = "n") -> None:
    """Fill in the form; what is already in its fields is replaced."""
    await pilot.press(key)
    await on(pilot, OccasionForm)
    fill(pilot, name, day, rule)
    await pilot.press("ctrl+s")


def fill(pilot: Pilot[None], name: str, day: str, rule: str) -> None:
    """Put words into the fields of the form."""
    form = pilot.app.screen
    form.query_one(Words).text = name
    form.query_one("#day", Input).value = day
    form.query_one("#rule", Input).value = rule


async def refusal(pilot: Pilot[None], name: str, day: str, rule: str = "") -> str:
    """What the form says about words that it cannot take."""
    fill(pilot, name, day, rule)
    await pilot.press("ctrl+s")
    await pilot.pause()
    assert isinstance(pilot.app.screen, OccasionForm)
    return str(pilot.app.screen.query_one("#hint").render())


def draft_of(house: House) -> object:
    return next(iter(House(house.folders, house.clock).drafts.all()), None)


async def test_an_empty_list_names_the_next_key(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await pilot.press("j")
        await on(pilot, JournalLog)
        await pilot.press("o")
        await on(pilot, Occasions)
        await see(pilot, "Dates of yours", "n notes the first one, i has ideas.")
        assert keys(pilot) == {"new_occasion", "show_ideas", "go_back"}
        await pilot.press("escape")
        await on(pilot, JournalLog)


async def test_dates_are_noted_changed_let_go_and_brought_back(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await occasions(pilot)
        await note(pilot, "the day we met", "28 november 2019", "every year")
        await on(pilot, Occasions)
        await see(pilot, "Saturday: the day we met, 7 years  every year")
        assert keys(pilot) == {one.id() for one in commands.OCCASIONS} - {"undo"}
        await note(pilot, "dinner at the river", "next friday")
        await on(pilot, Occasions)
        text = await see(pilot, "Friday: dinner at the river", "e edit")
        lines = [line.strip() for line in text.splitlines()]
        assert lines.index("Saturday: the day we met, 7 years  every year") == 2 + next(
            place for place, line in enumerate(lines) if "Friday: dinner" in line
        ), "one has to see where each begins"
        await pilot.press("end", "x")
        await see(pilot, "It is let go. z brings it back.")
        assert set(noted(house)) == {"dinner at the river"}
        assert "edit_entry" in keys(pilot)
        await pilot.press("z")
        await see(pilot, "Saturday: the day we met")
        pilot.app.screen.query_one(OptionList).highlighted = 0
        await note(pilot, "supper at the river", "tomorrow", "once", key="e")
        await on(pilot, Occasions)
        await see(pilot, "Tomorrow: supper at the river")
        assert {name: (one.day, one.rule) for name, one in noted(house).items()} == {
            "the day we met": (date(2019, 11, 28), "FREQ=YEARLY"),
            "supper at the river": (date(2026, 11, 23), None),
        }
        await pilot.press("x")
        await see(pilot, "It is let go. z brings it back.")
        assert set(noted(house)) == {"the day we met"}
        assert "undo" in keys(pilot)
        await pilot.press("z")
        await see(pilot, "Tomorrow: supper at the river")
        assert len(noted(house)) == 2
        assert "undo" not in keys(pilot)


@pytest.mark.parametrize(
    ("day", "rule", "first", "kept", "said"),
    [
        ("23 november 2026", "every second friday", date(2026, 11, 27), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Friday: x"),
        ("29 february 2016", "every year", date(2016, 2, 29), "FREQ=YEARLY", "28 February 2027: x, 11 years"),
        ("3 march 2020", "", date(2020, 3, 3), None, "3 March 2020: x"),
        ("31 october 2026", "every month", date(2026, 10, 31), "FREQ=MONTHLY", "30 November: x"),
        ("tonight", "once", NIGHT, None, "Today: x"),
    ],
)
async def test_days_and_rules_are_taken_as_one_says_them(
    opens: Opens, house: House, day: str, rule: str, first: date, kept: str | None, said: str
) -> None:
    async with opens(house) as pilot:
        await occasions(pilot)
        await note(pilot, "x", day, rule)
        await on(pilot, Occasions)
        await see(pilot, said)
    one = noted(house)["x"]
    assert (one.day, one.rule) == (first, kept)


async def test_what_is_missing_or_not_clear_is_said_in_one_line(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await occasions(pilot)
        await pilot.press("n")
        await on(pilot, OccasionForm)
        await see(pilot, "Which date would you like to remember?", "Ctrl+S keeps it. Tab goes on.")
        for name, day, rule, wanted in (
            ("", "tomorrow", "", "It has no name yet."),
            ("x", "", "", "There is no day yet."),
            ("x", "3/4", "", "3/4 could be "),
            ("x", "30 february", "", "no day of the calendar"),
            ("x", "march 2027", "", "more than one day"),
            ("x", "full moon", "", "no day that I know"),
            ("x", "tomorrow", "at full moon", "no rule that I know"),
        ):
            said = await refusal(pilot, name, day, rule)
            assert wanted in said
            assert "\n" not in said
        assert keys(pilot) == {one.id() for one in commands.OCCASION_FORM}
    assert noted(house) == {}


async def test_words_that_were_left_wait_on_home_and_can_be_kept_from_there(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await occasions(pilot)
        await pilot.press("n")
        await on(pilot, OccasionForm)
        fill(pilot, "the first frost", "28 november 2020", "every year")
        await pilot.press("escape")
        await on(pilot, Occasions)
        await pilot.press("escape")
        await on(pilot, Home)
        assert "frost" not in await see(pilot, "Words are waiting here.")
        await pilot.press("o")
        await on(pilot, WordsWaiting)
        assert "frost" not in await see(pilot, "You were writing a date")
        await pilot.press("enter")
        await see(pilot, "the first frost", "Ctrl+S keeps them")
        await pilot.press("ctrl+s")
        await see(pilot, "Saturday: the first frost, 6 years")
        assert "waiting" not in words_on(pilot)
    one = noted(house)["the first frost"]
    assert (one.day, one.rule, one.by) == (date(2020, 11, 28), "FREQ=YEARLY", None)
    assert draft_of(house) is None


async def test_another_day_of_a_known_date_is_not_lost_either(opens: Opens, house: House) -> None:
    known = note_date(house, "our anniversary", date(2019, 11, 28), "FREQ=YEARLY")
    async with opens(house) as pilot:
        await occasions(pilot)
        await pilot.press("enter")
        await on(pilot, OccasionForm)
        await pilot.press("escape")
        await on(pilot, Occasions)
        assert draft_of(house) is None
        await pilot.press("e")
        await on(pilot, OccasionForm)
        fill(pilot, known.name, "1 december 2018", "every year")
        await pilot.press("escape")
        await on(pilot, Occasions)
        await pilot.press("escape", "o")
        await on(pilot, WordsWaiting)
        await pilot.press("enter", "ctrl+s")
        await on(pilot, Home)
        await until(pilot, lambda: draft_of(house) is None, "the draft to be kept")
    one = noted(house)["our anniversary"]
    assert (one.id, one.day, one.rule) == (known.id, date(2018, 12, 1), "FREQ=YEARLY")


async def test_what_comes_next_is_first_and_any_text_stands_as_it_is(opens: Opens, house: House) -> None:
    note_date(house, "a single one that was", date(2020, 3, 3))
    note_date(house, "[b]markup[/b]\nand a second line", date(2026, 12, 24))
    note_date(house, "by a rule of another program", date(2026, 11, 1), "FREQ=MONTHLY;BYDAY=1SU,3SU")
    async with opens(house) as pilot:
        await occasions(pilot)
        text = await see(pilot, "24 December: [b]markup[/b] and a second line", "3 March 2020: a single one that was")
        assert text.index("another program") < text.index("markup") < text.index("a single one")


async def test_it_fits_and_the_form_too(opens: Opens, house: House) -> None:
    for number in range(30):
        note_date(house, f"a date with a rather long name, number {number}, so that it needs more than one row", NIGHT)
    async with opens(house, size=(60, 20)) as pilot:
        await occasions(pilot)
        for size in ((40, 12), (300, 100), (60, 20)):
            await pilot.resize_terminal(*size)
            await see(pilot, "Dates of yours", "? help")
            assert len(foot(pilot)) <= size[0]
        await pilot.press("n")
        await on(pilot, OccasionForm)
        for size in ((40, 12), (300, 100), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await see(pilot, "Which date would you like to")
        assert fits(pilot)


def test_days_and_rests_in_words() -> None:
    assert [when(date(2026, 11, day), NIGHT) for day in (22, 23, 28, 29)] == [
        "Today",
        "Tomorrow",
        "Saturday",
        "29 November",
    ]
    assert when(date(2027, 3, 3), NIGHT) == "3 March 2027"
    assert [resting(day, NIGHT) for day in (None, NIGHT)] == ["You are resting.", "You are resting tonight."]
    assert resting(date(2027, 3, 3), NIGHT) == "You are resting until 3 March."
    assert resting(date(2027, 11, 3), NIGHT) == "You are resting until 3 November 2027."
    one = Occasion(id="x", at=EVENING, name="our day", day=date(2019, 11, 28))
    assert told(Coming(one, date(2026, 11, 28), 7), NIGHT) == "Saturday: our day, 7 years"
    assert told(Coming(one, date(2020, 11, 28), 1), NIGHT) == "28 November 2020: our day, 1 year"
    assert told(Coming(one, one.day, 0), NIGHT) == "28 November 2019: our day"
