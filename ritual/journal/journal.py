"""The journal: all that was kept, by night."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from ritual.core.clock import Clock
from ritual.core.errors import RitualError
from ritual.core.records import Record, Session
from ritual.journal.codec import from_document, to_document
from ritual.journal.lock import alone
from ritual.journal.machine import SystemClock
from ritual.journal.shelf import Shelf
from ritual.settings import Folders

STANDING = "standing"
"""The file of what stands until it is changed."""

R = TypeVar("R", bound=Record)


def month_of(night: date | None) -> str:
    """The name of the file that keeps what belongs to `night`."""
    return STANDING if night is None else f"{night:%Y-%m}"


class Journal:
    """Keeps, removes and finds records."""

    def __init__(self, folders: Folders, clock: Clock | None = None) -> None:
        self.folders = folders
        self.clock = clock or SystemClock()
        self.problems: list[str] = []
        """What was found damaged, in plain sentences, each once."""
        self._shelf = Shelf(folders, self.clock, self._notice)

    @property
    def device(self) -> str:
        """The id of this device."""
        return self._shelf.device

    @property
    def folder(self) -> Path:
        """Where all devices' folders are."""
        return self._shelf.folder

    @staticmethod
    def new_id() -> str:
        """An id for a new record."""
        import uuid

        return str(uuid.uuid4())

    def keep(self, record: R) -> R:
        """Add `record`, or change the one with its id; give back what is now on the disk.

        A changed text keeps its earlier wording in `former`, and the time it was first written.
        Raises `RitualError` where it cannot be written; then the disk is as it was.
        """
        try:
            with alone(self.folders.state):
                return self._keep(record)
        except OSError as fault:
            raise RitualError(
                f"This could not be saved ({fault.strerror}). Please make room or check the folder {self.folder}, "
                "then try again."
            ) from fault
        except msgspec.ValidationError as fault:
            raise RitualError(f"This {record.kind()} cannot be kept as it is ({fault}). Please change it.") from fault

    def remove(self, record: R) -> R:
        """Take `record` away, so that it can be brought back."""
        return self.keep(replace(record, removed=self.clock.now()))

    def restore(self, record: R) -> R:
        """Bring a removed `record` back."""
        return self.keep(replace(record, removed=None))

    def get(self, kind: type[R], record_id: str, night: date | None = None) -> R | None:
        """The one record of `kind` with this id and night, also a removed one."""
        return self._united(kind, month_of(night)).get(record_id)

    def standing(self, kind: type[R]) -> list[R]:
        """All records of a standing `kind`, oldest first."""
        return self._of(kind, [STANDING])

    def nights(self, kind: type[R], months: Iterable[str] | None = None) -> list[R]:
        """All records of a `kind` that belongs to nights, oldest first; of these `months`, or of all."""
        return self._of(kind, self.months() if months is None else months)

    def months(self) -> list[str]:
        """The months that something is kept of, oldest first."""
        return self._shelf.months()

    def recent(self, kind: type[R], night: date) -> list[R]:
        """The records of `kind` of this month and the one before, oldest first."""
        before = date(night.year - (night.month == 1), (night.month - 2) % 12 + 1, 1)
        return self.nights(kind, [month_of(before), month_of(night)])

    def last_evenings(self, night: date) -> list[Session]:
        """The sessions of this month and the one before; where nobody started one there, also the last that was."""
        found = self.recent(Session, night)
        if any(map(_has_starter, found)):
            return found
        for month in reversed(self.months()):
            older = [one for one in self.nights(Session, [month]) if one not in found]
            if any(map(_has_starter, older)):
                return [*older, *found]
        return found

    def _keep(self, record: R) -> R:
        known = self.get(type(record), record.id, record.night)
        if known is not None:
            record = _with_former(record, known, self.clock)
        versions = dict(known.versions) if known else {}
        versions[self.device] = versions.get(self.device, 0) + 1
        record = replace(record, versions=versions)
        from_document(to_document(record), type(record))
        kept: dict[str, Any] = {}

        def changed(before: dict[str, Any]) -> dict[str, Any]:
            kept.update(to_document(record, before))
            return kept

        self._shelf.put(record.kind(), month_of(record.night), record.id, changed)
        return replace(record, sum=kept["sum"])

    def _of(self, kind: type[R], months: Iterable[str]) -> list[R]:
        found = (record for month in months for record in self._united(kind, month).values())
        return sorted((one for one in found if one.removed is None), key=lambda one: one.at)

    def _united(self, kind: type[R], month: str) -> dict[str, R]:
        """Every device's records of `kind` in `month`; the one that was changed most often wins."""
        found: dict[str, R] = {}
        for document in self._shelf.documents(kind.kind(), month):
            try:
                record = from_document(document, kind)
            except msgspec.ValidationError as fault:
                self._notice(f"One {kind.kind()} in {month}.json is not readable ({fault}). It was left as it is.")
                continue
            known = found.get(record.id)
            if known is None or sum(record.versions.values()) > sum(known.versions.values()):
                found[record.id] = record
        return found

    def _notice(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _has_starter(session: Session) -> bool:
    return session.state == "kept" and session.starter is not None


def _with_former(record: R, known: R, clock: Clock) -> R:
    """`record` as a later wording of `known`."""
    changed = getattr(record, "text", None) != getattr(known, "text", None)
    wording = [{"text": getattr(known, "text", ""), "until": clock.now().isoformat()}] if changed else []
    return replace(record, at=known.at, former=[*known.former, *wording])
