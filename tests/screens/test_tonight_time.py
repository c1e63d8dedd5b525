"""The clock of Tonight: turns, bells, cues, pauses, the breath."""

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Digits

from ritual.house import House
from tests.conftest import TurnedClock
from tests.screens.conftest import Opens, go_to, tonight, words_on


async def grounds(pilot: Pilot[None]) -> set[str]:
    """The colours behind everything on the screen, once they have stopped changing."""
    before: set[str] | None = None
    while True:
        await pilot.pause(0.3)
        segments = (one for strip in pilot.app.screen._compositor.render_strips() for one in strip)
        found = {
            "ansi_default" if ground.is_default else Color.from_rich_color(ground).hex.lower()
            for one in segments
            if one.style and (ground := one.style.bgcolor)
        }
        if found == before:
            return found
        before = found


async def test_the_clock_shows_whole_minutes_then_seconds_then_nothing(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    async with opens(house, "tonight") as pilot:
        screen = tonight(pilot)
        assert not screen.query_one(Digits).visible
        await go_to(pilot, "turn")
        digits = screen.query_one(Digits)
        assert digits.value == "5"
        clock.turn(270)
        screen.tick()
        assert digits.value == "0:30"
        clock.turn(60)
        screen.tick()
        await pilot.pause()
        assert not digits.visible
        assert "Take the time you need." in words_on(pilot)
        assert await grounds(pilot) == {screen.app.theme_variables["panel"].lower()}
        await pilot.press("enter")
        await pilot.pause()
        assert await grounds(pilot) == {screen.app.theme_variables["background"].lower()}


async def test_where_the_terminal_shows_through_the_light_changes_at_once(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    house.change(theme="window")
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        assert await grounds(pilot) == {"ansi_default"}
        for seconds in (270, 60):
            clock.turn(seconds)
            tonight(pilot).tick()
        assert tonight(pilot).styles.background.hex.lower() == pilot.app.theme_variables["panel"].lower()
        assert await grounds(pilot) == {pilot.app.theme_variables["panel"].lower()}
        await pilot.press("enter")
        await pilot.pause()
        assert await grounds(pilot) == {"ansi_default"}


@pytest.mark.parametrize("wanted", [True, False])
async def test_a_bell_rings_once_and_only_where_it_was_chosen(
    opens: Opens, house: House, clock: TurnedClock, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.change(bell=wanted)
    async with opens(house, "tonight") as pilot:
        rung: list[int] = []
        monkeypatch.setattr(pilot.app, "bell", lambda: rung.append(1))
        await go_to(pilot, "turn")
        for _ in range(8):
            clock.turn(60)
            tonight(pilot).tick()
        assert len(rung) == (1 if wanted else 0)


async def test_the_listener_gets_cues_that_change_slowly(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "tonight", size=(120, 40)) as pilot:
        await go_to(pilot, "turn")
        cues = []
        for _ in range(5):
            line = next(line for line in words_on(pilot).splitlines() if "Sam: " in line)
            cues.append(line.strip())
            clock.turn(50)
            tonight(pilot).tick()
            await pilot.pause()
        assert len(set(cues)) == 5


async def test_pause_stops_the_time_and_goes_on(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        await pilot.press("p")
        clock.turn(120)
        tonight(pilot).tick()
        await pilot.pause()
        assert "Paused" in words_on(pilot)
        assert tonight(pilot).evening.progress.remaining == 300
        await pilot.press("p")
        clock.turn(60)
        tonight(pilot).tick()
        assert tonight(pilot).evening.progress.remaining == 240


async def test_a_closed_lid_of_hours_pauses(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        clock.turn(3 * 3600)
        tonight(pilot).tick()
        await pilot.pause()
        assert "Paused. p lets the time go on." in words_on(pilot)
        assert tonight(pilot).evening.progress.remaining == 300


async def test_without_motion_the_breath_is_words(opens: Opens, house: House) -> None:
    house.change(reduce_motion=True)
    async with opens(house, "tonight") as pilot:
        text = words_on(pilot)
        assert "breathe" in text
        assert not set(text) & set("▀▄█")
