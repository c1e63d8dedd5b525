"""What can still be read of bytes that are not as they were written."""

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import msgspec

from ritual.core.records import KINDS
from ritual.journal.codec import is_record
from ritual.journal.format import FORMAT, Head, Place, Raw, is_sound

_TABLE = re.compile(r'^"([^"\n]+)":\{$', re.MULTILINE)
_DOCUMENT = re.compile(r'(?:"([^"\n]*)":)?(\{\s*"id"\s*:)')


KEPT = frozenset({"sum", "versions"})
"""Fields that nobody writes by hand."""


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
            found, whole = list(_whole(content.decode())), True
        except (ValueError, RecursionError):
            found, whole = [], False
        for one in found:
            self._take(*one)
        for one in _pieces(content.decode(errors="surrogateescape")):
            if not whole or self._misses(_home(*one)):
                self.broken += 1
                self._take(*one)
        self.broken += not whole

    def _misses(self, place: Place | None) -> bool:
        """Whether a sound document was found that belongs to `place`, and is not there yet."""
        return place is not None and (place in self.changed or place[1] not in self.raw.get(place[0], {}))

    def _take(self, table: str, key: str, document: Any) -> None:
        place = _home(table, key, document)
        changed = place is None
        if place is None:
            named = document.get("id") if isinstance(document, dict) else None
            place = table, named if isinstance(named, str) else key
            document = _covered(document)
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
        if table == FORMAT or _is_head(documents):
            continue
        if not isinstance(documents, _Object) or not _is_table(table, documents):
            yield "", table, documents
            continue
        for key, document in documents.pairs:
            yield table, key, dict(document) if isinstance(document, _Object) else document


def _is_head(found: Any) -> bool:
    """Whether this is what a file says of itself, whatever became of its name."""
    try:
        return bool(msgspec.convert(found, dict[str, Head]))
    except msgspec.ValidationError:
        return False


def _is_table(name: str, found: dict[str, Any]) -> bool:
    """Whether this is a table, and not a document that lies where tables should be."""
    return name in KINDS or all(isinstance(one, dict) for one in found.values())


def _pieces(text: str) -> Iterator[tuple[str, str, Any]]:
    """Every document that can be found in a text, in whatever state its surroundings are.

    One that has lost its end and would swallow those behind it is none.
    """
    decoder, end = json.JSONDecoder(), 0
    tables = [(one.start(), one[1]) for one in _TABLE.finditer(text)]
    begun = list(_DOCUMENT.finditer(text))
    for one, following in zip_longest(begun, begun[1:]):
        if one.start(2) < end:
            continue
        try:
            document, stop = decoder.raw_decode(text, one.start(2))
        except (ValueError, RecursionError):
            continue
        table = next((name for start, name in reversed(tables) if start < one.start(2)), "")
        if following and following.start(2) < stop and _home(table, one[1] or "", document) is None:
            continue
        end = stop
        yield table, one[1] or "", document


def _home(table: str, key: str, document: Any) -> Place | None:
    """The table and the key that the sum of `document` covers."""
    if not isinstance(document, dict):
        return None
    named = document.get("id")
    keys = dict.fromkeys([key, *([named] if isinstance(named, str) else [])])
    places = ((name, one) for name in dict.fromkeys([table, *KINDS]) for one in keys)
    return next((place for place in places if is_sound(*place, document)), None)


def _covered(document: Any) -> Any:
    """`document`, private where damage took away who may see it: ritual writes that into each of its own."""
    if (
        not isinstance(document, dict)
        or "visibility" in document
        or document.get("erased")
        or KEPT.isdisjoint(document)
    ):
        return document
    return {**document, "visibility": "private"}


def _later(document: dict[str, Any], known: msgspec.Raw) -> bool:
    """Whether `document` was changed more often than `known`, both being sound."""

    def changes(one: dict[str, Any]) -> int:
        return sum(one.get("versions", {}).values())

    return changes(document) > changes(msgspec.json.decode(known))
