"""The bin: what lies in it can be brought back whole, or erased after being asked twice."""

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import OptionList

from ritual.core.records import Answer, Note, Record
from ritual.house import House
from ritual.screens.journal.bin import BinWindow
from tests.conftest import EVENING, TurnedClock
from tests.screens.conftest import Opens, told, words_on
from tests.screens.journal import ANA, add, fill, go, kept, kinds, on_journal, open_journal
from tests.screens.thanks import see, until

COUNT = 8


def lines(pilot: Pilot[None]) -> list[str]:
    """What lies in the bin, as it is listed."""
    return [str(one.prompt) for one in pilot.app.screen.query_one(OptionList).options]


def removed(house: House) -> list[Record]:
    return House(house.folders, house.clock).bin.contents()[0]


async def open_bin(pilot: Pilot[None], *words: str) -> None:
    await pilot.press("b")
    await until(pilot, lambda: isinstance(pilot.app.screen, BinWindow), "the bin")
    await see(pilot, *words)


async def test_what_was_taken_away_is_listed_once_and_comes_back_whole(
    opens: Opens, house: House, clock: TurnedClock
) -> None:
    made = fill(house)
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        for record in (made.note, made.session, made.draw):
            clock.turn(1)
            go(pilot, record)
            await pilot.press("x")
        await open_bin(pilot, "3 entries. Enter brings one back.")
        assert lines(pilot) == [
            "card  What did we bring home from the sea?",
            "evening  20 minutes together",
            "Ana · note  The line to remember: tea in the rain",
        ]
        await pilot.press("enter")
        await see(pilot, "2 entries.")
        await pilot.press("down", "enter")
        await see(pilot, "1 entry.")
        assert lines(pilot) == ["evening  20 minutes together"]
        await pilot.press("enter")
        await see(pilot, "Nothing lies here.")
        await pilot.press("enter", "escape")
        await on_journal(pilot)
        await until(pilot, lambda: len(kinds(pilot)) == COUNT, "all of them")
    assert removed(house) == []
    answers = House(house.folders, house.clock).journal.nights(Answer)
    assert sorted(one.visibility for one in answers) == ["private", "shared"]


async def test_what_was_private_is_listed_only_for_the_one_who_is_uncovered(opens: Opens, house: House) -> None:
    hers = add(house, Note, by=ANA, text="Hers alone.", visibility="private")
    house.journal.remove(hers)
    async with opens(house) as pilot:
        await open_journal(pilot, 0)
        await open_bin(pilot, "Nothing lies here.")
        await pilot.press("escape", "u")
        await open_bin(pilot, "Ana · note  Hers alone.")
        await pilot.press("enter", "escape")
        await see(pilot, "│ Hers alone.")


async def test_it_asks_twice_and_whoever_moves_on_did_not_mean_it(opens: Opens, house: House) -> None:
    made = fill(house)
    for number, record in enumerate((made.note, made.wish)):
        house.journal.keep(replace(record, removed=EVENING.replace(minute=number)))
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT - 2)
        await open_bin(pilot, "2 entries.")
        await pilot.press("x")
        await see(pilot, "This erases what lies in the bin", "again goes on.")
        await pilot.press("x")
        await see(pilot, "Are you both sure?", "Backups and other machines")
        await pilot.press("down")
        await see(pilot, "2 entries. Enter brings one back.")
        await pilot.press("x", "x", "escape")
        await on_journal(pilot)
        await open_bin(pilot, "2 entries.")
        assert len(removed(house)) == 2
        await pilot.press("x", "x", "x")
        await see(pilot, "It is erased from this machine.")
        assert lines(pilot) == []
    assert all(type(one) is Record for one in removed(house))
    everything = b"".join(path.read_bytes() for path in house.folders.data.rglob("*") if path.is_file())
    assert b"The line to remember" not in everything
    assert b"for the tea" in everything


async def test_earlier_wordings_can_be_erased_while_nothing_lies_in_it(opens: Opens, house: House) -> None:
    made = fill(house)
    house.journal.keep(replace(made.note, text="said better"))
    async with opens(house) as pilot:
        await open_journal(pilot, COUNT)
        await open_bin(pilot, "Nothing lies here. x erases earlier wordings for good.")
        await pilot.press("x", "x", "x")
        await see(pilot, "It is erased from this machine.")
    assert kept(house, made.note).former == []


async def test_a_damaged_month_is_left_alone_and_it_says_what_to_do(opens: Opens, house: House) -> None:
    made = fill(house)
    house.journal.remove(made.note)
    file = house.journal.shelf.own / "2026-11.json"
    async with opens(house, size=(80, 40)) as pilot:
        await open_journal(pilot, COUNT - 1)
        await open_bin(pilot, "1 entry.")
        broken = file.read_bytes()[:-40]
        file.write_bytes(broken)
        await pilot.press("x", "x", "x")
        await until(pilot, lambda: "Please run ritual doctor first" in told(pilot), "the notice")
        assert "1 entry. Enter brings one back." in words_on(pilot)
        assert file.read_bytes() == broken
        await pilot.press("x")
        await see(pilot, "This erases what lies in the bin")
