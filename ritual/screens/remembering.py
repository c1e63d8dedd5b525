"""What Home remembers: this day in earlier years, the dates to come, and what they had planned."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from random import Random

from msgspec.structs import replace
from rich.cells import cell_len
from textual import work
from textual.content import Content
from textual.widget import Widget

from ritual.commands import Command, places
from ritual.core import occasions, people
from ritual.core.appreciation import is_short, is_this_day, years_ago
from ritual.core.calendar import pause_on
from ritual.core.errors import RitualError
from ritual.core.occasions import Coming
from ritual.core.records import Appreciation, Note, Occasion, Pause
from ritual.core.sealing import is_shared
from ritual.core.text import on_screen
from ritual.house import House
from ritual.language import _
from ritual.screens.line import Line, clickable
from ritual.screens.occasions.words import resting, told
from ritual.screens.place import Place


class Remembering(Place[None]):
    """Looks through the earlier years beside the program, and tells a little of them."""

    def __init__(self) -> None:
        super().__init__()
        self.memories: list[Appreciation] = []
        self.coming: list[Coming] = []
        self.passed: Occasion | None = None
        """What they had planned, and are asked about once."""

    @work(thread=True, exclusive=True)
    def remember(self, night: date) -> None:
        """Look through the earlier years, beside the program and with a house of its own."""
        house = House(self.ritual.house.folders, self.ritual.house.clock)
        found = house.this_day()
        dates = house.journal.standing(Occasion)
        coming, passed = occasions.coming(dates, night), occasions.to_ask_about(dates, night)
        if found != self.memories or coming != self.coming or passed:
            self.app.call_from_thread(self._take_memories, found, coming, passed)

    def _take_memories(self, found: list[Appreciation], coming: list[Coming], passed: list[Occasion]) -> None:
        self.memories, self.coming = found, coming
        if passed and self.passed is None:
            with suppress(RitualError, OSError):  # What cannot be noted is asked another time; nobody waits for it.
                self.passed = self.ritual.house.journal.keep(replace(passed[0], asked=True))
        if self.is_attached:
            self.call_later(self.show_anew)

    def remembered(self, besides: bool) -> Iterable[Widget]:
        """What one of them said on this day in an earlier year; in small windows not `besides` what waits."""
        house, tonight = self.ritual.house, self.ritual.house.night
        nearby = [(one, one.night) for one in self.memories if is_short(one) and is_shared(one)]
        fitting = [(one, night) for one, night in nearby if night and is_this_day(night, tonight)]
        if not fitting:
            return
        one, night = Random(tonight.isoformat()).choice(fitting)
        by, to = (people.name_of(house.people, person) for person in (one.by, one.to))
        ago = years_ago(night, tonight)
        if by and to:
            head = _("{years_ago}, {by} thanked {to}:", years_ago=ago, by=by, to=to)
        else:
            head = _("{years_ago}, {by}:", years_ago=ago, by=by) if by else _("{years_ago}:", years_ago=ago)
        said = Content.assemble((head, "$quiet"), f"\n{on_screen(one.text)}")
        yield Line(said, "memory", "-besides" if besides or self.coming or self.passed else "-alone")

    def dates(self) -> Iterable[Widget]:
        """Once how it was what they had planned, and the next date of theirs, from a week before."""
        if self.passed is not None:
            words = _("how was it? “{what}”", what=" ".join(on_screen(self.passed.name).split()))
            yield self.offered(places.TellHow, words)
        if self.coming:
            yield Line(Content.styled(told(self.coming[0], self.ritual.house.night), "$quiet"))

    @property
    def pause(self) -> Pause | None:
        """The rest they have planned for tonight, too."""
        house = self.ritual.house
        return pause_on(house.journal.standing(Pause), house.night)

    def resting(self) -> Iterable[Widget]:
        """Until when they rest, where they do."""
        if pause := self.pause:
            yield Line(Content.styled(resting(pause.last, self.ritual.house.night), "$quiet"))

    def action_tell_how(self) -> None:
        """Tell how it was, what they had planned."""
        from ritual.screens.journal.form import TextForm

        house, passed = self.ritual.house, self.passed
        if passed is not None:
            by = house.here or (house.people[0] if len(house.people) == 1 else None)
            new = Note(
                id=house.journal.new_id(),
                at=house.clock.now(),
                night=house.night,
                by=by.id if by else None,
                about=passed.id,
                text="",
            )
            self.app.push_screen(TextForm(new), self._told)

    def _told(self, note: object) -> None:
        if note is not None:
            self.passed = None

    def offered(self, command: type[Command], words: str, *classes: str) -> Line:
        """What `command` does, beside its key, in one row: what is offered stands in line."""
        key = self.key(command)
        space = " " * max(7 - cell_len(key), 2)
        line = clickable(Content.assemble((key, "bold $accent"), space, words), self.click(command))
        return Line(line, "-one-row", *classes)
