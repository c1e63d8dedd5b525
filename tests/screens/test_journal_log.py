"""The Journal: read from the sofa, searched as one types, narrowed, uncovered, and open to what happens elsewhere."""

import pytest
from textual.pilot import Pilot

from ritual.app import RitualApp
from ritual.core.nights import span_in
from ritual.core.records import Note
from ritual.house import House
from ritual.screens.home import Home
from ritual.screens.journal import screen as screen_of
from ritual.screens.journal.pages import composed
from tests.conftest import TurnedClock
from tests.screens.conftest import Opens, words_on
from tests.screens.journal import (
    ANA,
    HERE,
    SAM,
    add,
    evening_of,
    fill,
    go,
    kinds,
    marked,
    on_journal,
    open_journal,
    place,
)
from tests.screens.thanks import see, type_in, until

COUNT = 8
"""Entries that both may see, as `fill` makes them."""


async def say_day(pilot: Pilot[None], day: str) -> None:
    await pilot.press("d")
    await see(pilot, "Which day would you like to see?")
    await type_in(pilot, day)
    await pilot.press("enter")
    await on_journal(pilot)


async def test_everything_stands_there_by_night_and_nothing_sealed_or_private(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house, size=(80, 60)) as pilot:
        await open_journal(pilot, COUNT)
        assert kinds(pilot) == ["evening", "thank-you", "card", "check-in", "note", "topic", "wish", "goal"]
        text = words_on(pilot)
        for words in (
            "Sunday 22 November\n",
            "Yesterday",
            "Friday 20 November 2026",
            "20 minutes together",
            "Ana started.",
            "Ana to Sam · help",
            "Sam: With pleasure.",
            HERE,
            "Ana: The stone on the window sill.",
            "28 minutes\n",
            "Sam felt tender; needed rest",
            "Ana · note",
            "again on 6 December 2026",
            "Sam · wish · came true in part",
        ):
            assert words in text, words
        for hidden in ("shell", "hopeful", "Hers alone", "sealed", "private", "closeness"):
            assert hidden not in text, hidden
        await pilot.press("end")
        await see(pilot, "to sing again", "Sam · goal")
        assert not {"undo"} & {command.id() for command in place(pilot).commands()}


async def test_search_finds_with_every_letter_and_marks_what_it_found(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await pilot.press("slash")
        await type_in(pilot, "TE")
        assert kinds(pilot) == ["evening", "thank-you", "check-in", "note"]
        await type_in(pilot, "a")
        assert kinds(pilot) == ["thank-you", "note"]
        underlined = {
            segment.text
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.underline
        }
        assert underlined == {"tea"}
        await type_in(pilot, " rain")
        assert kinds(pilot) == ["note"]
        await pilot.press("enter", "escape")
        assert kinds(pilot)[4] == "note"
        assert isinstance(marked(pilot), Note)
        await pilot.press("slash")
        await type_in(pilot, "shell")
        await see(pilot, "Nothing like that is here. Esc shows all again.")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")


async def test_kind_and_person_narrow_and_the_line_above_says_so(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        for kind in ("evening", "card", "thank-you", "check-in", "note", "topic", "wish", "goal"):
            await pilot.press("v")
            assert set(kinds(pilot)) == {kind}
            assert f"November   {kind}" in words_on(pilot)
        await pilot.press("v", "f")
        assert kinds(pilot) == ["evening", "thank-you", "card", "note"]
        await see(pilot, "from Ana")
        await pilot.press("f")
        assert kinds(pilot) == ["evening", "thank-you", "check-in", "wish", "goal"]
        await pilot.press("v", "v")
        assert "from Sam" in words_on(pilot)
        await see(pilot, "Nothing like that is here. Esc shows all again.")
        await pilot.press("escape")
        assert len(kinds(pilot)) == COUNT


async def test_what_is_private_is_uncovered_by_a_key_and_covered_again_by_leaving(opens: Opens, house: House) -> None:
    made = fill(house)
    async with opens(house, size=(80, 60)) as pilot:
        await open_journal(pilot, COUNT)
        await pilot.press("u")
        await see(pilot, "with Ana's private ones", "Hers alone.", "Ana · note · private", "Ana felt hopeful")
        go(pilot, made.draw)
        assert "shell" not in words_on(pilot)
        await pilot.press("u")
        await see(pilot, "with Sam's private ones", "Sam: A secret shell.")
        assert "Hers alone" not in words_on(pilot)
        await pilot.press("u")
        assert "private" not in words_on(pilot)
        await pilot.press("u", "h")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home), "Home")
        await open_journal(pilot, COUNT)
        assert "Hers alone" not in words_on(pilot)
        await pilot.press("u", "escape")
        assert "Hers alone" not in words_on(pilot)


async def test_only_private_entries_look_like_none(opens: Opens, house: House) -> None:
    add(house, Note, by=ANA, text="Hers alone.", visibility="private")
    async with opens(house) as pilot:
        await open_journal(pilot, 0)
        await see(pilot, "Here your evenings will add up", "h  home, to begin one")
        offered = {command.id() for command in place(pilot).commands()}
        assert not {"search_words", "which_kind", "from_whom", "go_to_day", "open_entry", "remove_entry"} & offered
        assert {"show_private", "show_rhythm", "show_trends", "open_bin", "go_home"} <= offered
        await pilot.press("slash", "v", "f", "d", "e", "x", "enter", "down", "end", "z")
        await see(pilot, "h  home, to begin one")
        await pilot.press("u")
        await see(pilot, "│ Hers alone.")


async def test_a_day_in_words_leads_there(opens: Opens, house: House) -> None:
    fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        for day, kind, word in (
            ("yesterday", "evening", ""),
            ("october", "wish", ""),
            ("last summer", "goal", "There is nothing from then. This is the last one before."),
            ("1990", "goal", "There is nothing from then. This is the first one."),
        ):
            await say_day(pilot, day)
            await see(pilot, word)
            assert kinds(pilot)[place(pilot).leaves.at] == kind


async def test_a_day_that_is_still_being_read_is_gone_to_as_soon_as_it_is_there(opens: Opens, house: House) -> None:
    for days in range(0, 400, 40):
        add(house, Note, days_ago=days, by=ANA, text=f"day {days}.")
    async with opens(house) as pilot:
        await open_while_typing(pilot)
        assert not place(pilot).pages.complete
        place(pilot).go_to(span_in("february", house.night))
        await see(pilot, "That is still being read.", "│ day 0.")
        typing(pilot, stops=True)
        await see(pilot, "│ day 280.")
        assert "still being read" not in words_on(pilot)


async def test_whoever_goes_on_meanwhile_is_not_taken_elsewhere(opens: Opens, house: House) -> None:
    for days in range(0, 400, 40):
        add(house, Note, days_ago=days, by=ANA, text=f"day {days}.")
    for leaves in ("down", "v"):
        async with opens(house) as pilot:
            await open_while_typing(pilot)
            place(pilot).go_to(span_in("1990", house.night))
            await pilot.press(leaves)
            typing(pilot, stops=True)
            await open_journal(pilot, 10)
            assert place(pilot).leaves.at == (leaves == "down")
            assert "There is nothing from then" not in words_on(pilot)


async def test_reading_waits_while_somebody_types_and_tells_where_it_is(
    opens: Opens, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_of, "MANY", 0)
    for days in (0, 40, 400, 800):
        add(house, Note, days_ago=days, by=ANA, text=f"day {days}.")
    async with opens(house) as pilot:
        await open_while_typing(pilot)
        pages = place(pilot).pages
        assert len(pages.entries) == 2
        (month,) = composed(house, house.journal, ["2025-10"])
        place(pilot)._take(lambda: pages._take(month))
        await see(pilot, "Sunday 22 November   reading 2025 …")
        assert len(pages.entries) == 3
        assert not pages.complete
        typing(pilot, stops=True)
        await open_journal(pilot, 4)
        assert "reading" not in words_on(pilot)


async def test_every_key_makes_reading_wait(opens: Opens, house: House) -> None:
    async with opens(house) as pilot:
        assert isinstance(pilot.app, RitualApp)
        pilot.app.touched = 0.0
        await pilot.press("j")
        assert pilot.app.touched > 0


async def test_what_another_shell_does_shows_up_and_the_marked_one_stays(opens: Opens, house: House) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        go(pilot, made.topic)
        add(house, Note, by=SAM, text="new from Sam")
        House(house.folders, house.clock).journal.remove(made.goal)
        await until(pilot, lambda: kinds(pilot)[0] == "note" and "goal" not in kinds(pilot), "the news")
        assert marked(pilot).id == made.topic.id
        await pilot.press("home")
        await see(pilot, "│ new from Sam")


async def test_the_next_night_begins_while_the_journal_stands_open(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    evening_of(house)
    async with opens(house) as pilot:
        await open_journal(pilot, 1)
        await see(pilot, "Tonight")
        clock.turn(9 * 3600)
        await see(pilot, "Monday 23 November", "Yesterday")


async def open_while_typing(pilot: Pilot[None]) -> None:
    """Open the Journal as if somebody typed without a break."""
    typing(pilot)
    assert isinstance(pilot.app, RitualApp)
    pilot.app.go("journal")
    await on_journal(pilot)


def typing(pilot: Pilot[None], *, stops: bool = False) -> None:
    """As if somebody typed without a break, from now on or no longer."""
    assert isinstance(pilot.app, RitualApp)
    pilot.app.touched = 0.0 if stops else float("inf")
