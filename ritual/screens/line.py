"""A line of text on a page, with some space above it."""

from textual.content import Content
from textual.events import Click
from textual.style import Style
from textual.widgets import Static

DOES = "does"


def clickable(words: Content, action: str) -> Content:
    """`words` that run `action` when they are clicked in a `Line`."""
    return words.stylize(Style.from_meta({DOES: action}))


class Line(Static):
    """A line of text; `-near` without the space."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Line { width: 100%; height: auto; margin-top: 1; padding: 0 3; }
    Line.-near { margin-top: 0; }
    .-narrow Line { padding: 0 1; }
    """

    def __init__(self, text: str | Content, *classes: str) -> None:
        super().__init__(text, markup=False, classes=" ".join(classes))

    async def on_click(self, event: Click) -> None:
        """Do what the words under the mouse say."""
        if DOES in event.style.meta:
            await self.run_action(event.style.meta[DOES])
