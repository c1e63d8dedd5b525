"""The journal: all that was kept, by night."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from ritual.core import unite, wording
from ritual.core.clock import Clock
from ritual.core.errors import RitualError
from ritual.core.records import Record, Session
from ritual.folders import Folders
from ritual.journal import codec
from ritual.journal.catalogue import Catalogue, month_of
from ritual.journal.format import Tables
from ritual.journal.lock import alone
from ritual.journal.machine import SystemClock
from ritual.journal.shelf import STANDING, Shelf
from ritual.language import _, fill

R = TypeVar("R", bound=Record)


class Journal:
    """Keeps, removes and finds records."""

    def __init__(self, folders: Folders, clock: Clock | None = None) -> None:
        self.folders = folders
        self.clock = clock or SystemClock()
        self.problems: list[str] = []
        """What was found damaged, in plain sentences, each once."""
        self.shelf = Shelf(folders, self.clock, self._notice)
        self._catalogue = Catalogue(self.shelf, self._notice)

    @property
    def device(self) -> str:
        """The id of this device."""
        return self.shelf.device

    @property
    def folder(self) -> Path:
        """Where all devices' folders are."""
        return self.shelf.folder

    @property
    def waits(self) -> bool:
        """Whether writing several files was interrupted."""
        return self.shelf.staging.waits

    def settle(self) -> None:
        """Finish that, or undo it. Every write does so too."""
        with self.writing():
            pass

    @staticmethod
    def new_id() -> str:
        """An id for a new record."""
        import uuid

        return str(uuid.uuid4())

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only one who writes. Raises `RitualError` where that cannot be, or the disk does not take it."""
        try:
            with alone(self.folders.state):
                self.shelf.staging.settle()
                yield
        except OSError as fault:
            from ritual.core import faults

            raise RitualError(
                _(
                    "This could not be saved ({fault}). Please make room or check the folder {folder}, then try again.",
                    fault=faults.of_the_system(fault),
                    folder=self.folder,
                )
            ) from fault

    def keep(self, record: R) -> R:
        """Add `record`, or change the one with its id; give back what is now on the disk.

        What it said before is kept in `former`, and the time it was first written.
        Raises `RitualError` where it cannot be written; then the disk is as it was.
        """
        with self.writing():
            record, document = self._next(record, self.get(type(record), record.id, record.night))
            self.shelf.put(month_of(record.night), record.kind(), document)
        return record

    def keep_all(self, records: Iterable[R]) -> list[R]:
        """Add or change several records: all of them, or none. Raises `RitualError` where that cannot be done."""
        months: dict[str, Tables] = {}
        kept: list[R] = []
        with self.writing():
            for record in records:
                new, document = self._next(record, self.get(type(record), record.id, record.night))
                months.setdefault(month_of(new.night), {}).setdefault(new.kind(), {})[new.id] = document
                kept.append(new)
            self.shelf.put_all(months)
        return kept

    def absorb(self, records: Iterable[Record], step: Callable[[], object] = lambda: None) -> list[Record]:
        """Take in records that were written elsewhere, all of them or none; those of them that said something new.

        Doing so again changes nothing. `step` is called after each file. Raises `RitualError` where it cannot be done.
        """
        months: dict[str, Tables] = {}
        taken: dict[tuple[str, str, str], Record] = {}
        with self.writing():
            for record in records:
                place = month_of(record.night), record.kind(), record.id
                known = (
                    [taken[place]] if place in taken else self._catalogue.writings(type(record), record.id, place[0])
                )
                new = unite.absorbed(known, record, self.device, self.clock.now())
                if new is not None:
                    taken[place], document = _checked(new)
                    months.setdefault(place[0], {}).setdefault(place[1], {})[new.id] = document
            self.shelf.put_all(months, step)
        return list(taken.values())

    def move(self, record: R, night: date | None) -> R:
        """Let `record` belong to another night. Where that is another month, both files change or none."""
        moved = replace(record, night=night)
        if month_of(night) == month_of(record.night):
            return self.keep(moved)
        with self.writing():
            known = self.get(type(record), record.id, record.night)
            moved, document = self._next(moved, known)
            left = replace(record, removed=self.clock.now(), moved=night)
            kind, key = record.kind(), record.id
            self.shelf.put_all(
                {
                    month_of(night): {kind: {key: document}},
                    month_of(record.night): {kind: {key: codec.erased(left, moved.versions)}},
                }
            )
        return moved

    def remove(self, record: R) -> R:
        """Take `record` away, so that it can be brought back."""
        return self.keep(replace(record, removed=self.clock.now()))

    def restore(self, record: R) -> R:
        """Bring a removed `record` back."""
        return self.keep(replace(record, removed=None))

    def get(self, kind: type[R], record_id: str, night: date | None = None) -> R | None:
        """The one record of `kind` with this id and night, also a removed one."""
        return self._catalogue.get(kind, record_id, month_of(night))

    def find(self, record_id: str) -> Record | None:
        """The record with this id, of whatever kind and night, also a removed one."""
        return self._catalogue.find(record_id)

    def standing(self, kind: type[R]) -> list[R]:
        """All records of a standing `kind`, oldest first."""
        return _in_order(self._catalogue.named(kind, [STANDING]))

    def nights(self, kind: type[R], months: Iterable[str] | None = None) -> list[R]:
        """All records of a `kind` that belongs to nights, oldest first; of these `months`, or of all."""
        found = self._catalogue.all([kind]) if months is None else self._catalogue.named(kind, months)
        return _in_order(found)

    def everything(self, *kinds: type[R]) -> Iterator[R]:
        """All records of these kinds, in no order, also removed ones and what the bin's emptying left of them."""
        return self._catalogue.all(kinds)

    def months(self) -> list[str]:
        """The months that something is kept of, oldest first."""
        return self.shelf.months()

    def recent(self, kind: type[R], night: date) -> list[R]:
        """The records of `kind` of this month and the one before, oldest first."""
        before = date(night.year - (night.month == 1), (night.month - 2) % 12 + 1, 1)
        return self.nights(kind, [month_of(before), month_of(night)])

    def last_evenings(self, night: date) -> list[Session]:
        """The sessions of this month and the one before; where nobody started one there, also the last that was."""
        found = self.recent(Session, night)
        if any(map(_has_starter, found)):
            return found
        for month in reversed(self.months()):
            older = [one for one in self.nights(Session, [month]) if one not in found]
            if any(map(_has_starter, older)):
                return [*older, *found]
        return found

    def forget(self) -> None:
        """Read everything anew from now on."""
        self.problems.clear()
        self.shelf.forget()
        self._catalogue.forget()

    def _next(self, record: R, known: R | None) -> tuple[R, dict[str, Any]]:
        """`record` as the next writing of `known`, and the document that says it.

        It counts on from what `record` itself knows, too: it may have been read where `known` was not looked for.
        """
        seen = unite.merged(known.versions if known else {}, record.versions)
        if known is not None:
            record = unite.changed(record, known, self.clock.now())
        versions = unite.next_of(seen, self.device)
        lines = self.shelf.file(self.shelf.own_file(month_of(record.night))).lines(record.kind())
        return _checked(replace(record, versions=versions), lines.get(record.id, {}))

    def _notice(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _in_order(records: Iterable[R]) -> list[R]:
    return sorted((one for one in records if one.removed is None), key=lambda one: one.at)


def _has_starter(session: Session) -> bool:
    return session.state == "kept" and session.starter is not None


def _checked(record: R, before: dict[str, Any] | None = None) -> tuple[R, dict[str, Any]]:
    """`record` as it will be read again, and its document. Raises `RitualError` where it is none."""
    try:
        document = codec.to_document(record, before)
        return codec.from_document(document, type(record)), document
    except msgspec.ValidationError as fault:
        from ritual.core import faults

        told = _("This {kind} cannot be kept as it is ({fault}). Please change it.")
        raise RitualError(fill(told, kind=wording.KINDS[record.kind()], fault=faults.in_words(str(fault)))) from fault
