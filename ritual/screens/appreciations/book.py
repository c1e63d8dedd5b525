"""What the log of thank-yous has read so far, and what of it is sought."""

from datetime import date, timedelta
from threading import Lock

from ritual.core.appreciation import WAYS, Sought, Thanks, found, log, said
from ritual.core.records import Appreciation, Record, Reply, Way
from ritual.house import House
from ritual.journal import Journal

Pages = dict[str, Record]
"""Appreciations and replies by their ids."""


class Book:
    """This month and the one before as the journal has them now, and the older ones as they were read."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._older: Pages = {}
        self._reader = Journal(house.folders, house.clock)
        self._reading = Lock()
        self.sought = Sought()
        self.thanks: list[Thanks] = []
        self._texts: list[str] = []
        self.numbers: list[int] = []
        """The numbers of those that are sought, in the order of the log."""

    @property
    def years(self) -> list[int]:
        """The years there are, the newest first."""
        return sorted({one.said.night.year for one in self.thanks if one.said.night}, reverse=True)

    @property
    def ways(self) -> list[Way]:
        """The ways that were named."""
        named = {one.said.way for one in self.thanks}
        return [way for way in WAYS if way in named]

    def read(self) -> None:
        """Read the newest months again."""
        journal, night = self._house.journal, self._house.night
        newest = (*journal.recent(Appreciation, night), *journal.recent(Reply, night))
        since = (night.replace(day=1) - timedelta(1)).replace(day=1)
        older = {key: one for key, one in self._older.items() if one.night is None or one.night < since}
        pages = older | {one.id: one for one in newest}
        self.thanks = log(
            (one for one in pages.values() if isinstance(one, Appreciation)),
            (one for one in pages.values() if isinstance(one, Reply)),
        )
        self._texts = [said(one) for one in self.thanks]
        self.seek(self.sought)

    def everything(self) -> Pages:
        """All there is, read with a journal of its own: it may be done beside the program."""
        with self._reading:
            return {one.id: one for one in (*self._reader.nights(Appreciation), *self._reader.nights(Reply))}

    def take(self, older: Pages) -> None:
        """Know what was read beside the program."""
        self._older = older
        self.read()

    def know(self, record: Record) -> None:
        """Know what was kept just now, wherever it lies."""
        self._older.pop(record.id, None)
        if record.removed is None:
            self._older[record.id] = record
        self.read()

    def seek(self, sought: Sought) -> None:
        """Find what is sought."""
        self.sought = sought
        self.numbers = found(self.thanks, self._texts, sought)

    def place_of(self, appreciation: str) -> int | None:
        """Where the one with this id is among those that are sought."""
        places = (place for place, number in enumerate(self.numbers) if self.thanks[number].said.id == appreciation)
        return next(places, None)

    def place_at(self, day: date) -> int | None:
        """Where the newest one that is not after `day` is; none where all are."""
        nights = ((place, self.thanks[number].said.night) for place, number in enumerate(self.numbers))
        return next((place for place, night in nights if night and night <= day), None)
