"""Processes, timed: to their end, to a text on their screen, and by the processor time they take."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pexpect
import psutil

PYTHON = sys.executable
RITUAL = str(Path(sys.executable).with_name("ritual"))
HOME = Path(tempfile.mkdtemp(prefix="ritual-benchmark-"))


def environment(**more: str) -> dict[str, str]:
    """The environment of every process measured; compiled files are kept, as they are where a program is installed."""
    here = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return here | {"RITUAL_HOME": str(HOME), "TERM": "xterm-256color", "COLORTERM": "truecolor"} | more


def until_end(command: Sequence[str]) -> float:
    """Seconds until `command` has ended."""
    start = time.perf_counter()
    subprocess.run(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def open_terminal(command: Sequence[str], **more: str) -> pexpect.spawn:
    """`command` in a pseudo-terminal of 80 by 24."""
    child = pexpect.spawn(command[0], list(command[1:]), env=environment(**more), dimensions=(24, 80), timeout=60)
    child.delaybeforesend = None
    return child


def until_seen(command: Sequence[str], text: str) -> float:
    """Seconds until `command` has painted `text`."""
    start = time.perf_counter()
    child = open_terminal(command)
    child.expect_exact(text)
    taken = time.perf_counter() - start
    child.close(force=True)
    return taken


def side_by_side(one: Callable[[], float], other: Callable[[], float], runs: int = 15) -> tuple[float, float]:
    """The medians of both, measured in turns after one run each to warm up."""
    one(), other()
    pairs = [(one(), other()) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


class Cost(NamedTuple):
    """What a program takes while it runs."""

    share: float
    """Of one core, in percent."""
    sent: float
    """Bytes a second to the terminal."""


def cost(child: pexpect.spawn, seconds: float = 20) -> Cost:
    """What `child` takes, while its output is read and thrown away."""
    process = psutil.Process(child.pid)
    drain(child, 3)
    before, start = sum(process.cpu_times()[:2]), time.perf_counter()
    sent = drain(child, seconds)
    taken = time.perf_counter() - start
    return Cost(100 * (sum(process.cpu_times()[:2]) - before) / taken, sent / taken)


def drain(child: pexpect.spawn, seconds: float) -> int:
    """Read for so many seconds; how many bytes came."""
    end, count = time.perf_counter() + seconds, 0
    while (left := end - time.perf_counter()) > 0:
        try:
            count += len(child.read_nonblocking(65536, timeout=left))
        except pexpect.TIMEOUT:
            break
    return count
