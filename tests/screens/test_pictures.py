"""The pictures that must not drift. To change one on purpose: `pytest -k pictures --snapshot-update`."""

from collections.abc import Callable
from typing import Any

import pytest

from ritual.app import RitualApp
from ritual.house import House
from ritual.journal import Journal
from tests.conftest import TurnedClock

PLACES: dict[str, tuple[str, ...]] = {
    "home": (),
    "closeness": ("enter", "enter", "5"),
    "turn": ("enter", "ctrl+n"),
    "card": ("enter", "ctrl+n", "ctrl+n", "ctrl+n"),
}


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
