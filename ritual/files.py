"""Private files, written whole or not at all."""

import contextlib
import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterable
from pathlib import Path

FILE, FOLDER = 0o600, 0o700
"""Readable by their owner only."""

TRIES, PAUSE = 6, 0.05
"""How often a file that another program holds is tried to be replaced, and the seconds between, longer each time."""

_FULL_SYNC = getattr(fcntl, "F_FULLFSYNC", None)

Stamp = tuple[int, int, int]
"""What changes when a file is written: its inode, its size, its time."""


def private_folder(folder: Path) -> Path:
    """Make `folder` and what is missing above it, readable by its owner only, whatever the umask."""
    if folder.is_dir():
        return folder
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        with contextlib.suppress(FileExistsError):
            one.mkdir(mode=FOLDER)
            one.chmod(FOLDER)
        with contextlib.suppress(PermissionError):
            sync_folder(one.parent)
    return folder


def stamp(path: Path) -> Stamp | None:
    """What tells whether `path` was written anew; none where there is nothing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def write(path: Path, content: bytes, *, keep_former: bool = False) -> None:
    """Put `content` into `path` atomically: after a crash the file holds the old bytes or the new, never a mixture.

    With `keep_former` the old file stays beside it as `.bak`. Raises `OSError`, and then the old file is untouched.
    """
    write_pieces(path, (content,), keep_former=keep_former)


def write_pieces(path: Path, pieces: Iterable[bytes], *, keep_former: bool = False) -> None:
    """The same with what is made piece by piece, so that it never lies in memory as a whole.

    Where making a piece fails, what it raises goes on, and the old file is untouched.
    """
    folder = private_folder(path.parent)
    beside = _beside(path)
    try:
        _pour(beside, pieces)
        put_in_place(beside, path, keep_former=keep_former)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(folder)


def put_in_place(new: Path, path: Path, *, keep_former: bool = False) -> None:
    """Let `new` become `path`; the folder is not yet written through."""
    if keep_former:
        try:
            found = path.stat()
        except FileNotFoundError:
            pass
        else:
            _keep(path, found)
    _replace(new, path)


def remove(path: Path) -> None:
    """Remove `path` for good; nothing where it is gone already."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
        sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Remove what interrupted writes left in `folder`. Nobody else may be writing there."""
    left = list(folder.glob(".*.tmp"))
    for one in left:
        with contextlib.suppress(OSError):
            one.unlink()
    if left:
        sync_folder(folder)


def write_through(path: Path, content: bytes) -> None:
    """Write a new private file, down to the disk."""
    _pour(path, (content,))


def _pour(path: Path, pieces: Iterable[bytes]) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE)
    except FileExistsError:
        path.unlink()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE)
    try:
        os.fchmod(handle, FILE)
        for piece in pieces:
            left = memoryview(piece)
            while left:
                left = left[os.write(handle, left) :]
        _sync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """See to it that the names in `folder` are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        _sync(handle)
    finally:
        os.close(handle)


def _sync(handle: int) -> None:
    """Through the disk's own cache where the system lets us ask for that (macOS), else as far as fsync goes."""
    if _FULL_SYNC is not None:
        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, _FULL_SYNC)
            return
    os.fsync(handle)


def _keep(path: Path, found: os.stat_result) -> None:
    """Give the file that is `found` at `path` the name of its former state too."""
    former = path.with_name(path.name + ".bak")
    beside = _beside(former)
    if stat.S_IMODE(found.st_mode) != FILE:
        path.chmod(FILE)
    try:
        try:
            beside.hardlink_to(path)
        except OSError:
            write_through(beside, path.read_bytes())
        _replace(beside, former)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    if found.st_nlink > 1:  # both may have been one file already, and then renaming does nothing
        beside.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """A name for the time of writing."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _replace(new: Path, path: Path) -> None:
    """Rename, and wait a little where another program (a virus scanner, a sync tool) holds the file."""
    for tried in range(1, TRIES + 1):
        try:
            new.replace(path)
            return
        except OSError as fault:
            if fault.errno not in (errno.EACCES, errno.EBUSY, errno.EPERM, errno.ETXTBSY) or tried == TRIES:
                raise
            time.sleep(PAUSE * tried)
