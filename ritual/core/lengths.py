"""How long each step of an evening is. Lengths scale to the evening they chose and always add up to it exactly."""

import re
from collections.abc import Sequence

from ritual.core.records import Leg, StepName
from ritual.language import pgettext

SHORTEST, LONGEST = 2, 180
"""Minutes an evening may have."""
MINUTES = pgettext("after a number", "minutes")
"""What people write after a number."""
USUAL = 20
SHORT = 10
"""Below this many minutes Arrive is one breath, and Card is left out unless they ask for it."""

BREATH = 10
ARRIVAL = 60
LONGEST_TURN = 15 * 60
"""Seconds. Turns of 2 to 15 minutes are practitioners' custom; in a longer evening the card gets the rest."""

TALK, CARD, APPRECIATE, CLOSE = 10, 4, 3, 2
"""The shares of what is left after Arrive."""


def is_short(minutes: int) -> bool:
    """Whether an evening of so many minutes is one of the short ones."""
    return minutes < SHORT


def evening(people: Sequence[str], minutes: int, *, card: bool | None = None) -> tuple[Leg, ...]:
    """The legs of an evening of `minutes`; `people` are ids, the one who starts first; one of them is solo.

    `card` says whether there is a card; by default there is one unless the evening is short.
    """
    with_card = not is_short(minutes) if card is None else card
    arrive = BREATH if is_short(minutes) else ARRIVAL
    rest = minutes * 60 - arrive
    whole = TALK + APPRECIATE + CLOSE + (CARD if with_card else 0)
    turn = min(rest * TALK // whole // len(people), LONGEST_TURN)
    close = rest * CLOSE // whole
    card_length = rest * CARD // whole if with_card else 0
    appreciate = rest - turn * len(people) - close - card_length
    if with_card:
        usual = rest * APPRECIATE // whole
        card_length, appreciate = card_length + appreciate - usual, usual
    shared: list[tuple[StepName, int]] = [("appreciate", appreciate), ("close", close)]
    if with_card:
        shared.insert(0, ("card", card_length))
    return (
        Leg(step="arrive", planned=arrive),
        *(Leg(step="talk", by=person, planned=turn) for person in people),
        *(Leg(step=step, planned=planned) for step, planned in shared),
    )


def quiet(minutes: int) -> tuple[Leg, ...]:
    """The one leg of a quiet time."""
    return (Leg(step="quiet", planned=minutes * 60),)


def parse_minutes(typed: str, among: tuple[int, int] = (SHORTEST, LONGEST)) -> int | None:
    """The whole number of minutes in `typed`; none where it holds none, or one that is not `among` these."""
    number = typed.strip().casefold()
    for word in (MINUTES.casefold(), "minutes", "min"):
        number = number.removesuffix(word)
    number = number.strip()
    if re.fullmatch(r"0{0,9}[0-9]{1,3}", number, re.ASCII) and among[0] <= int(number) <= among[1]:
        return int(number)
    return None
