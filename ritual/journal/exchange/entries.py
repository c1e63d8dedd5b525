"""Records as entries: names in place of ids, and nothing of how it is kept; what `list --json` and `export` write."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ritual.core.records import OF_A_NIGHT, STANDING, Person, Record, Reply, Session

LISTED: tuple[type[Record], ...] = (
    *OF_A_NIGHT,
    *(one for one in STANDING if one.__name__ in ("Occasion", "Topic", "Wish", "Goal")),
)
"""The kinds that are entries of theirs; not persons, settings and what the program remembers of cards."""

COMMON = ("kind", "id", "at", "night", "by", "about")
KEEPING = ("visibility", "versions", "removed", "former")
"""What a lossless entry has besides: how it is kept."""

OF_A_SESSION = ("state", "place", "back_at")
DERIVED = ("planned", "seconds", "turns")
"""Fields of a session that say again what its steps say."""


class Entries:
    """Makes entries of records."""

    def __init__(self, people: Iterable[Person], replies: Iterable[Reply] = ()) -> None:
        """`people` give the names; `replies` what was answered."""
        self._names = {one.id: one.name for one in people}
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
        elif not lossless:
            own.pop("state", None)
        if record.also and not lossless:
            shown["also"] = record.also
        return shown | own | ({name: said[name] for name in KEEPING} if lossless else {})

    def _session(self, session: Session, own: Mapping[str, Any], lossless: bool) -> dict[str, Any]:
        turns = [leg for leg in session.legs if leg.step == "talk"]
        return {
            "starter": self._name(session.starter),
            "planned": session.planned,
            "seconds": session.seconds,
            "turns": [{"by": self._name(leg.by), "seconds": leg.seconds} for leg in turns],
            "steps": [msgspec.to_builtins(leg) | {"by": self._name(leg.by)} for leg in session.legs],
            "cards": session.cards,
            "passed": session.passed,
            **({name: own[name] for name in OF_A_SESSION} if lossless else {}),
        }

    def _name(self, person: str | None) -> str | None:
        return self._names.get(person, person) if person else None


def fields(kind: type[Record]) -> set[str]:
    """The names that an entry of `kind` may have."""
    own = set(kind.__struct_fields__) - set(Record.__struct_fields__)
    if kind is Session:
        own = (own - {"legs"}) | {"steps", *DERIVED}
    if "to" in own:
        own.add("reply")
    return {*COMMON, *KEEPING, *own}
