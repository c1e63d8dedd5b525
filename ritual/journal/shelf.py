"""The files of the journal: one's own device's to write in, every device's to read."""

import os
import re
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tinydb.table import Document

from ritual import files
from ritual.core.clock import Clock
from ritual.folders import Folders
from ritual.journal.format import Tables
from ritual.journal.machine import Device, this_device
from ritual.journal.quarantine import Quarantine
from ritual.journal.reading import BACK, Reading
from ritual.journal.staging import Staging
from ritual.journal.storage import MonthStorage
from ritual.journal.table import MonthFile
from ritual.language import _, fill

STANDING = "standing"
"""The file of what stands until it is changed."""

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class Shelf:
    """Finds the files, and puts documents into one's own."""

    def __init__(self, folders: Folders, clock: Clock, notice: Callable[[str], None]) -> None:
        """`notice` is told a plain sentence for whatever is found damaged."""
        self.folders = folders
        self.folder = folders.data / "journal"
        """Where all devices' folders are."""
        self.quarantine = Quarantine(folders.data, clock)
        self.staging = Staging(folders.data)
        self._notice = notice
        self._files: dict[Path, MonthFile] = {}
        self._device: Device | None = None
        self._devices: tuple[files.Stamp | None, list[str]] = None, []
        self._paths: dict[str, list[Path]] = {}
        self._swept = False

    @property
    def device(self) -> str:
        """The id of this device."""
        return self._this.id

    @property
    def known_before(self) -> list[str]:
        """The ids under which this journal was written before it was copied here or restored."""
        return self._this.before

    @property
    def once_ours(self) -> list[Path]:
        """The folders of those."""
        return [folder for one in self.known_before if (folder := self.folder / one).is_dir()]

    @property
    def own(self) -> Path:
        """The folder to write in."""
        return self.folder / self.device

    @property
    def devices(self) -> list[str]:
        """The devices that have written here, in the order of their ids."""
        stamp = files.stamp(self.folder)
        if stamp is None:
            self._tell_closed()
        if stamp != self._devices[0]:
            found = sorted(one.name for one in self.folder.iterdir() if one.is_dir()) if stamp else []
            self._devices = stamp, found
            self._paths.clear()
        return self._devices[1]

    def months(self) -> list[str]:
        """The months that have a file on any device, oldest first."""
        return sorted({name for names in self._listing().values() for name in names if MONTH.fullmatch(name)})

    def strays(self) -> list[Path]:
        """Files whose names are none of ours: copies that a sync program made, renamed ones."""
        found = self._listing()
        return [
            self.folder / device / f"{name}.json"
            for device in found
            for name in found[device]
            if name != STANDING and not MONTH.fullmatch(name)
        ]

    def closed(self) -> dict[str, str]:
        """The devices whose folders cannot be opened, and a sentence about each. Ours is simply opened again."""
        found = {}
        for folder in (self.folder / one for one in self.devices):
            if not os.access(folder, os.R_OK | os.X_OK):
                with suppress(OSError):
                    folder.chmod(files.FOLDER)
                    continue
                told = _("The folder {folder} cannot be opened. What is in it is not shown.", folder=folder)
                found[folder.name] = told
        return found

    def _tell_closed(self) -> None:
        """Say that the journal cannot be opened, where it is not simply absent."""
        try:
            self.folder.stat()
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as fault:
            from ritual.core import faults

            told = _("{folder} cannot be opened ({fault}). What is in it is not shown.")
            self._notice(fill(told, folder=self.folder, fault=faults.of_the_system(fault)))

    def look_around(self) -> None:
        """Tell of files that lie among ours under other names."""
        for path in self.strays():
            told = _("{file} lies among the months and is none of them. ritual doctor tells more.")
            self._notice(fill(told, file=path.name))

    def own_file(self, name: str) -> Path:
        """The file of this device that is called `name`."""
        return self.own / f"{name}.json"

    def paths(self, name: str) -> list[Path]:
        """Where the devices keep what is called `name`: a month, or what stands."""
        devices = self.devices
        if name not in self._paths:
            self._paths[name] = [self.folder / device / f"{name}.json" for device in devices]
        return self._paths[name]

    def all_paths(self) -> list[Path]:
        """Every file of every device, whatever its name."""
        return [self.folder / device / f"{name}.json" for device, names in self._listing().items() for name in names]

    def file(self, path: Path) -> MonthStorage:
        """One file; what is wrong with it is told."""
        self.reading(path)
        return self._database(path).month

    def reading(self, path: Path) -> Reading | None:
        """What one file holds; what is wrong with it is told."""
        reading = self._database(path).month.reading
        for sentence in reading.sentences(path.name) if reading else ():
            self._notice(sentence)
        return reading

    def put(self, name: str, kind: str, document: dict[str, Any]) -> None:
        """Put a document into one's own file called `name`.

        Raises `OSError` or `RitualError`, and then the disk is as it was. The lock must be held.
        """
        self._sweep()
        path, key = self.own_file(name), document["id"]
        self.file(path)
        table = self._database(path).table(kind)
        if table.contains(doc_id=key):
            table.update(_replacing(document), doc_ids=[key])
        else:
            table.insert(Document(document, doc_id=key))

    def put_all(self, months: dict[str, Tables], step: Callable[[], object] = lambda: None) -> None:
        """Put documents into several of one's own files, into all of them or none."""
        if not months:
            return
        self._sweep()
        contents: dict[Path, bytes] = {}
        for name, tables in months.items():
            contents.update(self.file(self.own_file(name)).composed(tables))
        self.staging.commit(contents, step)

    def set_aside(self, path: Path) -> None:
        """Move a file, as it is, to where damaged ones lie."""
        self.quarantine.take(path)
        files.remove(path)

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._files.clear()
        self._device = None

    def _take_aside(self, path: Path) -> None:
        """Set the bytes of one's own file aside. Another device's files are its own to mend."""
        if path.parent.name == self.device:
            self.quarantine.take(path)

    @property
    def _this(self) -> Device:
        if self._device is None:
            self._device = this_device(self.folders.state)
        return self._device

    def _database(self, path: Path) -> MonthFile:
        if path not in self._files:
            self._files[path] = MonthFile(path, self._take_aside)
        return self._files[path]

    def _listing(self) -> dict[str, list[str]]:
        """The names of the files of each device, without their endings."""
        closed = self.closed()
        for sentence in closed.values():
            self._notice(sentence)
        return {one: sorted(set(_names(self.folder / one))) for one in self.devices if one not in closed}

    def _sweep(self) -> None:
        """Once, remove what interrupted writes left."""
        if not self._swept:
            files.sweep(self.own)
            self._swept = True


def _names(folder: Path) -> Iterator[str]:
    for one in folder.iterdir():
        name = one.name.removesuffix(BACK)
        if name.endswith(".json") and not name.startswith("."):
            yield name.removesuffix(".json")


def _replacing(document: dict[str, Any]) -> Callable[[MutableMapping[str, Any]], None]:
    """What lets nothing of the document that was there remain."""

    def replace(there: MutableMapping[str, Any]) -> None:
        there.clear()
        there.update(document)

    return replace
