"""Processes that die amid their work on the file system, and a record of what that work is."""

import os
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from ritual.journal import lock

IN_MEMORY = Path("/dev/shm")
"""Where files lie that need no disk: a death of a process takes nothing from the kernel."""

ENOUGH = 32 * 1024 * 1024
"""Bytes that these tests need at most."""

CALLS = ("mkdir", "open", "fchmod", "fsync", "link", "chmod", "replace", "rename", "unlink", "rmdir")
"""What changes a file system."""

Meet = Callable[[str, tuple[Any, ...]], None]
"""What is done before each call: it is told the name and the arguments."""


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder that is copied quickly, where there is such a place; else the usual one.

    `tmp_path = in_memory` gives it to all tests of a file.
    """
    if not os.access(IN_MEMORY, os.W_OK) or shutil.disk_usage(IN_MEMORY).free < ENOUGH:
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="ritual-", dir=IN_MEMORY) as folder:
        yield Path(folder)


def _intercept(meet: Meet) -> None:
    """From now on, in this process, `meet` every call before it is done."""
    for name in CALLS:
        call = getattr(os, name)

        def met(*arguments: Any, _name: str = name, _call: Any = call, **more: Any) -> Any:
            if _name != "open" or arguments[1] & os.O_CREAT:
                meet(_name, arguments)
            return _call(*arguments, **more)

        setattr(os, name, met)


def in_a_child(act: Callable[[], object], meet: Meet) -> int:
    """Do `act` in a process of its own; how it ended, as `os.waitpid` says it."""
    child = os.fork()
    if child == 0:
        try:
            lock._lock.cache_clear()  # a lock is not inherited
            _intercept(meet)
            act()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def killed_at(number: int, act: Callable[[], object]) -> bool:
    """Do `act` in a process that is killed before its `number`-th call; false where it came to its end before that."""
    met = count(1)

    def die(*_: object) -> None:
        if next(met) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    status = in_a_child(act, die)
    assert os.WIFSIGNALED(status) or status == 0, "it failed of itself"
    return os.WIFSIGNALED(status)


def every_death(home: Path, act: Callable[[], object]) -> Iterator[int]:
    """Let `act` die before its first call in `home`, before its second, and so on; then let it live.

    Gives the number of the call each time, and 0 where it lived. In between `home` becomes again as it was.
    """
    before = home.with_name(f"{home.name} before")
    keep_copy(home, before)
    for number in count(1):
        if not killed_at(number, act):
            yield 0
            break
        yield number
        keep_copy(before, home)
    shutil.rmtree(before, ignore_errors=True)


def keep_copy(home: Path, copy: Path) -> None:
    """Let `copy` be what `home` is."""
    shutil.rmtree(copy, ignore_errors=True)
    if home.exists():
        shutil.copytree(home, copy)
