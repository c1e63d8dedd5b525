"""Entries from a file as records. All of it is sound, or none of it is taken."""

import difflib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC
from typing import Any

import msgspec

from ritual.core.appreciation import reply_id
from ritual.core.nights import NightOf
from ritual.core.records import KINDS, OF_A_NIGHT, Appreciation, Checkin, Record, Reply, Session, Stamp, derived_id
from ritual.journal.exchange import evenings
from ritual.journal.exchange.checking import converted, unsound
from ritual.journal.exchange.entries import fields
from ritual.journal.exchange.names import Names
from ritual.language import _

ID = re.compile(r"\w[\w .:@+-]{0,99}")
"""What may be an id: it names a file where a draft has it."""

MANY = 2**53
"""Numbers from here on are not the same to every JSON tool."""

NO_FIELD = _("{path} is no field of a {kind}.")

PEOPLE = ("by", "to", "starter")
"""The fields that hold a name."""


class Incoming:
    """Makes records of entries."""

    def __init__(self, names: Names, night_of: NightOf, answered: Callable[[], Collection[str | None]]) -> None:
        """`night_of` tells the night where an entry does not; `answered` the ids of what has a reply here."""
        self._names = names
        self._night_of = night_of
        self._answered = answered

    def taken(self, entries: Sequence[Any]) -> list[Record]:
        """All of `entries`. Raises `RitualError` with the path of the first thing that is not sound."""
        for number, entry in enumerate(entries):
            if isinstance(entry, dict) and entry.get("kind") == "person":
                self._names.meet(entry, f"entries[{number}]")
        found = [self._record(entry, f"entries[{number}]") for number, entry in enumerate(entries)]
        known: dict[str, Record] = {}
        for number, record in enumerate(found):
            if known.setdefault(record.id, record) != record:
                raise unsound(_("{path} is there twice."), f"entries[{number}].id")
        answers = self._answers(entries, found)
        return [*self._names.met, *known.values(), *answers]

    def _record(self, entry: Any, path: str) -> Record:
        if not isinstance(entry, dict):
            raise unsound(_("{path} is no entry."), path)
        kind = KINDS.get(str(entry.get("kind")))
        if kind is None:
            raise unsound(_("{path} is none of these: {kinds}."), f"{path}.kind", kinds=", ".join(KINDS))
        for unknown in entry.keys() - fields(kind):
            near = difflib.get_close_matches(unknown, fields(kind), n=1)
            hint = _("Did you mean {name}?", name=near[0]) if near else ""
            raise unsound(NO_FIELD, f"{path}.{unknown}", hint, kind=kind.kind())
        converted(entry.get("also", []), list[dict[str, Any]], f"{path}.also")
        said = {name: value for name, value in entry.items() if name not in ("kind", "also", "reply")}
        if said.get("id") in (None, ""):
            said["id"] = derived_id("entry", msgspec.json.encode(entry, order="sorted").decode())
        for name in PEOPLE:
            if said.get(name) is not None:
                said[name] = self._names.person(said[name], f"{path}.{name}")
        if "state" in fields(kind):
            said.setdefault("state", "kept")
        if kind is Session:
            legs = evenings.legs(said, path, self._names.person)
            said = {**{name: value for name, value in said.items() if name not in evenings.FIELDS}, "legs": legs}
        elif kind is Checkin:
            said |= self._taking_part(said, path)
        return self._checked(kind, said, path)

    def _taking_part(self, said: Mapping[str, Any], path: str) -> dict[str, Any]:
        """The ids of those whom an entry of a check-in names."""
        asked = converted(said.get("asked", []), list[str], f"{path}.asked")
        return {
            "legs": evenings.legs_of_checkin(said.get("legs", []), f"{path}.legs", self._names.person),
            "asked": [self._names.person(one, f"{path}.asked[{number}]") for number, one in enumerate(asked)],
        }

    def _checked(self, kind: type[Record], said: Mapping[str, Any], path: str) -> Record:
        record = converted(said, kind, path)
        if not ID.fullmatch(record.id):
            raise unsound(_("{path} is no id."), f"{path}.id")
        if any(not 0 < count < MANY for count in record.versions.values()):
            raise unsound(_("{path} are no counts."), f"{path}.versions")
        for number, wording in enumerate(record.former):
            _check_wording(record, wording, f"{path}.former[{number}]")
        try:
            record.at.astimezone(UTC)
            night = record.night or self._night_of(record.at)
        except OverflowError as fault:
            raise unsound(_("{path} is out of range."), f"{path}.at") from fault
        return msgspec.structs.replace(record, night=night if kind in OF_A_NIGHT else None)

    def _answers(self, entries: Sequence[dict[str, Any]], found: Sequence[Record]) -> list[Record]:
        """The replies that are only said within what they answer."""
        answered = {one.about for one in found if isinstance(one, Reply)}
        answers = {}
        for number, (entry, record) in enumerate(zip(entries, found, strict=True)):
            words = entry.get("reply")
            if not isinstance(words, str | None):
                raise unsound(_("{path} is no text."), f"entries[{number}].reply")
            if not words or not isinstance(record, Appreciation):
                continue
            if record.id not in answered and record.id not in self._answered():
                key, at, night, by = reply_id(record), record.at, record.night, record.to
                answers[key] = Reply(id=key, at=at, night=night, by=by, about=record.id, text=words)
        return list(answers.values())


class Stood(msgspec.Struct):
    """Until when a wording stood."""

    until: Stamp | None = None


def _check_wording(record: Record, wording: dict[str, Any], path: str) -> None:
    """Raise `RitualError` where `wording` is no earlier wording of `record`."""
    converted(wording, Stood, path)
    then = {name: value for name, value in wording.items() if name != "until"}
    own = set(record.__struct_fields__) - set(Record.__struct_fields__)
    for unknown in then.keys() - own:
        raise unsound(NO_FIELD, f"{path}.{unknown}", kind=record.kind())
    converted(then.get("legs", []), list[evenings.Step], f"{path}.legs")
    converted(msgspec.to_builtins(record) | then, type(record), path)
