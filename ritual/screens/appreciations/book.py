"""What the log of thank-yous has read so far, and what of it is sought."""

from datetime import date

from ritual.core.appreciation import WAYS, Sought, Thanks, found, log, said
from ritual.core.records import Appreciation, Reply, Way
from ritual.house import House
from ritual.screens.log.pages import Pages, Records, Sifted, of_kind


class Book(Pages, Sifted[Sought]):
    """Thank-yous and their answers."""

    def __init__(self, house: House) -> None:
        super().__init__(house, Appreciation, Reply)
        self.sought = Sought()
        self.thanks: list[Thanks] = []
        self._texts: list[str] = []

    def compose(self, records: Records) -> None:
        """Put answers to what they answer."""
        self.thanks = log(of_kind(records, Appreciation), of_kind(records, Reply))
        self._texts = [said(one) for one in self.thanks]
        self.seek(self.sought)

    def id_of(self, number: int) -> str:
        """The id of a thank-you."""
        return self.thanks[number].said.id

    @property
    def years(self) -> list[int]:
        """The years there are, the newest first."""
        return sorted({one.said.night.year for one in self.thanks if one.said.night}, reverse=True)

    @property
    def ways(self) -> list[Way]:
        """The ways that were named."""
        named = {one.said.way for one in self.thanks}
        return [way for way in WAYS if way in named]

    def seek(self, sought: Sought) -> None:
        """Find what is sought."""
        self.sought = sought
        self.numbers = found(self.thanks, self._texts, sought)

    def night_of(self, number: int) -> date | None:
        """The night of a thank-you."""
        return self.thanks[number].said.night

    def place_at(self, day: date) -> int | None:
        """Where the newest one that is not after `day` is; none where all are."""
        nights = ((place, self.thanks[number].said.night) for place, number in enumerate(self.numbers))
        return next((place for place, night in nights if night and night <= day), None)
