"""What was said comes back: on its day, on some evenings, and as the ways it was given."""

from datetime import datetime, timedelta

import pytest

from ritual.core.records import Appreciation, Reply
from ritual.evening import MEMORIES, Evening
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Journal
from ritual.screens.home import Home
from tests.conftest import CET, TurnedClock
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import open_log, reply, see, thank, until


def evening_with_memory(house: House, monkeypatch: pytest.MonkeyPatch) -> Evening:
    """Tonight's evening gets an id of which chance makes one that begins with a memory."""
    for number in range(100):
        key = f"00000000-0000-4000-8000-{number:012}"
        with monkeypatch.context() as fixed:
            fixed.setattr(Journal, "new_id", staticmethod(lambda key=key: key))
            evening = Evening.begin(house, 20)
        if evening.memory is not None:
            monkeypatch.setattr(Journal, "new_id", staticmethod(lambda key=key: key))
            return evening
    raise AssertionError("no evening has a memory")


async def test_home_remembers_this_day_of_earlier_years(opens: Opens, house: House) -> None:
    thank(house, "for the [b]tea[/b]", by="Sam", days_ago=365)
    thank(house, "the day before", days_ago=366)
    async with opens(house) as pilot:
        await see(pilot, "A year ago today, Sam thanked Ana:\n       for the [b]tea[/b]")
        assert "the day before" not in words_on(pilot)


async def test_the_29th_of_february_is_remembered_on_the_28th(opens: Opens, folders: Folders) -> None:
    house = House(folders, TurnedClock(datetime(2027, 2, 28, 21, 30, tzinfo=CET)))
    house.settle(("Ana", "Sam"))
    at = datetime(2024, 2, 29, 21, 30, tzinfo=CET)
    ana, sam = (one.id for one in house.people)
    house.journal.keep(Appreciation(id="leap", at=at, night=at.date(), by=ana, to=sam, text="for the leap"))
    async with opens(house) as pilot:
        await see(pilot, "On 29 February 2024, Ana thanked Sam:", "for the leap")


async def test_what_is_long_or_covered_is_not_shown_in_passing(opens: Opens, house: House) -> None:
    thank(house, "long " * 40, days_ago=365)
    at = house.clock.now() - timedelta(365)
    house.journal.keep(
        Appreciation(id="p", at=at, night=at.date(), by=house.people[0].id, text="a secret", visibility="private")
    )
    async with opens(house) as pilot:
        home = pilot.app.screen
        assert isinstance(home, Home)
        await until(pilot, lambda: len(home.memories) == 2, "both to be read")
        await pilot.pause()
        assert "year ago" not in words_on(pilot)
        await open_log(pilot, 1)
        assert "a secret" not in words_on(pilot)


async def test_the_memory_goes_with_the_night_and_with_what_it_remembers(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    tea = thank(house, "for the tea", days_ago=365)
    thank(house, "for the soup", days_ago=364)
    async with opens(house) as pilot:
        await see(pilot, "A year ago today", "for the tea")
        clock.turn(9 * 3600)
        await see(pilot, "A year ago today", "for the soup")
        assert "tea" not in words_on(pilot)
        clock.turn(-9 * 3600)
        await see(pilot, "for the tea")
        House(house.folders, house.clock).journal.remove(tea)
        await until(pilot, lambda: "for the tea" not in words_on(pilot), "the memory to go")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_some_evenings_begin_with_a_memory_to_read_aloud(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    text = "for the {go_on} you carried, the [red]tea[/red] you made and the " + "long " * 14 + "road"
    thank(house, text, by="Sam", days_ago=140)
    evening_with_memory(house, monkeypatch)
    async with opens(house, "tonight", size=size) as pilot:
        shown = await see(pilot, "Arrive", "Sam to Ana, 5 July 2026", "Enter, when you are here.")
        assert f"“{text}”" in " ".join(shown.split())
        assert "breathe" not in shown
        assert pilot.app.screen.query_one("#page").max_scroll_y == 0
        await pilot.press("enter", "escape")
        await see(pilot, "Sam to Ana, 5 July 2026")


async def test_most_evenings_have_none_and_the_same_evening_the_same(house: House, empty_house: House) -> None:
    for days in range(40, 80):
        thank(house, f"for the tea {days}", days_ago=days)
    evenings = [Evening.begin(house, 20) for _ in range(200)]
    found = [one.memory for one in evenings]
    assert 0.1 < sum(one is not None for one in found) / len(found) < 2 * MEMORIES
    again = [Evening(house, one.session, one.progress).memory for one in evenings]
    assert again == found


def test_one_alone_and_new_words_bring_no_memory(empty_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    empty_house.settle(("Ana",))
    thank(empty_house, "for the tea", days_ago=100)
    assert {Evening.begin(empty_house, 20).memory for _ in range(60)} == {None}


async def test_the_ways_are_bars_with_a_sentence_and_without_a_figure(opens: Opens, house: House) -> None:
    for days, way in ((1, "help"), (2, "help"), (80, "time"), (120, "gift")):
        thank(house, "for that", days_ago=days, way=way)  # type: ignore[arg-type]
    thank(house, "for this", by="Sam", way="help")
    async with opens(house, size=(60, 20)) as pilot:
        await open_log(pilot, 5)
        await pilot.press("b")
        shown = await see(pilot, "Lately you were most often thankful for help.")
        bars = [line.split() for line in shown.splitlines() if "█" in line]
        assert [one[:-1] for one in bars] == [["help", "Ana"], ["Sam"], ["time", "Ana"]]
        assert len(bars[0][-1]) > len(bars[1][-1]) == len(bars[2][-1])
        assert not any(sign.isdigit() for sign in shown)
        assert pilot.app.screen.query_one("#page").max_scroll_y == 0
        await pilot.press("escape")
        await see(pilot, "│ for this")


async def test_where_no_way_was_named_the_window_says_so(opens: Opens, house: House) -> None:
    thank(house, "for the tea")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await pilot.press("b")
        await see(pilot, "When you name the way something was given, you will see it here.")


async def test_a_covered_answer_is_not_shown(opens: Opens, house: House) -> None:
    said = thank(house, "for the tea", by="Sam")
    record = reply(house, said, "only for me")
    house.journal.keep(
        Reply(id=record.id, at=record.at, night=record.night, by=said.to, about=said.id, text="x", visibility="private")
    )
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        assert "Ana:" not in words_on(pilot)
