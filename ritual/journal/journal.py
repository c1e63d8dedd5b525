"""The journal: all that was kept, by night. One's own device writes into its own folder and reads everybody's."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace
from tinydb.table import Document

from ritual import files
from ritual.core.clock import Clock
from ritual.core.errors import RitualError
from ritual.core.records import Record, Session
from ritual.journal.codec import from_document, to_document
from ritual.journal.lock import alone
from ritual.journal.machine import SystemClock, device_id
from ritual.journal.storage import Damaged, MonthFile
from ritual.settings import Folders

STANDING = "standing"
"""The file of what stands until it is changed."""

R = TypeVar("R", bound=Record)


def month_of(night: date | None) -> str:
    """The name of the file that keeps what belongs to `night`."""
    return STANDING if night is None else f"{night:%Y-%m}"


class Journal:
    """Adds, changes, removes and finds records."""

    def __init__(self, folders: Folders, clock: Clock | None = None) -> None:
        self.folders = folders
        self.clock = clock or SystemClock()
        self.problems: list[str] = []
        """What was found damaged, in plain sentences, each once."""
        self._files: dict[Path, MonthFile] = {}
        self._device: str | None = None

    @property
    def device(self) -> str:
        """The id of this device."""
        if self._device is None:
            self._device = device_id(self.folders.state)
        return self._device

    @property
    def folder(self) -> Path:
        """Where all devices' folders are."""
        return self.folders.data / "journal"

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
        with alone(self.folders.state):
            known = self.get(type(record), record.id, record.night)
            if known is not None:
                record = _with_former(record, known, self.clock)
            versions = dict(known.versions) if known else {}
            versions[self.device] = versions.get(self.device, 0) + 1
            record = replace(record, versions=versions)
            document = to_document(record)
            table = self._file(self.folder / self.device / f"{month_of(record.night)}.json").table(record.kind())
            try:
                if table.contains(doc_id=record.id):  # type: ignore[arg-type]
                    table.update(document, doc_ids=[record.id])  # type: ignore[list-item]
                else:
                    table.insert(Document(document, doc_id=record.id))  # type: ignore[arg-type]
            except OSError as fault:
                raise RitualError(
                    f"This could not be saved ({fault.strerror}). Please make room or check the folder {self.folder}, "
                    "then try again."
                ) from fault
            return replace(record, sum=document["sum"])

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
        """The months that have a file on any device, oldest first."""
        found = {file.stem for device in self._devices() for file in (self.folder / device).glob("????-??.json")}
        return sorted(found)

    def recent(self, kind: type[R], night: date) -> list[R]:
        """The records of `kind` of this month and the one before, oldest first."""
        before = date(night.year - (night.month == 1), (night.month - 2) % 12 + 1, 1)
        return self.nights(kind, [month_of(before), month_of(night)])

    def last_evenings(self, night: date) -> list[Session]:
        """The sessions of this month and the one before; where none was kept there, also the last that was."""
        found = self.recent(Session, night)
        if any(one.state == "kept" for one in found):
            return found
        for month in reversed(self.months()):
            older = [one for one in self.nights(Session, [month]) if one.state == "kept"]
            if older:
                return [*older, *found]
        return found

    def _of(self, kind: type[R], months: Iterable[str]) -> list[R]:
        found = (record for month in months for record in self._united(kind, month).values())
        return sorted((one for one in found if one.removed is None), key=lambda one: one.at)

    def _united(self, kind: type[R], month: str) -> dict[str, R]:
        """Every device's records of `kind` in `month`; the one that was changed most often wins."""
        found: dict[str, R] = {}
        for device in self._devices():
            for record in self._read(kind, device, month):
                known = found.get(record.id)
                if known is None or sum(record.versions.values()) > sum(known.versions.values()):
                    found[record.id] = record
        return found

    def _read(self, kind: type[R], device: str, month: str) -> Iterator[R]:
        path = self.folder / device / f"{month}.json"
        if not path.exists() and not path.with_name(path.name + ".bak").exists():
            return
        for document in self._documents(kind, path):
            try:
                yield from_document(dict(document), kind)
            except msgspec.ValidationError as fault:
                self._notice(f"One {kind.kind()} in {path.name} is not readable ({fault}). It was left as it is.")

    def _devices(self) -> list[str]:
        return sorted(one.name for one in self.folder.iterdir() if one.is_dir()) if self.folder.is_dir() else []

    def _documents(self, kind: type[Record], path: Path) -> list[Document]:
        try:
            return self._file(path).table(kind.kind()).all()
        except Damaged as fault:
            self._notice(str(fault))
            self._set_aside(path)
            return self._file(path).table(kind.kind()).all()
        except RitualError as fault:
            self._notice(str(fault))
            return []

    def _file(self, path: Path) -> MonthFile:
        if path not in self._files:
            self._files[path] = MonthFile(path)
        return self._files[path]

    def _set_aside(self, path: Path) -> None:
        """Put the damaged bytes where they stay untouched, and the last whole copy in their place."""
        aside = files.private_folder(self.folders.data / "quarantine")
        path.replace(aside / f"{path.parent.name}-{path.name}.{self.clock.now():%Y%m%dT%H%M%S}")
        former = path.with_name(path.name + ".bak")
        if former.exists():
            files.write(path, former.read_bytes())

    def _notice(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _with_former(record: R, known: R, clock: Clock) -> R:
    """`record` as a later wording of `known`."""
    changed = getattr(record, "text", None) != getattr(known, "text", None)
    wording = [{"text": getattr(known, "text", ""), "until": clock.now().isoformat()}] if changed else []
    return replace(record, at=known.at, former=[*known.former, *wording])
