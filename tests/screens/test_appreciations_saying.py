"""Saying thank you: two keys from Home, a few words, and it is kept."""

from datetime import date

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from ritual.core.errors import RitualError
from ritual.core.records import Appreciation
from ritual.house import House
from ritual.screens.appreciations.form import ThanksForm
from ritual.widgets.choice import Choice
from ritual.widgets.words import Words
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import kept, marked, open_log, see, type_in, until


async def form(pilot: Pilot[None], house: House) -> ThanksForm:
    """The form of a new one, from Home."""
    await open_log(pilot, len(kept(house)))
    await pilot.press("n")
    await until(pilot, lambda: isinstance(pilot.app.screen, ThanksForm), "the form")
    screen = pilot.app.screen
    assert isinstance(screen, ThanksForm)
    return screen


async def test_a_few_words_are_enough(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await form(pilot, house)
        assert "Ana thanks Sam" in words_on(pilot)
        await type_in(pilot, "for the tea")
        await pilot.press("ctrl+s")
        await see(pilot, "Tonight", "for the tea", "Ana to Sam ─╯")
        assert marked(pilot) == "for the tea"
    (one,) = kept(house)
    ana, sam = (person.id for person in house.people)
    assert (one.by, one.to, one.text, one.way, one.night) == (ana, sam, "for the tea", None, date(2026, 11, 22))
    assert (one.visibility, one.about) == ("shared", None)
    assert house.drafts.all() == []


async def test_quick_fingers_lose_no_letter(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        for key in ("a", "n", *"for", "space", *"x-rays", "ctrl+s"):
            pilot.app.post_message(Key(key, " " if key == "space" else None))
        await until(pilot, lambda: kept(house), "what was typed")
    assert [one.text for one in kept(house)] == ["for x-rays"]


async def test_the_other_thanks_in_one_way_on_another_day(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await form(pilot, house)
        await type_in(pilot, "for the soup")
        await pilot.press("enter", "h", "shift+tab", "right", "tab", "tab", "right", "right")
        assert pilot.app.screen.query_one("#way", Choice).taken == "help"
        await pilot.press("tab")
        await type_in(pilot, "last friday")
        await pilot.press("enter")
        await see(pilot, "Friday 20 November 2026", "for the soup", "Sam to Ana · help")
    (one,) = kept(house)
    ana, sam = (person.id for person in house.people)
    assert (one.by, one.to, one.text, one.way) == (sam, ana, "for the soup\nh", "help")
    assert one.night == date(2026, 11, 20)


async def test_enter_on_a_choice_keeps_all_of_it(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await form(pilot, house)
        await pilot.press(*"tea", "enter", *"cup", "tab", "enter")
        await see(pilot, "│ cup ", "Ana to Sam")
    assert [one.text for one in kept(house)] == ["tea\ncup"]


async def test_who_sits_at_this_machine_is_asked_first(opens: Opens, house: House) -> None:
    house.change(name="sam")
    async with opens(House(house.folders, house.clock)) as pilot:
        screen = await form(pilot, house)
        assert screen.query_one("#who", Choice).taken == house.people[1].id


async def test_a_choice_can_be_clicked(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await form(pilot, house)
        way = screen.query_one("#way", Choice)
        for name in ("touch", "any way", "celebration"):
            line = words_on(pilot).splitlines()[way.region.y]
            await pilot.click(offset=(line.index(name), way.region.y))
            assert way.taken == (None if name == "any way" else name)


REFUSED = [
    ("", "", "no words yet"),
    (" \n \t ", "", "no words yet"),
    ("for the \x1b[31mtea", "", "control character"),
    ("x" * 10_001, "", "longer than 10,000"),
    ("for the tea", "3/4", "could be 4 March or 3 April"),
    ("for the tea", "tomorrow", "still to come"),
    ("for the tea", "30 february", "no day of the calendar"),
    ("for the tea", "last week", "more than one day"),
]


async def test_what_cannot_be_kept_is_asked_back_and_nothing_is_lost(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await form(pilot, house)
        field, when = screen.query_one(Words), screen.query_one("#day", Input)
        for typed, day, answer in REFUSED:
            field.text, when.value = typed, day
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert answer in " ".join(words_on(pilot).split())
            assert "\x1b" not in words_on(pilot)
            assert (field.text, when.value) == (typed, day)
        assert kept(house) == []
        field.text, when.value = "for the tea", ""
        await pilot.press("ctrl+s")
        await see(pilot, "│ for the tea")
    assert [one.text for one in kept(house)] == ["for the tea"]


async def test_another_prompt_helps_while_one_looks_for_words(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        screen = await form(pilot, house)
        ask = screen.query_one("#ask")
        seen = {str(ask.render())}
        for _ in range(4):
            await pilot.press("ctrl+n")
            seen.add(str(ask.render()))
        assert len(seen) == 5
        assert screen.query_one(Words).text == ""


async def test_after_keeping_it_is_shown_though_something_else_was_sought(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await form(pilot, house)
        await type_in(pilot, "for the tea")
        await pilot.press("ctrl+s")
        await see(pilot, "│ for the tea")
        await pilot.press("slash", "t", "e", "enter", "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, ThanksForm), "the form")
        await type_in(pilot, "for the soup")
        await pilot.press("ctrl+s")
        await see(pilot, "│ for the soup", "for the tea")


async def test_solo_nobody_is_thanked_and_nothing_can_be_answered(opens: Opens, empty_house: House) -> None:
    empty_house.settle(("Ana",))
    async with opens(empty_house) as pilot:
        screen = await form(pilot, empty_house)
        assert not screen.query("#who")
        await type_in(pilot, "for the tea")
        await pilot.press("ctrl+s")
        await see(pilot, "│ for the tea", "Ana ─╯")
        assert "answer" not in words_on(pilot)
        assert " from" not in words_on(pilot).splitlines()[-1]
        await pilot.press("enter", "f")
        assert marked(pilot) == "for the tea"
    (one,) = kept(empty_house)
    assert (one.by, one.to) == (empty_house.people[0].id, None)


async def test_when_it_cannot_be_written_the_words_stay(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(record: Appreciation) -> None:
        raise RitualError("There is no room.")

    async with opens(house) as pilot:
        screen = await form(pilot, house)
        await type_in(pilot, "for the tea")
        with monkeypatch.context() as broken:
            broken.setattr(house.journal, "keep", fail)
            await pilot.press("ctrl+s", "ctrl+s")
            await see(pilot, "There is no room.")
        assert len(pilot.app._notifications) == 1
        assert screen.query_one(Words).text == "for the tea"
        await pilot.press("ctrl+s")
        await see(pilot, "│ for the tea")
    assert len(kept(house)) == 1
