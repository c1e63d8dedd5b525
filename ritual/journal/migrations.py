"""From one version of the format to the next: a function for each, and a copy of what was there is kept."""

from collections.abc import Callable, Set
from typing import Any

import msgspec

from ritual.journal.format import VERSION, Place, Raw, digest, is_sound

Step = Callable[[str, dict[str, Any]], dict[str, Any]]
"""What becomes of a document of a table."""


def to_2(table: str, document: dict[str, Any]) -> dict[str, Any]:
    """Notes have tags. (And the sum of a file covers its head, which needs nothing of the documents.)"""
    return {"tags": [], **document} if table == "note" else document


STEPS: dict[int, Step] = {1: to_2}
"""What leads on from each version."""


def migrated(raw: Raw, changed: Set[Place], version: int) -> Raw:
    """The documents of a file of an older `version` as they are today.

    Those that were changed outside ritual are left as they are, so that a wrong sum never becomes a right one.
    """
    for step in (STEPS[one] for one in range(version, VERSION)):
        raw = {
            table: {
                key: one if (table, key) in changed else _stepped(step, table, key, one)
                for key, one in documents.items()
            }
            for table, documents in raw.items()
        }
    return raw


def _stepped(step: Step, table: str, key: str, raw: msgspec.Raw) -> msgspec.Raw:
    before = msgspec.json.decode(raw)
    if not isinstance(before, dict) or not is_sound(table, key, before):
        return raw
    after = step(table, before)
    return raw if after == before else msgspec.Raw(msgspec.json.encode({**after, "sum": digest(table, key, after)}))
