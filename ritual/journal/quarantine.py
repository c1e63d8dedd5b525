"""Where damaged bytes lie untouched, and files as they were before their format changed."""

import hashlib
from contextlib import suppress
from pathlib import Path

from ritual import files
from ritual.core.clock import Clock


class Quarantine:
    """A folder that only ever gets more, until the bin is emptied."""

    def __init__(self, data: Path, clock: Clock) -> None:
        self.folder = data / "quarantine"
        self._clock = clock

    def take(self, path: Path) -> None:
        """Set the bytes of a file aside, once; a folder that stands where a file should be is moved.

        Bytes that lie there already are not copied again. Raises `OSError` where they cannot be set aside.
        """
        name = f"{path.parent.name}-{path.name}"
        if path.is_dir():
            files.private_folder(self.folder)
            path.rename(self.folder / f"{name}.{self._clock.now():%Y%m%dT%H%M%S%f}").chmod(files.FOLDER)
        elif path.exists():
            content = path.read_bytes()
            there = self.folder / f"{name}.{hashlib.sha256(content).hexdigest()[:12]}"
            if not there.exists():
                files.write(there, content)

    def all(self) -> list[Path]:
        """What lies there."""
        return sorted(self.folder.iterdir()) if self.folder.is_dir() else []

    def empty(self) -> None:
        """Remove all of it, for good."""
        import shutil

        with suppress(FileNotFoundError):
            shutil.rmtree(self.folder)
            files.sync_folder(self.folder.parent)
