"""One record, written on several devices: which writing is the later one, and what to do where neither is.

Each device counts its own changes of a record; together the counts are a version vector (Parker et al., "Detection of
mutual inconsistency in distributed systems", 1983).
"""

from datetime import datetime
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from ritual.core.records import HAPPENED, Record

R = TypeVar("R", bound=Record)
Versions = dict[str, int]

COMMON = frozenset(Record.__struct_fields__)


def knows(versions: Versions, other: Versions) -> bool:
    """Whether who wrote `versions` had seen `other`."""
    return all(versions.get(device, 0) >= count for device, count in other.items())


def merged(versions: Versions, other: Versions) -> Versions:
    """The versions of one who has seen both."""
    return {device: max(versions.get(device, 0), other.get(device, 0)) for device in sorted({*versions, *other})}


def next_of(versions: Versions, device: str) -> Versions:
    """The versions after one more change on `device`."""
    return {**versions, device: versions.get(device, 0) + 1}


def own(record: Record) -> dict[str, Any]:
    """What `record` says, without what every record has."""
    return {name: value for name, value in msgspec.to_builtins(record).items() if name not in COMMON}


def unite(one: R, other: R) -> R:
    """The later of two writings of a record.

    Where they were written apart, the same one of them is taken everywhere, a kept one rather than a removed one,
    and what the other says differently stands in `also`.
    """
    newer, older = knows(one.versions, other.versions), knows(other.versions, one.versions)
    if newer and (not older or _same(one, other)):
        return one
    if older and not newer:
        return other
    taken, left = sorted((one, other), key=_rank, reverse=True)
    wording = difference(left, taken)
    also = [*taken.also, *left.also, *([wording] if wording else [])]
    return replace(taken, versions=merged(one.versions, other.versions), also=also)


def difference(record: Record, other: Record) -> dict[str, Any]:
    """What `record` says that `other` does not say."""
    said = own(other)
    return {name: value for name, value in own(record).items() if said.get(name) != value}


def changed(record: R, known: R, now: datetime) -> R:
    """`record` as the next wording of `known`: the time it was first written and all earlier wordings stay with it."""
    wordings = [*known.former, *({**one, "until": now.isoformat()} for one in known.also)]
    before = {} if isinstance(record, HAPPENED) else difference(known, record)
    if before:
        wordings.append({**before, "until": now.isoformat()})
    return replace(record, at=known.at, former=wordings, also=[])


def absorbed(known: R | None, record: R, device: str, now: datetime) -> R | None:
    """What to write on `device` when `record` comes from elsewhere; none where all of it is known here."""
    if known is None:
        return record
    united = unite(known, record)
    if united.also:
        return replace(changed(united, united, now), versions=next_of(united.versions, device))
    return united if not knows(known.versions, record.versions) else None


def _same(one: Record, other: Record) -> bool:
    return own(one) == own(other) and one.removed == other.removed and one.visibility == other.visibility


def _rank(record: Record) -> tuple[bool, int, str]:
    return record.removed is None, sum(record.versions.values()), record.sum
