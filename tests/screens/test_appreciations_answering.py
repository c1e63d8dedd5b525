"""The one who was thanked says something back."""

import pytest

from ritual.core import wording
from ritual.house import House
from ritual.screens.appreciations.answer import Answer
from ritual.screens.home import Home
from ritual.screens.waiting import WordsWaiting
from ritual.widgets.words import Words
from tests.screens.conftest import Opens, words_on
from tests.screens.thanks import kept, open_log, place, replies, reply, see, thank, type_in, until


async def test_home_says_that_something_was_left_until_it_is_answered(opens: Opens, house: House) -> None:
    thank(house, "for the tea", by="Sam")
    async with opens(house) as pilot:
        home = await see(pilot, "a      Sam left something for Ana.")
        assert "tea" not in home
        await open_log(pilot, 1)
        await pilot.press("enter")
        await see(pilot, "Sam thanked you, Ana.", "for the tea", "Nothing written says “received ♥”.")
        await type_in(pilot, "It was nice for me too.")
        await pilot.press("ctrl+s")
        await see(pilot, "│ Ana: It was nice for me too.")
        await pilot.press("h")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
        assert "left something" not in words_on(pilot)
    (said,), (answer,) = kept(house), replies(house)
    assert (answer.by, answer.about, answer.text) == (said.to, said.id, "It was nice for me too.")
    assert answer.night == house.night


async def test_nothing_written_says_received_in_their_language_and_can_become_more_later(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording, "SAYS_RECEIVED", "angenommen ♥")
    said = thank(house, "for the tea", by="Sam")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await pilot.press("enter", "ctrl+s")
        await see(pilot, "│ Ana: angenommen ♥")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Answer), "the answer")
        assert pilot.app.screen.query_one(Words).text == ""
        await type_in(pilot, "With joy.")
        await pilot.press("ctrl+s")
        await see(pilot, "│ Ana: With joy.")
    (answer,) = replies(house)
    assert (answer.about, answer.text) == (said.id, "With joy.")
    assert [one["text"] for one in answer.former] == ["received ♥"]


async def test_an_answer_is_changed_where_it_stands(opens: Opens, house: House) -> None:
    reply(house, thank(house, "for the tea", by="Sam", days_ago=40), "with")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Answer), "the answer")
        await type_in(pilot, " joy")
        await pilot.press("ctrl+s")
        await see(pilot, "│ Ana: with joy")
    assert [one.text for one in replies(house)] == ["with joy"]


async def test_a_left_answer_waits_covered_for_the_one_who_writes_it(opens: Opens, house: House) -> None:
    thank(house, "for the tea", by="Sam")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Answer), "the answer")
        await type_in(pilot, "only half")
        await pilot.press("escape")
        await see(pilot, "Your words are not kept yet. They wait for you on Home.")
        await pilot.press("enter")
        covered = await see(pilot, "Ana, you were writing an answer")
        assert "only half" not in covered
        await pilot.press("escape", "h")
        home = await see(pilot, "Ana, words of yours are waiting.")
        assert "only half" not in home
        await pilot.press("o", "enter")
        await see(pilot, "only half")
        await type_in(pilot, " said")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
        assert "waiting" not in words_on(pilot)
    assert [one.text for one in replies(house)] == ["only half said"]
    assert house.drafts.all() == []


async def test_a_left_answer_can_be_kept_from_the_log(opens: Opens, house: House) -> None:
    thank(house, "for the tea", by="Sam")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Answer), "the answer")
        await type_in(pilot, "yes")
        await pilot.press("escape", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WordsWaiting), "the covered words")
        await pilot.press("enter", "ctrl+s")
        await see(pilot, "│ Ana: yes")
    assert [one.text for one in replies(house)] == ["yes"]


async def test_what_cannot_be_kept_is_said_in_one_line(opens: Opens, house: House) -> None:
    thank(house, "for the tea", by="Sam")
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Answer), "the answer")
        pilot.app.screen.query_one(Words).text = "x" * 10_001
        await pilot.press("ctrl+s")
        await see(pilot, "longer than 10,000")
        await pilot.press("escape")
    assert replies(house) == []
    assert [len(one.text) for one in house.drafts.all()] == [10_001]


async def test_a_long_thank_you_can_be_read_while_one_answers(opens: Opens, house: House) -> None:
    thank(house, "\n".join(f"line {number}" for number in range(60)), by="Sam")
    async with opens(house, size=(60, 20)) as pilot:
        await open_log(pilot, 1)
        await pilot.press("enter")
        await see(pilot, "line 0", "Ctrl+S keeps it")
        assert "line 59" not in words_on(pilot)
        await pilot.press("shift+tab", "end")
        await see(pilot, "line 59")
        assert pilot.app.focused is pilot.app.screen.query_one("#thanks")


async def test_an_answer_from_another_window_shows_up(opens: Opens, house: House) -> None:
    said = thank(house, "for the tea", by="Sam", days_ago=100)
    async with opens(house) as pilot:
        await open_log(pilot, 1)
        reply(house, said, "gladly")
        await see(pilot, "│ Ana: gladly")
        assert place(pilot).query("Leaves").first().has_focus
