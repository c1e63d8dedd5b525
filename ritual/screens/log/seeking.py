"""A log in which they seek by more than words: whose, and which day."""

from typing import Any, TypeVar

from msgspec.structs import replace

from ritual.core import nights
from ritual.core.search import after
from ritual.language import _
from ritual.screens.log.pages import Sifted
from ritual.screens.log.screen import Log

P = TypeVar("P", bound=Sifted[Any])


class Seeking(Log[P, None]):
    """The thank-yous, and the Journal."""

    def also(self, **what: object) -> None:
        """Seek something else besides what is sought already."""
        self.seek(lambda: self.pages.seek(replace(self.pages.sought, **what)))

    def action_from_whom(self) -> None:
        """The next of: both, one, the other."""
        self.also(by=after([None, *(one.id for one in self.ritual.house.people)], self.pages.sought.by))

    def action_go_to_day(self) -> None:
        """Ask for a day, and go there."""
        from ritual.screens.appreciations.day import Day

        self.app.push_screen(Day(_("Which day would you like to see?")), self.go_to)

    def go_to(self, span: nights.Span | None) -> None:
        """Go to the newest entry that is not after those days."""
        if span is None:
            return
        leaves, place = self.leaves, self.pages.place_at(span.last)
        leaves.go(leaves.count - 1 if place is None else place)
        night = None if leaves.marked is None else self.pages.night_of(leaves.marked)
        if place is None:
            self.top.say(_("There is nothing from then. This is the first one."))
        elif night and night < span.first:
            self.top.say(_("There is nothing from then. This is the last one before."))
