"""The log of thank-yous with 20,000 of them, and the Journal with 100,000 entries: from a key to what it paints."""

import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import pexpect

from benchmarks import corpus, table
from benchmarks.program import RITUAL, drain, environment
from ritual.core.records import Appreciation
from ritual.folders import Folders
from ritual.journal import Journal

COUNT = 20_000
QUIET = 0.06
"""Seconds without output after which a frame counts as painted."""
MOVING = ["\x1b[B"] * 40 + ["\x1b[6~"] * 20 + ["\x1b[F", "\x1b[A", "\x1b[A", "\x1b[H"] * 5
SEARCHING = ["/", *"tea garden", *(["\x7f"] * 10), *"river bread light", *(["\x7f"] * 17)]
KEYS = {"moving": MOVING, "searching": SEARCHING, "filtering": ["f"] * 9 + ["v"] * 16 + ["y"] * 20}
ALL = 100_000
"""Entries of the Journal, of all kinds."""
OPENINGS = 5
WAYS = ("words", "help", "gift", "touch", "time", "memory", "celebration", None)


def main() -> None:
    """Measure, and print a row for each."""
    with tempfile.TemporaryDirectory(prefix="ritual-reading-") as folder:
        home = Path(folder)
        Journal(Folders.find(home)).absorb([*corpus.people(), *thanks()])
        for what, keys in KEYS.items():
            table.milliseconds(
                f"{what} in {COUNT:,} appreciations, from a key to its paint, 95th percentile",
                slow(taken(home, "a", keys)),
                50,
            )
    with tempfile.TemporaryDirectory(prefix="ritual-journal-") as folder:
        home = Path(folder)
        Journal(Folders.find(home)).absorb([*corpus.people(), *corpus.evenings(ALL)])
        opened = [taken(home, "", ["j"])[0] for _ in range(OPENINGS)]
        table.milliseconds(
            f"opening the Journal with {ALL:,} entries, key to first paint, median", statistics.median(opened), 100
        )
        for what, keys in {"scrolling": MOVING, "searching": SEARCHING}.items():
            for when, patience in {"while older months are read": 0.2, "with all read": 12}.items():
                name = f"{what} in {ALL:,} entries {when}, from a key to its paint, 95th percentile"
                table.milliseconds(name, slow(taken(home, "j", keys, patience)), 50)


def slow(seconds: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(seconds, n=20)[-1]


def thanks() -> Iterable[Appreciation]:
    """So many, two a night."""
    for number, record in enumerate(one for one in corpus.evenings(COUNT * 5) if isinstance(one, Appreciation)):
        by, to = (corpus.ANA, corpus.SAM) if number % 2 else (corpus.SAM, corpus.ANA)
        yield Appreciation(
            id=record.id, at=record.at, night=record.night, by=by, to=to, text=record.text, way=WAYS[number % len(WAYS)]
        )


def taken(home: Path, place: str, keys: list[str], patience: float = 4) -> list[float]:
    """Seconds from each key, pressed so long after `place` was opened, to the last byte of what it paints.

    A key that changes nothing is left out.
    """
    child = pexpect.spawn(RITUAL, [], env=environment(RITUAL_HOME=str(home)), dimensions=(24, 80), timeout=60)
    child.delaybeforesend = None
    child.expect_exact("help")
    drain(child, 1)
    if place:
        child.send(place)
        drain(child, patience)
    found = []
    for key in keys:
        start = time.perf_counter()
        child.send(key)
        painted = last_byte(child)
        if painted is not None:
            found.append(painted - start)
    child.close(force=True)
    return found


def last_byte(child: pexpect.spawn) -> float | None:
    """When the last byte came before it was quiet; none where nothing came."""
    came, patience = None, 1.0
    while True:
        try:
            child.read_nonblocking(65536, timeout=patience)
            came, patience = time.perf_counter(), QUIET
        except pexpect.TIMEOUT:
            return came


if __name__ == "__main__":
    main()
