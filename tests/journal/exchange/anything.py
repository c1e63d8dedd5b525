"""Any records there can be, for hypothesis."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from ritual.core.people import person_id
from ritual.core.records import KINDS, OF_A_NIGHT, Leg, Person, Record, Stage, StepName, Visibility, Way

ANA, SAM = person_id("Ana"), person_id("Sam")

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS | st.just(UTC))
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
IDS = st.uuids().map(str)
PEOPLE = st.sampled_from([ANA, SAM, None])
SECONDS = st.integers(0, 10**6)
STATES = st.sampled_from(["open", "resting", "kept"])
NAMES = st.sampled_from(["Ana", "Sam", "SAM", "José", "Ο Σωκράτης", "李", "Sam ♥", "ana-maria"])

LEGS = st.builds(Leg, step=st.sampled_from(get_args(StepName)), by=PEOPLE, planned=SECONDS, seconds=SECONDS)
NAMED: dict[str, st.SearchStrategy[Any]] = {
    "starter": PEOPLE,
    "to": PEOPLE,
    "legs": st.lists(LEGS, min_size=1, max_size=4),
    "cards": st.lists(TEXTS, max_size=3),
    "passed": st.lists(TEXTS, max_size=3),
    "tags": st.lists(TEXTS, max_size=3),
    "place": SECONDS,
    "planned": SECONDS,
    "seconds": SECONDS,
    "state": STATES,
    "back_at": st.none() | MOMENTS,
    "way": st.none() | st.sampled_from(get_args(Way)),
    "value": st.integers(0, 10),
    "depth": st.integers(1, 3),
    "seat": st.integers(0, 1),
    "stage": st.none() | st.sampled_from(get_args(Stage)),
    "day": DAYS,
    "since": DAYS,
    "last": st.none() | DAYS,
    "on": st.none() | DAYS,
    "met": st.none() | DAYS,
    "chosen": st.none() | DAYS,
    "reached": st.none() | DAYS,
    "shown": st.none() | DAYS,
    "asked": st.none() | DAYS,
    "wishes": st.lists(IDS, max_size=3),
    "goals": st.lists(IDS, max_size=3),
    "topic": st.none() | IDS,
    "rule": st.none() | TEXTS,
    "follow_up": st.none() | TEXTS,
    "outcome": st.none() | st.sampled_from(["settled", "talking", "living-with"]),
    "answered": st.none() | st.sampled_from(["yes", "partly", "not-yet", "let-go"]),
    "name": NAMES,
}
"""What a field of this name may hold; true or false, or a text, where it does not stand here."""
TRUTHS = {"aloud", "need", "favourite", "not_for_us", "dismissed"}
OTHERWISE: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("draw", "passed"): st.booleans(),
    ("mark", "passed"): st.booleans(),
    ("checkin", "asked"): st.lists(st.sampled_from([ANA, SAM]), max_size=2),
    ("checkin", "legs"): st.lists(LEGS, max_size=4),
}
"""What a field of this name may hold in this kind alone."""


def _field(kind: str, name: str) -> st.SearchStrategy[Any]:
    usual = NAMED.get(name, st.booleans() if name in TRUTHS else TEXTS)
    return OTHERWISE.get((kind, name), usual)


def of_kind(kind: str) -> st.SearchStrategy[Record]:
    """Any record of a kind, with any earlier wordings."""
    made: Callable[..., Record] = KINDS[kind]
    own = [name for name in KINDS[kind].__struct_fields__ if name not in Record.__struct_fields__]
    fields = {name: _field(kind, name) for name in own}
    wordings = st.builds(
        lambda said, names, until: {
            **{name: msgspec.to_builtins(value) for name, value in said.items() if name in names},
            "until": until.isoformat(),
        },
        st.fixed_dictionaries(fields),
        st.sets(st.sampled_from(own)),
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
