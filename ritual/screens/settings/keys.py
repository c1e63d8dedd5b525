"""The names that commands have in the settings, for those who want other keys."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import places
from ritual.commands.keymap import every_command
from ritual.language import _
from ritual.screens.place import SmallWindow
from ritual.widgets.foot import written

GAP = 2
"""Cells between two columns."""


class KeyNames(SmallWindow[None]):
    """Every command with its name and the keys it has now."""

    HERE = places.HELP
    ABOUT = _("The names to write before the keys of your choice. They hold from the next start on.")

    def page(self) -> Iterable[Widget]:
        """How to do it, then all of them."""
        yield Static(
            _("Other keys go into {file}, like this:", file=self.ritual.house.folders.settings_file), markup=False
        )
        yield Static('\n[keys]\ntake_break = "ctrl+b,f6"\n', classes="quiet", markup=False)
        rows = [
            (name, ", ".join(map(written, self.keys_of(command))), command.name)
            for name, command in sorted(every_command().items())
        ]
        names, keys = (max(cell_len(row[column]) for row in rows) + GAP for column in (0, 1))
        lines = (Content.assemble(f"{name:<{names}}", (f"{key:<{keys}}", "$accent"), what) for name, key, what in rows)
        yield Static(Content("\n").join(lines), markup=False)

    async def on_mount(self) -> None:
        """The arrows scroll."""
        self.scroll_by_keys()
