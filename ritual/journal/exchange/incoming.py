"""Entries from a file as records. All of it is sound, or none of it is taken."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from ritual.core.errors import RitualError
from ritual.core.people import in_words, person_id
from ritual.core.records import KINDS, OF_A_NIGHT, Appreciation, Person, Record, Reply, Session, derived_id
from ritual.journal.exchange.entries import DERIVED, fields

NightOf = Callable[[datetime], date]


class Incoming:
    """Makes records of entries."""

    def __init__(self, people: Sequence[Person], night_of: NightOf, now: datetime) -> None:
        """`people` are those who live here; `night_of` tells the night where an entry does not."""
        self.records: list[Record] = []
        self._night_of = night_of
        self._now = now
        self._here = list(people)
        self._ids = {one.name.casefold(): one.id for one in people}
        self._people = {one.id: one.name for one in people}

    def take(self, entries: Sequence[Any]) -> None:
        """Take all of `entries`. Raises `RitualError` with the path of the first thing that is not sound."""
        for number, entry in enumerate(entries):
            if isinstance(entry, dict) and entry.get("kind") == "person":
                self._meet(entry, f"entries[{number}]")
        found = [self._record(entry, f"entries[{number}]") for number, entry in enumerate(entries)]
        self.records += found
        answered = {one.about for one in found if isinstance(one, Reply)}
        for number, (entry, record) in enumerate(zip(entries, found, strict=True)):
            words = entry.get("reply")
            if words is not None and isinstance(record, Appreciation) and record.id not in answered:
                self.records.append(self._reply(record, words, f"entries[{number}].reply"))

    def _record(self, entry: Any, path: str) -> Record:
        if not isinstance(entry, dict):
            raise RitualError(f"{path} is no entry. Nothing was imported.")
        kind = KINDS.get(str(entry.get("kind")))
        if kind is None:
            raise RitualError(f"{path}.kind is none of ours. Nothing was imported.")
        for name in entry:
            if name not in fields(kind) and name != "also":
                near = difflib.get_close_matches(name, fields(kind), n=1)
                hint = f" Did you mean {near[0]}?" if near else ""
                raise RitualError(f"{path}.{name} is no field of a {kind.kind()}.{hint} Nothing was imported.")
        said = {name: value for name, value in entry.items() if name not in ("kind", "also", "reply")}
        said["id"] = said.get("id") or derived_id("entry", msgspec.json.encode(entry, order="sorted").decode())
        for name in ("by", "to", "starter"):
            if said.get(name) is not None and (name == "by" or name in fields(kind)):
                said[name] = self._person(said[name], f"{path}.{name}")
        if kind is Session:
            said = self._session(said, path)
        return self._checked(kind, said, path)

    def _checked(self, kind: type[Record], said: Mapping[str, Any], path: str) -> Record:
        try:
            record = msgspec.convert(said, kind)
        except msgspec.ValidationError as fault:
            what, _, where = str(fault).partition(" - at `$")
            raise RitualError(f"{path}{where.rstrip('`')}: {what}. Nothing was imported.") from fault
        if record.night is None and kind in OF_A_NIGHT:
            record = msgspec.structs.replace(record, night=self._night_of(record.at))
        return record

    def _session(self, said: dict[str, Any], path: str) -> dict[str, Any]:
        """The legs of a session: from its steps, or from its turns and a rest that makes up the whole."""
        steps = said.pop("steps", None)
        planned, seconds, turns = (said.pop(name, None) for name in DERIVED)
        if steps is None:
            steps = [{"step": "talk", "planned": 0, **one} for one in turns or [] if isinstance(one, dict)]
            spoken = sum(one["seconds"] for one in steps if isinstance(one.get("seconds"), int))
            rest = max((seconds if isinstance(seconds, int) else 0) - spoken, 0)
            whole = planned if isinstance(planned, int) else rest + spoken
            steps = [{"step": "arrive", "planned": whole, "seconds": rest}, *steps]
        if not isinstance(steps, list) or not all(isinstance(one, dict) for one in steps):
            raise RitualError(f"{path}.steps is no list of steps. Nothing was imported.")
        legs = [
            {**one, "by": self._person(one["by"], f"{path}.steps[{number}].by") if one.get("by") else None}
            for number, one in enumerate(steps)
        ]
        return {"state": "kept", **said, "legs": legs}

    def _reply(self, record: Appreciation, words: Any, path: str) -> Record:
        said = {"id": derived_id("reply", record.id), "at": record.at, "night": record.night, "by": record.to}
        return self._checked(Reply, {**said, "about": record.id, "text": words}, path)

    def _meet(self, entry: dict[str, Any], path: str) -> None:
        """One of the two, as the file knows them."""
        name, identity = entry.get("name"), entry.get("id")
        if not isinstance(name, str) or not isinstance(identity, str):
            raise RitualError(f"{path} is no person. Nothing was imported.")
        if identity not in self._people:
            self._welcome(name, identity, path)
        self._ids[name.casefold()] = identity
        self._ids[str(entry.get("by") or name).casefold()] = identity

    def _person(self, name: Any, path: str) -> str:
        """The id of the one called `name`; somebody new is met where there is a place."""
        if not isinstance(name, str):
            raise RitualError(f"{path} is no name. Nothing was imported.")
        known = self._ids.get(name.casefold()) or (name if name in self._people else None)
        if known:
            return known
        identity = person_id(name)
        self._welcome(name, identity, path)
        self._ids[name.casefold()] = identity
        self.records.append(Person(id=identity, at=self._now, by=identity, name=name, seat=len(self._people) - 1))
        return identity

    def _welcome(self, name: str, identity: str, path: str) -> None:
        if len(self._people) > 1:
            here = in_words(list(self._people.values()))
            raise RitualError(f"{path} is {name}, but {here} live here. Nothing was imported.")
        self._people[identity] = name
