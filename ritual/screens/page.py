"""The column that every screen has, and the word where the window is too small for it."""

from textual.containers import VerticalScroll
from textual.widgets import Static


class Page(VerticalScroll, can_focus=False):
    """One centred column of at most 72 cells."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Page { width: 100%; max-width: 76; padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
    .-low Page { padding: 0 2; }
    .-roomy Page { padding: 2 2; }
    .-tall Page { padding: 8 2 2 2; }
    .-vast Page { padding: 12 2 2 2; }
    Page { min-width: 40; min-height: 11; }
    """


class TooSmall(Static):
    """Lies over everything while the window is smaller than a page needs.

    The page below keeps the size it needs: Textual fails at lists without a row and at text without a cell.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    TooSmall {
        layer: above; display: none; width: 100%; height: 100%; content-align: center middle;
        background: $background; color: $quiet;
    }
    .-tiny TooSmall, .-flat TooSmall { display: block; }
    """
