"""What the Journal has read so far, month by month: the newest at once, the older ones beside the program."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from threading import Lock
from typing import NamedTuple

from ritual import weeks
from ritual.core import timeline
from ritual.core.records import Goal, Record, Topic, Wish
from ritual.core.timeline import OF, PARTS, Entry, Kind, Sought
from ritual.house import House
from ritual.journal import Journal, month_of
from ritual.screens.log.pages import Sifted

KNOWN = 16
"""Searches that are remembered."""
MANY = 200
"""Entries that fill any window."""

STANDING = (Topic, Wish, Goal)
"""What has no night, and belongs to the one on which it was written."""


class Month(NamedTuple):
    """What was kept of a month."""

    name: str
    """Like `2026-11`."""
    entries: list[Entry]
    astray: list[Record]
    """What belongs to entries of other months, like a late reply."""


class JournalPages(Sifted[Sought]):
    """The entries of all months that were read, newest first."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self.sought = Sought()
        self.entries: list[Entry] = []
        self._reader = Journal(house.folders, house.clock)
        self._reading = Lock()
        self._at: dict[str, int] = {}
        self._seen: list[int] = []
        self._found: dict[Sought, list[int]] = {}
        self.months: dict[str, Month] = {}
        self.reading: str = ""
        """The year that is being read beside the program."""
        self.complete = False
        """Whether all there is has been read."""

    def id_of(self, number: int) -> str:
        """The id of an entry."""
        return self.entries[number].record.id

    def place_of(self, wanted: str) -> int | None:
        """The place of the entry with this id among those that are sought."""
        number = self._at.get(wanted)
        if number is None:
            return None
        place = bisect_left(self.numbers, number)
        return place if place < len(self.numbers) and self.numbers[place] == number else None

    def night_of(self, number: int) -> date:
        """The night of an entry."""
        return self.entries[number].night

    def place_at(self, day: date) -> int | None:
        """Where the newest entry that is not after `day` is; none where all are."""
        place = bisect_left(self.numbers, -day.toordinal(), key=lambda one: -self.entries[one].night.toordinal())
        return place if place < len(self.numbers) else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there for them to see."""
        return not self._seen

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of what they may see."""
        there = {self.entries[number].kind for number in self._seen}
        return [kind for kind in timeline.KINDS if kind in there]

    def seek(self, sought: Sought) -> None:
        """Find what is sought; what was found for fewer letters is searched on, and one letter back is known."""
        before, self.sought = self.sought, sought
        if sought.private != before.private:
            self._seen = timeline.seen(self.entries, sought.private)
            self._found.clear()
        elif before not in self._found and len(self._found) < KNOWN:
            self._found[before] = self.numbers
        known = self._found.get(sought)
        among = self.numbers if timeline.narrows(sought, before) else self._seen
        self.numbers = timeline.found(self.entries, sought, among) if known is None else known

    def read(self) -> None:
        """Read the newest two months again."""
        self._read_again(weeks.months(self.house.night, 2))

    def older(self) -> Iterator[Callable[[], bool]]:
        """One month after the other, also those that were there before."""
        with self._reading:
            standing = {
                month_of(self.house.night_of(one.at)) for kind in STANDING for one in self._reader.standing(kind)
            }
            there = {*self._reader.months(), *standing, *list(self.months)}
            for month in composed(self.house, self._reader, there):
                yield partial(self._take, month)
        yield self._finish

    def _take(self, month: Month) -> bool:
        """Know a month. Whether it is to be shown: at the end of a long list, and where nothing is new, it need not."""
        before, self.reading = self.reading, month.name[:4]
        if self.months.get(month.name) == month:
            return before != self.reading
        is_last = bool(self.months) and month.name < min(self.months)
        self.months[month.name] = month
        if not is_last or any(one.about in self._at for one in month.astray):
            self._put_together()
            return True
        was_long, first = len(self.numbers) > MANY, len(self.entries)
        self.entries += self._whole([month])
        self._at |= {self.entries[number].record.id: number for number in range(first, len(self.entries))}
        more = timeline.seen(self.entries, self.sought.private, first)
        self._seen = self._seen + more
        self._found.clear()
        self.numbers += timeline.found(self.entries, self.sought, more)
        return before != self.reading or not was_long

    def _finish(self) -> bool:
        self.reading, self.complete = "", True
        return True

    def know(self, *records: Record) -> None:
        """Know what was changed just now, wherever it lies; what went to another month in both writings."""
        self._read_again({month_of(one.night or self.house.night_of(one.at)) for one in records})

    def _read_again(self, names: Iterable[str]) -> None:
        self.months.update({month.name: month for month in composed(self.house, self.house.journal, names)})
        self._put_together()

    def _put_together(self) -> None:
        self.entries = self._whole(self.months[name] for name in sorted(self.months, reverse=True))
        self._at = {one.record.id: number for number, one in enumerate(self.entries)}
        self._seen = timeline.seen(self.entries, self.sought.private)
        self._found.clear()
        self.numbers = list(timeline.found(self.entries, self.sought, self._seen))

    def _whole(self, months: Iterable[Month]) -> list[Entry]:
        """The entries of these months, with what was written to them in other ones."""
        more: dict[str | None, list[Record]] = {}
        for month in self.months.values():
            for one in month.astray:
                more.setdefault(one.about, []).append(one)
        entries = [one for month in months for one in month.entries]
        if not more:
            return entries
        text = self.house.cards.text
        return [timeline.with_more(one, more.get(one.record.id, ()), text) for one in entries]


def composed(house: House, journal: Journal, names: Iterable[str]) -> Iterator[Month]:
    """These months, one after the other, the newest first."""
    standing: dict[str, list[Record]] = {}
    for kind in STANDING:
        for one in journal.standing(kind):
            standing.setdefault(month_of(house.night_of(one.at)), []).append(one)
    for name in sorted(names, reverse=True):
        records = [one for kind in OF if kind not in STANDING for one in journal.nights(kind, [name])]
        parts = [one for kind in PARTS for one in journal.nights(kind, [name])]
        entries = timeline.compose([*records, *standing.get(name, ())], parts, house.cards.text, house.night_of)
        known = {one.record.id for one in entries}
        yield Month(name, entries, [one for one in parts if one.about is not None and one.about not in known])
