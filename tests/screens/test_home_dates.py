"""What Home tells of dates, of what was planned, and of a rest; and what gives way where much is due."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from ritual.core.records import Visibility
from ritual.evening import Evening
from ritual.house import House
from ritual.screens.checkin.screen import CheckInScreen
from ritual.screens.home import Home
from ritual.screens.journal.form import TextForm
from ritual.screens.tonight.screen import Tonight
from tests.checkin.conftest import ANA
from tests.conftest import TurnedClock
from tests.screens.checkins import fits, keys, left_at, on
from tests.screens.conftest import Opens, go_to, told, words_on
from tests.screens.dates import NIGHT, leave_words, note_date, noted, rest, told_notes
from tests.screens.thanks import see, thank, type_in, until

IDEA = "Leaf through an old magazine or catalogue and give every picture a wrong caption."
ASKED = "how was it?"


def home(pilot: Pilot[None]) -> Home:
    """Home, on top."""
    assert isinstance(pilot.app.screen, Home)
    return pilot.app.screen


async def looked_around(pilot: Pilot[None]) -> str:
    """What stands on Home once it has looked through the dates."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()
    return words_on(pilot)


@pytest.mark.parametrize(("days", "said"), [(0, "Today"), (1, "Tomorrow"), (7, "29 November"), (8, ""), (-1, "")])
async def test_a_date_is_mentioned_from_a_week_before(opens: Opens, house: House, days: int, said: str) -> None:
    note_date(house, "our anniversary", (NIGHT + timedelta(days)).replace(year=2019), "FREQ=YEARLY")
    async with opens(house) as pilot:
        text = await looked_around(pilot)
        assert (f"{said}: our anniversary, 7 years" in text) == bool(said)
        assert ("anniversary" in text) == bool(said)


async def test_the_nearest_is_mentioned_and_one_noted_elsewhere_comes_by_itself(opens: Opens, house: House) -> None:
    note_date(house, "a dinner", NIGHT + timedelta(3))
    async with opens(house) as pilot:
        await see(pilot, "Wednesday: a dinner")
        note_date(house, "a [b]walk[/b]", NIGHT + timedelta(2))
        await home(pilot)._look()
        await see(pilot, "Tuesday: a [b]walk[/b]")
        assert "dinner" not in words_on(pilot)


@pytest.mark.parametrize("visibility", ["private", "sealed"])
async def test_what_is_not_for_both_is_never_hinted_at(opens: Opens, house: House, visibility: Visibility) -> None:
    for day, idea in ((NIGHT, None), (NIGHT - timedelta(2), "wrong-captions")):
        house.journal.keep(replace(note_date(house, "a surprise", day, idea=idea), visibility=visibility))
    async with opens(house) as pilot:
        text = await looked_around(pilot)
        assert "surprise" not in text
        assert ASKED not in text


async def test_what_was_planned_is_asked_about_once(opens: Opens, house: House) -> None:
    note_date(house, IDEA, NIGHT - timedelta(2), idea="wrong-captions")
    note_date(house, "a date without an idea", NIGHT - timedelta(2))
    async with opens(house) as pilot:
        await see(pilot, f"y      {ASKED} “Leaf through an old magazine")
        assert "tell_how" in keys(pilot)
        assert noted(house)[IDEA].asked
    async with opens(House(house.folders, house.clock)) as pilot:
        assert ASKED not in await looked_around(pilot)
        assert "tell_how" not in keys(pilot)
        await pilot.press("y")
        await pilot.pause()
        home(pilot)


async def test_where_it_cannot_be_noted_it_is_asked_another_time(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_date(house, IDEA, NIGHT - timedelta(2), idea="wrong-captions")
    note_date(house, "a dinner", NIGHT)

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(house.journal, "keep", full)
        async with opens(house) as pilot:
            assert ASKED not in await see(pilot, "Today: a dinner")
            assert told(pilot) == ""
    async with opens(House(house.folders, house.clock)) as pilot:
        await see(pilot, ASKED)


async def test_telling_keeps_a_note_about_it_and_the_question_is_gone(opens: Opens, house: House) -> None:
    house.change(name="Sam")
    planned = note_date(house, IDEA, NIGHT - timedelta(2), idea="wrong-captions")
    async with opens(house) as pilot:
        asked = (await see(pilot, ASKED)).split(ASKED)[1].splitlines()
        assert asked[0].endswith("…"), "beside its key, in one row"
        await pilot.press("y")
        await on(pilot, TextForm)
        await pilot.press("escape")
        await on(pilot, Home)
        await see(pilot, ASKED)
        await pilot.press("y")
        await on(pilot, TextForm)
        await type_in(pilot, "warm and silly")
        await pilot.press("ctrl+s")
        await on(pilot, Home)
        await until(pilot, lambda: ASKED not in words_on(pilot), "the question to be gone")
    (one,) = told_notes(house)
    assert (one.text, one.about, one.night) == ("warm and silly", planned.id, NIGHT)
    assert one.by == house.people[1].id


@pytest.mark.parametrize(
    ("last", "said"),
    [(date(2027, 3, 3), "until 3 March."), (NIGHT, "tonight."), (None, "resting."), (NIGHT - timedelta(1), "")],
)
async def test_a_rest_is_told_and_asks_for_no_checkin(opens: Opens, house: House, last: date | None, said: str) -> None:
    rest(house, last)
    async with opens(house) as pilot:
        text = words_on(pilot)
        assert ("You are resting" in text) == bool(said)
        assert said in text
        assert ("a look at your week" in text) == (not said)
        assert "Enter  begin" in text


async def test_in_a_rest_a_checkin_that_waits_is_still_there(opens: Opens, house: House) -> None:
    rest(house, None)
    left_at(house, "right", ANA)
    async with opens(house) as pilot:
        await see(pilot, "You are resting.", "your check-in is waiting where you left it")


async def test_the_letters_of_the_places_sleep_in_an_evening_and_in_a_checkin(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        for kind in ("turn", "card"):
            await go_to(pilot, kind)
            await pilot.press(*"hajlsw")
            await pilot.pause()
            assert isinstance(pilot.app.screen, Tonight)
            assert len(pilot.app.screen_stack) == 2
    left_at(house, "right", ANA)
    async with opens(house, "checkin") as pilot:
        await pilot.press("enter")
        await on(pilot, CheckInScreen)
        await pilot.press("escape", *"hajlsw")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CheckInScreen)
        assert len(pilot.app.screen_stack) == 2


def everything_due(house: House, clock: TurnedClock) -> None:
    """A week with evenings, a memory, words that wait, a thank-you, two dates, and a check-in."""
    for back in (6, 4, 2):
        clock.turn(-back * 86400)
        Evening.begin(house, 20).close()
        clock.turn(back * 86400)
    thank(house, "for the tea", days_ago=365)
    thank(house, "for the light")
    note_date(house, "our anniversary of the day we met at the station in the rain", date(2019, 11, 28), "FREQ=YEARLY")
    note_date(house, IDEA, NIGHT - timedelta(2), idea="wrong-captions")
    leave_words(house, house.people[0].id, "abc")


DUE = (
    "o      Ana, words of yours are waiting.",
    "a      Ana left something for Sam.",
    "Saturday: our anniversary",
    f"y      {ASKED} “Leaf through",
)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("waits", ["nothing", "an evening", "a check-in, and they rest"])
async def test_nothing_that_waits_lies_below_the_fold(
    opens: Opens, house: House, clock: TurnedClock, size: tuple[int, int], waits: str
) -> None:
    everything_due(house, clock)
    extra = ["w      a look at your week"]
    if waits == "an evening":
        Evening.begin(house, 20).forward()
        extra += ["Enter  go on", "k      keep what you did", "x      let it go"]
    elif waits == "nothing":
        extra += ["Enter  begin · 20 minutes"]
    else:
        left_at(house, "right", ANA)
        rest(house, date(2027, 3, 3))
        extra = ["Enter  begin", "w      your check-in is waiting", "You are resting until 3 March."]
    async with opens(house, size=size) as pilot:
        text = await see(pilot, *DUE, *extra)
        assert fits(pilot)
        assert "● wed" not in text
        assert text.index("y      ") < text.index("Saturday: our"), "what has a key stands together"
        assert ("╭" in text) == (size == (80, 24) and waits != "an evening")


@pytest.mark.parametrize("size", [(80, 24), (80, 23), (60, 20)])
async def test_a_first_evening_on_which_much_is_due_fits_too(opens: Opens, house: House, size: tuple[int, int]) -> None:
    thank(house, "for the light")
    note_date(house, "the day we met", date(2019, 11, 28), "FREQ=YEARLY")
    leave_words(house, house.people[0].id, "abc")
    async with opens(house, size=size) as pilot:
        rows = (await see(pilot, "You arrive, talk", "o      Ana", "a      Ana left", "Saturday: the day")).splitlines()
        assert fits(pilot)
        assert not rows[size[1] - 2].strip(), "nothing sticks to the foot"


async def test_what_gave_way_is_back_in_a_large_window_and_when_it_is_done(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    everything_due(house, clock)
    async with opens(house, size=(60, 20)) as pilot:
        await see(pilot, *DUE)
        for size in ((40, 12), (300, 100), (60, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await see(pilot, *DUE, "● mon   ● wed   ● fri", "Sunday 22 November", "╭")
        assert fits(pilot)
