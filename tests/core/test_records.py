import uuid
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from ritual.core import records
from ritual.core.records import KINDS, Appreciation, Leg, Rating, Record, Session
from tests.conftest import EVENING

OFFSETS = st.builds(lambda minutes: timezone(timedelta(minutes=minutes)), st.integers(-14 * 60, 14 * 60))
MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS)
KIND_NAMES = sorted(KINDS)
FEW = settings(max_examples=20)


def values(kind: inspect.Type) -> st.SearchStrategy[Any]:
    """Whatever a field of this type may hold."""
    match kind:
        case inspect.StrType() | inspect.AnyType():
            return st.text()
        case inspect.BoolType():
            return st.booleans()
        case inspect.IntType(ge=least, le=most):
            return st.integers(least if least is not None else -(2**53), most if most is not None else 2**53)
        case inspect.DateTimeType():
            return MOMENTS
        case inspect.DateType():
            return st.dates()
        case inspect.NoneType():
            return st.none()
        case inspect.LiteralType(values=choices):
            return st.sampled_from(choices)
        case inspect.UnionType(types=kinds):
            return st.one_of(*map(values, kinds))
        case inspect.ListType(item_type=item, min_length=least):
            return st.lists(values(item), min_size=least or 0, max_size=3)
        case inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(values(key), values(value), max_size=3)
        case inspect.StructType(cls=struct, fields=fields):
            return st.builds(struct, **{field.name: values(field.type) for field in fields})
    raise NotImplementedError(kind)


def any_of(kind: str) -> st.SearchStrategy[Record]:
    return values(inspect.type_info(KINDS[kind]))


def plain(record: Record) -> dict[str, Any]:
    found = msgspec.to_builtins(record)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("kind", KIND_NAMES)
@given(data=st.data())
@FEW
def test_every_kind_comes_back_from_json_as_it_went(kind: str, data: st.DataObject) -> None:
    record = data.draw(any_of(kind))
    again = msgspec.json.decode(msgspec.json.encode(record), type=KINDS[kind])
    assert again == record
    assert again.at.utcoffset() == record.at.utcoffset()
    assert again.kind() == kind


@pytest.mark.parametrize("kind", KIND_NAMES)
@given(data=st.data())
@FEW
def test_a_time_without_offset_is_refused(kind: str, data: st.DataObject) -> None:
    fields = plain(data.draw(any_of(kind)))
    for stamp in ("at", "removed"):
        with pytest.raises(msgspec.ValidationError, match=stamp):
            msgspec.convert({**fields, stamp: "2026-11-22T21:30:00"}, KINDS[kind])


def test_the_time_keeps_the_offset_of_the_place() -> None:
    assert b'"at":"2026-11-22T21:30:00+01:00"' in msgspec.json.encode(Appreciation(id="a", at=EVENING, text="x"))


@pytest.mark.parametrize(
    ("kind", "field", "wrong"),
    [
        ("rating", "value", 11),
        ("rating", "value", -1),
        ("rating", "value", 5.5),
        ("session", "place", -1),
        ("session", "state", "gone"),
        ("session", "legs", []),
        ("session", "legs", [{"step": "dance", "planned": 1}]),
        ("session", "legs", [{"step": "talk", "planned": -1}]),
        ("session", "back_at", "2026-11-22T22:00:00"),
        ("appreciation", "way", "money"),
        ("appreciation", "visibility", "secret"),
        ("appreciation", "text", None),
        ("card", "depth", 4),
        ("card", "depth", 0),
        ("couple", "stage", "over"),
        ("wish", "answered", "never"),
        ("note", "night", "2026-02-30"),
        ("note", "versions", {"device": "x"}),
    ],
)
@given(data=st.data())
@FEW
def test_what_cannot_be_is_refused_with_its_path(kind: str, field: str, wrong: Any, data: st.DataObject) -> None:
    fields = plain(data.draw(any_of(kind)))
    with pytest.raises(msgspec.ValidationError, match=rf"\$\.{field}"):
        msgspec.convert({**fields, field: wrong}, KINDS[kind])


def test_every_kind_has_its_own_name_and_stands_in_one_group() -> None:
    assert len(KINDS) == len(records.OF_A_NIGHT) + len(records.STANDING)
    assert set(KINDS.values()) == {one for one in Record.__subclasses__() if one.__module__ == records.__name__}


def test_what_is_left_out_is_shared_and_unchanged() -> None:
    rating = msgspec.json.decode(b'{"id": "r", "at": "2026-11-22T20:30:00Z", "scale": "s", "value": 7}', type=Rating)
    assert rating == Rating(id="r", at=datetime(2026, 11, 22, 20, 30, tzinfo=UTC), scale="s", value=7)
    assert (rating.visibility, rating.versions, rating.former, rating.removed) == ("shared", {}, [], None)


def test_records_do_not_share_their_lists() -> None:
    one, two = (Session(id=name, at=EVENING, legs=[Leg(step="quiet", planned=60)]) for name in "ab")
    one.cards.append("x")
    one.versions["device"] = 1
    assert (two.cards, two.versions) == ([], {})


def test_a_session_adds_its_legs_up() -> None:
    legs = [Leg(step="arrive", planned=60, seconds=50), Leg(step="talk", by="ana", planned=300, seconds=310)]
    session = Session(id="s", at=EVENING, legs=legs)
    assert (session.planned, session.seconds) == (360, 360)


def test_a_derived_id_never_changes_between_versions() -> None:
    assert records.derived_id("couple") == "3e9126c0-b101-5850-afe2-397144d8ccec"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n")), min_size=1, max_size=4))
def test_the_same_parts_have_the_same_id_and_others_another(parts: list[str]) -> None:
    identity = records.derived_id(*parts)
    assert identity == records.derived_id(*parts)
    assert uuid.UUID(identity).version == 5
    assert identity != records.derived_id(*parts, "more")
