"""The app without a terminal, on a home of its own."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot

from ritual.app import RitualApp, Where
from ritual.house import House
from ritual.screens.tonight.screen import Tonight

Opens = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@asynccontextmanager
async def opened(house: House, at: Where = "home", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """ritual, open and painted, with notifications."""
    app = RitualApp(house, at)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


@pytest.fixture
def opens() -> Opens:
    return opened


def words_on(pilot: Pilot[None]) -> str:
    """Everything that stands on the screen."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips[:height])[: (width + 1) * height]


def told(pilot: Pilot[None]) -> str:
    """What notifications said."""
    return "\n".join(str(one.message) for one in pilot.app._notifications)


def tonight(pilot: Pilot[None]) -> Tonight:
    """The screen of Tonight."""
    assert isinstance(pilot.app.screen, Tonight)
    return pilot.app.screen


async def go_to(pilot: Pilot[None], kind: str, person: str | None = None) -> None:
    """Press Enter until the beat of this `kind` (and of the person with this name) is there."""
    for _ in range(20):
        screen = tonight(pilot)
        if screen.kind == kind and person in (None, screen.evening.name(screen.evening.beat.person)):
            return
        await pilot.press("ctrl+s" if screen.kind == "write" else "enter")
        await pilot.pause()
    raise AssertionError(f"no {kind} of {person} on this evening")
