"""Records as entries: names in place of ids, and nothing of how it is kept; what `list --json` and `export` write."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from ritual.core.records import OF_A_NIGHT, STANDING, Checkin, Person, Record, Reply, Session
from ritual.journal.exchange import evenings

LISTED: tuple[type[Record], ...] = (
    *OF_A_NIGHT,
    *(one for one in STANDING if one.__name__ in ("Occasion", "Topic", "Wish", "Goal")),
)
"""The kinds that are entries of theirs; not persons, settings and what the program remembers of cards."""

COMMON = ("kind", "id", "at", "night", "by", "about")
KEEPING = ("visibility", "versions", "removed", "former")
"""What a lossless entry has besides: how it is kept."""
ALSO = "also"
"""What was written at the same time elsewhere. A lossless entry has it among its earlier wordings."""

OF_A_SESSION = ("state", "place", "back_at")
OF_A_CHECKIN = ("state", "legs", "wishes", "goals", "asked", "place", "back_at")
"""What only matters while one is going on."""


class Entries:
    """Makes entries of records."""

    def __init__(self, people: Iterable[Person], replies: Iterable[Reply] = ()) -> None:
        """`people` give the names, where each has one of their own; `replies` what was answered."""
        named = [(one, one.name.casefold()) for one in people]
        names = [name for _, name in named]
        self._names = {one.id: one.name for one, name in named if names.count(name) == 1}
        self._replies = {one.about: one.text for one in replies}

    def entry(self, record: Record, *, lossless: bool = False) -> dict[str, Any]:
        """`record` for others; with `lossless` so that it can be brought back as it is."""
        said = msgspec.to_builtins(record)
        own = {name: value for name, value in said.items() if name not in Record.__struct_fields__}
        shown = {
            "kind": record.kind(),
            **{name: said[name] for name in ("id", "at", "night")},
            "by": self._name(record.by),
        }
        if record.about is not None and (lossless or record.by is not None):
            shown["about"] = record.about
        if isinstance(record, Session):
            own = self._session(record, own, lossless)
        elif "to" in own:
            own = {**own, "to": self._name(own["to"]), "reply": self._replies.get(record.id)}
        elif isinstance(record, Checkin):
            own = self._checkin(record, own, lossless)
        if lossless:
            said["former"] += [{**one, "until": said["at"]} for one in record.also]
            return shown | own | {name: said[name] for name in KEEPING}
        return shown | own | ({ALSO: record.also} if record.also else {})

    def _session(self, session: Session, own: dict[str, Any], lossless: bool) -> dict[str, Any]:
        return {
            "starter": self._name(session.starter),
            **evenings.told(session, self._name),
            "cards": session.cards,
            "passed": session.passed,
            **({name: own[name] for name in OF_A_SESSION} if lossless else {}),
        }

    def _checkin(self, checkin: Checkin, own: dict[str, Any], lossless: bool) -> dict[str, Any]:
        hidden = () if lossless else OF_A_CHECKIN
        named = {
            "starter": self._name(checkin.starter),
            "legs": evenings.named(checkin, self._name),
            "asked": [self._name(one) for one in checkin.asked],
        }
        return {name: named.get(name, value) for name, value in own.items() if name not in hidden}

    def _name(self, person: str | None) -> str | None:
        return self._names.get(person, person) if person else None


@cache
def fields(kind: type[Record]) -> frozenset[str]:
    """The names that an entry of `kind` may have."""
    own = set(kind.__struct_fields__) - set(Record.__struct_fields__)
    if kind is Session:
        own = (own - {"legs"}) | evenings.FIELDS
    if "to" in own:
        own.add("reply")
    return frozenset({*COMMON, *KEEPING, ALSO, *own})
