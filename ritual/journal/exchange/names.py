"""The names in a file as the persons they mean."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ritual.core.errors import Refused
from ritual.core.people import in_words, parse_names, person_id
from ritual.core.records import Person
from ritual.journal.exchange.checking import unsound
from ritual.language import _

NO_NAME = _("{path} is no name.")
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Names:
    """Knows who lives here, and meets whoever else a file names, as long as there is a place."""

    def __init__(self, here: Sequence[Person], now: datetime) -> None:
        self.met: list[Person] = []
        """Those whom entries name and nobody knew before."""
        self._now = now
        self._empty = not here
        self._names = {one.id: one.name for one in here}
        self._ids = {_folded(one.name): one.id for one in here}

    def meet(self, entry: dict[str, Any], path: str) -> None:
        """One of the two, as the file knows them: from now on their name there means them."""
        name, identity = entry.get("name"), entry.get("id")
        if not isinstance(name, str) or not isinstance(identity, str) or not _is_name(name):
            raise unsound(_("{path} is no person."), path)
        if identity not in self._names and not self._empty:
            self._make_room(name, path)
        self._names[identity] = name
        self._ids[_folded(name)] = identity

    def person(self, name: Any, path: str) -> str:
        """The id of the one called `name`, who may be somebody new. An id stands for itself."""
        if not isinstance(name, str):
            raise unsound(NO_NAME, path)
        known = self._ids.get(_folded(name))
        if known or name in self._names or _ID.fullmatch(name):
            return known or name
        if not _is_name(name):
            raise unsound(NO_NAME, path)
        self._make_room(name, path)
        identity = person_id(name)
        self.met.append(Person(id=identity, at=self._now, by=identity, name=name, seat=len(self._names)))
        self._names[identity] = name
        self._ids[_folded(name)] = identity
        return identity

    def _make_room(self, name: str, path: str) -> None:
        if len(self._names) > 1:
            here = in_words(list(self._names.values()))
            raise unsound(_("{path} is {name}, but {names} live here."), path, name=name, names=here)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _is_name(name: str) -> bool:
    try:
        return parse_names(name) == (unicodedata.normalize("NFC", name),)
    except Refused:
        return False
