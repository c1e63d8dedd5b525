"""What msgspec says, said again: in English it is the same."""

import errno
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
import pytest
from msgspec import Meta, Struct

from ritual.core import faults
from ritual.core.cards import CardId


class Thing(Struct, forbid_unknown_fields=True):
    """With a field of each sort."""

    name: Annotated[str, Meta(min_length=1, pattern="^a")]
    size: Annotated[int, Meta(ge=1)] = 1
    sort: Literal["x", "y"] = "x"
    at: Annotated[datetime, Meta(tz=True)] | None = None


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"name": "a", "more": 1},
        {"name": 3},
        {"name": ""},
        {"name": "b"},
        {"name": "a", "size": 0},
        {"name": "a", "sort": "z"},
        {"name": "a", "at": "2026-11-22T21:30:00"},
        {"name": "a", "at": "late"},
    ],
)
def test_every_fault_is_known_and_the_same_in_english(said: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(msgspec.ValidationError) as refusal:
        msgspec.convert(said, Thing)
    fault = str(refusal.value)
    assert faults.in_words(fault) == fault
    monkeypatch.setattr(faults, "SAID", [(pattern, f"¡{sentence}") for pattern, sentence in faults.SAID])
    assert faults.in_words(fault) == f"¡{fault}"


def test_what_is_not_known_stays_as_it_is() -> None:
    assert faults.in_words("something else - at `$.x`") == "something else - at `$.x`"


def test_a_file_is_told_without_words_of_the_machine() -> None:
    class Named(Struct):
        id: CardId

    with pytest.raises(msgspec.ValidationError) as refusal:
        msgspec.convert({"id": "Foo Bar"}, Named)
    told = "Expected small letters, digits and hyphens, like inner-weather"
    assert faults.in_words(str(refusal.value)).startswith(told)
    assert faults.of_a_file(IsADirectoryError(errno.EISDIR, "", "/home/x")) == "Is a directory"
    assert faults.of_a_file(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid")) == "its letters are not UTF-8"


def test_what_the_system_says_is_in_the_language_of_the_two(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults.of_the_system(OSError(errno.ENOSPC, "No space left on device")) == "No space left on device"
    monkeypatch.setitem(faults.SYSTEM, errno.ENOSPC, "¡lleno!")
    assert faults.of_the_system(OSError(errno.ENOSPC, "No space left on device")) == "¡lleno!"
    assert faults.of_the_system(OSError(errno.EBADF, "Bad file descriptor")) == "Bad file descriptor"
