"""Ideas for time together: what fits, and planning one."""

from datetime import date

from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ritual.commands import occasions as commands
from ritual.content import ideas
from ritual.core.ideas import Looked, fitting
from ritual.house import House
from ritual.screens.checkin.when import When
from ritual.screens.home import Home
from ritual.screens.occasions.ideas import IdeasWindow
from ritual.screens.occasions.screen import Occasions
from tests.conftest import TurnedClock
from tests.screens.checkins import foot, keys, on
from tests.screens.conftest import Opens, words_on
from tests.screens.dates import noted
from tests.screens.thanks import see


async def window(pilot: Pilot[None]) -> IdeasWindow:
    """From Home over the dates to the ideas."""
    pilot.app.push_screen(Occasions())
    await on(pilot, Occasions)
    await pilot.press("i")
    await on(pilot, IdeasWindow)
    screen = pilot.app.screen
    assert isinstance(screen, IdeasWindow)
    return screen


async def test_filters_go_round_and_say_what_is_looked_for(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await window(pilot)
        await see(pilot, "Time together")
        assert len(screen.found) == len(fitting(ideas(), Looked(), house.stage)) == len(ideas())
        assert keys(pilot) == {one.id() for one in commands.IDEAS}
        for key, said, looked in (
            ("t", "at most 15 minutes", Looked(minutes=15)),
            ("m", "at most 15 minutes · free", Looked(minutes=15, cost="free")),
            ("w", "· free · indoors", Looked(minutes=15, cost="free", where="indoors")),
            ("a", "· indoors · apart", Looked(minutes=15, cost="free", where="indoors", apart=True)),
        ):
            await pilot.press(key)
            await see(pilot, said)
            wanted = {one.id for one in fitting(ideas(), looked, house.stage)}
            assert {one.id for one in screen.found} == wanted != set()
            assert len([one for one in screen.query_one(OptionList).options if not one.disabled]) == len(wanted)
        await pilot.press("t", "t", "t", "t", "t", "m", "m", "w", "w", "a")
        await pilot.pause()
        assert screen.looked == Looked()
        assert "·" not in words_on(pilot).split("Time together")[1].splitlines()[0]
        await pilot.press("escape")
        await on(pilot, Occasions)
    assert noted(house) == {}


async def test_the_marked_one_says_what_it_takes(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await window(pilot)
        await pilot.press("t", "m", "down", "down")
        await pilot.pause()
        one = screen.found[2]
        text = await see(pilot, one.text[:40], f"{one.minutes} minutes · free", "Esc back")
        above = text[: text.index(one.text[:40])].splitlines()
        assert not above[-2].strip(), "one begins where nobody sees it"


async def test_where_nothing_fits_it_says_so_and_the_same_key_shows_more(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await window(pilot)
        screen.looked = Looked(minutes=5)
        screen.show()
        await see(pilot, "Nothing is quite like that. The same keys show more.")
        assert "plan_idea" not in keys(pilot)
        await pilot.press("enter", "t")
        await pilot.pause()
        assert screen.found
        await pilot.press("down")
        await pilot.pause()
        assert "Nothing is quite like that" not in words_on(pilot)
        assert "plan_idea" in keys(pilot)


async def test_one_is_planned_for_a_day_to_come_and_home_mentions_it(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await window(pilot)
        one = screen.found[1]
        await pilot.press("down", "enter")
        await on(pilot, When)
        await see(pilot, "When would you like to do that?")
        for typed, line in (("yesterday", "has been already"), ("3/4", "could be"), ("some day", "no day that I know")):
            pilot.app.screen.query_one(Input).value = typed
            await pilot.press("enter")
            await see(pilot, line)
        await pilot.press("escape")
        await on(pilot, IdeasWindow)
        assert noted(house) == {}
        await pilot.press("enter")
        await on(pilot, When)
        await pilot.press("enter")
        await on(pilot, IdeasWindow)
        assert noted(house) == {}
        await pilot.press("enter")
        await on(pilot, When)
        pilot.app.screen.query_one(Input).value = "next saturday"
        await pilot.press("enter")
        await on(pilot, Occasions)
        await see(pilot, "Saturday: ", one.text[:30])
        await pilot.press("escape")
        await on(pilot, Home)
        await see(pilot, "Saturday: ", one.text[:30])
    (planned,) = noted(house).values()
    assert (planned.name, planned.day, planned.idea, planned.rule) == (one.text, date(2026, 11, 28), one.id, None)


async def test_the_order_is_the_same_all_night_and_another_the_next(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    orders: list[list[str]] = []
    for _ in range(2):
        async with opens(house) as pilot:
            for _ in range(2):
                orders.append([one.id for one in (await window(pilot)).found])
                await pilot.press("escape")
                await on(pilot, Occasions)
                await pilot.press("escape")
                await on(pilot, Home)
        clock.turn(86400)
    assert orders[0] == orders[1] != orders[2] == orders[3]
    assert sorted(orders[0]) == sorted(orders[2])


async def test_it_fits_any_window_and_the_marked_one_stays_in_sight(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await window(pilot)
        await pilot.press("end")
        last = screen.found[-1]
        for size in ((40, 12), (60, 20), (300, 100), (20, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            if size >= (40, 12):
                await see(pilot, last.text[:20], "Time together", "? help")
                assert len(foot(pilot)) <= size[0]
