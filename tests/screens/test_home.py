"""Home: the invitation, what waits, the week."""

import pytest

from ritual.evening import Evening
from ritual.house import House
from ritual.scenes import first
from ritual.screens.home import LOOK_AGAIN, Home
from ritual.screens.tonight.screen import Tonight
from tests.conftest import TurnedClock
from tests.screens.conftest import Opens, go_to, tonight, words_on


def keep_an_evening(house: House) -> None:
    Evening.begin(house, 20).close()


async def test_home_invites(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        text = words_on(pilot)
        assert "Sunday 22 November" in text
        assert "Good evening, Ana and Sam." in text
        assert "Ana starts tonight." in text
        assert "Enter  begin · 20 minutes, phones away" in text
        assert "●" not in text.replace("● deep", "")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Tonight)


async def test_looking_at_the_card_records_nothing_and_tonight_has_the_same(opens: Opens, house: House) -> None:
    card = house.tonights_card()
    assert card is not None
    async with opens(house, size=(120, 40)) as pilot:
        assert card.text[:30] in words_on(pilot)
        assert house.journal.months() == []
        await pilot.press("enter")
        await pilot.pause()
        await go_to(pilot, "card")
        assert card.text[:30] in words_on(pilot)


async def test_the_week_shows_the_evenings_that_were_and_the_other_starts(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    clock.turn(-2 * 86400)
    keep_an_evening(house)
    clock.turn(2 * 86400)
    async with opens(house) as pilot:
        text = words_on(pilot)
        assert "● fri" in text
        assert "sat" not in text
        assert "sun\n" not in text
        assert "Sam starts tonight." in text


async def test_a_kept_evening_is_said_and_asks_for_nothing(opens: Opens, house: House) -> None:
    keep_an_evening(house)
    async with opens(house) as pilot:
        assert "Your evening is kept." in words_on(pilot)
        assert "starts tonight" not in words_on(pilot)


async def test_an_unfinished_evening_can_be_kept_or_let_go_and_brought_back(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    evening.forward()
    async with opens(house) as pilot:
        rows = words_on(pilot).splitlines()
        waits = rows.index("       Your evening is waiting where you left it.")
        assert [bool(row.strip()) for row in rows[waits : waits + 5]] == [True, False, True, True, True]
        await pilot.press("x")
        await pilot.pause()
        assert "waiting" not in words_on(pilot)
        assert "z undo" in words_on(pilot)
        await pilot.press("z")
        await pilot.pause()
        assert "Your evening is waiting" in words_on(pilot)
        await pilot.press("k")
        await pilot.pause()
        assert "Your evening is kept." in words_on(pilot)
    assert [one.state for one in house.sessions] == ["kept"]


async def test_going_on_leads_to_the_place_they_left(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    for _ in range(4):
        evening.forward()
    async with opens(house) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert tonight(pilot).evening.progress.place == 4
        assert "Sam speaks, Ana listens" in words_on(pilot)


async def test_quiet_time_asks_for_minutes_and_is_kept(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house) as pilot:
        await pilot.press("q")
        await pilot.pause()
        await pilot.press(*"200", "enter")
        await pilot.pause()
        assert "a number of minutes from 2 to 180" in words_on(pilot)
        await pilot.press(*["backspace"] * 3, *"15", "enter")
        await pilot.pause()
        assert "Quiet time" in words_on(pilot)
        clock.turn(200)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "That was time together. It is kept." in words_on(pilot)
        await pilot.press("enter", "escape", "space")
        assert "It is kept." in words_on(pilot)
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Home)
    (kept,) = house.sessions
    assert (kept.planned, kept.seconds, kept.starter, kept.state) == (900, 200, None, "kept")


async def test_the_length_can_be_chosen_and_stays(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await pilot.press("m")
        await pilot.pause()
        await pilot.press(*"8", "enter")
        await pilot.pause()
        assert "begin · 8 minutes" in words_on(pilot)
    assert House(house.folders).settings.minutes == 8


async def test_home_follows_the_clock_into_the_next_night(opens: Opens, house: House, clock: TurnedClock) -> None:
    async with opens(house) as pilot:
        assert "Good evening" in words_on(pilot)
        clock.turn(9 * 3600)
        home = pilot.app.screen
        assert isinstance(home, Home)
        assert LOOK_AGAIN <= 60
        await home._look()
        await pilot.pause()
        assert "Monday 23 November" in words_on(pilot)
        assert "Good morning" in words_on(pilot)


async def test_solo_is_greeted_alone(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    async with opens(empty_house) as pilot:
        assert "Good evening, Ana." in words_on(pilot)
        assert "starts" not in words_on(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_first_evening_is_explained_before_it_and_never_again(
    opens: Opens, house: House, clock: TurnedClock, size: tuple[int, int]
) -> None:
    async with opens(house, size=size) as pilot:
        rows = [row.strip() for row in words_on(pilot).splitlines()]
        assert [line for line in first.told(2) if line not in rows] == []
        assert len(first.told(2)) <= 4
        assert "Sunday 22 November" in rows
    keep_an_evening(house)
    clock.turn(86400)
    async with opens(house, size=size) as pilot:
        assert [line for line in first.told(2) if line in words_on(pilot)] == []


async def test_one_alone_is_told_of_an_evening_alone(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    async with opens(empty_house) as pilot:
        assert "nobody else needs to be here" in words_on(pilot).lower()
        assert "the other listens" not in words_on(pilot)
