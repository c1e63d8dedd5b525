"""Years of evenings: five entries a night, 390 bytes each on the disk or so, always ending with the same night."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

from ritual.core.people import person_id
from ritual.core.records import Appreciation, Leg, Note, Person, Rating, Record, Session

ANA, SAM = person_id("Ana"), person_id("Sam")
LAST = date(2026, 11, 22)
A_NIGHT = 5
"""Entries."""
RARE = "heron"
"""A word that one entry in a thousand has."""

_ZONE = timezone(timedelta(hours=1))
_WORDS = (
    "tea rain walk slow evening kitchen light laugh listen letter garden window morning quiet river song bread hand"
)


def people() -> list[Person]:
    """The two who lived them."""
    at = datetime(1970, 1, 1, tzinfo=_ZONE)
    return [Person(id=one, at=at, by=one, name=name, seat=seat) for seat, (one, name) in enumerate(_NAMES.items())]


def evenings(count: int) -> Iterator[Record]:
    """So many entries, the oldest first."""
    chance = random.Random(count)
    first = LAST - timedelta(days=(count - 1) // A_NIGHT)
    for number in range(count):
        night = first + timedelta(days=number // A_NIGHT)
        yield entry(number, night, chance)


def entry(number: int, night: date, chance: random.Random) -> Record:
    """One entry of a night: by turns a session, two ratings, an appreciation, a note."""
    at = datetime(night.year, night.month, night.day, 21, number % A_NIGHT, tzinfo=_ZONE)
    identity = str(uuid.UUID(int=chance.getrandbits(128), version=4))
    common: dict[str, Any] = {"id": identity, "at": at, "night": night, "versions": {"0123456789ab": 1}}
    match number % A_NIGHT:
        case 0:
            legs = [Leg(step="talk", by=one, planned=480, seconds=470) for one in (ANA, SAM)]
            return Session(**common, starter=ANA if number % 2 else SAM, legs=legs, state="kept")
        case 1 | 2:
            return Rating(**common, by=ANA, scale="closeness-before", value=1 + number % 7)
        case 3:
            return Appreciation(**common, by=ANA, to=SAM, text=words(number, chance), way="help")
        case _:
            return Note(**common, by=SAM, text=words(number, chance))


def words(number: int, chance: random.Random) -> str:
    """Some twenty words."""
    rare = f" {RARE}" if number % 1000 < A_NIGHT else ""
    return " ".join(chance.choices(_WORDS.split(), k=20)) + rare


_NAMES = {ANA: "Ana", SAM: "Sam"}
