"""A small window that asks when they go on talking about something."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import places
from ritual.core import nights
from ritual.core.errors import Refused
from ritual.core.text import NO_CONTROLS
from ritual.screens.place import SmallWindow


class When(SmallWindow[date | None]):
    """A day to come; nothing typed means the next check-in."""

    HERE = places.CHOICE
    ABOUT = "Type a day to come: tomorrow, next friday, 3 march. Nothing typed means the next check-in."

    def page(self) -> Iterable[Widget]:
        """The question and a field."""
        yield Static("When would you like to go on with it?\n", markup=False)
        field = Input(placeholder="the next check-in, or a day like next friday", max_length=40, restrict=NO_CONTROLS)
        field.cursor_blink = False
        yield field
        yield Static("", classes="quiet", id="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the day, or say what is not clear."""
        try:
            typed = event.value.strip()
            self.dismiss(nights.day_in(typed, self.ritual.house.night, ahead=True) if typed else None)
        except Refused as fault:
            self.query_one("#hint", Static).update(f"\n{fault}")

    def action_go_back(self) -> None:
        """At the next check-in."""
        self.dismiss(None)
