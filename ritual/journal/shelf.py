"""The files of the journal: one's own device's to write in, every device's to read."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from tinydb.table import Document

from ritual import files
from ritual.core.clock import Clock
from ritual.core.errors import RitualError
from ritual.journal.lock import alone
from ritual.journal.machine import device_id
from ritual.journal.storage import Damaged, MonthFile, MonthStorage
from ritual.settings import Folders

BACK = ".bak"


class Shelf:
    """Finds documents and puts them where they belong; mends what is damaged from its last whole copy."""

    def __init__(self, folders: Folders, clock: Clock, notice: Callable[[str], None]) -> None:
        """`notice` is told a plain sentence for whatever is found damaged."""
        self.folders = folders
        self._clock = clock
        self._notice = notice
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

    def months(self) -> list[str]:
        """The months that have a file on any device, oldest first."""
        found = [file for device in self._devices() for file in (self.folder / device).glob("????-??.json*")]
        return sorted({file.name[:7] for file in found if file.suffix in (".json", BACK)})

    def documents(self, kind: str, month: str) -> Iterator[dict[str, Any]]:
        """All documents of `kind` in the files called `month`, of every device."""
        for device in self._devices():
            for document in self._rows(kind, self.folder / device / f"{month}.json"):
                yield dict(document)

    def put(self, kind: str, month: str, key: str, document: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        """Write into one's own file called `month` what `document` makes of the one that is there.

        Raises `OSError` or `RitualError`, and then the disk is as it was. The lock must be held.
        """
        table = self._file(self.folder / self.device / f"{month}.json").table(kind)
        known = table.get(doc_id=key)  # type: ignore[call-overload]
        changed = document(dict(known) if isinstance(known, Document) else {})
        if known is None:
            table.insert(Document(changed, doc_id=key))  # type: ignore[arg-type]
        else:
            table.update(changed, doc_ids=[key])  # type: ignore[list-item]

    def _rows(self, kind: str, path: Path) -> list[Document]:
        try:
            if path.exists():
                return self._table(kind, path)
            return self._saved(kind, path) if _former(path).exists() else []
        except Damaged:
            return self._saved(kind, path)
        except RitualError as fault:
            self._notice(str(fault))
            return []

    def _saved(self, kind: str, path: Path) -> list[Document]:
        """What the last whole copy of a damaged or missing file holds; one's own file is mended from it."""
        with suppress(OSError, RitualError):
            self._mend(path)
        for one in (path, _former(path)):
            if one.exists() and _is_whole(one):
                self._notice(f"{path} was damaged. Its last whole copy is used.")
                return self._table(kind, one)
        self._notice(f"{path} is damaged, and there is no whole copy of it. ritual goes on without it.")
        return []

    def _table(self, kind: str, path: Path) -> list[Document]:
        file = self._file(path)
        found = file.table(kind).all()
        for problem in file.problems:
            self._notice(problem)
        return found

    def _devices(self) -> list[str]:
        return sorted(one.name for one in self.folder.iterdir() if one.is_dir()) if self.folder.is_dir() else []

    def _file(self, path: Path) -> MonthFile:
        if path not in self._files:
            self._files[path] = MonthFile(path)
        return self._files[path]

    def _mend(self, path: Path) -> None:
        """Put damaged bytes where they stay untouched, and the last whole copy in their place."""
        if path.parent.name != self.device:
            return
        now = self._clock.now()
        with alone(self.folders.state):
            for one in (path, _former(path)):
                if one.exists() and not _is_whole(one):
                    one.replace(self._aside(one, now))
            if not path.exists() and _former(path).exists():
                files.write(path, _former(path).read_bytes())

    def _aside(self, path: Path, now: datetime) -> Path:
        """A name in the quarantine that is not taken."""
        folder = files.private_folder(self.folders.data / "quarantine")
        name = f"{path.parent.name}-{path.name}.{now:%Y%m%dT%H%M%S}"
        number = sum(1 for _ in folder.glob(f"{name}*"))
        return folder / (f"{name}-{number}" if number else name)


def _former(path: Path) -> Path:
    return path.with_name(path.name + BACK)


def _is_whole(path: Path) -> bool:
    with suppress(Damaged):
        return MonthStorage(str(path)).read() is not None
    return False
