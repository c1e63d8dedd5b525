"""Good night: the evening is kept, and the screen stays as it is until one of them wants to go Home."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import Command, places
from ritual.commands.general import Leave
from ritual.evening import Evening
from ritual.language import _
from ritual.scenes.tonight import farewell
from ritual.screens.place import Place


class Goodnight(Place[None]):
    """Nothing more is asked tonight."""

    DEFAULT_CSS = """
    Goodnight Page { align: center middle; }
    Goodnight Static { width: 100%; text-align: center; }
    """

    HERE = places.GOODNIGHT
    ABOUT = _("Your evening is kept. You can close the laptop, or go Home.")

    def __init__(self, evening: Evening) -> None:
        super().__init__()
        self.evening = evening

    def page(self) -> Iterable[Widget]:
        """One sentence."""
        sentence, kept = farewell(self.evening)
        yield Static(sentence, markup=False)
        if kept:
            yield Static(f"\n{kept}", classes="quiet", markup=False)

    def at_foot(self, command: type[Command]) -> bool:
        """Here, of all places, they may want to close the program."""
        return command is Leave or super().at_foot(command)

    def action_go_home(self) -> None:
        """Home, but only on purpose."""
        self.ritual.go_home()
