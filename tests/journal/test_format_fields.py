"""docs/format.md names exactly what there is: the fields of every kind, the ids, the folders, the versions."""

import re
import unicodedata
import uuid
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.inspect import (
    BoolType,
    DateTimeType,
    DateType,
    DictType,
    IntType,
    ListType,
    LiteralType,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
)
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from ritual.core import people, records
from ritual.core.nights import NIGHTFALL
from ritual.core.records import HAPPENED, KINDS, OF_A_NIGHT, STANDING, Leg, Record
from ritual.house import COUPLE
from ritual.journal import Draft, codec
from ritual.journal.drafts import RESERVE
from ritual.journal.exchange.archives import Contents
from ritual.journal.format import VERSION, Head
from ritual.journal.machine import Device
from ritual.journal.staging import Staged
from tests.conftest import EVENING
from tests.journal.conftest import note
from tests.journal.format_doc import TEXT, Field, fields_of


def in_words(kind: Type) -> str:
    """A type as the tables call it."""
    match kind:
        case UnionType():
            return ", ".join(map(in_words, kind.types))
        case LiteralType():
            return ", ".join(f"`{one}`" for one in kind.values)
        case IntType(ge=None, le=None):
            return "whole number"
        case IntType():
            return f"whole number, {kind.ge} " + ("or more" if kind.le is None else f"to {kind.le}")
        case ListType():
            return "list of " + {StructType: "legs", DictType: "wordings", StrType: "text"}[type(kind.item_type)]
        case DictType():
            assert (type(kind.key_type), in_words(kind.value_type)) == (StrType, "whole number")
            return "counts"
        case DateTimeType():
            assert kind.tz
            return "moment"
    return {NoneType: "null", StrType: "text", BoolType: "true or false", DateType: "date"}[type(kind)]


def fields(kind: type[msgspec.Struct]) -> list[Field]:
    """The fields of `kind` as the text should list them."""
    struct = msgspec.inspect.type_info(kind)
    assert isinstance(struct, StructType)
    found = []
    for field in struct.fields:
        default = field.default_factory() if callable(field.default_factory) else field.default
        missing = "" if field.required else "empty text" if default == "" else f"`{in_json(default)}`"
        found.append(Field(field.name, in_words(field.type), missing))
    return found


def in_json(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def parted(found: list[Field]) -> list[tuple[str, list[str], str]]:
    return [(one.name, sorted(one.type.split(", ")), one.missing) for one in found]


def test_the_fields_that_every_record_has_are_listed() -> None:
    never_on_the_disk = {"also"}
    assert parted(fields_of("record")) == parted([one for one in fields(Record) if one.name not in never_on_the_disk])


@pytest.mark.parametrize("kind", [*KINDS.values(), Leg], ids=lambda kind: kind.__name__.lower())
def test_the_fields_of_every_kind_are_listed(kind: type[msgspec.Struct]) -> None:
    common = Record.__struct_fields__ if issubclass(kind, Record) else ()
    own = [one for one in fields(kind) if one.name not in common]
    assert parted(fields_of(kind.__name__.lower())) == parted(own)


def test_the_kinds_stand_in_the_order_in_which_people_meet_them() -> None:
    night, _, standing = TEXT.partition("### Of a night")[2].partition("### What stands")
    for text, kinds in ((night, OF_A_NIGHT), (standing, STANDING)):
        assert re.findall(r"^\*\*(\w+)\*\*:", text, re.MULTILINE) == [kind.kind() for kind in kinds]
    assert set(re.findall(r"^<!-- fields: (\w+) -->$", TEXT, re.MULTILINE)) == {*KINDS, "record", "leg"}


def paragraph(start: str) -> str:
    """The paragraph or the point of a list that begins with `start`."""
    (found,) = re.findall(rf"^{re.escape(start)}.*?(?=\n(?:- |\n|\Z))", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


def marked(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


def test_what_is_left_of_an_erased_record_is_listed() -> None:
    left = set(codec.erased(note("one"), {"device": 2}))
    assert {re.sub(r'"(\w+)": true', r"\1", one) for one in marked(paragraph("- **Erased.**"))} == left


def test_the_kinds_without_former_wordings_are_listed() -> None:
    assert marked(paragraph("- **Former wordings.**")) - {"until"} == {kind.kind() for kind in HAPPENED}


def test_the_other_files_are_described_with_their_fields() -> None:
    assert set(Draft.__struct_fields__) <= marked(paragraph("- `drafts/<id>.json`"))
    assert set(Device.__struct_fields__) <= marked(paragraph("- `device.toml`"))
    assert set(Staged.__struct_fields__) <= marked(paragraph("- `.staged/`"))
    assert set(Contents.__struct_fields__) <= marked(paragraph("`ritual backup`"))
    assert [one for one in Head.__struct_fields__ if f"- `{one}` " not in TEXT] == []
    assert f"{RESERVE // 1024} KiB" in paragraph("- `reserve`")


def test_the_hour_of_nightfall_and_the_version_are_those_of_today() -> None:
    assert f"A night begins at {NIGHTFALL:%H:%M} " in TEXT
    assert f'"_format":{{"file":{{"version":{VERSION},' in TEXT
    history = TEXT.partition("## What has changed")[2]
    assert [int(one) for one in re.findall(r"^- \*\*(\d+)\.\*\*", history, re.MULTILINE)] == list(range(1, VERSION + 1))


def test_ids_are_made_as_the_text_says() -> None:
    (namespace,) = re.findall(r"namespace\s+`([0-9a-f-]{36})`", TEXT)

    def made(*parts: str) -> str:
        return str(uuid.uuid5(uuid.UUID(namespace), "\n".join(parts)))

    for name in ("Ana", "ÁNA", "A\u0301na", "Straße"):
        assert people.person_id(name) == made("person", unicodedata.normalize("NFC", name).casefold())
    assert made("couple") == COUPLE
    assert made("mark", "everyday-quiet-win") == records.derived_id("mark", "everyday-quiet-win")


def test_the_folders_are_where_the_text_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    linux, mac = (kind("ritual", appauthor=False) for kind in (Unix, MacOS))
    for name in ("data", "state", "config"):
        there, same = (Path(getattr(one, f"user_{name}_dir")).relative_to(Path.home()) for one in (linux, mac))
        on_mac = f"`~/{same}`" if name == "data" else "the same"
        assert f"| {name} | `~/{there}` | {on_mac} |" in TEXT


def test_dates_and_moments_look_as_the_text_says() -> None:
    kept = codec.to_document(note("one"))
    assert f"A *date* is text like `{kept['night']}`" in TEXT
    assert f"A *moment* is text like `{kept['at']}`" in TEXT.replace("\n", " ")
    assert kept["at"] == EVENING.isoformat()
