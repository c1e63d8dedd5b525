"""The field for searching, and how a place opens it."""

from typing import TypeVar

from textual.widgets import Input

from ritual.core.text import NO_CONTROLS
from ritual.language import _
from ritual.screens.place import Place

R = TypeVar("R")


class SearchField(Input):
    """It is there while somebody searches."""

    DEFAULT_CSS = """
    SearchField { margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__(
            placeholder=_("search as you type"),
            max_length=200,
            restrict=NO_CONTROLS,
            select_on_focus=False,
            classes="-small",
        )
        self.cursor_blink = False
        self.display = False

    def close(self) -> None:
        """Be gone, with no word in it."""
        self.display = False
        with self.prevent(Input.Changed):
            self.value = ""


class Searched(Place[R]):
    """A place with such a field."""

    @property
    def field(self) -> SearchField:
        """Where they search."""
        return self.query_one(SearchField)

    def action_search_words(self) -> None:
        """Open the field, before the next letter comes."""
        self.field.display = True
        self.set_focus(self.field)

    def type_ahead(self, letter: str) -> None:
        """Find by the letters, too, that came before the field was open."""
        if self.focused is self.field:
            self.field.insert_text_at_cursor(letter)
