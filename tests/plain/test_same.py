"""What is kept is the same, whether it was told on a screen or line by line."""

from pathlib import Path
from typing import Any

import msgspec
from textual.pilot import Pilot

from ritual.core.records import KINDS
from ritual.folders import Folders
from ritual.house import House
from ritual.screens.checkin.kept import CheckinKept
from ritual.screens.tonight.goodnight import Goodnight
from tests.conftest import TurnedClock
from tests.plain.conftest import Plays
from tests.screens.conftest import opened

ITS_OWN = {"id", "about", "versions", "sum"}
"""What differs from one evening to the next."""


def kept(house: House) -> list[Any]:
    """All records, without what is each one's own."""
    records = House(house.folders, house.clock).journal.everything(*KINDS.values())
    found = [(one.kind(), msgspec.to_builtins(one)) for one in records]
    plain = [(kind, {name: value for name, value in said.items() if name not in ITS_OWN}) for kind, said in found]
    return sorted(plain, key=msgspec.json.encode)


async def press(pilot: Pilot[None], *steps: str) -> None:
    """Type a line, or press Enter alone, or a key in brackets."""
    for step in steps:
        keys = [step[1:-1]] if step.startswith("[") else [*step, "enter"]
        await pilot.press(*("space" if key == " " else key for key in keys))
        await pilot.pause()


async def test_an_evening(play: Plays, house: House, clock: TurnedClock, tmp_path: Path) -> None:
    play(
        "tonight",
        ("Ana\nHow close", "3"),
        ("Sam\nHow close", "5"),
        ("A card", "p"),
        ("Press Enter", "", "one two"),
        ("Press Enter", "", "three"),
        ("Ana thanks", "tea"),
        ("Ana\nHow close", "4"),
        ("Sam\nHow close", "p"),
        ("Ana\n", "a note"),
    )
    other = House(Folders.find(tmp_path / "other"), clock)
    other.settle(("Ana", "Sam"))
    async with opened(other, "tonight") as pilot:
        await press(pilot, "", "3", "5", "", "", "[space]", "", "one two", "three", "", "", "tea", "", "4", "")
        await press(pilot, "a note", "", "")
        assert isinstance(pilot.app.screen, Goodnight)
    assert kept(house) == kept(other)
    assert len(kept(house)) > 10


async def test_a_check_in(play: Plays, house: House, clock: TurnedClock, tmp_path: Path) -> None:
    play(
        "checkin",
        ("Ana thanks", "tea"),
        ("Ana · 1 of 8", "9", "n"),
        ("Sam · 1 of 8", "k", "4", *[""] * 7),
        ("Up to three words, parted", "calm"),
        ("Up to three words, parted", ""),
        ("Open together", ""),
        ("Ana wishes", "music"),
    )
    other = House(Folders.find(tmp_path / "other"), clock)
    other.settle(("Ana", "Sam"))
    async with opened(other, "checkin") as pilot:
        await press(pilot, "", "", "", "tea", "", "", "", "")
        await press(pilot, "9", "[ctrl+n]", "", "[4]", "[f5]", *[""] * 7)
        await press(pilot, "calm", "", "", "", "", "")
        await press(pilot, "[down]", "", "music", "", "", "", "")
        assert isinstance(pilot.app.screen, CheckinKept)
    assert kept(house) == kept(other)
    assert len(kept(house)) > 7
