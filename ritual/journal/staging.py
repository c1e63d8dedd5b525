"""Several files at once: all of them change, or none does, whenever the machine stops."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from ritual import files
from ritual.journal.reading import BACK, former_of

MARKER = "commit.json"


class Staged(msgspec.Struct, frozen=True):
    """What is to be done with one staged file."""

    path: str
    """Where it belongs, below the data folder."""
    keep_former: bool


class Staging:
    """A folder of new files beside the journal, and a marker that says that all of them are complete.

    Without the marker they are thrown away, with it they are put in their places: at the next write, or the next start.
    The lock must be held.
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self.folder = data / ".staged"

    @property
    def waits(self) -> bool:
        """Whether something was interrupted."""
        return self.folder.is_dir()

    def commit(
        self,
        contents: Mapping[Path, bytes],
        step: Callable[[], object] = lambda: None,
    ) -> None:
        """Put these bytes into these files, all below the data folder. `step` is called after each one is staged.

        What was in a file becomes its former state, where none is given here. Raises `OSError`: then nothing was
        changed, or all of it will be at the next write.
        """
        self.settle()
        try:
            files.private_folder(self.folder)
            staged = {}
            for number, (path, content) in enumerate(contents.items()):
                files.write_through(self.folder / str(number), content)
                keep_former = path.suffix != BACK and former_of(path) not in contents
                staged[str(number)] = Staged(path.relative_to(self.data).as_posix(), keep_former)
                step()
            files.write(self.folder / MARKER, msgspec.json.encode(staged))
        except OSError:
            with suppress(OSError):
                self._clear()
            raise
        self.settle()

    def settle(self) -> None:
        """Finish what was committed, or undo what was not."""
        if not self.waits:
            return
        try:
            staged = msgspec.json.decode((self.folder / MARKER).read_bytes(), type=dict[str, Staged])
        except (OSError, msgspec.DecodeError):
            staged = {}
        for number, one in staged.items():
            if (self.folder / number).exists():
                path = self.data / one.path
                files.private_folder(path.parent)
                files.put_in_place(self.folder / number, path, keep_former=one.keep_former)
        for folder in {(self.data / one.path).parent for one in staged.values()}:
            files.sync_folder(folder)
        self._clear()

    def _clear(self) -> None:
        """Throw away what is staged. The marker goes first: with it, what is left would count as complete."""
        import shutil

        files.remove(self.folder / MARKER)
        shutil.rmtree(self.folder)
