"""One writer at a time, also across processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ritual import files
from ritual.core.errors import RitualError
from ritual.language import _

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 4
"""Seconds to wait for another process that is writing."""
LOOK_AGAIN = 0.003
"""Seconds between two tries: a save takes about that long."""


@cache
def _lock(path: Path) -> BaseFileLock:
    from filelock import FileLock

    return FileLock(path, mode=files.FILE)


@contextmanager
def alone(state: Path) -> Iterator[None]:
    """Hold the lock in the `state` folder; who holds it already goes on.

    The system lets go of the lock of a process that ended. Raises `RitualError` where another does not let go of it.
    """
    from filelock import Timeout

    files.private_folder(state)
    lock = _lock(state / "journal.lock")
    try:
        lock.acquire(timeout=PATIENCE, poll_interval=LOOK_AGAIN)
    except Timeout as fault:
        raise RitualError(_("Another ritual is writing and does not finish. Please try again in a moment.")) from fault
    try:
        yield
    finally:
        lock.release()
