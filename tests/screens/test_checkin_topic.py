"""One topic: chosen or brought, spoken about in turns, and where they have got to."""

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ritual.content import evening_words
from ritual.core.records import Topic
from ritual.house import House
from ritual.screens.checkin.screen import CheckInScreen
from ritual.screens.checkin.when import When
from ritual.screens.guided import dawn
from ritual.screens.home import Home
from ritual.screens.topic import TopicForm
from ritual.widgets.choice import Choice
from ritual.widgets.words import Words
from tests.conftest import TurnedClock
from tests.screens.checkins import at, begin, checkin, fits, foot, left_at, on, park, topics
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import see, type_in, until

HOLIDAYS = "the holidays with your parents, and for how long we stay this time"


def choices(pilot: Pilot[None]) -> OptionList:
    return checkin(pilot).query_one(OptionList)


def marked(pilot: Pilot[None]) -> str:
    """The line that is marked."""
    words = choices(pilot)
    assert words.highlighted is not None
    return str(words.get_option_at_index(words.highlighted).prompt)


async def to_the_outcome(pilot: Pilot[None], key: str = "enter") -> None:
    """Both have their turns."""
    await at(pilot, "topic-turn", "Ana")
    await pilot.press(key)
    await at(pilot, "topic-turn", "Sam")
    await pilot.press(key)
    await at(pilot, "outcome")


async def test_it_is_chosen_and_both_speak_and_listen(opens: Opens, house: House) -> None:
    park(house, "money", date(2027, 12, 24))
    park(house, HOLIDAYS)
    left_at(house, "topic")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        text = await see(pilot, "One topic", "The arrows choose, Enter goes on.", "Something else …", "Nothing today")
        assert "the holidays with your parents" in marked(pilot)
        assert marked(pilot).endswith("…")
        assert "money  24 December 2027" in text
        assert fits(pilot)
        await pilot.press("enter")
        text = " ".join((await at(pilot, "topic-turn", "Ana")).split())
        assert "Ana speaks, Sam listens" in text
        assert f"“{HOLIDAYS}”" in text
        assert "Sam: " in text
        assert "next step" not in foot(pilot)
        await pilot.press("enter")
        assert "Sam speaks, Ana listens" in await at(pilot, "topic-turn", "Sam")
        await pilot.press("enter")
        text = " ".join((await at(pilot, "outcome")).split())
        assert "leave it open settled keep talking we live with it" in text
        assert "The arrows choose, Enter goes on." in text
        await pilot.press("right", "enter")
        await at(pilot, "wish", "Ana")
        assert topics(house)[HOLIDAYS].outcome == "settled"
        await pilot.press("escape", "escape", "escape", "escape")
        await at(pilot, "topic")
        assert "the holidays" in marked(pilot)
    assert topics(house)["money"].outcome is None


OUTCOMES = [(0, None), (1, "settled"), (3, "living-with")]


@pytest.mark.parametrize("key", ["enter", "ctrl+n"])
async def test_each_outcome_is_kept_whichever_key_leads_on(opens: Opens, house: House, key: str) -> None:
    park(house, "money")
    left_at(house, "topic")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("enter")
        await to_the_outcome(pilot, key)
        for steps, outcome in OUTCOMES:
            choice = checkin(pilot).query_one(Choice)
            choice._at = 0
            await pilot.press(*["right"] * steps, key)
            await at(pilot, "wish", "Ana")
            assert topics(house)["money"].outcome == outcome
            await pilot.press("escape")
            await at(pilot, "outcome")
        assert checkin(pilot).query_one(Choice).taken == "living-with"


async def test_keep_talking_asks_for_a_day(opens: Opens, house: House) -> None:
    park(house, "money")
    left_at(house, "topic")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("enter")
        await to_the_outcome(pilot)
        await pilot.press("right", "right", "enter")
        await on(pilot, When)
        await see(pilot, "When would you like to go on with it?", "the next check-in, or a day like next friday")
        await pilot.press("escape")
        await on(pilot, CheckInScreen)
        assert checkin(pilot).kind == "outcome"
        assert topics(house)["money"].outcome is None
        await pilot.press("ctrl+n")
        await at(pilot, "wish", "Ana")
        assert (topics(house)["money"].outcome, topics(house)["money"].on) == ("talking", None)
        await pilot.press("escape", "enter")
        await on(pilot, When)
        for typed, answer in (("3/4", "could be"), ("yesterday", "has been already"), ("next week", "more than one")):
            pilot.app.screen.query_one(Input).value = typed
            await pilot.press("enter")
            await see(pilot, answer)
        pilot.app.screen.query_one(Input).value = "next friday"
        await pilot.press("enter")
        await at(pilot, "wish", "Ana")
        kept = topics(house)["money"]
        assert (kept.outcome, kept.on) == ("talking", date(2026, 11, 27))
        await pilot.press("escape", "ctrl+n")
        await at(pilot, "wish", "Ana")
        assert topics(house)["money"] == kept
        await pilot.press("escape", "enter")
        await on(pilot, When)
        await pilot.press("enter")
        await at(pilot, "wish", "Ana")
        kept = topics(house)["money"]
        assert (kept.outcome, kept.on) == ("talking", None)


async def test_one_of_them_brings_something(opens: Opens, house: House) -> None:
    left_at(house, "topic")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await see(pilot, "There is something …", "Nothing today")
        await pilot.press("enter")
        await on(pilot, TopicForm)
        text = await see(pilot, "What would you like to talk about?", "Ctrl+S takes it.")
        assert "another time" not in text
        assert "next friday" not in text
        await pilot.press("ctrl+s")
        await see(pilot, "There are no words yet.")
        await type_in(pilot, "money")
        await pilot.press("escape")
        await at(pilot, "topic")
        assert topics(house) == {}
        assert [one.text for one in house.drafts.all()] == ["money"]
        await pilot.press("enter")
        await on(pilot, TopicForm)
        await type_in(pilot, "the garden")
        await pilot.press("ctrl+s")
        await at(pilot, "topic-turn", "Ana")
        await see(pilot, "“the garden”")
    assert topics(house)["the garden"].on is None


async def test_nothing_today_goes_past_the_turns(opens: Opens, house: House) -> None:
    park(house, "money")
    left_at(house, "topic")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        await pilot.press("up", "enter")
        await at(pilot, "wish", "Ana")
        await pilot.press("escape")
        await at(pilot, "topic")
        line = next(number for number, one in enumerate(words_on(pilot).splitlines()) if "money" in one)
        await pilot.click(offset=(words_on(pilot).splitlines()[line].index("money"), line))
        await at(pilot, "topic-turn", "Ana")
        await pilot.press("escape", "ctrl+n")
        await at(pilot, "topic-turn", "Ana")
    assert topics(house)["money"].outcome is None


async def test_of_many_topics_the_marked_one_is_always_seen(opens: Opens, house: House) -> None:
    for number in range(30):
        park(house, f"topic {number:02} " + "and everything that belongs to it " * 3)
    left_at(house, "topic")
    async with opens(house, "checkin", (60, 20)) as pilot:
        await begin(pilot)
        for size in ((60, 20), (40, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.press("home")
            await see(pilot, "One topic", "topic 00")
            assert fits(pilot) or size == (40, 12)
            await pilot.press(*["down"] * 17)
            await see(pilot, "topic 17")
        await pilot.press("end")
        assert marked(pilot) == "Nothing today"
        await see(pilot, "Nothing today", "One topic")


async def test_a_turn_has_its_time_its_light_and_a_break(opens: Opens, house: House, clock: TurnedClock) -> None:
    house.change(reduce_motion=True, bell=False)
    topic = park(house, "money")
    found = left_at(house, "topic")
    found.choose_topic(house.journal.get(Topic, topic.id))
    found.forward()
    found.leave()
    async with opens(house, "checkin") as pilot:
        screen = await begin(pilot)
        assert screen.kind == "topic-turn"
        first = words_on(pilot)
        clock.turn(60)
        screen.tick()
        await until(pilot, lambda: words_on(pilot) != first, "another cue")
        assert not dawn.is_bright(screen)
        clock.turn(200)
        screen.tick()
        assert dawn.is_bright(screen)
        await see(pilot, evening_words().time_up.words[0][:40])
        await pilot.press("ctrl+g")
        await see(pilot, "When would you like to come back?")
        await pilot.press("enter")
        await on(pilot, Home)
        await see(pilot, "your check-in rests until")
        await pilot.press("w")
        assert (await begin(pilot)).kind == "topic-turn"


async def test_any_text_of_a_topic_is_shown_as_it_is(opens: Opens, house: House) -> None:
    park(house, "[red]money[/red]\nand \x1b[2J more")
    left_at(house, "topic")
    async with opens(house, "checkin") as pilot:
        await begin(pilot)
        text = await see(pilot, "[red]money[/red] and")
        assert "\x1b" not in text
        await pilot.press("enter")
        await at(pilot, "topic-turn", "Ana")
        assert "\x1b" not in await see(pilot, "[red]money[/red]")
        assert not pilot.app.screen.query(Words)
