"""The check-in is kept; the screen stays as it is until one of them wants to go Home."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import Command, places
from ritual.commands.general import Leave
from ritual.language import _
from ritual.scenes.checkin import farewell
from ritual.screens.place import Place


class CheckinKept(Place[None]):
    """Nothing more is asked."""

    DEFAULT_CSS = """
    CheckinKept Page { align: center middle; }
    CheckinKept Static { width: 100%; text-align: center; }
    """

    HERE = places.GOODNIGHT
    ABOUT = _("Your check-in is kept. You can close the laptop, or go Home.")

    def page(self) -> Iterable[Widget]:
        """Two sentences."""
        kept, coming = farewell(self.ritual.house)
        yield Static(kept, markup=False)
        yield Static(f"\n{coming}", classes="quiet", markup=False)

    def at_foot(self, command: type[Command]) -> bool:
        """Here, too, they may want to close the program."""
        return command is Leave or super().at_foot(command)
