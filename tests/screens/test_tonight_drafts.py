"""Words of an earlier start, covered until their author asks."""

from ritual.core.records import Note
from ritual.evening import Evening
from ritual.house import House
from tests.conftest import TurnedClock
from tests.screens.conftest import Opens, tonight, words_on


async def test_words_of_an_earlier_start_are_covered_until_their_author_asks(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("only for me")
    async with opens(House(house.folders, house.clock)) as pilot:
        assert "Ana, words of yours are waiting." in words_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "only for me" not in words_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "only for me" in words_on(pilot)


async def test_the_next_step_key_leaves_covered_words_where_they_are(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("only for me")
    async with opens(House(house.folders, house.clock)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert tonight(pilot).kind == "closing"
    assert [one.text for one in house.drafts.all()] == ["only for me"]
    assert house.journal.nights(Note) == []


async def test_a_covered_draft_of_each_is_offered_in_turn(opens: Opens, house: House, clock: TurnedClock) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("ana's words")
    clock.turn(1)
    evening.forward()
    evening.draft("sam's words")
    evening.close()
    async with opens(House(house.folders, house.clock)) as pilot:
        for name in ("Ana", "Sam"):
            assert f"{name}, words of yours are waiting." in words_on(pilot)
            await pilot.press("o")
            await pilot.pause()
            assert f"{name}, you were writing a note" in words_on(pilot)
            assert "words of" not in words_on(pilot)
            await pilot.press("escape")
            await pilot.pause()


async def test_waiting_words_can_be_changed_kept_or_let_go_and_brought_back(opens: Opens, house: House) -> None:
    evening = Evening.begin(house, 20)
    while evening.beat.kind != "note":
        evening.forward()
    evening.draft("half a line")
    evening.close()
    async with opens(House(house.folders, house.clock)) as pilot:
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("!")
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert house.drafts.all() == []
        await pilot.press("z")
        await pilot.pause()
        assert [one.text for one in house.drafts.all()] == ["half a line!"]
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("?", "ctrl+s")
        await pilot.pause()
    (note,) = house.journal.nights(Note)
    assert (note.text, note.by) == ("half a line!?", house.people[0].id)
