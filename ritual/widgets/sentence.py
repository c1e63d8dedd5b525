"""A sentence in lines of about one length: no last word stands alone."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from ritual.widgets.card import balanced


class Sentence(Static):
    """Words of ours, to be read from the sofa."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words take."""
        return len(balanced(Content(str(self.content)), width))

    def render(self) -> RenderResult:
        """The lines."""
        return Content("\n").join(balanced(Content(str(self.content)), self.content_size.width))
