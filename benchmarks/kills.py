"""A journal that is written flat out and killed, again and again: what was acknowledged must be there afterwards.

`python -m benchmarks.kills 200` prints one line. The tests kill less often, with the same writer and the same look.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from ritual.core.errors import RitualError
from ritual.core.records import Note, Record, Wish
from ritual.folders import Folders
from ritual.journal import Drafts, Journal
from ritual.journal.doctor import Doctor
from ritual.journal.reading import former_of, understood

NIGHTS = (date(2026, 9, 4), date(2026, 10, 31), date(2026, 11, 22))
AT = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
DONE = "done\n"
LIVES = 25
"""How often a home is killed before the next one begins, so that none grows too large to be written flat out."""
LEFT = "An interrupted save left something"
"""What the doctor may find after a kill."""
LONGEST = 0.15
"""Seconds that a writer lives at most after its first write."""


@dataclass(frozen=True)
class Write:
    """One thing that is done to the journal."""

    how: str
    """`add`, `edit` or `remove`."""
    key: str
    text: str

    @property
    def record(self) -> Note | Wish:
        """What is kept: wishes in the file of what stands, notes in three months."""
        number = int(self.key.rpartition("-")[2])
        if number % 5 == 0:
            return Wish(id=self.key, at=AT, text=self.text)
        return Note(id=self.key, at=AT, night=NIGHTS[number % len(NIGHTS)], text=self.text)


@dataclass
class Entry:
    """What must be there of one record."""

    wordings: list[str]
    removed: bool = False

    def after(self, write: Write) -> "Entry":
        """The same after one more write."""
        if write.how == "remove":
            return Entry(self.wordings, removed=True)
        return Entry([*self.wordings, write.text], removed=False)

    def is_there(self, found: Note | Wish | None) -> bool:
        """Whether `found` says exactly this."""
        if found is None:
            return False
        wordings = [*(one.get("text") for one in found.former), found.text]
        return wordings == self.wordings and (found.removed is not None) == self.removed


NEVER = Entry([])
"""What was never written."""


@dataclass
class Tally:
    """What was found after the kills."""

    kills: int = 0
    acknowledged: int = 0
    """Writes that the writer was told are done."""
    caught: int = 0
    """Kills amid a write."""
    swept: int = 0
    """Kills that left temporary files, which the next write removed."""
    unreadable: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Acknowledged writes that were not there, and writes of which only a part was."""
    complaints: list[str] = field(default_factory=list)
    """Whatever else was not as it should be."""

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.unreadable or self.lost or self.complaints)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.caught} of them amid a write; {self.acknowledged} writes acknowledged; "
            f"{len(self.lost)} lost, {len(self.unreadable)} files unreadable, {len(self.complaints)} other faults"
        )


class Writer:
    """A process that writes flat out."""

    def __init__(self, root: Path, life: int, seed: int) -> None:
        command = [sys.executable, __file__, "--write", str(root), str(life), str(seed)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self._says = self.process.stdout
        self._said = [self._says.readline(), self._says.readline()]

    def freeze(self) -> None:
        """Let it do nothing more for now; when this returns, nothing of it runs."""
        self.process.send_signal(signal.SIGSTOP)
        os.waitpid(self.process.pid, os.WUNTRACED)

    def kill(self) -> list[str]:
        """End it, as hard as can be; all that it has said."""
        with self.process:
            self.process.kill()
            return [*self._said, *self._says.readlines()]


class Home:
    """A home in which writers live and die, and what must be there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.entries: dict[str, Entry] = {}
        self.tally = Tally()
        self._lives = 0

    def start(self, seed: int) -> "Writer":
        """A writer that has just done its first write."""
        self._lives += 1
        return Writer(self.root, self._lives, seed)

    def look(self, said: list[str]) -> None:
        """Compare what is on the disk with what the writer has `said`, then write once more."""
        self.tally.kills += 1
        begun = self._learn(said)
        self.tally.caught += begun is not None
        journal = Journal(Folders.find(self.root))
        drafts = Drafts(journal.folders)
        self._read_every_file(journal)
        self._compare(journal, begun)
        findings = Doctor(journal, drafts).examine()
        left = _left(journal)
        self.tally.swept += bool(left)
        self._complain(one.sentence for one in findings if not (left and one.sentence.startswith(LEFT)))
        self._complain(journal.problems)
        self._write_once_more(journal)
        self._complain(f"{name} was not swept" for name in _left(journal))
        self._complain(one.sentence for one in Doctor(Journal(journal.folders), drafts).examine())

    def _learn(self, said: list[str]) -> Write | None:
        """Take in what was acknowledged; what was begun and not acknowledged."""
        begun = None
        for line in said:
            if line == DONE and begun:
                self.entries[begun.key] = self.entries.get(begun.key, NEVER).after(begun)
                self.tally.acknowledged += 1
                begun = None
            elif line.endswith("\n"):
                begun = Write(**json.loads(line))
        return begun

    def _read_every_file(self, journal: Journal) -> None:
        """Every file is whole, for us and for any program that reads JSON."""
        for path in journal.shelf.all_paths():
            for one in (path, former_of(path)):
                if one.exists() or one == path:
                    try:
                        content = one.read_bytes()
                        json.loads(content)
                        whole = not understood(content).fault
                    except (OSError, ValueError):
                        whole = False
                    if not whole:
                        self.tally.unreadable.append(one.name)

    def _compare(self, journal: Journal, begun: Write | None) -> None:
        found = _found(journal)
        if begun:
            before = self.entries.get(begun.key, NEVER)
            now = found.get(begun.key)
            if before.after(begun).is_there(now):
                self.entries[begun.key] = before.after(begun)
            elif before == NEVER and now is None:
                self.entries.pop(begun.key, None)
        self.tally.lost += [key for key, one in self.entries.items() if not one.is_there(found.get(key))]
        self._complain(f"{key} came from nowhere" for key in found.keys() - self.entries.keys())

    def _write_once_more(self, journal: Journal) -> None:
        write = Write("add", f"after-{self._lives}-1", f"words after life {self._lives}")
        try:
            journal.keep(write.record)
        except RitualError as fault:
            self._complain([str(fault)])
            return
        self.entries[write.key] = NEVER.after(write)
        self._compare(Journal(journal.folders), None)

    def _complain(self, sentences: Iterable[str]) -> None:
        self.tally.complaints += sentences


def _found(journal: Journal) -> dict[str, Note | Wish]:
    return {one.id: one for kind in (Note, Wish) for one in journal.everything(kind) if isinstance(one, kind)}


def _left(journal: Journal) -> list[str]:
    """What an interrupted write left in the folder of the journal."""
    return [one.name for one in journal.shelf.own.glob(".*")]


def write_flat_out(root: Path, life: int, seed: int) -> None:
    """Add, edit and remove until killed, and say each write before it is begun and after it is acknowledged."""
    journal, chance = Journal(Folders.find(root)), random.Random(seed)
    texts = {key: one.text for key, one in _found(journal).items() if not one.removed}
    number = 0
    while True:
        number += 1
        how = chance.choices(("add", "edit", "remove"), (5, 3, 2))[0] if texts else "add"
        key = f"life-{life}-{number}" if how == "add" else chance.choice(list(texts))
        write = Write(how, key, texts[key] if how == "remove" else f"words of {life} in {number} " + "~" * number)
        print(json.dumps(vars(write)), flush=True)
        record: Record = write.record
        if how == "remove":
            journal.remove(record)
            del texts[key]
        else:
            journal.keep(record)
            texts[key] = write.text
        sys.stdout.write(DONE)
        sys.stdout.flush()


def kill_often(kills: int, folder: Path, seed: int) -> Tally:
    """Kill so many writers at moments that `seed` chooses, in homes below `folder`; what was found of all of them."""
    chance, tally = random.Random(seed), Tally()
    for number in range(kills):
        if number % LIVES == 0:
            home = Home(folder / f"home-{number // LIVES}")
            home.tally = tally
        writer = home.start(chance.randrange(2**32))
        time.sleep(chance.uniform(0, LONGEST))
        home.look(writer.kill())
    return tally


def main() -> None:
    """Kill as often as the command line says, and print what came of it."""
    if sys.argv[1] == "--write":
        write_flat_out(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    seed = random.randrange(2**32)
    with tempfile.TemporaryDirectory(prefix="ritual-kills-") as folder:
        tally = kill_often(int(sys.argv[1]), Path(folder), seed)
    print(f"{tally} (seed {seed})")
    sys.exit(not tally.clean)


if __name__ == "__main__":
    main()
