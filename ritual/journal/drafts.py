"""Drafts: what is being typed and is not kept yet. They stay on this machine, one small file each."""

import errno
from contextlib import suppress
from datetime import date
from typing import Literal

import msgspec
from msgspec.structs import replace

from ritual import files
from ritual.core.records import Depth, Stamp, Visibility, Way
from ritual.folders import Folders

DraftKind = Literal["answer", "appreciation", "card", "goal", "note", "occasion", "reply", "topic", "wish"]
"""What unfinished words can become."""

RESERVE = 64 * 1024
"""Bytes held back so that drafts still fit when the disk is full: a text of 10,000 characters takes at most 60,000."""


class Draft(msgspec.Struct, frozen=True):
    """Unfinished words."""

    id: str
    """The id that the record will have."""
    kind: DraftKind
    """The kind of record it is going to be."""
    by: str
    """Whose words they are. They are offered to that person only, and not shown before."""
    night: date
    at: Stamp
    text: str
    about: str | None = None
    to: str | None = None
    way: Way | None = None
    on: date | None = None
    """Of a topic: the day to come back to it; of an occasion: its first date."""
    rule: str | None = None
    """Of an occasion: how it returns."""
    follow_up: str | None = None
    """Of a card: the question one step deeper."""
    depth: Depth | None = None
    """Of a card."""
    visibility: Visibility = "shared"
    """How they will be kept: sealed ones are opened by both together."""


class Drafts:
    """The drafts of this machine."""

    def __init__(self, folders: Folders) -> None:
        self.folder = folders.state / "drafts"
        self.reserve = folders.state / "reserve"

    def save(self, draft: Draft) -> None:
        """Keep `draft` on the disk; where that is full, in the place held back for it.

        Raises `OSError` where that fails.
        """
        text = draft.text.encode("utf-8", "replace").decode()
        content = msgspec.json.encode(replace(draft, text=text))
        try:
            files.write(self.folder / f"{draft.id}.json", content)
        except OSError as fault:
            if fault.errno not in (errno.ENOSPC, errno.EDQUOT) or not self.reserve.exists():
                raise
            self.reserve.unlink()
            files.write(self.folder / f"{draft.id}.json", content)
        else:
            self._hold_back()

    def get(self, draft_id: str) -> Draft | None:
        """The draft with this id."""
        try:
            return msgspec.json.decode((self.folder / f"{draft_id}.json").read_bytes(), type=Draft)
        except (OSError, ValueError, RecursionError):
            return None

    def clear(self, draft_id: str) -> None:
        """Forget a draft: its words were kept, or let go."""
        files.remove(self.folder / f"{draft_id}.json")

    def all(self) -> list[Draft]:
        """All drafts, oldest first. A damaged one is passed over and left where it is."""
        found = (self.get(file.stem) for file in self.folder.glob("*.json")) if self.folder.is_dir() else ()
        return sorted((one for one in found if one is not None), key=lambda one: one.at)

    def damaged(self) -> list[str]:
        """The names of the drafts that cannot be read."""
        found = sorted(self.folder.glob("*.json")) if self.folder.is_dir() else ()
        return [one.name for one in found if self.get(one.stem) is None]

    def _hold_back(self) -> None:
        """Keep some room on the disk. The bytes are not all alike, so that no file system can save them away."""
        if not self.reserve.exists():
            import random

            with suppress(OSError):
                files.write(self.reserve, random.Random(0).randbytes(RESERVE))
