"""A number from 0 to 10 on a line, with a word at each end."""

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Key
from textual.style import Style
from textual.widget import Widget

LEAST, MOST = 0, 10
STEP, NARROW = 4, 3
"""Cells from one number to the next, and in a narrow window."""


class Scale(Widget, can_focus=True):
    """Arrows or digits choose; Backspace takes the choice back."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Scale { width: 44; height: auto; max-width: 100%; min-width: 33; }
    """

    BINDINGS = [
        Binding("left,down", "move(-1)", show=False),
        Binding("right,up", "move(1)", show=False),
    ]

    def __init__(self, low: str, high: str, value: int | None = None) -> None:
        """`low` and `high` are what the ends mean."""
        super().__init__()
        self._low, self._high = low, high
        self.value = value

    def action_move(self, by: int) -> None:
        """Less or more; the first move begins in the middle."""
        self.choose((LEAST + MOST) // 2 if self.value is None else self.value + by)

    def on_key(self, event: Key) -> None:
        """A digit chooses at once; 0 after 1 is ten."""
        if event.key == "backspace":
            event.stop()
            self.value = None
            self.refresh()
        elif event.key.isdecimal() and event.key.isascii():
            event.stop()
            self.choose(MOST if event.key == "0" and self.value == 1 else int(event.key))

    def on_click(self, event: Click) -> None:
        """Take the number that was clicked."""
        value = event.style.meta.get("value")
        if value is not None:
            self.choose(int(value))

    def choose(self, value: int) -> None:
        """Take `value`, held between 0 and 10."""
        self.value = min(MOST, max(LEAST, value))
        self.refresh()

    def render(self) -> RenderResult:
        """The numbers on a line, and the words below its ends."""
        step = STEP if self.size.width >= STEP * (MOST + 1) else NARROW
        numbers = Content().join(self._number(number, step) for number in range(LEAST, MOST + 1))
        space = " " * max(2, step * (MOST + 1) - len(self._low) - len(self._high) - 2)
        return Content("\n").join([numbers, Content.styled(f" {self._low}{space}{self._high}", "$quiet")])

    def _number(self, number: int, step: int) -> Content:
        """A number in the middle of its cells; all of them can be clicked."""
        style = "bold $accent underline" if number == self.value else "$quiet"
        left = (step - len(str(number))) // 2
        right = step - len(str(number)) - left
        parts = Content(" " * left) + Content.styled(str(number), style) + Content(" " * right)
        return parts.stylize(Style.from_meta({"value": number}))
