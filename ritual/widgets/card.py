"""A question card: the one thing on a page that has a border."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from ritual.core.cards import DEPTH_NAMES
from ritual.core.text import on_screen
from ritual.language import amid

DEPTHS = {depth: f"{sign} {name}" for sign, (depth, name) in zip("○◐●", DEPTH_NAMES.items(), strict=True)}
WIDEST = 2
"""Cells of the widest letter: Textual loses what is wider than a line."""


class CardView(Widget):
    """A question, its deck and its depth."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    CardView {
        width: 100%; max-width: 66; height: auto; padding: 1 3; color: $foreground;
        border: round $accent; border-subtitle-color: $quiet; border-subtitle-align: right;
    }
    .-low CardView { padding: 0 2; }
    .-tall CardView, .-vast CardView { padding: 2 4; }
    """

    def __init__(self, text: str, deck: str = "", depth: int = 1, follow_up: str | None = None) -> None:
        super().__init__()
        self._asks = [Content(on_screen(text))]
        if follow_up:
            self._asks += [Content(""), Content.styled(on_screen(follow_up), "$accent")]
        self.border_subtitle = Content(" · ".join(part for part in (amid(on_screen(deck)), DEPTHS[depth]) if part))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the lines take."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return [line for asked in self._asks for line in balanced(asked, width)]


def balanced(content: Content, width: int) -> list[Content]:
    """`content` in as few lines as fit into `width`, all about equally long."""
    width = max(width, WIDEST)
    fewest = len(content.wrap(width))
    narrow = next(one for one in range(max(width // 2, WIDEST), width + 1) if len(content.wrap(one)) <= fewest)
    return content.wrap(narrow)
