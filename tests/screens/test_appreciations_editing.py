"""Saying it better, leaving it for later, taking it away: nothing gets lost and nothing stands twice."""

from datetime import date

from textual.pilot import Pilot
from textual.widgets import Input

from ritual.house import House
from ritual.screens.appreciations.form import ThanksForm
from ritual.screens.home import Home
from ritual.screens.waiting import WordsWaiting
from ritual.widgets.choice import Choice
from ritual.widgets.words import Words
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import kept, marked, open_log, place, reply, see, thank, type_in, until


async def edit(pilot: Pilot[None]) -> ThanksForm:
    """The form of the one that is marked."""
    await pilot.press("e")
    await until(pilot, lambda: isinstance(pilot.app.screen, ThanksForm), "the form")
    screen = pilot.app.screen
    assert isinstance(screen, ThanksForm)
    return screen


async def test_a_new_wording_keeps_the_former_one(opens: Opens, house: House) -> None:
    thank(house, "for the soup", by="Sam", way="help")
    thank(house, "for the tea", by="Sam", days_ago=3, way="gift")
    async with opens(house) as pilot:
        await open_log(pilot, 2)
        await pilot.press("down")
        screen = await edit(pilot)
        assert screen.query_one(Words).text == "for the tea"
        assert screen.query_one("#day", Input).value == "19 November 2026"
        assert screen.query_one("#way", Choice).taken == "gift"
        assert "other prompt" not in words_on(pilot)
        await type_in(pilot, " at six")
        await pilot.press("ctrl+s")
        await see(pilot, "│ for the tea at six", "Sam to Ana · gift", "Thursday 19 November 2026")
        assert marked(pilot) == "for the tea at six"
    edited = kept(house)[0]
    assert (edited.text, edited.way, edited.night) == ("for the tea at six", "gift", date(2026, 11, 19))
    assert [one["text"] for one in edited.former] == ["for the tea"]


async def test_another_day_moves_it_to_its_month_with_its_answer(opens: Opens, house: House) -> None:
    said = thank(house, "for the tea", by="Sam")
    reply(house, said, "gladly")
    thank(house, "for the soup", days_ago=60)
    async with opens(house) as pilot:
        await open_log(pilot, 2)
        screen = await edit(pilot)
        screen.query_one("#day", Input).value = "3 august"
        await pilot.press("ctrl+s")
        await see(pilot, "Monday 3 August 2026", "│ for the tea", "│ Ana: gladly")
        assert marked(pilot) == "for the tea"
        assert len(place(pilot).pages.thanks) == 2
    assert [(one.text, one.night) for one in kept(house) if one.id == said.id] == [("for the tea", date(2026, 8, 3))]


async def test_words_that_were_not_changed_wait_nowhere(opens: Opens, house: House) -> None:
    before = thank(house, "for\u2028the tea", by="Sam", days_ago=50)
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await edit(pilot)
        await type_in(pilot, "!")
        await until(pilot, lambda: house.drafts.all(), "the draft")
        await pilot.press("backspace", "escape")
        await until(pilot, lambda: pilot.app.screen is place(pilot), "the log")
        assert "wait for you" not in words_on(pilot)
        assert house.drafts.all() == []
        await edit(pilot)
        await pilot.press("tab", "escape")
        await until(pilot, lambda: pilot.app.screen is place(pilot), "the log")
    assert house.drafts.all() == []
    assert kept(house) == [before]


async def test_a_left_edit_is_offered_again_and_stands_once(opens: Opens, house: House) -> None:
    before = thank(house, "for the tea", by="Sam", days_ago=50, way="gift")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await edit(pilot)
        await type_in(pilot, " at six")
        await pilot.press("escape")
        await see(pilot, "│ for the tea  ")
        await pilot.press("e")
        covered = await see(pilot, "Sam, you were writing an appreciation on Saturday 3 October")
        assert "at six" not in covered
        await pilot.press("enter", "ctrl+s")
        await see(pilot, "│ for the tea at six", "Sam to Ana · gift")
    (after,) = kept(house)
    assert (after.id, after.text, after.way, after.night) == (before.id, "for the tea at six", "gift", before.night)
    assert [one["text"] for one in after.former] == ["for the tea"]
    assert house.drafts.all() == []


async def test_a_left_edit_on_another_day_moves_when_it_is_kept(opens: Opens, house: House) -> None:
    thank(house, "for the tea", by="Sam", days_ago=50, way="gift")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        screen = await edit(pilot)
        screen.query_one("#day", Input).value = "yesterday"
        screen.query_one("#way", Choice).action_step(1)
        await type_in(pilot, " at six")
        await pilot.press("ctrl+q")
    async with opens(House(house.folders, house.clock)) as pilot:
        await see(pilot, "Sam, words of yours are waiting.")
        await pilot.press("o", "enter", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
    (after,) = kept(house)
    assert (after.text, after.way, after.night) == ("for the tea at six", "touch", date(2026, 11, 21))
    assert house.drafts.all() == []


async def test_a_form_that_is_left_waits_for_its_author(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_log(pilot, 0)
        await pilot.press("n")
        await type_in(pilot, "for the tea")
        screen = pilot.app.screen
        await until(pilot, lambda: house.drafts.all(), "the draft")
        await pilot.press("shift+tab", "right")
        screen.query_one("#way", Choice).action_step(2)
        await pilot.press("escape")
        await see(pilot, "say the first one", "They wait for you on Home.")
    async with opens(House(house.folders, house.clock)) as pilot:
        home = await see(pilot, "Sam, words of yours are waiting.")
        assert "tea" not in home
        await pilot.press("o")
        await see(pilot, "Sam, you were writing an appreciation on Sunday 22 November")
        await pilot.press("enter", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
    (one,) = kept(house)
    ana, sam = (person.id for person in house.people)
    assert (one.text, one.by, one.to, one.way, one.night) == ("for the tea", sam, ana, "help", house.night)


async def test_quitting_in_the_middle_of_a_word_keeps_it(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_log(pilot, 0)
        await pilot.press("n")
        await type_in(pilot, "for th")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running, "the end")
    assert [(one.text, one.kind) for one in house.drafts.all()] == [("for th", "appreciation")]
    assert kept(house) == []


async def test_words_that_were_kept_do_not_wait_again(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        await open_log(pilot, 0)
        await pilot.press("n")
        await type_in(pilot, "for the tea")
        screen = pilot.app.screen
        assert isinstance(screen, ThanksForm)
        await pilot.press("ctrl+s")
        screen.put_down()
        assert house.drafts.all() == []


async def test_what_was_taken_away_comes_back_at_its_place(opens: Opens, house: House) -> None:
    for days, text in ((0, "newest"), (3, "recent"), (100, "old"), (101, "oldest")):
        thank(house, text, days_ago=days)
    async with opens(house) as pilot:
        await open_log(pilot, 4)
        await pilot.press("down", "down", "x")
        await see(pilot, "It is taken away. z brings it back.", "│ oldest", "z undo")
        assert "old " not in words_on(pilot)
        assert [one.text for one in kept(house)] == ["oldest", "recent", "newest"]
        await pilot.press("end", "z")
        await see(pilot, "│ old  ")
        assert "taken away" not in words_on(pilot)
        assert "z undo" not in words_on(pilot)
        assert marked(pilot) == "old"
    assert [one.text for one in kept(house)] == ["oldest", "old", "recent", "newest"]


async def test_the_last_one_can_be_taken_away_and_brought_back_from_home(opens: Opens, house: House) -> None:
    thank(house, "for the tea", days_ago=40)
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await pilot.press("x")
        await see(pilot, "n  say the first one")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
        await pilot.press("z")
        await until(pilot, lambda: kept(house), "the one that was taken away")


async def test_only_one_draft_is_open_for_an_entry(opens: Opens, house: House) -> None:
    thank(house, "for the tea", by="Sam")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await edit(pilot)
        await type_in(pilot, " first")
        await pilot.press("escape", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, WordsWaiting), "the covered words")
        await pilot.press("escape")
        assert [one.text for one in house.drafts.all()] == ["for the tea first"]
