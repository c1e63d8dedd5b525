"""Entries as they are printed: for people a line each, for programs JSON."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ritual.cli.errors import tell
from ritual.cli.persons import person_called
from ritual.core import wording
from ritual.core.records import KINDS, Record, Reply, Way
from ritual.core.search import finder
from ritual.core.text import for_terminal
from ritual.house import House
from ritual.journal.exchange.entries import LISTED, Entries
from ritual.journal.exchange.exporting import in_order, is_shown


class Sought(Struct, frozen=True):
    """What to print; all there is, unless something is said."""

    kind: str | None = None
    by: str | None = None
    """A name."""
    search: str | None = None
    way: Way | None = None
    since: date | None = None
    until: date | None = None


def entries(house: House, sought: Sought) -> list[Record]:
    """What was kept, newest last: no unfinished session, nothing removed, sealed or private."""
    person = person_called(sought.by, house.people).id if sought.by is not None else None
    finds = finder(sought.search, house.cards.text) if sought.search else None
    kinds = [KINDS[sought.kind]] if sought.kind else LISTED
    found = (one for one in house.journal.everything(*kinds) if is_shown(one) and _fits(one, sought, person))
    return in_order(one for one in found if finds is None or finds(one))


def _fits(one: Record, sought: Sought, person: str | None) -> bool:
    day = one.night or one.at.date()
    return (
        (person is None or one.by == person)
        and (sought.way is None or getattr(one, "way", None) == sought.way)
        and (sought.since is None or day >= sought.since)
        and (sought.until is None or day <= sought.until)
    )


def as_entries(house: House) -> Entries:
    """Makes entries of records, with the names of the two and what they answered."""
    return Entries(house.people, filter(is_shown, house.journal.nights(Reply)))


def lines(house: House, found: Iterable[Record]) -> Iterator[str]:
    """Each of these entries as one line for people, with control characters made visible.

    The words of what is sealed or private stay covered.
    """
    who = house.people
    for entry in found:
        covered = wording.COVERED[entry.visibility]
        said = [covered] if covered else [wording.what(entry, house.cards.text), *wording.also(entry)]
        parts = (wording.when(entry), wording.KINDS[entry.kind()], wording.whose(entry, who), *said)
        line = " · ".join(part for part in parts if part)
        yield for_terminal(" ".join(line.splitlines()))


def tell_problems(house: House) -> None:
    """Say on stderr what could not be read."""
    tell([*house.problems, *house.journal.problems])
