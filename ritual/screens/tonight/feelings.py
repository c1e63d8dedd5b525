"""Words for what one feels, to get past "fine". They are for saying aloud; nothing is kept."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import places
from ritual.content import feelings
from ritual.language import _
from ritual.screens.place import SmallWindow
from ritual.widgets.picker import WordPicker


class FeelingWords(SmallWindow[list[str] | None]):
    """Gives back up to three words."""

    DEFAULT_CSS = """
    FeelingWords WordPicker #chosen { text-align: left; margin-bottom: 1; }
    FeelingWords.-low WordPicker #chosen { margin-bottom: 0; }
    """

    HERE = places.FEELINGS
    READING = "naming-feelings"
    ABOUT = _("Type a few letters, or look with the arrows. The words are for saying aloud, and are not written down.")

    def __init__(self, chosen: list[str]) -> None:
        super().__init__()
        self.chosen = chosen

    def page(self) -> Iterable[Widget]:
        """The words, by their families."""
        yield Static(_("I feel …"), markup=False)
        yield WordPicker([(one.name, one.feelings) for one in feelings().families], self.chosen)
        yield Static("\n" + _("Enter takes the marked word, or goes back."), classes="quiet", markup=False)

    def on_word_picker_done(self) -> None:
        """These."""
        self.dismiss(self.query_one(WordPicker).chosen)

    def action_go_back(self) -> None:
        """These, too."""
        self.dismiss(self.query_one(WordPicker).chosen)
