"""One record, written on several devices: which writing is the later one, and what to do where neither is.

Each device counts its own changes of a record; together the counts are a version vector (Parker et al., "Detection of
mutual inconsistency in distributed systems", 1983).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import reduce
from typing import Any, TypeVar, get_args

import msgspec
from msgspec.structs import replace

from ritual.core.records import HAPPENED, Record, Visibility

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Versions = dict[str, int]

COVERED: tuple[Visibility, ...] = get_args(Visibility)
"""From what both see to what only one sees."""

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


def unite(*writings: R) -> R:
    """The latest of these writings of a record, in whatever order they are given.

    Where several of them were written apart, the same one is taken everywhere, a kept one rather than a removed one,
    and what the others say differently stands in `also`. The earlier wordings of all of them stay. Where one of them
    is not for both to see, all of it is not.
    """
    latest = _each_once([one for one in writings if not any(_later(other, one) for other in writings)])
    if len(latest) == 1:
        return latest[0]
    taken, *left = sorted(latest, key=_rank, reverse=True)
    also = [*taken.also, *(wording for one in left for wording in (*one.also, difference(one, taken)) if wording)]
    former = _each_once([wording for one in (taken, *left) for wording in one.former])
    if len(former) > len(taken.former):
        former.sort(key=stood_until)
    versions = reduce(merged, (one.versions for one in left), taken.versions)
    visibility = max((one.visibility for one in latest), key=COVERED.index)
    return replace(taken, versions=versions, also=_each_once(also), former=former, visibility=visibility)


def stood_until(wording: dict[str, Any]) -> datetime:
    """Until when a wording stood; long ago where that is not said."""
    try:
        return datetime.fromisoformat(wording["until"]).astimezone()
    except (KeyError, TypeError, ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)


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


def absorbed(known: Sequence[R], record: R, device: str, now: datetime) -> R | None:
    """What to write on `device` when `record` comes from elsewhere; none where all of it is `known` here."""
    if not known:
        return record
    before, united = unite(*known), unite(*known, record)
    if replace(united, sum=before.sum) == before:
        return None
    if united.also:
        return replace(changed(united, united, now), versions=next_of(united.versions, device))
    return united


def _later(one: Record, other: Record) -> bool:
    return knows(one.versions, other.versions) and not knows(other.versions, one.versions)


def _each_once(found: list[T]) -> list[T]:
    return [one for number, one in enumerate(found) if one not in found[:number]]


def _rank(record: Record) -> tuple[bool, bool, int, str]:
    words = type(record) is not Record
    return record.removed is None, words, sum(record.versions.values()), record.sum
