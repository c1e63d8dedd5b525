"""Two people's words side by side; below each other where the window is narrow."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from ritual.core.text import on_screen

LONG_TEXT = "-long"
"""The class of what may be longer than the page, and is read with the arrows."""


class Both(Container):
    """Each name with what its person said."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Both { width: 100%; height: auto; layout: horizontal; padding: 0 3; }
    Both > Vertical { width: 1fr; height: auto; padding: 0 3 1 0; }
    Both .name { color: $accent; }
    .-narrow Both { layout: vertical; padding: 0 1; }
    .-narrow Both > Vertical { width: 100%; padding: 0 0 1 0; }
    """

    def __init__(self, said: Iterable[tuple[str, str | Content]]) -> None:
        """`said` are names and words; what is no words of theirs comes as `Content`."""
        super().__init__(classes=LONG_TEXT)
        self._said = list(said)

    def compose(self) -> ComposeResult:
        """A column for each."""
        for name, words in self._said:
            with Vertical():
                yield Static(name, classes="name", markup=False)
                yield Static(on_screen(words) if isinstance(words, str) else words, markup=False)
