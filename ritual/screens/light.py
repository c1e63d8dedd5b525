"""Choosing the colours: the marked theme is shown at once, Enter keeps it."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.language import _
from ritual.screens.place import SmallWindow


class Light(SmallWindow[None]):
    """The themes, ours and theirs."""

    HERE = places.CHOICE
    ABOUT = _("Move through the themes and see each at once. Enter keeps the one you see, Esc leaves the one you had.")

    def page(self) -> Iterable[Widget]:
        """A list of names."""
        self._before = self.app.theme
        yield Static(_("Which light would you like?") + "\n", markup=False)
        names = sorted(self.app.available_themes)
        themes = OptionList(*(Option(name, id=name) for name in names))
        themes.highlighted = names.index(self.app.theme)
        yield themes
        yield Static("\n" + _("Enter keeps it."), classes="quiet", markup=False)

    async def on_mount(self) -> None:
        """Begin at the theme they have."""
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show it."""
        if event.option.id:
            self.app.theme = event.option.id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keep it."""
        self.ritual.attempt(lambda: self.ritual.house.change(theme=event.option.id))
        self.dismiss(None)

    def action_go_back(self) -> None:
        """Leave it as it was."""
        self.app.theme = self._before
        self.dismiss(None)
