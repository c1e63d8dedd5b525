"""One of a few things, side by side: the arrows choose."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

GAP = 2
"""Cells between two choices."""


class Choice(Widget, can_focus=True):
    """Shows all choices in a row, or below each other where the window is narrow, and marks the one that is taken."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Choice { width: 100%; height: auto; min-height: 1; padding: 0 1; border-left: outer $surface; min-width: 12; }
    Choice:focus { border-left: outer $accent; }
    """
    BINDINGS = [
        Binding("right,down", "step(1)", show=False),
        Binding("left,up", "step(-1)", show=False),
    ]

    class Changed(Message):
        """Another one was taken."""

    def __init__(
        self, choices: Sequence[tuple[str | None, str]], taken: str | None = None, id: str | None = None
    ) -> None:
        """`choices` are values and how they are called."""
        super().__init__(id=id)
        self._choices = choices
        values = [value for value, _ in choices]
        self._at = values.index(taken) if taken in values else 0

    @property
    def taken(self) -> str | None:
        """The value that is taken."""
        return self._choices[self._at][0]

    def action_step(self, step: int) -> None:
        """Take the next one."""
        self._at = (self._at + step) % len(self._choices)
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self, event: Click) -> None:
        """Take the one that was clicked."""
        place = event.style.meta.get("place")
        if place is not None:
            self.action_step(int(place) - self._at)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All of them in one row."""
        return sum(cell_len(name) + GAP for _, name in self._choices) - GAP

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as they need."""
        return len(self._rows(width))

    def render(self) -> RenderResult:
        """All of them; no name is broken in two."""
        rows = (Content(" " * GAP).join(map(self._word, row)) for row in self._rows(self.size.width))
        return Content("\n").join(rows)

    def _word(self, place: int) -> Content:
        name = self._choices[place][1]
        style = "bold $accent underline" if place == self._at else "$quiet"
        return Content.styled(name, style).stylize(Style.from_meta({"place": place}))

    def _rows(self, width: int) -> list[list[int]]:
        """The places of the choices, row by row."""
        rows: list[list[int]] = [[]]
        used = 0
        for place, (_, name) in enumerate(self._choices):
            used += cell_len(name) + (GAP if rows[-1] else 0)
            if rows[-1] and used > width:
                rows.append([])
                used = cell_len(name)
            rows[-1].append(place)
        return rows
