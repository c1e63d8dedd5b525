"""A small window that asks for a number."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import places
from ritual.core import lengths
from ritual.screens.place import SmallWindow


class Number(SmallWindow[int | None]):
    """A whole number between two."""

    HERE = places.CHOICE
    ABOUT = "Type a number, then Enter. Esc leaves everything as it is."

    def __init__(self, question: str, usual: int, among: tuple[int, int], unit: str) -> None:
        """`usual` is taken where nothing is typed; `among` are the least and the most there may be."""
        super().__init__()
        self.question = question
        self.usual = usual
        self.among = among
        self.unit = unit

    def page(self) -> Iterable[Widget]:
        """The question and a field."""
        yield Static(f"{self.question}\n", markup=False)
        field = Input(placeholder=f"{self.usual} {self.unit}", max_length=20)
        field.cursor_blink = False
        yield field
        yield Static(f"\nAny number from {self.among[0]} to {self.among[1]}.", classes="quiet", id="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the number, or say what is needed."""
        minutes = lengths.parse_minutes(event.value or str(self.usual), self.among)
        if minutes is None:
            self.query_one("#hint", Static).update(
                f"\nPlease type a number of {self.unit} from {self.among[0]} to {self.among[1]}, like {self.usual}."
            )
        else:
            self.dismiss(minutes)

    def action_go_back(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)


class Minutes(Number):
    """The length of an evening, or of another time together."""

    def __init__(self, question: str, usual: int, among: tuple[int, int] = (lengths.SHORTEST, lengths.LONGEST)) -> None:
        super().__init__(question, usual, among, "minutes")
