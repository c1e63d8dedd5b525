"""A house of records in memory, for many books in a short time."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import cast

from ritual.core.nights import night_of
from ritual.core.records import Card, Person, Record
from ritual.house import House
from tests.conftest import EVENING
from tests.keepsake.nights import ANA, SAM

BOTH = [
    Person(id=one, at=EVENING, by=one, name=name, seat=seat)
    for seat, (one, name) in enumerate([(ANA, "Ana"), (SAM, "Sam")])
]


def house_with(records: Sequence[Record], people: Sequence[Person] = BOTH) -> House:
    """A house that a book can be made of, with these records and no files."""
    own = {one.id: one for one in records if isinstance(one, Card)}

    def everything(*kinds: type[Record]) -> Iterator[Record]:
        return (one for one in records if isinstance(one, kinds))

    there = {card: one for card, one in own.items() if one.removed is None}
    house = SimpleNamespace(
        journal=SimpleNamespace(everything=everything),
        people=list(people),
        night_of=night_of,
        cards=SimpleNamespace(get=there.get, written=there.get),
    )
    return cast(House, house)
