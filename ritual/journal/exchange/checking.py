"""Taking what stands in a file only where it is sound; what is not is named with its path."""

import re
from typing import Any, TypeVar

import msgspec

from ritual.core.errors import RitualError

T = TypeVar("T")

_NAMED = (
    (re.compile(r"Object contains unknown field `(.*)`", re.DOTALL), "is no field that we know"),
    (re.compile(r"Object missing required field `(.*)`"), "is missing"),
)
"""What msgspec says of a field without its being in the path."""


def unsound(path: str, what: str, hint: str = "") -> RitualError:
    """The error that says what is wrong at `path`."""
    return RitualError(f"{path} {what}. Nothing was imported.{hint}")


def converted(said: Any, kind: type[T], path: str) -> T:
    """`said` as a `kind`. Raises `RitualError` with the path of what is not sound."""
    try:
        return msgspec.convert(said, kind)
    except msgspec.ValidationError as fault:
        what, _, where = str(fault).partition(" - at `$")
        path += where.rstrip("`")
        for pattern, is_wrong in _NAMED:
            if found := pattern.fullmatch(what):
                raise unsound(f"{path}.{found[1]}", is_wrong) from fault
        raise RitualError(f"{path}: {what}. Nothing was imported.") from fault
