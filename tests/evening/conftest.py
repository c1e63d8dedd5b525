"""An evening for two, and ways to move it and to look at what was kept of it."""

from datetime import date

import pytest

from ritual.core.people import person_id
from ritual.core.records import Answer, Session, Visibility
from ritual.core.rhythm import unfinished
from ritual.core.session import BeatKind
from ritual.evening import Evening
from ritual.house import House
from ritual.journal import Journal

ANA, SAM = person_id("Ana"), person_id("Sam")
NIGHT = date(2026, 11, 22)


def on_disk(house: House) -> Journal:
    """A journal that has seen nothing yet."""
    return Journal(house.folders, house.clock)


def stored(evening: Evening) -> Session:
    found = on_disk(evening.house).get(Session, evening.session.id, evening.session.night)
    assert found is not None
    return found


def again(evening: Evening) -> Evening:
    """The evening as the next start takes it up."""
    house = House(evening.house.folders, evening.house.clock)
    left = unfinished(house.sessions)
    assert left is not None
    return Evening.resume(house, left)


def go(evening: Evening, kind: BeatKind, person: str | None = None, leg: int = 0) -> None:
    """Forward to a beat."""
    while (evening.beat.kind, evening.beat.person) != (kind, person) or evening.beat.leg < leg:
        assert not evening.progress.is_last
        evening.forward()


def spent(evening: Evening) -> list[int]:
    return [leg.seconds for leg in stored(evening).legs]


def where(evening: Evening) -> tuple[BeatKind, str | None]:
    """What is on the screen, and whose it is."""
    return evening.beat.kind, evening.beat.person


def back_to(evening: Evening, kind: BeatKind, person: str | None = None) -> None:
    """Back to a beat."""
    while where(evening) != (kind, person):
        assert evening.progress.place > 0
        evening.back()


def write(evening: Evening, *words: str) -> Evening:
    """Draw the card, and let them answer it in their order; nothing passes."""
    go(evening, "card")
    evening.draw_card()
    for said in words:
        evening.forward()
        evening.say(said)
    evening.forward()
    return evening


def answers(evening: Evening) -> dict[str | None, tuple[str, Visibility]]:
    """The answers on the disk, by whom."""
    return {one.by: (one.text, one.visibility) for one in on_disk(evening.house).nights(Answer)}


@pytest.fixture
def evening(house: House) -> Evening:
    """Twenty minutes for Ana and Sam; Ana starts."""
    return Evening.begin(house, 20)
