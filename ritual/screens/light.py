"""Choosing the colours: the marked theme is shown at once, Enter keeps it."""

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.content import Content
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.core.text import on_screen
from ritual.language import _
from ritual.screens.place import SmallWindow
from ritual.themes import Light


class Sample(Static):
    """A card in the light they look at."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Sample {
        width: 1fr; height: auto; margin-left: 3; padding: 1 3; border: round $accent;
        border-subtitle-color: $quiet; border-subtitle-align: right;
    }
    .-low Sample { padding: 0 1; margin-left: 1; }
    """

    def meet(self, theme: Theme, names: Iterable[str]) -> None:
        """Show what `theme` is for, and the colours of the two."""
        colors = ("$accent", "$secondary")
        parts = [Content.styled(f"● {name}", color) for name, color in zip(names, colors, strict=False)]
        about = on_screen(theme.about) if isinstance(theme, Light) else ""
        kind = _("dark") if theme.dark else _("light")
        self.update(Content("\n\n").join([*([Content(about)] if about else []), Content("   ").join(parts)]))
        self.border_subtitle = Content(f"{theme.name} · {kind}")


class ChooseLight(SmallWindow[None]):
    """The themes, ours and theirs."""

    DEFAULT_CSS = """
    ChooseLight Horizontal { height: 1fr; }
    ChooseLight OptionList { width: auto; min-width: 16; max-width: 45%; }
    """
    HERE = places.CHOICE
    ABOUT = _(
        "Move through the themes and see each at once. Enter keeps the one you see, {go_back} leaves the one you had."
    )

    def page(self) -> Iterable[Widget]:
        """A list of names, the dark ones first, beside a card."""
        self._before = self.app.theme
        yield Static(_("Which light would you like?") + "\n", markup=False)
        themes = sorted(self.app.available_themes.values(), key=lambda one: (one.ansi, not one.dark, one.name))
        choices = OptionList(*(Option(one.name, id=one.name) for one in themes))
        choices.highlighted = [one.name for one in themes].index(self._before)
        with Horizontal():
            yield choices
            yield Sample(markup=False)

    async def on_mount(self) -> None:
        """Begin at the theme they have."""
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show it."""
        if event.option.id:
            self.app.theme = event.option.id
            names = [one.name for one in self.ritual.house.people]
            self.query_one(Sample).meet(self.app.current_theme, names)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keep it."""
        self.ritual.attempt(lambda: self.ritual.house.change(theme=event.option.id))
        self.dismiss(None)

    def action_go_back(self) -> None:
        """Leave it as it was."""
        self.app.theme = self._before
        self.dismiss(None)
