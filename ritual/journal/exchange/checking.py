"""Taking what stands in a file only where it is sound; what is not is named with its path."""

import re
from typing import Any, TypeVar

import msgspec

from ritual.core.errors import RitualError
from ritual.core.faults import in_words
from ritual.language import _, fill

T = TypeVar("T")

_NAMED = (
    (re.compile(r"Object contains unknown field `(.*)`", re.DOTALL), _("{path} is no field that we know.")),
    (re.compile(r"Object missing required field `(.*)`"), _("{path} is missing.")),
)
"""What msgspec says of a field without its being in the path."""


def unsound(sentence: str, path: str, hint: str = "", **values: object) -> RitualError:
    """The error that says what is wrong at `path`, which has its place in the sentence."""
    said = [fill(sentence, path=path, **values), _("Nothing was imported."), hint]
    return RitualError(" ".join(filter(None, said)))


def converted(said: Any, kind: type[T], path: str) -> T:
    """`said` as a `kind`. Raises `RitualError` with the path of what is not sound."""
    try:
        return msgspec.convert(said, kind)
    except msgspec.ValidationError as fault:
        what, *where = str(fault).split(" - at `$", 1)
        path += "".join(where).rstrip("`")
        for pattern, is_wrong in _NAMED:
            if found := pattern.fullmatch(what):
                raise unsound(is_wrong, f"{path}.{found[1]}") from fault
        raise unsound("{path}: {what}.", path, what=in_words(what)) from fault
