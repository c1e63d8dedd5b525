"""Small windows that ask for one setting."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.core.errors import Refused
from ritual.core.text import NO_CONTROLS
from ritual.language import _
from ritual.screens.place import SmallWindow
from ritual.screens.settings.questions import Chosen, Typed

Answer = tuple[Any]
"""The value that was given, which may be none; nothing at all leaves everything as it is."""


class Ask(SmallWindow[Answer | None]):
    """A field; what is not understood is said in one line."""

    HERE = places.CHOICE
    ABOUT = _("Type it, then Enter. {go_back} leaves everything as it is.")

    def __init__(self, asked: Typed) -> None:
        super().__init__()
        self.asked = asked

    def page(self) -> Iterable[Widget]:
        """The question and the field."""
        yield Static(f"{self.asked.question}\n", markup=False)
        field = Input(self.asked.now, max_length=120, restrict=NO_CONTROLS)
        field.cursor_blink = False
        yield field
        yield Static(f"\n{self.asked.hint}", classes="quiet", id="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it, or say what is needed."""
        try:
            self.dismiss((self.asked.understood(event.value.strip()),))
        except Refused as fault:
            self.query_one("#hint", Static).update(f"\n{fault}")


class Choose(SmallWindow[Answer | None]):
    """A few answers to choose from."""

    HERE = places.CHOICE
    ABOUT = _("The arrows choose, Enter takes. {go_back} leaves everything as it is.")

    def __init__(self, asked: Chosen) -> None:
        super().__init__()
        self.asked = asked

    def page(self) -> Iterable[Widget]:
        """The question and the answers."""
        yield Static(f"{self.asked.question}\n", markup=False)
        yield OptionList(*(Option(one) for one in self.asked.answers.values()), markup=False)

    async def on_mount(self) -> None:
        """Begin at what it is now."""
        words, values = self.query_one(OptionList), list(self.asked.answers)
        words.focus()
        words.highlighted = values.index(self.asked.now) if self.asked.now in values else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        self.dismiss((list(self.asked.answers)[event.option_index],))
