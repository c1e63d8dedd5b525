"""One of a few things, side by side: the arrows choose."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style
from textual.widget import Widget


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

    def render(self) -> RenderResult:
        """All of them."""
        words = (
            Content.styled(name, "bold $accent underline" if place == self._at else "$quiet").stylize(
                Style.from_meta({"place": place})
            )
            for place, (_, name) in enumerate(self._choices)
        )
        return Content("  ").join(words)
