"""Records to documents and back, with the sum that notices a change from outside."""

from typing import Any, TypeVar

import msgspec

from ritual.core.records import KINDS, Record
from ritual.journal.format import digest

R = TypeVar("R", bound=Record)


def to_document(record: Record, before: dict[str, Any] | None = None) -> dict[str, Any]:
    """`record` as TinyDB keeps it, with its sum. Fields of the document `before` that we do not know stay in it."""
    document = {**(before or {}), **msgspec.to_builtins(record)}
    document.pop("erased", None)
    del document["also"]
    return {**document, "sum": digest(record.kind(), record.id, document)}


def from_document(document: Any, kind: type[R]) -> R:
    """The record in `document`. Raises `msgspec.ValidationError` where it is none."""
    return msgspec.convert(document, kind)


def erased(record: Record, versions: dict[str, int]) -> dict[str, Any]:
    """What is left of a removed `record` when the bin is emptied: that there was one, and none of its words."""
    kept = {"id": record.id, "at": record.at, "night": record.night, "removed": record.removed, "versions": versions}
    document = msgspec.to_builtins({**kept, "moved": record.moved, "erased": True})
    return {**document, "sum": digest(record.kind(), record.id, document)}


def is_record(table: str, document: Any) -> bool:
    """Whether `document` can be what lies in `table`."""
    if not isinstance(document, dict) or table not in KINDS:
        return isinstance(document, dict)
    try:
        from_document(document, Record if document.get("erased") else KINDS[table])
    except msgspec.ValidationError:
        return False
    return True
