"""A small window that asks for minutes."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import places
from ritual.core import lengths
from ritual.screens.place import SmallWindow


class Minutes(SmallWindow[int | None]):
    """10, 20, 40, or any number from 2 to 180."""

    HERE = places.CHOICE
    ABOUT = "Type a number of minutes from 2 to 180, then Enter. Esc leaves everything as it is."

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def page(self) -> Iterable[Widget]:
        """The question and a field."""
        usual = str(self.ritual.house.settings.minutes)
        yield Static(f"{self.question}\n", markup=False)
        field = Input(placeholder=f"{usual} minutes", max_length=20)
        field.cursor_blink = False
        yield field
        yield Static("\n10, 20, 40, or any number from 2 to 180.", classes="quiet", id="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the number, or say what is needed."""
        minutes = lengths.parse_minutes(event.value or str(self.ritual.house.settings.minutes))
        if minutes is None:
            self.query_one("#hint", Static).update("\nPlease type a number of minutes from 2 to 180, like 20.")
        else:
            self.dismiss(minutes)

    def action_go_back(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)
