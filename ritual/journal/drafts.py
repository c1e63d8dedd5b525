"""Drafts: what is being typed and is not kept yet. They stay on this machine, one small file each."""

from datetime import date
from typing import Literal

import msgspec
from msgspec.structs import replace

from ritual import files
from ritual.core.records import Stamp
from ritual.settings import Folders

DraftKind = Literal["answer", "appreciation", "note"]
"""What unfinished words can become."""


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


class Drafts:
    """The drafts of this machine."""

    def __init__(self, folders: Folders) -> None:
        self.folder = folders.state / "drafts"

    def save(self, draft: Draft) -> None:
        """Keep `draft` on the disk. Raises `OSError` where that fails."""
        text = draft.text.encode("utf-8", "replace").decode()
        files.write(self.folder / f"{draft.id}.json", msgspec.json.encode(replace(draft, text=text)))

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
