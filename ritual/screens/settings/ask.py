"""Small windows that ask for one setting."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.core.errors import Refused
from ritual.core.text import NO_CONTROLS
from ritual.language import _
from ritual.screens.place import SmallWindow


class Ask(SmallWindow[Any]):
    """A field; what is not understood is said in one line."""

    HERE = places.CHOICE
    ABOUT = _("Type it, then Enter. {go_back} leaves everything as it is.")

    def __init__(self, question: str, now: str, understood: Callable[[str], Any], hint: str = "") -> None:
        """`now` stands in the field; `understood` makes a value of what is typed, or raises `Refused`."""
        super().__init__()
        self.question, self.now, self.understood, self.hint = question, now, understood, hint

    def page(self) -> Iterable[Widget]:
        """The question and the field."""
        yield Static(f"{self.question}\n", markup=False)
        field = Input(self.now, max_length=120, restrict=NO_CONTROLS)
        field.cursor_blink = False
        yield field
        yield Static(f"\n{self.hint}", classes="quiet", id="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it, or say what is needed."""
        try:
            self.dismiss(self.understood(event.value.strip()))
        except Refused as fault:
            self.query_one("#hint", Static).update(f"\n{fault}")


class Choose(SmallWindow[int | None]):
    """A few words to choose from; gives back the place of the one that was taken."""

    HERE = places.CHOICE
    ABOUT = _("The arrows choose, Enter takes. {go_back} leaves everything as it is.")

    def __init__(self, question: str, choices: Sequence[str], now: int) -> None:
        super().__init__()
        self.question, self.choices, self.now = question, choices, now

    def page(self) -> Iterable[Widget]:
        """The question and the words."""
        yield Static(f"{self.question}\n", markup=False)
        yield OptionList(*(Option(one) for one in self.choices), markup=False)

    async def on_mount(self) -> None:
        """Begin at what it is now."""
        words = self.query_one(OptionList)
        words.focus()
        words.highlighted = self.now

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        self.dismiss(event.option_index)
