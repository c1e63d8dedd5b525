"""The dates that `ritual nudge` knows, none of their words, with the stamps of the files that they were taken from."""

from datetime import date, datetime, timedelta

import msgspec
from msgspec import Struct

from ritual import files
from ritual.folders import Folders

FILE = "nudge.json"
WEEK = timedelta(days=7)


class Facts(Struct, frozen=True):
    """What there is to know."""

    seen: dict[str, files.Stamp]
    """The files it was taken from."""
    until: date
    """Up to when the occasions are known."""
    evenings: list[date]
    """The nights of the last week that had an evening."""
    checkins: list[date]
    """The same of check-ins."""
    begun: datetime | None
    """When the newest unfinished evening or check-in began."""
    rests: list[tuple[date, date | None]]
    """The first and the last night of every planned rest; no last one where that is open."""
    occasions: list[date]
    """The days of what comes."""


def known(folders: Folders, tonight: date) -> Facts | None:
    """What was taken earlier, as long as it holds."""
    try:
        facts = msgspec.json.decode((folders.state / FILE).read_bytes(), type=Facts)
    except (OSError, ValueError):
        return None
    names = _names(tonight)
    seen = {path: stamp for path, stamp in facts.seen.items() if path.rpartition("/")[2] in names}
    return facts if seen == stamps(folders, tonight) and tonight + WEEK <= facts.until else None


def stamps(folders: Folders, tonight: date) -> dict[str, files.Stamp]:
    """The files that matter tonight, and what tells whether they were written anew."""
    journal, names = folders.data / "journal", _names(tonight)
    devices = sorted(one.name for one in journal.iterdir()) if journal.is_dir() else []
    found = {f"{one}/{name}": files.stamp(journal / one / name) for one in devices for name in names}
    return {path: stamp for path, stamp in found.items() if stamp is not None}


def _names(tonight: date) -> set[str]:
    return {"standing.json", *(f"{night:%Y-%m}.json" for night in (tonight - WEEK, tonight))}
