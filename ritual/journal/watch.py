"""Noticing what another window or another shell wrote, at the cost of a few looks at folders."""

from datetime import date

from ritual import files
from ritual.journal.catalogue import month_of
from ritual.journal.shelf import STANDING, Shelf


class Watch:
    """Tells whether the journal was written since the last look."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._seen: tuple[object, ...] = ()

    def changed(self, night: date) -> bool:
        """Whether it was; the first look only remembers. It costs some ten questions to the file system."""
        files_now = [*self._shelf.paths(STANDING), *self._shelf.paths(month_of(night))]
        folders = [self._shelf.folder / one for one in self._shelf.devices]
        seen = tuple(files.stamp(one) for one in (*folders, *files_now))
        known, self._seen = self._seen, seen
        return bool(known) and known != seen
