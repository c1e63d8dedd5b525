"""The field for searching a log."""

from textual.widgets import Input

from ritual.core.text import NO_CONTROLS
from ritual.language import _


class SearchField(Input):
    """It is there while somebody searches."""

    DEFAULT_CSS = """
    SearchField { margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__(
            placeholder=_("search as you type"),
            max_length=200,
            restrict=NO_CONTROLS,
            select_on_focus=False,
            classes="-small",
        )
        self.cursor_blink = False
        self.display = False

    def close(self) -> None:
        """Be gone, with no word in it."""
        self.display = False
        with self.prevent(Input.Changed):
            self.value = ""
