"""Help: what this place is for, and all its keys. Made from the same commands as everything else."""

from collections.abc import Iterable
from typing import Any

from rich.cells import cell_len
from textual.containers import Grid
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import places
from ritual.language import _
from ritual.screens.place import Place, SmallWindow
from ritual.widgets.foot import written

LEAST, GAP = 10, 2
"""Cells for the keys, and between the longest of them and its words."""


class HelpWindow(SmallWindow[None]):
    """Lies over the place that it explains."""

    DEFAULT_CSS = """
    HelpWindow.-roomy Page { padding: 2 2 1 2; }
    HelpWindow Page Static { padding-right: 1; }
    HelpWindow #safety { width: 100%; max-width: 76; padding: 0 2; margin-bottom: 1; }
    HelpWindow.-low #safety { display: none; }
    HelpWindow #keys { grid-size: 2; grid-rows: auto; height: auto; }
    """

    HERE = places.HELP
    ABOUT = _("This is the help.")

    def __init__(self, place: Place[Any]) -> None:
        super().__init__()
        self.place = place

    def page(self) -> Iterable[Widget]:
        """One paragraph and a line for each key."""
        yield Static(f"{self.place.with_keys(self.place.ABOUT)}\n", markup=False)
        commands = self.place.commands()
        keys = [", ".join(map(written, self.place.keys_of(command))) for command in commands]
        lines = zip(keys, commands, strict=True)
        grid = Grid(
            *(
                one
                for key, command in lines
                for one in (_key(key), Static(self.place.with_keys(command.help), markup=False))
            ),
            id="keys",
        )
        grid.styles.grid_columns = (str(max(LEAST, *(cell_len(key) + GAP for key in keys))), "1fr")
        yield grid

    def below(self) -> Iterable[Widget]:
        """The same for everyone, always, and never out of sight."""
        words = _("{open_safety}: when not to do such exercises, and where help is.")
        yield Static(self.with_keys(words), classes="quiet", id="safety", markup=False)

    async def on_mount(self) -> None:
        """The arrows scroll."""
        self.scroll_by_keys()


def _key(name: str) -> Static:
    return Static(Content.styled(name, "$accent"), markup=False)
