"""The bin: what was removed, what was said before, and how both are erased for good."""

from contextlib import suppress
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from ritual import files
from ritual.core.errors import RitualError
from ritual.core.records import KINDS, Record
from ritual.core.unite import knows, next_of, stood_until
from ritual.journal import codec
from ritual.journal.catalogue import month_of
from ritual.journal.journal import Journal
from ritual.journal.reading import former_of
from ritual.journal.storage import MonthStorage
from ritual.language import _

MARKER = "emptying"


class Bin:
    """Empties the bin on this machine. What was begun is finished at the next start, whenever it was interrupted."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._marker = journal.folders.state / MARKER

    @property
    def waits(self) -> bool:
        """Whether emptying it was interrupted."""
        return self._marker.exists()

    def contents(self) -> tuple[list[Record], int]:
        """What was removed, the last removed last, and how many earlier wordings there are."""
        found = [one for one in self._journal.everything(*KINDS.values()) if type(one) is not Record]
        gone = ((one.removed, one) for one in found if one.removed)
        return [one for _, one in sorted(gone, key=lambda pair: pair[0])], sum(len(one.former) for one in found)

    def empty(self) -> None:
        """Erase what was removed and every earlier wording, from every file of this machine.

        Raises `RitualError` where something is damaged: mending it may need what would be erased.
        """
        shelf = self._journal.shelf
        with self._journal.writing():
            ours, strays = (shelf.own, *shelf.once_ours), shelf.strays()
            for path in [one for one in shelf.all_paths() if one.parent in ours]:
                reading = shelf.file(path).reading
                if path in strays or (reading and (reading.fault or reading.changed or reading.newer)):
                    raise RitualError(
                        _(
                            "{file} is not as ritual wrote it. Please run ritual doctor first, then empty the bin.",
                            file=path.name,
                        )
                    )
            files.write(self._marker, self._now().isoformat().encode())
            self.resume()

    def _now(self) -> datetime:
        """Now, or later where something is in the bin since then: the clock of one of the devices was not right."""
        found = list(self._journal.everything(*KINDS.values()))
        removed = (one.removed for one in found if one.removed)
        said = (stood_until(wording) for one in found for wording in one.former)
        return max([self._journal.clock.now(), *removed, *said])

    def resume(self) -> None:
        """Erase what had been removed when it was asked for."""
        with self._journal.writing():
            try:
                until = datetime.fromisoformat(self._marker.read_text())
            except (OSError, ValueError):
                until = self._journal.clock.now()
            shelf = self._journal.shelf
            ours, drafts = (shelf.own, *shelf.once_ours), self._journal.folders.state / "drafts"
            gone: set[str] = set()
            for folder in ours:
                for path in sorted(folder.glob("*.json")):
                    gone |= self._erase(shelf.file(path), until)
            for draft in gone:
                files.remove(drafts / f"{draft}.json")
            shelf.quarantine.empty()
            for folder in (*ours, drafts):
                files.sweep(folder)
            files.remove(self._marker)

    def _erase(self, storage: MonthStorage, until: datetime) -> set[str]:
        """Erase from one file and its former state; the ids of what is gone."""
        reading = storage.reading
        if reading is None or reading.newer:
            return set()
        gone, changed = set(), {}
        for table in reading.raw:
            lines = storage.lines(table)
            for key in lines:
                left = self._left(table, storage.path.stem, lines[key], until)
                if left is not None:
                    lines[key] = left
                    changed[table] = lines
                if lines[key].get("erased") and not lines[key].get("moved"):
                    gone.add(key)
        if changed:
            storage.replace(**changed)
        former, content = former_of(storage.path), storage.path.read_bytes()
        if former.exists() and former.read_bytes() != content:
            files.write(former, content)
        return gone

    def _left(self, table: str, name: str, document: dict[str, Any], until: datetime) -> dict[str, Any] | None:
        """What is left of a document in the file called `name`; none where all of it stays.

        Where it was written again elsewhere, in another folder of ours or on another device, that counts: then this
        writing is itself an earlier wording.
        """
        if document.get("erased") or table not in KINDS:
            return None
        with suppress(msgspec.ValidationError):
            record = codec.from_document(document, KINDS[table])
            latest, apart = self._latest(record, name)
            if latest.removed and latest.removed <= until and not apart:
                if latest.moved is None:
                    return codec.erased(replace(record, removed=latest.removed), self._next(latest))
                there = self._journal.get(type(record), record.id, latest.moved)
                if there is None or not knows(there.versions, latest.versions):
                    return None
                return codec.erased(replace(record, removed=latest.removed, moved=latest.moved), latest.versions)
            former = [one for one in latest.former if stood_until(one) > until]
            erases, elsewhere = len(former) < len(latest.former), latest.versions != record.versions
            if erases or elsewhere:
                left = replace(latest, former=former, versions=self._next(latest) if erases else latest.versions)
                return codec.to_document(left, None if elsewhere else document)
        return None

    def _latest(self, record: Record, name: str) -> tuple[Record, bool]:
        """The latest writing of `record`; itself where others were written apart from it, and whether that is so."""
        known = self._journal.get(type(record), record.id, record.night) if month_of(record.night) == name else None
        if known is None or known.also:
            return record, known is not None
        return known, False

    def _next(self, record: Record) -> dict[str, int]:
        """The versions of what is left of `record`, where not all of it was erased before."""
        return next_of(record.versions, self._journal.device) if type(record) is not Record else record.versions
