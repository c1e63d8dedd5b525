"""Good night: the evening is kept, and the screen stays as it is until one of them wants to go Home."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import places
from ritual.content import evening_words
from ritual.evening import Evening
from ritual.screens.place import Place


class Goodnight(Place[None]):
    """Nothing more is asked tonight."""

    DEFAULT_CSS = """
    Goodnight Page { align: center middle; }
    Goodnight Static { width: 100%; text-align: center; }
    """

    HERE = places.GOODNIGHT
    ABOUT = "Your evening is kept. You can close the laptop, or go Home."

    def __init__(self, evening: Evening) -> None:
        super().__init__()
        self.evening = evening

    def page(self) -> Iterable[Widget]:
        """One sentence."""
        if self.evening.is_quiet:
            yield Static("That was time together. It is kept.", markup=False)
            return
        yield Static(self.evening.chance("goodnight").choice(evening_words().close.goodnight), markup=False)
        yield Static("\nYour evening is kept.", classes="quiet", markup=False)

    def action_go_home(self) -> None:
        """Home, but only on purpose."""
        self.ritual.go_home()
