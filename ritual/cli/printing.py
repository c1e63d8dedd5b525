"""Entries as they are printed: for people a line each, for programs JSON."""

from collections.abc import Iterable, Iterator

from ritual.core import wording
from ritual.core.errors import RitualError
from ritual.core.people import in_words
from ritual.core.records import KINDS, Record, Reply
from ritual.core.search import finder
from ritual.core.text import for_terminal
from ritual.house import House
from ritual.journal.exchange.entries import LISTED, Entries
from ritual.journal.exchange.exporting import is_shown


def entries(house: House, kind: str | None = None, by: str | None = None, search: str | None = None) -> list[Record]:
    """What was kept, newest last: no unfinished session, nothing removed, sealed or private."""
    person = person_called(house, by) if by else None
    finds = finder(search, house.card_text) if search else None
    found = (
        one
        for wanted in LISTED
        if kind is None or wanted is KINDS[kind]
        for one in house.journal.everything(wanted)
        if is_shown(one) and (person is None or one.by == person) and (finds is None or finds(one))
    )
    return sorted(found, key=lambda one: one.at)


def as_entries(house: House) -> Entries:
    """Makes entries of records, with the names of the two and what they answered."""
    return Entries(house.people, house.journal.nights(Reply))


def lines(house: House, found: Iterable[Record]) -> Iterator[str]:
    """Each of these entries as a line for people, with control characters made visible."""
    who = house.people
    for entry in found:
        said = [wording.what(entry, house.card_text), *(f"also: {one['text']}" for one in entry.also if "text" in one)]
        parts = (wording.when(entry), entry.kind(), wording.whose(entry, who), *said)
        yield for_terminal(" · ".join(part for part in parts if part))


def person_called(house: House, name: str) -> str:
    """The id of the one called `name`. Raises `RitualError` where nobody is."""
    for one in house.people:
        if one.name.casefold() == name.casefold():
            return one.id
    known = in_words([one.name for one in house.people]) or "nobody yet"
    raise RitualError(f"There is nobody called {for_terminal(name)} here. There is: {known}.")
