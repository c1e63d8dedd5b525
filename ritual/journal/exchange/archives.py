"""One archive with everything in it, and back."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

import msgspec

from ritual import files
from ritual.core.errors import RitualError
from ritual.core.records import KINDS, Couple, Mark, Person
from ritual.journal.journal import Journal
from ritual.journal.machine import new_device

CONTENTS = "contents.json"
"""Says what is in the archive."""


class Contents(msgspec.Struct, frozen=True):
    """What an archive says of itself."""

    device: str
    """The id under which this journal was written."""
    sums: dict[str, str]
    """The SHA-256 of every file, by its name."""


BROKEN = "This backup is damaged, or none of ours. Nothing was restored."


def write(journal: Journal, folder: Path) -> Path:
    """Write the journal of all devices and the settings into a new archive in `folder`, and read it again.

    Raises `RitualError` where it does not hold what was put into it.
    """
    with journal.writing():
        held = {name: path.read_bytes() for name, path in _held(journal).items()}
    contents = Contents(journal.device, _sums(held))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {CONTENTS: msgspec.json.encode(contents), **held}.items():
            archive.writestr(name, content)
    path = _free(folder, f"ritual-{journal.clock.now():%Y-%m-%d}")
    files.write(path, packed.getvalue())
    if read(path) != (contents, held):
        path.unlink()
        raise RitualError("The backup could not be read again. Please try another folder or disk.")
    return path


def read(path: Path) -> tuple[Contents, dict[str, bytes]]:
    """What an archive says of itself, and its files. Raises `RitualError` where one is not as it was written."""
    try:
        with zipfile.ZipFile(path) as archive:
            contents = msgspec.json.decode(archive.read(CONTENTS), type=Contents)
            held = {name: archive.read(name) for name in archive.namelist() if name != CONTENTS}
    except (zipfile.BadZipFile, KeyError, msgspec.DecodeError, EOFError, ValueError, NotImplementedError) as fault:
        raise RitualError(BROKEN) from fault
    if contents.sums != _sums(held):
        raise RitualError(BROKEN)
    return contents, held


def restore(journal: Journal, path: Path) -> int:
    """Bring a backup back into a home without entries; this machine gets a new device id. How many files there were.

    Raises `RitualError` where there are entries already, others live here, or the backup is not whole.
    """
    contents, found = read(path)
    held = {PurePosixPath(name): content for name, content in found.items()}
    if any(".." in name.parts or name.parts[0] not in ("journal", "config") for name in held):
        raise RitualError(BROKEN)
    quiet = (Person, Couple, Mark)
    if any(True for kind in KINDS.values() if kind not in quiet for _ in journal.everything(kind)):
        raise RitualError("There are entries here already. A backup comes back into a home without any: see --home.")
    folders = journal.folders
    of_journal = {folders.data / name: content for name, content in held.items() if name.parts[0] == "journal"}
    with journal.writing():
        new_device(folders.state, [*journal.shelf.known_before, journal.device, contents.device])
        journal.shelf.staging.commit(of_journal)
        for name, content in held.items():
            there = folders.config.joinpath(*name.parts[1:])
            if name.parts[0] == "config" and not there.exists():
                files.write(there, content)
    journal.forget()
    return len(held)


def _sums(held: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in held.items()}


def _held(journal: Journal) -> dict[str, Path]:
    """What belongs into an archive, by its name in there."""
    journals = journal.shelf.all_paths()
    config = journal.folders.config
    own = [one for one in config.rglob("*") if one.is_file() and not one.name.startswith(".")]
    return {f"journal/{one.parent.name}/{one.name}": one for one in journals if one.is_file()} | {
        f"config/{one.relative_to(config).as_posix()}": one for one in own
    }


def _free(folder: Path, name: str) -> Path:
    """A name that is not taken."""
    if not folder.is_dir():
        raise RitualError(f"There is no folder {folder}. Please make it, or choose another.")
    names = (f"{name}.zip", *(f"{name}-{number}.zip" for number in range(2, 1000)))
    return next(folder / one for one in names if not (folder / one).exists())
