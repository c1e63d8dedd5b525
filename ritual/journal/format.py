"""The bytes of a journal file: tables of documents, one document a line, under a sum. docs/format.md describes them."""

import hashlib
from typing import Any, NamedTuple

import msgspec

VERSION = 2
"""The version of the format on the disk."""

FORMAT = "_format"
"""The table that says so, beside the sum of the file."""

Tables = dict[str, dict[str, dict[str, Any]]]
"""Documents by table and key."""
Raw = dict[str, dict[str, msgspec.Raw]]
"""Documents as the bytes they lie in, by table and key."""
Place = tuple[str, str]
"""A table and a key."""

_tables = msgspec.json.Decoder(Raw)
_OPENING, _CLOSING = b'{\n"' + FORMAT.encode() + b'":', b"\n}\n"


class Head(msgspec.Struct, frozen=True):
    """What a file says of itself."""

    version: int
    sum: str
    changed: list[Place] = []
    """The documents that lie in it under a wrong sum, since they were changed outside ritual."""


class Frame(NamedTuple):
    """A file taken apart into its head and the bytes of its tables."""

    head: Head
    body: bytes
    line: bytes
    """The head as it lies in the file."""

    @property
    def sound(self) -> bool:
        """Whether the file is byte for byte as it was written."""
        return self.head.sum == _sum(self.head, self.body) and self.line == _line(self.head)

    @property
    def newer(self) -> bool:
        """Whether a newer ritual wrote it. A version that was only damaged does not count: its sum is one of ours."""
        ours = Head(VERSION, self.head.sum, self.head.changed)
        return self.head.version > VERSION and self.head.sum != _sum(ours, self.body)


def frame(content: bytes) -> Frame:
    """Take a file apart. Raises `ValueError` where it does not have the shape in which we write."""
    first, _, rest = content.removeprefix(_OPENING).partition(b"\n")
    if not content.startswith(_OPENING) or not content.endswith(_CLOSING):
        raise ValueError("not in the shape we write")
    line = first.removesuffix(b",")
    head = msgspec.json.decode(line, type=dict[str, Head])["file"]
    return Frame(head, rest.removesuffix(_CLOSING[1:]).removesuffix(b"\n"), line)


def tables(content: bytes) -> Raw:
    """The documents in a sound file."""
    raw = _tables.decode(content)
    del raw[FORMAT]
    return raw


Parts = dict[str, tuple[dict[str, msgspec.Raw], bytes]]
"""Tables, and the bytes they were written as."""


def dump(raw: Raw, changed: list[Place], known: Parts | None = None) -> bytes:
    """A whole file. Tables that are `known`, being the very same, are not put together again; all become known."""
    known = {} if known is None else known
    for name, table in raw.items():
        if name not in known or known[name][0] is not table:
            known[name] = table, _part(name, table)
    body = b",\n".join([known[name][1] for name in raw])
    head = Head(VERSION, _sum(Head(VERSION, "", changed), body), changed)
    return b"".join((_OPENING, _line(head), b",\n" if body else b"", body, _CLOSING))


def _part(name: str, table: dict[str, msgspec.Raw]) -> bytes:
    encode = msgspec.json.encode
    lines = [b"%b:%b" % (encode(key), one) for key, one in table.items()]
    return b"%b:{\n%b\n}" % (encode(name), b",\n".join(lines))


def digest(table: str, key: str, document: dict[str, Any]) -> str:
    """The sum of a document: over its table, its key, and itself with sorted keys and without spaces and the sum."""
    plain = {name: value for name, value in document.items() if name != "sum"}
    canonical = msgspec.json.encode(plain, order="sorted")
    return hashlib.sha256(b"\n".join((table.encode(), key.encode(), canonical))).hexdigest()[:32]


def is_sound(table: str, key: str, document: Any) -> bool:
    """Whether a document lies under its own sum."""
    try:
        return isinstance(document, dict) and document.get("sum") == digest(table, key, document)
    except (TypeError, ValueError, RecursionError):
        return False


def _line(head: Head) -> bytes:
    """A head as it is written. Version 1 did not say what was changed."""
    said = msgspec.to_builtins(head)
    if head.version == 1:
        del said["changed"]
    return msgspec.json.encode({"file": said})


def _sum(head: Head, body: bytes) -> str:
    """The sum of a file: over its head without the sum, and its tables. Version 1 summed up the tables only."""
    said = b"" if head.version == 1 else msgspec.json.encode([head.version, head.changed]) + b"\n"
    found = hashlib.sha256(said)
    found.update(body)
    return found.hexdigest()
