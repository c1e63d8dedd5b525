"""What can still be read of bytes that are not as they were written."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from ritual.core.records import KINDS
from ritual.journal.codec import is_record
from ritual.journal.format import FORMAT, Place, Raw, is_sound

_TABLE = re.compile(r'^"([^"\n]+)":\{$', re.MULTILINE)
_DOCUMENT = re.compile(r'(?:"([^"\n]*)":)?(\{\s*"id"\s*:)')


class _Object(dict[str, Any]):
    """A JSON object that remembers keys that came twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


class Salvage:
    """The documents found in damaged bytes, each where its sum says that it belongs."""

    def __init__(self, content: bytes) -> None:
        self.raw: Raw = {}
        self.changed: set[Place] = set()
        """Documents under a wrong sum."""
        self.broken = 0
        """How many pieces are no documents; at least one where the whole could not be read."""
        try:
            found = list(_whole(content.decode()))
        except (ValueError, RecursionError):
            found = list(_pieces(content.decode(errors="surrogateescape")))
            self.broken = 1
        self.in_pieces = bool(self.broken)
        """Whether the whole could not be read, so that documents may be missing that nobody took away."""
        for table, key, document in found:
            self._take(table, key, document)

    def _take(self, table: str, key: str, document: Any) -> None:
        place = _home(table, key, document)
        changed = place is None
        if place is None:
            named = document.get("id") if isinstance(document, dict) else None
            place = table, named if isinstance(named, str) else key
        try:
            raw = msgspec.Raw(msgspec.json.encode(document))
        except (TypeError, ValueError, RecursionError):
            raw = None
        if raw is None or not place[0] or not is_record(place[0], document):
            self.broken += 1
            return
        known = self.raw.setdefault(place[0], {}).get(place[1])
        if known is None or (place in self.changed and not changed) or (not changed and _later(document, known)):
            self.raw[place[0]][place[1]] = raw
            (self.changed.add if changed else self.changed.discard)(place)


def _whole(text: str) -> Iterator[tuple[str, str, Any]]:
    """Every document of a text that is JSON as a whole, also those whose key came twice."""
    outer = json.loads(text, object_pairs_hook=_Object)
    if not isinstance(outer, _Object):
        raise ValueError("no tables")
    for table, documents in outer.pairs:
        if table == FORMAT:
            continue
        if not isinstance(documents, _Object):
            yield table, "", documents
            continue
        for key, document in documents.pairs:
            yield table, key, dict(document) if isinstance(document, _Object) else document


def _pieces(text: str) -> Iterator[tuple[str, str, Any]]:
    """Every document that can be found in a text, in whatever state its surroundings are."""
    decoder, end = json.JSONDecoder(), 0
    tables = [(one.start(), one[1]) for one in _TABLE.finditer(text)]
    for one in _DOCUMENT.finditer(text):
        if one.start(2) < end:
            continue
        try:
            document, end = decoder.raw_decode(text, one.start(2))
        except (ValueError, RecursionError):
            continue
        above = [name for start, name in tables if start < one.start(2)]
        yield above[-1] if above else "", one[1] or "", document


def _home(table: str, key: str, document: Any) -> Place | None:
    """The table and the key that the sum of `document` covers."""
    if not isinstance(document, dict):
        return None
    named = document.get("id")
    keys = dict.fromkeys([key, *([named] if isinstance(named, str) else [])])
    places = ((name, one) for name in dict.fromkeys([table, *KINDS]) for one in keys)
    return next((place for place in places if is_sound(*place, document)), None)


def _later(document: dict[str, Any], known: msgspec.Raw) -> bool:
    """Whether `document` was changed more often than `known`, both being sound."""

    def changes(one: dict[str, Any]) -> int:
        return sum(one.get("versions", {}).values())

    return changes(document) > changes(msgspec.json.decode(known))
