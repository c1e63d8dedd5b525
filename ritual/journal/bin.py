"""The bin: what was removed, what was said before, and how both are erased for good."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import msgspec

from ritual import files
from ritual.core.errors import RitualError
from ritual.core.records import KINDS, Record
from ritual.core.unite import next_of
from ritual.journal import codec
from ritual.journal.format import digest
from ritual.journal.journal import Journal
from ritual.journal.reading import former_of
from ritual.journal.storage import MonthStorage

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
        found = [one for kind in KINDS.values() for one in self._journal.everything(kind) if type(one) is kind]
        gone = ((one.removed, one) for one in found if one.removed)
        return [one for _, one in sorted(gone, key=lambda pair: pair[0])], sum(len(one.former) for one in found)

    def empty(self) -> None:
        """Erase what was removed and every earlier wording, from every file of this machine.

        Raises `RitualError` where something is damaged: mending it may need what would be erased.
        """
        shelf = self._journal.shelf
        with self._journal.writing():
            for path in shelf.all_paths():
                reading = shelf.file(path).reading
                ours = path.parent in (shelf.own, *shelf.once_ours)
                if ours and (
                    path in shelf.strays() or (reading and (reading.fault or reading.changed or reading.newer))
                ):
                    raise RitualError(
                        f"{path.name} is not as ritual wrote it. Please run ritual doctor first, then empty the bin."
                    )
            files.write(self._marker, self._journal.clock.now().isoformat().encode())
            self.resume()

    def resume(self) -> None:
        """Erase what had been removed when it was asked for."""
        with self._journal.writing():
            try:
                until = datetime.fromisoformat(self._marker.read_text())
            except (OSError, ValueError):
                until = self._journal.clock.now()
            shelf = self._journal.shelf
            gone: set[str] = set()
            for folder in (shelf.own, *shelf.once_ours):
                for path in sorted(folder.glob("*.json")):
                    gone |= self._erase(shelf.file(path), until)
            for draft in gone:
                files.remove(self._journal.folders.state / "drafts" / f"{draft}.json")
            shelf.quarantine.empty()
            for folder in (shelf.own, self._journal.folders.state / "drafts"):
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
                left = self._left(table, key, lines[key], until)
                if left is not None:
                    lines[key] = left
                    changed[table] = lines
                if lines[key].get("erased"):
                    gone.add(key)
        if changed:
            storage.replace(**changed)
        former = former_of(storage.path)
        if former.exists():
            files.write(former, storage.path.read_bytes())
        return gone

    def _left(self, table: str, key: str, document: dict[str, Any], until: datetime) -> dict[str, Any] | None:
        """What is left of a document; none where all of it stays."""
        if document.get("erased") or table not in KINDS:
            return None
        with suppress(msgspec.ValidationError):
            record = codec.from_document(document, KINDS[table])
            versions = next_of(record.versions, self._journal.device)
            if record.removed and record.removed <= until:
                return codec.erased(record, versions)
            former = [one for one in record.former if _stamp(one) > until]
            if len(former) < len(record.former):
                left = {**document, "former": former, "versions": versions}
                return {**left, "sum": digest(table, key, left)}
        return None


def _stamp(wording: dict[str, Any]) -> datetime:
    """Until when a wording stood; long ago where that is not said."""
    try:
        return datetime.fromisoformat(wording["until"]).astimezone()
    except (KeyError, TypeError, ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)
