"""The journal at 1,000, 10,000 and 100,000 entries: adding, opening, searching, and the shell beside jrnl."""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import psutil

from benchmarks import corpus, table
from benchmarks.program import PYTHON, RITUAL, environment, side_by_side
from benchmarks.stores import STORES, Add
from ritual.core.records import Record
from ritual.core.search import finder
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Journal

AGES = (1_000, 10_000, 100_000)
TEN_YEARS = 18_250
JRNL = str(Path(sys.executable).with_name("jrnl"))
ADDS, FEW = 100, 5
"""Adds to each store; to stock TinyDB a few, since one to 100,000 entries takes more than a second."""
SLOW = "stock TinyDB"


def main() -> None:
    """Measure everything about the journal and print a table."""
    table.head()
    measure()


def measure() -> None:
    """All of it, in one run."""
    with tempfile.TemporaryDirectory(prefix="ritual-journal-") as name:
        folder = Path(name)
        taken = adding(folder)
        for age in AGES:
            for other in ("append and fsync", "sqlite3", "stock TinyDB"):
                most = 8 if other == "append and fsync" else ""
                table.beside(
                    f"keeping an entry at {age:,}, beside {other}", taken["ritual", age], taken[other, age], most
                )
        for store in STORES:
            most = 1.2 if store == "ritual" else ""
            table.beside(
                f"{store}: keeping an entry at 100,000, beside at 1,000",
                taken[store, 100_000],
                taken[store, 1_000],
                most,
            )
        homes = {age: folder / str(age) / "ritual" for age in AGES}
        old, young = side_by_side(lambda: opening(homes[100_000]), lambda: opening(homes[1_000]), 41)
        table.beside("reading what Home shows at 100,000, beside at 1,000", old, young, 1.2)
        searching(homes[100_000])
        shell(folder)


def adding(folder: Path) -> dict[tuple[str, int], float]:
    """The median seconds of an add to each store at each age, measured in turns; stock TinyDB by itself, being slow."""
    stores: dict[tuple[str, int], Add] = {}
    for age in AGES:
        for name, make in STORES.items():
            place = folder / str(age) / name
            place.mkdir(parents=True)
            stores[name, age] = make(place, corpus.evenings(age))
    quick = {which: add for which, add in stores.items() if which[0] != SLOW}
    slow = {which: add for which, add in stores.items() if which[0] == SLOW}
    return in_turns(quick, ADDS) | in_turns(slow, FEW)


def in_turns(stores: dict[tuple[str, int], Add], rounds: int) -> dict[tuple[str, int], float]:
    """The median seconds of an add to each of these, after one to warm up."""
    taken: dict[tuple[str, int], list[float]] = {which: [] for which in stores}
    chance = random.Random("added")
    for number in range(rounds + 1):
        for which, add in stores.items():
            record = corpus.entry(number, corpus.LAST, chance)
            start = time.perf_counter()
            add(record)
            taken[which].append(time.perf_counter() - start)
    return {which: statistics.median(each[1:]) for which, each in taken.items()}


def timed(deed: Callable[[], object]) -> float:
    """Seconds that `deed` takes."""
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def opening(home: Path) -> float:
    """Seconds until everything that Home shows is read."""
    start = time.perf_counter()
    house = House(Folders.find(home), _AnEvening())
    assert house.people
    assert house.sessions
    assert house.tonights_card()
    assert house.left_for_us is not None
    return time.perf_counter() - start


def searching(home: Path) -> None:
    """A search through everything: in a process of its own, and once more where all is read; and the memory for all."""
    cold, _ = side_by_side(lambda: run([RITUAL, "list", "--search", corpus.RARE], home), lambda: 1, 5)
    table.milliseconds("a search through 100,000 entries, a whole process", cold, 1500)
    code = "import sys; from benchmarks.journal import opened; print(*opened(sys.argv[1]))"
    warm, memory = map(float, subprocess.check_output([PYTHON, "-c", code, str(home)]).split())
    table.milliseconds("the same in an open ritual", warm, 250)
    table.alone("memory with all 100,000 open", f"{memory:.0f} MB", "250 MB")


def search(journal: Journal) -> list[Record]:
    """What says a rare word."""
    from ritual.core.records import KINDS

    finds = finder(corpus.RARE, str)
    found = [one for one in journal.everything(*KINDS.values()) if finds(one)]
    assert found
    return found


def opened(home: str) -> tuple[float, float]:
    """In a process that has read everything: the seconds of a search, and the megabytes it has grown to."""
    journal = Journal(Folders.find(home))
    search(journal)
    taken = statistics.median(timed(lambda: search(journal)) for _ in range(9))
    return taken, psutil.Process().memory_info().rss / 1e6


def shell(folder: Path) -> None:
    """Whole processes, beside jrnl's."""
    empty, old = filled(folder / "empty", 0), filled(folder / "old", 90_000)
    say = [RITUAL, "thank", "for the tea", "--from", "Ana"]
    taken = side_by_side(lambda: run(say, old), lambda: run(say, empty), 25)
    table.beside("`ritual thank` at 90,000 entries, beside at none", *taken, 1.2)
    for age, most in ((1_000, 0.65), (TEN_YEARS, 0.2)):
        ours, theirs = filled(folder / f"shell-{age}", age), jrnl(folder / f"jrnl-{age}.yaml", age)
        write = [*theirs, "2026-11-22 21:30: for the tea"]
        taken = side_by_side(lambda: run(say, ours), lambda: run(write, ours), 15)  # noqa: B023
        table.beside(f"`ritual thank`, beside an add of jrnl at {age:,} entries", *taken, most)
    find, look = [RITUAL, "list", "--search", corpus.RARE], [*theirs, "-contains", corpus.RARE]
    taken = side_by_side(lambda: run(find, ours), lambda: run(look, ours), 9)
    table.beside(f"`ritual list --search`, beside `jrnl -contains` at {TEN_YEARS:,} entries", *taken, 0.5)


def run(command: list[str], home: Path) -> float:
    """Seconds until a process has ended."""
    start = time.perf_counter()
    there = environment(RITUAL_HOME=str(home))
    subprocess.run(command, env=there, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return time.perf_counter() - start


def filled(home: Path, count: int) -> Path:
    """A home with so many entries."""
    Journal(Folders.find(home)).absorb([*corpus.people(), *corpus.evenings(count)])
    return home


def jrnl(config: Path, count: int) -> list[str]:
    """jrnl with so many entries of its own."""
    journal = config.with_suffix(".txt")
    chance = random.Random(count)
    with journal.open("w") as file:
        for number, record in enumerate(corpus.evenings(count)):
            file.write(f"[{record.at:%Y-%m-%d %I:%M:%S %p}] {corpus.words(number, chance)}\n\n")
    colors = "\n".join(f"  {one}: none" for one in ("body", "date", "tags", "title"))
    config.write_text(
        f"colors:\n{colors}\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\nhighlight: true\n"
        f"indent_character: '|'\njournals:\n  default:\n    journal: {journal}\nlinewrap: 79\ntagsymbols: '@'\n"
        "template: false\ntimeformat: '%F %r'\nversion: v4.2\n"
    )
    command = [JRNL, "--config-file", str(config)]
    run([*command, "2026-11-22 21:00: once, so that it brings its configuration up to date"], config.parent)
    return command


class _AnEvening:
    """The last of the evenings, at half past nine."""

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 21, 30, tzinfo=timezone(timedelta(hours=1)))

    def seconds(self) -> float:
        return time.monotonic()


if __name__ == "__main__":
    main()
