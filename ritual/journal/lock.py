"""One writer at a time, also across processes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ritual import files
from ritual.core.errors import RitualError

PATIENCE = 4
"""Seconds to wait for another process that is writing."""


@contextmanager
def alone(state: Path) -> Iterator[None]:
    """Hold the lock in the `state` folder; who holds it already goes on.

    Raises `RitualError` where another process does not let go of it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(files.private_folder(state) / "journal.lock", mode=files.FILE, is_singleton=True)
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout as fault:
        raise RitualError("Another ritual is writing and does not finish. Please try again in a moment.") from fault
    try:
        yield
    finally:
        lock.release()
