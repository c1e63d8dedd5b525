"""Run everything, print a table, and write it into the README: about ten minutes on a quiet machine."""

import platform
import subprocess
from datetime import date
from functools import partial
from pathlib import Path

import psutil

from benchmarks import book, journal, reading, table
from benchmarks.program import (
    PYTHON,
    RITUAL,
    cost,
    drain,
    environment,
    open_terminal,
    side_by_side,
    until_end,
    until_seen,
)

HELLO = [PYTHON, str(Path(__file__).with_name("hello.py"))]
LIBRARIES = [PYTHON, "-c", "import click, msgspec, tinydb"]


def main() -> None:
    """Measure, then print."""
    subprocess.run([RITUAL, "setup", "--names", "Ana,Sam"], env=environment(), check=True, capture_output=True)
    machine = (
        f"{platform.system()} {platform.machine()}, {psutil.cpu_count()} cores, Python {platform.python_version()}"
    )
    table.tell(f"{machine}, {date.today().isoformat()}.\n")
    table.head()
    home, hello = side_by_side(partial(until_seen, [RITUAL], "help"), partial(until_seen, HELLO, "hello"))
    table.beside("first paint of Home, beside a bare Textual app", home, hello, 1.6)
    for name in ("--version", "list"):
        taken, libraries = side_by_side(partial(until_end, [RITUAL, name]), partial(until_end, LIBRARIES), 25)
        table.beside(f"`ritual {name}`, beside importing click, msgspec and tinydb", taken, libraries, 1.6)
    nudge, version = side_by_side(partial(until_end, [RITUAL, "nudge"]), partial(until_end, [RITUAL, "--version"]), 25)
    table.beside("`ritual nudge`, beside `ritual --version`", nudge, version, 1.2)
    share("Home, idle", "", 0.5, 0, 60)
    share("arriving, breathing", "\r", 3, 4000)
    share("a turn, ticking", "\r\x0e", 1.5, 100, 60)
    journal.measure()
    reading.main()
    book.main()
    kills = subprocess.run([PYTHON, "-m", "benchmarks.kills", "200"], check=True, capture_output=True, text=True)
    table.tell(f"\n{kills.stdout.strip()}")
    table.write()


def share(what: str, keys: str, most: float, sent: float, seconds: float = 20) -> None:
    """What it takes after pressing `keys` on Home, of at most so much of a core and so many bytes a second."""
    child = open_terminal([RITUAL])
    child.expect_exact("help")
    for key in keys:
        drain(child, 1)
        child.send(key)
    taken = cost(child, seconds)
    child.close(force=True)
    table.alone(f"{what}: processor time", f"{taken.share:.2f}% of a core", f"{most}%")
    table.alone(f"{what}: sent to the terminal", f"{taken.sent:.0f} bytes a second", f"{sent:.0f}")


if __name__ == "__main__":
    main()
