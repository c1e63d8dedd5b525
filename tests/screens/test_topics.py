"""Parking a topic from anywhere, and the window with everything that is parked."""

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ritual.core.errors import RitualError
from ritual.core.records import Topic
from ritual.house import House
from ritual.journal import Draft
from ritual.screens.checkin.start import CheckInStart
from ritual.screens.checkin.topics import Topics
from ritual.screens.home import Home
from ritual.screens.topic import TopicForm
from ritual.screens.waiting import WordsWaiting
from ritual.widgets.words import Words
from tests.checkin.conftest import ANA
from tests.screens.checkins import fits, foot, keys, left_at, on, park, topics
from tests.screens.conftest import Opens, go_to, told, words_on
from tests.screens.seeing import legible
from tests.screens.thanks import see, type_in, until


async def form(pilot: Pilot[None]) -> TopicForm:
    """The form, from wherever they are."""
    await pilot.press("ctrl+t")
    await on(pilot, TopicForm)
    screen = pilot.app.screen
    assert isinstance(screen, TopicForm)
    return screen


async def test_a_few_words_from_home_are_parked(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await form(pilot)
        await see(pilot, "What would you like to talk about another time?", "Ctrl+S keeps it. Tab goes to the day.")
        await pilot.press("ctrl+t")
        await type_in(pilot, "money")
        await pilot.press("enter", *"and", "ctrl+s")
        await on(pilot, Home)
        assert told(pilot) == "It is parked. The next check-in offers it."
    one = topics(house)["money\nand"]
    assert (one.by, one.on, one.outcome, one.visibility, one.night) == (None, None, None, "shared", None)
    assert house.drafts.all() == []


async def test_a_day_brings_it_back_and_a_wrong_one_is_asked_back(opens: Opens, house: House) -> None:
    house.change(name="ana")
    async with opens(House(house.folders, house.clock)) as pilot:
        screen = await form(pilot)
        await pilot.press("ctrl+s")
        await see(pilot, "There are no words yet. A few are enough.")
        await type_in(pilot, "money")
        await pilot.press("tab")
        day = screen.query_one("#day", Input)
        assert pilot.app.focused is day
        for typed, answer in (("3/4", "could be"), ("yesterday", "been already"), ("some day", "no day that I know")):
            day.value = typed
            await pilot.press("enter")
            await see(pilot, answer)
            assert (screen.query_one(Words).text, day.value) == ("money", typed)
        assert topics(house) == {}
        day.value = "24 december"
        await pilot.press("enter")
        await on(pilot, Home)
        assert told(pilot) == "It is parked until Thursday 24 December."
    assert (topics(house)["money"].on, topics(house)["money"].by) == (date(2026, 12, 24), ANA)


async def test_the_words_of_the_place_below_are_kept(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await type_in(pilot, "a good evening")
        await form(pilot)
        await type_in(pilot, "money")
        await pilot.press("ctrl+s")
        await see(pilot, "a good evening")
        await type_in(pilot, "!")
        await see(pilot, "a good evening!")
        await pilot.press("h")
        await see(pilot, "a good evening!h")
    assert [*topics(house)] == ["money"]


async def test_every_place_parks_a_topic(opens: Opens, house: House) -> None:
    left_at(house, "right", ANA)
    async with opens(house) as pilot:
        await pilot.press("a", "n")
        await until(pilot, lambda: "Ctrl+S keeps it" in words_on(pilot), "the form of a thank-you")
        await type_in(pilot, "for the tea")
        below = pilot.app.screen
        await form(pilot)
        await type_in(pilot, "one")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is below, "the form below")
        await see(pilot, "for the tea")
        await pilot.press("escape")
        for number, key in enumerate(("j", "l", "f7", "w", "enter"), start=2):
            if key == "w":
                await pilot.press("h")
            await pilot.press(key)
            await pilot.pause()
            below = pilot.app.screen
            await form(pilot)
            await type_in(pilot, str(number))
            await pilot.press("ctrl+s")
            await until(pilot, lambda below=below: pilot.app.screen is below, key)  # type: ignore[misc]
    assert len(topics(house)) == 6
    assert [one.text for one in house.drafts.all()] == ["for the tea"]


async def test_escape_leaves_a_draft_that_can_be_kept_from_home(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await form(pilot)
        await type_in(pilot, "money")
        screen.query_one("#day", Input).value = "friday"
        await pilot.press("escape")
        home = await see(pilot, "Words are waiting here.")
        assert "money" not in home
        (draft,) = house.drafts.all()
        assert (draft.kind, draft.by, draft.text, draft.on) == ("topic", "", "money", date(2026, 11, 27))
        await pilot.press("o")
        await on(pilot, WordsWaiting)
        assert "money" not in await see(pilot, "You were writing a topic on Sunday 22 November.")
        await pilot.press("enter")
        await see(pilot, "money")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "waiting" not in words_on(pilot), "Home")
        assert topics(house)["money"].on == date(2026, 11, 27)
        await form(pilot)
        await pilot.press("escape")
        await on(pilot, Home)
    assert house.drafts.all() == []


async def test_what_is_typed_is_put_down_while_it_is_typed(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await form(pilot)
        await type_in(pilot, "money")

        def saved() -> list[Draft]:
            return house.drafts.all()

        await until(pilot, saved, "a draft")
        assert [one.text for one in saved()] == ["money"]
        await pilot.press("ctrl+q")
    assert [one.text for one in house.drafts.all()] == ["money"]


async def test_a_disk_that_takes_nothing_keeps_the_form_open(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(record: Topic) -> None:
        raise RitualError("There is no room.")

    async with opens(house) as pilot:
        screen = await form(pilot)
        await type_in(pilot, "money")
        with monkeypatch.context() as broken:
            broken.setattr(house.journal, "keep", fail)
            await pilot.press("ctrl+s")
            await see(pilot, "There is no room.")
        assert screen.query_one(Words).text == "money"
        await pilot.press("ctrl+s")
        await on(pilot, Home)
    assert [*topics(house)] == ["money"]


async def window(pilot: Pilot[None]) -> OptionList:
    """Everything that is parked."""
    await on(pilot, CheckInStart)
    await pilot.press("o")
    await on(pilot, Topics)
    return pilot.app.screen.query_one(OptionList)


def listed(choices: OptionList) -> list[str]:
    return [str(one.prompt) for one in choices.options]


async def test_what_is_parked_is_listed_changed_let_go_and_brought_back(opens: Opens, house: House) -> None:
    ahead = house.night + timedelta(days=2)
    for text, day in (("the garden", ahead), ("money", None), ("[b]sleep[/b]\nand more", house.night)):
        park(house, text, day)
    async with opens(house, "checkin") as pilot:
        choices = await window(pilot)
        await see(pilot, "Parked for later", "Enter opens one to read or change it.")
        assert listed(choices) == ["[b]sleep[/b] and more", "money", "the garden  24 November"]
        assert all(one in foot(pilot) for one in ("? help", "e edit", "n new", "x remove", "Esc back"))
        await pilot.press("down", "x")
        await see(pilot, "It is let go. z brings it back.")
        assert [*topics(house)] == ["the garden", "[b]sleep[/b]\nand more"]
        await pilot.press("z")
        await until(pilot, lambda: "money" in topics(house), "money")
        assert choices.highlighted == 1
        await pilot.press("end", "enter")
        await on(pilot, TopicForm)
        form_ = pilot.app.screen
        assert form_.query_one("#day", Input).value == "24 November 2026"
        await type_in(pilot, " gate")
        await pilot.press("ctrl+s")
        await on(pilot, Topics)
        assert listed(choices)[-1] == "the garden gate  24 November"
        await pilot.press("e")
        await on(pilot, TopicForm)
        pilot.app.screen.query_one("#day", Input).value = ""
        await pilot.press("ctrl+s")
        await on(pilot, Topics)
        assert "the garden gate" in listed(choices)
        await pilot.press("n")
        await on(pilot, TopicForm)
        await type_in(pilot, "flowers")
        await pilot.press("ctrl+s")
        await on(pilot, Topics)
        assert "flowers" in listed(choices)
        await pilot.press(*["x"] * 4)
        await see(pilot, "It is let go.")
        assert not {"edit_entry", "remove_entry"} & keys(pilot)
        await pilot.press("e", "x", "enter", "escape")
        await on(pilot, CheckInStart)
        assert "show_topics" not in keys(pilot)
        assert "topic" not in words_on(pilot).replace("one topic", "")
    assert topics(house) == {}


async def test_an_emptied_list_names_the_next_key(opens: Opens, house: House) -> None:
    park(house, "money")
    async with opens(house, "checkin") as pilot:
        choices = await window(pilot)
        await pilot.press("x", "z", "x", "n", "escape")
        await see(pilot, "Nothing waits. n parks something.")
        assert listed(choices) == []
        await pilot.press("n")
        await on(pilot, TopicForm)


async def test_another_day_is_a_draft_too(opens: Opens, house: House) -> None:
    known = park(house, "money", house.night + timedelta(days=9))
    async with opens(house, "checkin") as pilot:
        await window(pilot)
        await pilot.press("enter")
        await on(pilot, TopicForm)
        pilot.app.screen.query_one("#day", Input).value = "tomorrow"
        await pilot.press("escape")
        await on(pilot, Topics)
    assert [(one.id, one.on) for one in house.drafts.all()] == [(known.id, house.night + timedelta(days=1))]


async def test_many_long_topics_are_one_line_each(opens: Opens, house: House) -> None:
    for number in range(30):
        park(house, f"topic {number:02} " + "and everything " * 8, house.night + timedelta(days=number))
    async with opens(house, "checkin") as pilot:
        choices = await window(pilot)
        for size in ((1, 1), (60, 20), (80, 24), (40, 12)):
            await pilot.resize_terminal(*size)
            for key, text in (("home", "topic 00"), ("end", "topic 29")):
                await pilot.press(key)
                if size[0] > 1:
                    await see(pilot, "Parked for later", text)
                    assert fits(pilot), size
                    assert choices.virtual_size.height == 30
        legible(pilot, "topics")
        await pilot.press("enter")
        await on(pilot, TopicForm)
        await see(pilot, "What would you like to talk about")
