"""One archive with everything in it, and back."""

import hashlib
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath

import msgspec

from ritual import files
from ritual.core.errors import RitualError
from ritual.core.people import in_words
from ritual.core.records import KINDS, Couple, Mark, Person
from ritual.journal.exchange.zips import unpacked
from ritual.journal.journal import Journal
from ritual.journal.machine import new_device
from ritual.journal.reading import former_of, understood
from ritual.journal.shelf import STANDING
from ritual.language import _, fill

CONTENTS = "contents.json"
"""Says what is in the archive."""
JOURNAL, CONFIG = "journal", "config"
"""The folders in it."""


class Contents(msgspec.Struct, frozen=True):
    """What an archive says of itself."""

    device: str
    """The id under which this journal was written."""
    sums: dict[str, str]
    """The SHA-256 of every file, by its name."""


BROKEN = _("This backup is damaged, or none of ours. Nothing was restored.")


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
        raise RitualError(_("The backup could not be read again. Please try another folder or disk."))
    return path


def read(path: Path) -> tuple[Contents, dict[str, bytes]]:
    """What an archive says of itself, and its files. Raises `RitualError` where one is not as it was written."""
    try:
        held = unpacked(path)
        contents = msgspec.json.decode(held.pop(CONTENTS), type=Contents)
    except (ValueError, KeyError) as fault:
        raise RitualError(BROKEN) from fault
    if contents.sums != _sums(held) or not all(map(_is_ours, held)):
        raise RitualError(BROKEN)
    return contents, held


def restore(journal: Journal, path: Path) -> int:
    """Bring a backup back into a home without entries; this machine gets a new device id. How many files there were.

    Raises `RitualError` where there are entries already, others live here, or the backup is not whole.
    """
    contents, held = read(path)
    quiet = (Person, Couple, Mark)
    if any(True for kind in KINDS.values() if kind not in quiet for _ in journal.everything(kind)):
        told = _("There are entries here already. A backup comes back into a home without any: see --home.")
        raise RitualError(told)
    here = journal.standing(Person)
    if not {one.id for one in here} <= _people(held):
        names = in_words([one.name for one in here])
        told = _("{names} live here, and others in this backup. It comes back into an empty home: see --home.")
        raise RitualError(fill(told, names=names))
    folders = journal.folders
    with journal.writing():
        new_device(folders.state, [*journal.shelf.known_before, journal.device, contents.device])
        journal.shelf.staging.commit(_below(journal.folder, JOURNAL, held))
        for there, content in _below(folders.config, CONFIG, held).items():
            if not there.exists():
                files.write(there, content)
    journal.forget()
    return len(held)


def _is_ours(name: str) -> bool:
    """Whether this is the name of a file that belongs into an archive, and comes back where it belongs."""
    path = PurePosixPath(name)
    depth = len(path.parts)
    return (
        ".." not in path.parts
        and str(path) == name
        and ((depth == 3 and path.parts[0] == JOURNAL) or (depth > 1 and path.parts[0] == CONFIG))
    )


def _below(folder: Path, root: str, held: Mapping[str, bytes]) -> dict[Path, bytes]:
    """The files that lie below `root` in an archive, by where they belong below `folder`."""
    paths = ((PurePosixPath(name), content) for name, content in held.items())
    return {folder.joinpath(*path.parts[1:]): content for path, content in paths if path.parts[0] == root}


def _people(held: Mapping[str, bytes]) -> set[str]:
    """The ids of those whose journal it is."""
    standing = (content for name, content in held.items() if name.endswith(f"/{STANDING}.json"))
    return {one for content in standing for one in understood(content).raw.get(Person.kind(), {})}


def _sums(held: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in held.items()}


def _held(journal: Journal) -> dict[str, Path]:
    """What belongs into an archive, by its name in there; beside a damaged file also its former state."""
    config = journal.folders.config
    found: dict[str, Path] = {}
    for path in journal.shelf.all_paths():
        reading = journal.shelf.file(path).reading
        both = (path, former_of(path)) if reading and reading.fault else (path,)
        found |= {f"{JOURNAL}/{one.parent.name}/{one.name}": one for one in both if one.is_file()}
    own = (one for one in config.rglob("*") if one.is_file() and not one.name.startswith("."))
    found |= {f"{CONFIG}/{one.relative_to(config).as_posix()}": one for one in own}
    return {name.encode(errors="replace").decode(): path for name, path in found.items()}


def _free(folder: Path, name: str) -> Path:
    """A name that is not taken."""
    if not folder.is_dir():
        raise RitualError(_("There is no folder {folder}. Please make it, or choose another.", folder=folder))
    names = (f"{name}.zip", *(f"{name}-{number}.zip" for number in range(2, 1000)))
    return next(folder / one for one in names if not (folder / one).exists())
