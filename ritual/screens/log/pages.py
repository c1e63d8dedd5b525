"""What a log has read so far: this month and the one before at once, the older ones beside the program."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from threading import Lock
from typing import Generic, TypeVar

from msgspec.structs import replace

from ritual.core.records import Record
from ritual.core.search import Sought
from ritual.house import House
from ritual.journal import Journal

Records = dict[str, Record]
"""Records by their ids."""

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Sought)


class Listed:
    """Entries that can be listed, searched and read little by little."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        """The numbers of the entries that are sought, in the order of the log."""

    @property
    def words(self) -> str:
        """The words that are sought."""
        raise NotImplementedError

    @property
    def is_all(self) -> bool:
        """Whether all of them are shown."""
        raise NotImplementedError

    def id_of(self, number: int) -> str:
        """The id of the entry with this number."""
        raise NotImplementedError

    def seek_words(self, words: str) -> None:
        """Find these words."""
        raise NotImplementedError

    def seek_all(self) -> None:
        """Seek nothing any more."""
        raise NotImplementedError

    def read(self) -> None:
        """Read what is there at once."""
        raise NotImplementedError

    def older(self) -> Iterator[Callable[[], bool]]:
        """Read the rest, beside the program; each step gives what makes it known and tells whether to show it anew."""
        raise NotImplementedError

    def place_of(self, wanted: str) -> int | None:
        """The place of the entry with this id among those that are sought."""
        return next((place for place, number in enumerate(self.numbers) if self.id_of(number) == wanted), None)


class Sifted(Listed, Generic[S]):
    """Entries that are sought by more than words, and have a night."""

    sought: S

    def seek(self, sought: S) -> None:
        """Find what is sought."""
        raise NotImplementedError

    def night_of(self, number: int) -> date | None:
        """The night of the entry with this number."""
        raise NotImplementedError

    def place_at(self, day: date) -> int | None:
        """Where the newest one that is not after `day` is; none where all are."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """The words that are sought."""
        return self.sought.words

    @property
    def is_all(self) -> bool:
        """Whether all of them are shown."""
        return self.sought.all

    def seek_words(self, words: str) -> None:
        """Find these words."""
        self.seek(replace(self.sought, words=words))

    def seek_all(self) -> None:
        """Seek nothing any more."""
        self.seek(type(self.sought)())


class Pages(Listed):
    """This month and the one before as the journal has them now, and the older ones as they were read."""

    def __init__(self, house: House, *kinds: type[Record]) -> None:
        """`kinds` are what the log is made of."""
        super().__init__()
        self.house = house
        self._kinds = kinds
        self._older: Records = {}
        self._reader = Journal(house.folders, house.clock)
        self._reading = Lock()

    def compose(self, records: Records) -> None:
        """Make the entries of what was read, and find what is sought."""
        raise NotImplementedError

    def read(self) -> None:
        """Read the newest months again."""
        journal, night = self.house.journal, self.house.night
        newest: list[Record] = []
        for kind in self._kinds:
            newest += journal.recent(kind, night)
        since = (night.replace(day=1) - timedelta(1)).replace(day=1)
        older = {key: one for key, one in self._older.items() if one.night is None or one.night < since}
        self.compose(older | {one.id: one for one in newest})

    def everything(self) -> Records:
        """All there is, read with a journal of its own: it may be done beside the program."""
        with self._reading:
            return {one.id: one for kind in self._kinds for one in self._reader.nights(kind)}

    def older(self) -> Iterator[Callable[[], bool]]:
        """All of it in one step."""
        found = self.everything()
        yield lambda: self.take(found)

    def take(self, older: Records) -> bool:
        """Know what was read beside the program."""
        self._older = older
        self.read()
        return True

    def know(self, record: Record) -> None:
        """Know what was kept just now, wherever it lies."""
        self._older.pop(record.id, None)
        if record.removed is None:
            self._older[record.id] = record
        self.read()


def of_kind(records: Records, kind: type[R]) -> list[R]:
    """Those of one kind."""
    return [one for one in records.values() if isinstance(one, kind)]
