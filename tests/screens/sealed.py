"""Sealed answers for the tests of Tonight."""

from textual.pilot import Pilot

from ritual.core.records import Answer, Visibility
from ritual.house import House
from tests.screens.conftest import go_to, tonight
from tests.screens.thanks import type_in, until

ANAS, SAMS = "a quiet minute", "walking the dog"


def answers(house: House) -> dict[str, tuple[str, Visibility]]:
    """The answers on the disk, by the names of those who gave them."""
    names = {one.id: one.name for one in house.people}
    found = House(house.folders, house.clock).journal.nights(Answer)
    return {names[one.by or ""]: (one.text, one.visibility) for one in found}


async def at(pilot: Pilot[None], kind: str, person: str | None = None) -> None:
    """Wait for a beat."""

    def is_there() -> bool:
        screen = tonight(pilot)
        whose = screen.evening.name(screen.evening.beat.person)
        return screen.is_on_top and screen.kind == kind and person in (None, whose)

    await until(pilot, is_there, f"{kind} {person}")


async def write(pilot: Pilot[None], anas: str = ANAS, sams: str = SAMS) -> None:
    """From anywhere before to the opening: each types an answer."""
    for name, text in (("Ana", anas), ("Sam", sams)):
        await go_to(pilot, "answer", name)
        await type_in(pilot, text)
        await pilot.press("enter")
    await at(pilot, "opening")
