"""The question card as the one thing on the page: large, to be read from the other end of the sofa."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from ritual.core.text import on_screen
from ritual.language import amid
from ritual.widgets.card import DEPTHS, balanced

SPACIOUS = 21
"""Rows of a window from which on the lines of a card stand apart: a metre away that is easier to read."""
VERY_SPACIOUS = 32
"""Rows from which on they do so also where two questions stand on it: the card does not grow by going deeper."""


class LargeCard(Widget):
    """A question in large lines; below it, where they went one step deeper, its follow-up."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    LargeCard {
        width: 100%; height: auto; min-height: 5; padding: 0 3; content-align: left middle;
        border: round $accent; border-subtitle-color: $quiet; border-subtitle-align: right; text-style: bold;
    }
    .-middle LargeCard { min-height: 8; }
    .-roomy LargeCard { min-height: 11; padding: 1 6; }
    .-tall LargeCard, .-vast LargeCard { min-height: 15; padding: 2 6; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._asks: tuple[str, str] = ("", "")

    def meet(self, text: str, deck: str, depth: int, follow_up: str | None = None, *, favourite: bool = False) -> None:
        """Show a card, with its `follow_up` where they went one step deeper."""
        self._asks = (on_screen(text), on_screen(follow_up or ""))
        parts = ("♥" if favourite else "", amid(on_screen(deck)), DEPTHS[depth])
        self.border_subtitle = Content(" · ".join(part for part in parts if part))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the lines take."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        gap = [Content("")] if self.app.size.height >= (VERY_SPACIOUS if self._asks[1] else SPACIOUS) else []
        lines: list[Content] = []
        for asked, style in zip(self._asks, ("", "$accent"), strict=True):
            for line in balanced(Content.styled(asked, style), width) if asked else ():
                lines += [*(gap if lines else ()), line]
            lines += [Content("")] if asked and not style and self._asks[1] else []
        return lines
