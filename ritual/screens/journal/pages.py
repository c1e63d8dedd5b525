"""What the Journal has read so far, month by month: the newest at once, the older ones beside the program."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from threading import Lock

from msgspec.structs import replace

from ritual.core import timeline
from ritual.core.records import Goal, Record, Topic, Wish
from ritual.core.timeline import OF, PARTS, Entry, Sought
from ritual.house import House
from ritual.journal import Journal
from ritual.screens.log.pages import Listed

Month = tuple[str, list[Entry]]
"""A month like `2026-11`, and its entries."""

KNOWN = 16
"""Searches that are remembered."""
MANY = 200
"""Entries that fill any window."""

STANDING = (Topic, Wish, Goal)
"""What has no night, and belongs to the one on which it was written."""


class JournalPages(Listed):
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
        self.months: dict[str, list[Entry]] = {}
        self.reading: str = ""
        """The year that is being read beside the program; nothing once all there is has been read."""

    @property
    def words(self) -> str:
        """The words that are sought."""
        return self.sought.words

    @property
    def is_all(self) -> bool:
        """Whether all entries are shown."""
        return self.sought.all

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

    def place_at(self, day: date) -> int | None:
        """Where the newest entry that is not after `day` is; none where all are."""
        return next((place for place, number in enumerate(self.numbers) if self.entries[number].night <= day), None)

    def seek_words(self, words: str) -> None:
        """Find these words."""
        self.seek(replace(self.sought, words=words))

    def seek_all(self) -> None:
        """Seek nothing any more."""
        self.seek(Sought())

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
        night = self.house.night
        newest = [f"{night:%Y-%m}", f"{date(night.year - (night.month == 1), (night.month - 2) % 12 + 1, 1):%Y-%m}"]
        for month, entries in composed(self.house, self.house.journal, newest):
            self.months[month] = entries
        self._put_together()

    def older(self) -> Iterator[Callable[[], bool]]:
        """One month after the other."""
        with self._reading:
            known = {f"{self.house.night_of(one.at):%Y-%m}" for kind in STANDING for one in self._reader.standing(kind)}
            for month in composed(self.house, self._reader, known.union(self._reader.months())):
                yield partial(self._take, month)
        yield self._finish

    def _take(self, month: Month) -> bool:
        """Know a month; where it only adds to the end of a long list, that need not be shown."""
        name, entries = month
        before, self.reading = self.reading, name[:4]
        if self.months and name < min(self.months) and len(self.numbers) > MANY:
            self.months[name] = entries
            first = len(self.entries)
            self.entries += entries
            self._at |= {one.record.id: first + place for place, one in enumerate(entries)}
            more = timeline.seen(self.entries, self.sought.private, first)
            self._seen = self._seen + more
            self._found.clear()
            self.numbers += timeline.found(self.entries, self.sought, more)
            return before != self.reading
        self.months[name] = entries
        self._put_together()
        return True

    def _finish(self) -> bool:
        self.reading = ""
        return True

    def know(self, record: Record) -> None:
        """Know what was changed just now, wherever it lies."""
        night = record.night or self.house.night_of(record.at)
        self.months.update(composed(self.house, self.house.journal, [f"{night:%Y-%m}"]))
        self._put_together()

    def _put_together(self) -> None:
        self.entries = [one for month in sorted(self.months, reverse=True) for one in self.months[month]]
        self._at = {one.record.id: number for number, one in enumerate(self.entries)}
        self._seen = timeline.seen(self.entries, self.sought.private)
        self._found.clear()
        self.numbers = list(timeline.found(self.entries, self.sought, self._seen))


def composed(house: House, journal: Journal, months: Iterable[str]) -> Iterator[Month]:
    """The entries of these months, one month after the other, newest first; a reply may lie in a later one."""
    wanted = sorted(months, reverse=True)
    later: list[Record] = []
    standing: dict[str, list[Record]] = {}
    for kind in STANDING:
        for one in journal.standing(kind):
            standing.setdefault(f"{house.night_of(one.at):%Y-%m}", []).append(one)
    for month in wanted:
        records = [one for kind in OF if kind not in STANDING for one in journal.nights(kind, [month])]
        parts = [one for kind in PARTS for one in journal.nights(kind, [month])]
        entries = timeline.compose(
            [*records, *standing.get(month, ())], [*parts, *later], house.cards.text, house.night_of
        )
        known = {one.record.id for one in entries}
        later = [one for one in (*parts, *later) if one.about not in known]
        yield month, entries
