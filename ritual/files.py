"""Private files, written whole or not at all."""

import contextlib
import os
from pathlib import Path

FILE, FOLDER = 0o600, 0o700
"""Readable by their owner only."""


def private_folder(folder: Path) -> Path:
    """Make `folder` and what is missing above it, readable by its owner only, whatever the umask."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        with contextlib.suppress(FileExistsError):
            one.mkdir(mode=FOLDER)
            one.chmod(FOLDER)
    return folder


def write(path: Path, content: bytes, *, keep_former: bool = False) -> None:
    """Put `content` into `path` atomically: after a crash the file holds the old bytes or the new, never a mixture.

    With `keep_former` the old file stays beside it as `.bak`. Raises `OSError`, and then the old file is untouched.
    """
    private_folder(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write_through(beside, content)
        if keep_former and path.exists():
            _keep(path)
        beside.replace(path)
        _sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove `path` for good; nothing where it is gone already."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
        _sync_folder(path.parent)


def _write_through(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE), "wb") as file:
        os.fchmod(file.fileno(), FILE)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep(path: Path) -> None:
    former = path.with_name(path.name + ".bak")
    if former.exists() and former.samefile(path):
        return
    beside = path.with_name(f".{former.name}.{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    try:
        path.chmod(FILE)
        try:
            beside.hardlink_to(path)
        except OSError:
            _write_through(beside, path.read_bytes())
        beside.replace(former)
    finally:
        beside.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
