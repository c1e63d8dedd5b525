"""In the Journal each kind is opened in place, changed, taken away with all that belongs to it, and brought back."""

import pytest
from textual.widgets import Input

from ritual.core.appreciation import reply_id
from ritual.core.records import Answer, Appreciation, Feeling, Note, Rating, Record, Reply
from ritual.house import House
from ritual.screens.appreciations.form import ThanksForm
from ritual.screens.cards.together import Together
from ritual.screens.journal.form import TextForm
from ritual.screens.topic import TopicForm
from ritual.screens.waiting import WordsWaiting
from ritual.widgets.words import Words
from tests.conftest import EVENING
from tests.screens.conftest import Opens, told, words_on
from tests.screens.journal import (
    ANA,
    SAM,
    add,
    fill,
    go,
    gone,
    kept,
    kinds,
    marked,
    on,
    on_journal,
    open_journal,
    place,
)
from tests.screens.thanks import see, type_in, until

COUNT = 8


def left(house: House, kind: type[Record]) -> int:
    """How many of this kind are on the disk and not in the bin."""
    return len(House(house.folders, house.clock).journal.nights(kind))


async def test_notes_wishes_and_goals_are_changed_in_place_and_keep_their_earlier_wording(
    opens: Opens, house: House
) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        for record, what in (
            (made.note, "Ana, a note of 17 November 2026"),
            (made.wish, "Sam, a wish of 13 October 2026"),
            (made.goal, "Sam, a goal of 28 September 2025"),
        ):
            go(pilot, record)
            await pilot.press("enter")
            await on(pilot, TextForm)
            await see(pilot, what, "Ctrl+S keeps it.")
            await type_in(pilot, ", again")
            await pilot.press("ctrl+s")
            await on_journal(pilot)
            await see(pilot, f"{record.text[-12:]}, again")
            assert marked(pilot).id == record.id
            changed = kept(house, record)
            assert changed.text == f"{record.text}, again"
            assert changed.former[-1]["text"] == record.text
        assert len(kinds(pilot)) == COUNT
    assert house.drafts.all() == []


async def test_the_other_kinds_open_their_own_windows_and_an_evening_none(opens: Opens, house: House) -> None:
    made = fill(house)
    windows = ((made.thanks, ThanksForm), (made.topic, TopicForm), (made.draw, Together))
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        for record, window in windows:
            go(pilot, record)
            for key in ("enter", "e"):
                await pilot.press(key)
                await on(pilot, window)
                await pilot.press("escape")
                await on_journal(pilot)
                assert marked(pilot).id == record.id
        for closed in (made.session, made.checkin):
            go(pilot, closed)
            await pilot.press("enter", "e")
            await pilot.pause()
            assert not {"open_entry", "edit_entry"} & {one.id() for one in place(pilot).commands()}
            assert marked(pilot).id == closed.id


async def test_a_thank_you_goes_to_another_month_with_its_reply_and_a_topic_to_another_day(
    opens: Opens, house: House
) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        go(pilot, made.thanks)
        await pilot.press("enter", "tab", "tab")
        await until(pilot, lambda: isinstance(pilot.app.focused, Input), "the field of the day")
        await pilot.press(*"3", "space", *"september")
        await see(pilot, "▌ 3 september")
        await pilot.press("ctrl+s")
        await on_journal(pilot)
        await see(pilot, "Thursday 3 September 2026", "│ for the tea", "│ Sam: With pleasure.")
        assert marked(pilot).id == made.thanks.id
        go(pilot, made.topic)
        await pilot.press("e")
        await on(pilot, TopicForm)
        await pilot.press("tab", "ctrl+u")
        await type_in(pilot, "next friday")
        await pilot.press("enter")
        await see(pilot, "again on 27 November 2026")
        assert len(kinds(pilot)) == COUNT


async def test_what_no_longer_says_what_was_sought_is_shown_all_the_same(opens: Opens, house: House) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await pilot.press("slash")
        await type_in(pilot, "rain")
        await pilot.press("enter", "e")
        await on(pilot, TextForm)
        pilot.app.screen.query_one(Words).text = "tea in the sun"
        await pilot.press("ctrl+s")
        await see(pilot, "│ tea in the sun")
        assert len(kinds(pilot)) == COUNT
        assert marked(pilot).id == made.note.id


async def test_words_that_were_left_wait_for_their_author(opens: Opens, house: House) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        go(pilot, made.note)
        await pilot.press("enter")
        await on(pilot, TextForm)
        await pilot.press("ctrl+a")
        await type_in(pilot, "!")
        await pilot.press("escape")
        await see(pilot, "Your words are not kept yet. They wait for you on Home.")
        assert kept(house, made.note).text == made.note.text
        await pilot.press("enter")
        await on(pilot, WordsWaiting)
        await see(pilot, "Ana, you were writing a note")
        await pilot.press("enter", "ctrl+s")
        await on_journal(pilot)
        await until(pilot, lambda: "!" in kept(house, made.note).text, "the words on the disk")
        assert marked(pilot).id == made.note.id
        assert house.drafts.all() == []


async def test_a_form_without_words_says_what_to_do_and_keeps_the_old_ones(opens: Opens, house: House) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        go(pilot, made.note)
        await pilot.press("enter")
        await on(pilot, TextForm)
        pilot.app.screen.query_one(Words).text = "  "
        await pilot.press("ctrl+s")
        await see(pilot, "There are no words. x in the Journal takes an entry away.")
        await pilot.press("escape")
        await on_journal(pilot)
    assert kept(house, made.note) == made.note


async def test_what_is_taken_away_goes_with_all_that_belongs_to_it_and_z_brings_it_back(
    opens: Opens, house: House
) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        for record, part, before in (
            (made.session, Rating, 4),
            (made.thanks, Reply, 1),
            (made.draw, Answer, 2),
            (made.checkin, Feeling, 3),
        ):
            go(pilot, record)
            await pilot.press("x")
            await see(pilot, "It is taken away. z brings it back.")
            assert len(kinds(pilot)) == COUNT - 1
            assert (left(house, type(record)), left(house, part)) == (0, 0)
            await pilot.press("z")
            await until(pilot, lambda: len(kinds(pilot)) == COUNT, "it")
            assert marked(pilot).id == record.id
            assert (left(house, type(record)), left(house, part)) == (1, before)
            assert "It is taken away" not in words_on(pilot)
    answers = {one.by: one.visibility for one in House(house.folders).journal.nights(Answer)}
    assert answers == {ANA: "shared", SAM: "private"}


async def test_each_kind_can_be_taken_away_also_with_words_of_another_month(opens: Opens, house: House) -> None:
    made = fill(house)
    old = add(house, Appreciation, days_ago=90, by=SAM, to=ANA, text="for the old days")
    add(house, Reply, id=reply_id(old), by=ANA, about=old.id, text="A late one.")
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT + 1)
        go(pilot, old)
        await see(pilot, "│ Ana: A late one.")
        await pilot.press("x")
        await see(pilot, "It is taken away.")
        assert left(house, Reply) == 1
        await pilot.press("z")
        await see(pilot, "│ for the old days", "│ Ana: A late one.")
        assert left(house, Reply) == 2
        for record in vars(made).values():
            go(pilot, record)
            await pilot.press("x")
            await gone(pilot, record)
        assert kinds(pilot) == ["thank-you"]


async def test_what_is_brought_back_shows_whatever_is_sought_and_private_stays_covered(
    opens: Opens, house: House
) -> None:
    made = fill(house)
    hers = add(house, Note, by=ANA, text="Hers as well.", visibility="private")
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        go(pilot, made.note)
        await pilot.press("x", "slash")
        await type_in(pilot, "secret")
        await pilot.press("enter", "z")
        await see(pilot, "│ The line to remember")
        await pilot.press("u")
        go(pilot, hers)
        await pilot.press("x", "u", "u", "z")
        await until(pilot, lambda: kept(house, hers).removed is None, "it")
        assert "Hers as well" not in words_on(pilot)


async def test_a_full_disk_is_told_and_nothing_changes(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        monkeypatch.setattr(house.journal.shelf, "put_all", fails)
        await pilot.press("x")
        await until(pilot, lambda: "This could not be saved" in told(pilot), "the notice")
        assert len(kinds(pilot)) == COUNT
        assert place(pilot).ritual.undo is None
    assert all(one.at <= EVENING for one in house.journal.nights(Note))


def fails(*_: object) -> None:
    raise OSError(28, "No space left on device")
