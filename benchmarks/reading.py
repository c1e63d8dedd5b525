"""The log of thank-yous with 20,000 of them in it: from a key to what it paints, in a real terminal."""

import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import pexpect

from benchmarks import corpus
from benchmarks.program import RITUAL, drain, environment
from ritual.core.records import Appreciation
from ritual.journal import Journal
from ritual.settings import Folders

COUNT = 20_000
QUIET = 0.06
"""Seconds without output after which a frame counts as painted."""
KEYS = {
    "moving": ["\x1b[B"] * 40 + ["\x1b[6~"] * 20 + ["\x1b[F", "\x1b[A", "\x1b[A", "\x1b[H"] * 5,
    "searching": ["/", *"tea garden", *(["\x7f"] * 10), *"river bread light", *(["\x7f"] * 17)],
    "filtering": ["f"] * 9 + ["v"] * 16 + ["y"] * 20,
}
WAYS = ("words", "help", "gift", "touch", "time", "memory", "celebration", None)


def main() -> None:
    """Measure, and print a row for each."""
    with tempfile.TemporaryDirectory(prefix="ritual-reading-") as folder:
        home = Path(folder)
        Journal(Folders.find(home)).absorb([*corpus.people(), *thanks()])
        for what, keys in KEYS.items():
            slow = statistics.quantiles(taken(home, keys), n=20)[-1]
            name = f"{what} in {COUNT:,} appreciations, key to paint, 95th percentile"
            print(f"| {name} | {slow * 1000:.0f} ms | | | 50 ms |", flush=True)


def thanks() -> Iterable[Appreciation]:
    """So many, two a night."""
    for number, record in enumerate(one for one in corpus.evenings(COUNT * 5) if isinstance(one, Appreciation)):
        by, to = (corpus.ANA, corpus.SAM) if number % 2 else (corpus.SAM, corpus.ANA)
        yield Appreciation(
            id=record.id, at=record.at, night=record.night, by=by, to=to, text=record.text, way=WAYS[number % len(WAYS)]
        )


def taken(home: Path, keys: list[str]) -> list[float]:
    """Seconds from each key to the last byte of what it paints; a key that changes nothing is left out."""
    child = pexpect.spawn(RITUAL, [], env=environment(RITUAL_HOME=str(home)), dimensions=(24, 80), timeout=60)
    child.delaybeforesend = None
    child.expect_exact("help")
    drain(child, 1)
    child.send("a")
    drain(child, 4)
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
