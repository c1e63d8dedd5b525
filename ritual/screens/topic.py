"""Parking a topic: something for later, with a day to come back to it, or without."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace
from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import checkin as commands
from ritual.core import dates, nights
from ritual.core.errors import Refused, RitualError
from ritual.core.records import Topic
from ritual.core.text import NO_CONTROLS, words
from ritual.journal import Draft
from ritual.language import _
from ritual.screens.form import Form
from ritual.widgets.words import Words


class TopicForm(Form[Topic]):
    """Write it down, and let go of it for now."""

    DEFAULT_CSS = """
    TopicForm Words { margin: 1 0; }
    """

    HERE = commands.TOPIC_FORM
    ABOUT = _(
        "Not everything is for tonight. What you park here is offered at the next check-in, or on the day you choose."
    )

    def __init__(self, known: Topic | None = None, *, tonight: bool = False) -> None:
        """With a `known` one to change it; else a new one, which may be for `tonight` and needs no day then."""
        super().__init__(known)
        self.tonight = tonight

    def page(self) -> Iterable[Widget]:
        """The words and the day."""
        house, known = self.ritual.house, self.known
        self._record_id = known.id if known else house.journal.new_id()
        self._began = house.clock.now()
        self._day = dates.with_year(known.on) if known and known.on else ""
        question = (
            _("What would you like to talk about?")
            if self.tonight
            else _("What would you like to talk about another time?")
        )
        yield Static(question, markup=False)
        yield Words(known.text if known else "", many_lines=True)
        day = Input(
            self._day,
            placeholder=_("the next check-in, or a day like next friday"),
            max_length=40,
            restrict=NO_CONTROLS,
            id="day",
            classes="-small",
        )
        day.cursor_blink = False
        day.display = not self.tonight
        yield day
        hint = _("{keep_text} takes it.") if self.tonight else "\n" + _("{keep_text} keeps it. Tab goes to the day.")
        yield Static(self.with_keys(hint), classes="quiet", id="hint", markup=False)

    def changed(self, draft: Draft) -> bool:
        """Another day is worth keeping, too."""
        return super().changed(draft) or draft.on != (self.known.on if self.known else None)

    def draft(self) -> Draft:
        """What was typed; as long as the day is not understood, the day it had."""
        try:
            on = self._on()
        except Refused:
            on = self.known.on if self.known else None
        by = self.known.by if self.known else self._by
        return Draft(
            id=self._record_id,
            kind="topic",
            by=by or "",
            night=self.ritual.house.night,
            at=self._began,
            text=self.query_one(Words).text,
            on=on,
        )

    @property
    def _by(self) -> str | None:
        house = self.ritual.house
        alone = house.people[0] if len(house.people) == 1 else house.here
        return alone.id if alone else None

    def _record(self) -> Topic:
        """What was filled in. Raises `RitualError` where something is missing or not understood."""
        wording = words(self.query_one(Words).text)
        if not wording:
            raise RitualError(_("There are no words yet. A few are enough."))
        new = Topic(id=self._record_id, at=self.ritual.house.clock.now(), by=self._by, text=wording)
        return replace(self.known or new, text=wording, on=self._on())

    def _on(self) -> date | None:
        """The day. Raises `Refused` where it is not understood, ambiguous or over."""
        typed = self.query_one("#day", Input).value.strip()
        if self.known and typed == self._day:
            return self.known.on
        return nights.day_in(typed, self.ritual.house.night, ahead=True) if typed else None
