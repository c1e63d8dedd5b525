"""The pictures that must not drift. To change one on purpose: `pytest -k pictures --snapshot-update`."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from ritual.app import RitualApp
from ritual.checkin import CheckIn
from ritual.core.records import Way
from ritual.core.session import BeatKind
from ritual.house import House
from ritual.journal import Journal
from tests.checkin.conftest import SAM, back_to, both_answer
from tests.conftest import TurnedClock
from tests.screens import journal
from tests.screens.cards import deck, said
from tests.screens.thanks import reply, see, thank

PLACES: dict[str, tuple[str, ...]] = {
    "home": (),
    "closeness": ("enter", "enter", "5"),
    "turn": ("enter", "ctrl+n"),
    "card": ("enter", "ctrl+n", "ctrl+n", "ctrl+n"),
}
SAID: tuple[tuple[str, int, Way | None, str], ...] = (
    ("Sam", 0, "help", "for the tea when I was on the phone"),
    ("Ana", 1, None, "for listening last night without fixing anything\nand for the blanket"),
    ("Ana", 1, "touch", "that you held my hand at the dentist"),
    ("Sam", 30, "time", "for laughing with me about the flat tyre in the rain, in the middle of nowhere"),
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
def test_it_looks_as_it_did(
    snap_compare: Callable[..., Any],
    house: House,
    clock: TurnedClock,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(Journal, "new_id", staticmethod(lambda: "3b1f8a52-0000-4000-8000-000000000000"))
    assert snap_compare(RitualApp(house), press=PLACES[place], terminal_size=size)


@pytest.mark.parametrize("press", [("down",), ("n", *"for", "space", *"you", "tab")], ids=["log", "form"])
def test_appreciations_look_as_they_did(snap_compare: Callable[..., Any], house: House, press: tuple[str, ...]) -> None:
    for by, days_ago, way, text in reversed(SAID):
        thanks = thank(house, text, by=by, days_ago=days_ago, way=way)
        if way == "touch":
            reply(house, thanks, "received ♥")
    assert snap_compare(RitualApp(house, "appreciations"), press=press, terminal_size=(80, 24))


@pytest.mark.parametrize(
    ("size", "press"),
    [((60, 20), ()), ((80, 24), ("o",)), ((120, 40), ()), ((80, 24), ("b",))],
    ids=["60x20", "80x24-deeper", "120x40", "list"],
)
def test_cards_look_as_they_did(
    snap_compare: Callable[..., Any], house: House, size: tuple[int, int], press: tuple[str, ...]
) -> None:
    harbour = ("seas-harbour", "What did the two of us bring home from the sea that is still with us?", 2)
    deck(house, "seas", (*harbour, "Where does one see it?"), ("seas-fog", "Where did we get lost?"))
    said(house, "seas-fog", aloud=True, days_ago=22)
    said(house, "seas-harbour", "The stone on the window sill.", "That we can be quiet, both of us.", days_ago=21)
    house.cards.remember("seas-harbour", favourite=True)
    house.cards.choose("seas-harbour", house.night)
    assert snap_compare(RitualApp(house, "cards"), press=press, terminal_size=size)


@pytest.mark.parametrize("beat", ["rating", "together"])
def test_the_check_in_looks_as_it_did(snap_compare: Callable[..., Any], house: House, beat: BeatKind) -> None:
    checkin = both_answer(CheckIn.begin(house, 30))
    if beat == "rating":
        back_to(checkin, "hand-over", SAM)
    checkin.leave()
    press = {"rating": ("enter", "enter", "enter", "7"), "together": ("enter", "enter")}[beat]
    assert snap_compare(RitualApp(house, "checkin"), press=press, terminal_size=(80, 24))


@pytest.mark.parametrize("press", [("down",), ("enter",)], ids=["shelves", "reading"])
def test_the_library_looks_as_it_did(snap_compare: Callable[..., Any], house: House, press: tuple[str, ...]) -> None:
    assert snap_compare(RitualApp(house, "library"), press=press, terminal_size=(80, 24))


@pytest.mark.parametrize("window", ["journal", "rhythm"])
def test_the_journal_looks_as_it_did(snap_compare: Callable[..., Any], house: House, window: str) -> None:
    count = len(vars(journal.fill(house)))
    for days in (12, 13, 25, 33, 47, 90, 150, 290, 400):
        journal.evening_of(house, days_ago=days)

    async def wait(pilot: Pilot[None]) -> None:
        await journal.open_journal(pilot, count + 9)
        if window == "rhythm":
            await pilot.press("r")
            await see(pilot, "3 evenings or more")
        else:
            await pilot.press("down")

    assert snap_compare(RitualApp(house, "journal"), run_before=wait, terminal_size=(80, 24))
