"""Everything out: as JSON, for this program and others, or as Markdown, to be read."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from ritual.core.records import KINDS, Person, Record, Reply
from ritual.core.sealing import is_shared
from ritual.journal.exchange.entries import LISTED, Entries
from ritual.journal.journal import Journal

R = TypeVar("R", bound=Record)

FORMAT, VERSION = "ritual", 1
"""What the file says of itself."""


def chosen(journal: Journal, *, only: str | None = None, sealed: bool = False, year: int | None = None) -> list[Record]:
    """The records to export, oldest first: what `list` shows; with `sealed` all there is, also what was removed.

    `only` is the id of a person whose own words are wanted, `year` the year of the nights.
    """
    kinds = tuple(KINDS.values()) if sealed else LISTED
    found = (one for one in journal.everything(*kinds) if type(one) is not Record)
    wanted = (
        one
        for one in found
        if (sealed or is_shown(one))
        and (only is None or one.by == only)
        and (year is None or (one.night or one.at).year == year)
    )
    return in_order(wanted)


def in_order(records: Iterable[R]) -> list[R]:
    """`records`, oldest first; what was written at once, in the order in which people meet it."""
    kinds = list(KINDS.values())
    return sorted(records, key=lambda one: (one.at, kinds.index(type(one)), one.id))


def is_shown(record: Record) -> bool:
    """Whether `list` shows it: kept, neither removed nor sealed nor private."""
    kept = getattr(record, "state", "kept") == "kept"
    return kept and record.removed is None and is_shared(record)


def as_json(records: Sequence[Record], people: Iterable[Person], *, lossless: bool) -> bytes:
    """One JSON document. A lossless one brings everything back as it is."""
    replies = [one for one in records if isinstance(one, Reply) and is_shown(one)]
    entries = Entries(people, () if lossless else replies)
    listed = [entries.entry(one, lossless=lossless) for one in records]
    content = msgspec.json.encode({"format": FORMAT, "version": VERSION, "entries": listed})
    return msgspec.json.format(content) + b"\n"
