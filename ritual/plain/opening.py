"""How the linear mode opens, and how it ends."""

import sys
from collections.abc import Callable, Mapping
from typing import Literal

from ritual.core.people import somebody
from ritual.house import House
from ritual.plain import welcome
from ritual.plain.cards import Cards
from ritual.plain.keyboard import found
from ritual.plain.signals import Ended, Signals
from ritual.plain.start import CheckInStart, EveningStart
from ritual.plain.talk import Talk, is_ascii, width_of

Where = Literal["tonight", "checkin", "cards"]

PLACES: Mapping[Where, Callable[[Talk, House], None]] = {
    "tonight": lambda talk, house: EveningStart(talk, house).sitting().run(),
    "checkin": lambda talk, house: CheckInStart(talk, house).sitting().run(),
    "cards": lambda talk, house: Cards(talk, house).run(),
}


def open_at(where: Where, house: House) -> int:
    """Lead through it; gives back the status of the program."""
    with Signals() as signals:
        talk = Talk(found(signals), sys.stdout, width_of(sys.stdout), ascii_only=is_ascii())
        return lead(where, talk, house)


def lead(where: Where, talk: Talk, house: House) -> int:
    """Say what could not be used, ask for names where nobody told them, and lead through it."""
    try:
        house.look_around()
        talk.say(*house.all_problems())
        if not house.people:
            if not talk.waits:
                somebody(house.people)
            welcome.settle(talk, house)
        PLACES[where](talk, house)
    except Ended as end:
        return end.status
    return 0
