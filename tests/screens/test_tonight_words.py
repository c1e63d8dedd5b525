"""Words typed at Tonight: kept, put down, and never lost."""

import shutil

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Appreciation, Feeling
from ritual.house import House
from ritual.widgets.words import Words
from tests.conftest import TurnedClock
from tests.screens.conftest import Opens, go_to, told, tonight, words_on


async def test_letters_are_letters_in_a_field(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "appreciation")
        await pilot.press(*"pfoch?", "space", "z")
        assert pilot.app.screen.query_one(Words).text == "pfoch? z"
        assert not tonight(pilot).evening.progress.paused
        await pilot.press("ctrl+z")
        assert pilot.app.screen.query_one(Words).text != "pfoch? z"


async def test_escape_steps_back_without_losing_text(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "appreciation", "Sam")
        await pilot.press(*"thanks [b]x[/b]", "escape")
        await pilot.pause()
        assert tonight(pilot).evening.name(tonight(pilot).evening.beat.person) == "Ana"
        await pilot.press("enter")
        await pilot.pause()
        assert "[b]x" not in words_on(pilot)
        assert "Sam, you were writing here, and your words are covered." in words_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Words).text == "thanks [b]x[/b]"
    assert house.journal.nights(Appreciation) == []


async def test_words_go_into_a_draft_at_the_next_tick(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"hello")
        tonight(pilot).tick()
        (draft,) = house.drafts.all()
        assert (draft.text, draft.kind, draft.by) == ("hello", "note", house.people[0].id)
        await pilot.press("enter")
        await pilot.pause()
        assert house.drafts.all() == []


async def test_too_many_words_stay_on_the_screen_with_a_kind_line(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        field = pilot.app.screen.query_one(Words)
        field.text = "x" * 10_001
        await pilot.press("enter")
        await pilot.pause()
        assert "longer than 10,000" in told(pilot)
        assert len(field.text) == 10_001
        assert tonight(pilot).kind == "note"


async def test_feeling_words_help_past_fine(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "turn")
        await pilot.press("f")
        await pilot.pause()
        assert "Worn out" in words_on(pilot)
        await pilot.press(*"subd", "enter")
        await pilot.pause()
        assert "  subdued\n" in words_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "I feel subdued." in words_on(pilot)
        await pilot.press("f")
        await pilot.pause()
        await pilot.press(*"tired", "enter", "escape")
        await pilot.pause()
        assert "I feel subdued, tired." in words_on(pilot)
    assert House(house.folders).journal.nights(Feeling) == []


async def test_quitting_stays_where_the_words_could_not_be_put_down(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press(*"precious")
        drafts = house.folders.state / "drafts"
        shutil.rmtree(drafts, ignore_errors=True)
        drafts.write_text("in the way")
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app.screen.query_one(Words).text == "precious"
        assert "could not be saved" in told(pilot)
        drafts.unlink()
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert [one.text for one in house.drafts.all()] == ["precious"]


async def test_words_are_put_down_though_the_journal_cannot_be_written(
    opens: Opens, house: House, clock: TurnedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(record: object) -> None:
        raise RitualError("no room")

    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        monkeypatch.setattr(house.journal, "keep", fail)
        await pilot.press(*"precious")
        for _ in range(3):
            clock.turn(61)
            tonight(pilot).tick()
        assert [one.text for one in house.drafts.all()] == ["precious"]
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Words).text == "precious"
        await pilot.press("x")
        assert pilot.app.screen.query_one(Words).text == "preciousx"


async def test_a_click_beside_the_field_leaves_the_keyboard_with_it(opens: Opens, house: House) -> None:
    async with opens(house, "tonight") as pilot:
        await go_to(pilot, "note", "Ana")
        await pilot.press("a")
        await pilot.click(offset=(40, 20))
        await pilot.pause()
        await pilot.press("b")
        assert pilot.app.screen.query_one(Words).text == "ab"


async def test_enter_without_a_command_locks_no_field(opens: Opens, house: House) -> None:
    house.change(keys={"go_on": "ctrl+o"})
    async with opens(House(house.folders, house.clock), "tonight") as pilot:
        while tonight(pilot).kind != "appreciation":
            await pilot.press("ctrl+n")
            await pilot.pause()
        await pilot.press("a", "enter", "b")
        field = pilot.app.screen.query_one(Words)
        for _ in range(100):
            await pilot.pause(0.05)
            if field.text == "ab":
                break
        assert field.text == "ab"
