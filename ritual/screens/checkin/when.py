"""A small window that asks for a day to come."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import places
from ritual.core import nights
from ritual.core.errors import Refused
from ritual.core.text import NO_CONTROLS
from ritual.language import _
from ritual.screens.place import SmallWindow


class When(SmallWindow[date | None]):
    """A day to come, or nothing."""

    HERE = places.CHOICE
    ABOUT = _("Type a day to come: tomorrow, next friday, 3 march. Nothing typed leaves it open.")

    def __init__(
        self,
        question: str = _("When would you like to go on with it?"),
        hint: str = _("the next check-in, or a day like next friday"),
    ) -> None:
        super().__init__()
        self.question = question
        self.placeholder = hint

    def page(self) -> Iterable[Widget]:
        """The question and a field."""
        yield Static(f"{self.question}\n", markup=False)
        field = Input(placeholder=self.placeholder, max_length=40, restrict=NO_CONTROLS)
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
        """Leave everything as it is: whoever asked is told nothing."""
        self.app.pop_screen()
