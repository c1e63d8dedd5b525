"""Records to documents and back, with the sum that notices a change from outside."""

from typing import Any, TypeVar

import msgspec

from ritual.core.records import Record

R = TypeVar("R", bound=Record)


def to_document(record: Record, before: dict[str, Any] | None = None) -> dict[str, Any]:
    """`record` as TinyDB keeps it, with its sum. Fields of the document `before` that we do not know stay in it."""
    document = {**(before or {}), **msgspec.to_builtins(record)}
    return {**document, "sum": digest(record.kind(), record.id, document)}


def from_document(document: Any, kind: type[R]) -> R:
    """The record in `document`. Raises `msgspec.ValidationError` where it is none."""
    return msgspec.convert(document, kind)


def digest(table: str, key: str, document: dict[str, Any]) -> str:
    """The sum over a table's name, a key and the canonical document: sorted keys, no spaces, without the sum itself."""
    import hashlib

    plain = {name: value for name, value in document.items() if name != "sum"}
    canonical = msgspec.json.encode(plain, order="sorted")
    return hashlib.sha256(b"\n".join((table.encode(), key.encode(), canonical))).hexdigest()[:32]
