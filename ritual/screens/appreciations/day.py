"""A small window that asks for a day, in words."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import places
from ritual.core.errors import Refused
from ritual.core.nights import Span, span_in
from ritual.core.text import NO_CONTROLS
from ritual.language import _
from ritual.screens.place import SmallWindow


class Day(SmallWindow[Span | None]):
    """A day, a month, a season or a year."""

    HERE = places.CHOICE
    ABOUT = _(
        "Type a day as you would say it: yesterday, last friday, 3 march, last spring, 2024. {go_back} leaves it."
    )

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def page(self) -> Iterable[Widget]:
        """The question and a field."""
        yield Static(f"{self.question}\n", markup=False)
        hint = _("yesterday, last spring, 3 march, 2024")
        field = Input(placeholder=hint, max_length=60, restrict=NO_CONTROLS)
        field.cursor_blink = False
        yield field
        yield Static("", classes="quiet", id="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the day, or say what is not clear."""
        try:
            self.dismiss(span_in(event.value, self.ritual.house.night))
        except Refused as fault:
            self.query_one("#hint", Static).update(f"\n{fault}")
