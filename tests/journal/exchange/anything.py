"""Any records there can be, for hypothesis."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args

import msgspec
from hypothesis import strategies as st
from msgspec.inspect import (
    BoolType,
    DateTimeType,
    DateType,
    IntType,
    ListType,
    LiteralType,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
    type_info,
)

from ritual.core.people import person_id
from ritual.core.records import KINDS, OF_A_NIGHT, Leg, Person, Record, StepName, Visibility

ANA, SAM = person_id("Ana"), person_id("Sam")

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS | st.just(UTC))
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
IDS = st.uuids().map(str)
PEOPLE = st.sampled_from([ANA, SAM, None])
SECONDS = st.integers(0, 10**6)
NAMES = st.sampled_from(["Ana", "Sam", "SAM", "José", "Ο Σωκράτης", "李", "Sam ♥", "ana-maria"])

LEGS = st.builds(Leg, step=st.sampled_from(get_args(StepName)), by=PEOPLE, planned=SECONDS, seconds=SECONDS)
NAMED: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("session", "starter"): PEOPLE,
    ("checkin", "starter"): PEOPLE,
    ("checkin", "asked"): st.lists(st.sampled_from([ANA, SAM]), max_size=2),
    ("appreciation", "to"): PEOPLE,
    ("person", "name"): NAMES,
}
"""What a field of a kind may hold where its type does not say enough: who is meant."""


def _of(kind: Type) -> st.SearchStrategy[Any]:
    """Whatever a field of this type may hold."""
    match kind:
        case UnionType():
            return st.one_of(*map(_of, kind.types))
        case LiteralType():
            return st.sampled_from(kind.values)
        case IntType():
            return st.integers(kind.ge or 0, 10**6 if kind.le is None else kind.le)
        case ListType():
            items = LEGS if isinstance(kind.item_type, StructType) else _of(kind.item_type)
            return st.lists(items, min_size=kind.min_length or 0, max_size=4)
    return {NoneType: st.none(), StrType: TEXTS, BoolType: st.booleans(), DateType: DAYS, DateTimeType: MOMENTS}[
        type(kind)
    ]


def _fields(kind: str) -> dict[str, st.SearchStrategy[Any]]:
    """What the own fields of a kind may hold."""
    struct = type_info(KINDS[kind])
    assert isinstance(struct, StructType)
    own = [one for one in struct.fields if one.name not in Record.__struct_fields__]
    return {one.name: NAMED[kind, one.name] if (kind, one.name) in NAMED else _of(one.type) for one in own}


def of_kind(kind: str) -> st.SearchStrategy[Record]:
    """Any record of a kind, with any earlier wordings."""
    made: Callable[..., Record] = KINDS[kind]
    fields = _fields(kind)
    wordings = st.builds(
        lambda said, names, until: {
            **{name: msgspec.to_builtins(value) for name, value in said.items() if name in names},
            "until": until.isoformat(),
        },
        st.fixed_dictionaries(fields),
        st.sets(st.sampled_from(list(fields))),
        MOMENTS,
    )
    return st.builds(
        made,
        id=IDS,
        at=MOMENTS,
        night=DAYS if KINDS[kind] in OF_A_NIGHT else st.none(),
        by=PEOPLE,
        about=st.none() | IDS,
        visibility=st.sampled_from(get_args(Visibility)),
        versions=st.dictionaries(st.text("0123456789abcdef", min_size=12, max_size=12), st.integers(1, 99), max_size=3),
        removed=st.none() | MOMENTS,
        former=st.lists(wordings, max_size=2),
        **fields,
    )


ENTRIES = st.lists(
    st.one_of(*(of_kind(kind) for kind in KINDS if kind != "person")), max_size=6, unique_by=lambda one: one.id
)
"""Records of every kind but persons."""


@st.composite
def _couples(draw: st.DrawFn) -> list[Person]:
    names = draw(st.lists(NAMES, min_size=2, max_size=2))
    at = draw(MOMENTS)
    return [
        Person(id=one, at=at, by=one, name=name, seat=seat)
        for seat, (one, name) in enumerate(zip((ANA, SAM), names, strict=True))
    ]


COUPLES = _couples()
"""The two, by any names; also both by the same one, as two laptops may rename them apart."""
