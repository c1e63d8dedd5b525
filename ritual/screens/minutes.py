"""A small window that asks for a number."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import places
from ritual.core import lengths
from ritual.language import _, fill, ngettext
from ritual.screens.place import SmallWindow


class Number(SmallWindow[int | None]):
    """A whole number between two."""

    HERE = places.CHOICE
    ABOUT = _("Type a number, then Enter. {go_back} leaves everything as it is.")

    def __init__(self, question: str, usual: int, among: tuple[int, int]) -> None:
        """`usual` is taken where nothing is typed; `among` are the least and the most there may be."""
        super().__init__()
        self.question = question
        self.usual = usual
        self.among = among

    def counted(self, number: int) -> str:
        """`number`, with what is counted."""
        raise NotImplementedError

    def needed(self) -> str:
        """The sentence that asks for one; in it `least`, `most` and `usual`."""
        raise NotImplementedError

    def page(self) -> Iterable[Widget]:
        """The question and a field."""
        yield Static(f"{self.question}\n", markup=False)
        field = Input(placeholder=self.counted(self.usual), max_length=20)
        field.cursor_blink = False
        yield field
        hint = self._said(_("Any number from {least} to {most}."))
        yield Static(hint, classes="quiet", id="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the number, or say what is needed."""
        minutes = lengths.parse_minutes(event.value or str(self.usual), self.among)
        if minutes is None:
            self.query_one("#hint", Static).update(self._said(self.needed()))
        else:
            self.dismiss(minutes)

    def _said(self, sentence: str) -> str:
        least, most = self.among
        return "\n" + fill(sentence, least=least, most=most, usual=self.usual)


class Minutes(Number):
    """The length of an evening, or of another time together."""

    def __init__(self, question: str, usual: int, among: tuple[int, int] = (lengths.SHORTEST, lengths.LONGEST)) -> None:
        super().__init__(question, usual, among)

    def counted(self, number: int) -> str:
        """`20 minutes`."""
        return ngettext("{count} minute", "{count} minutes", number)

    def needed(self) -> str:
        """What an answer looks like."""
        return _("Please type a number of minutes from {least} to {most}, like {usual}.")


class Evenings(Number):
    """So many of them in a week."""

    def counted(self, number: int) -> str:
        """`3 evenings`."""
        return ngettext("{count} evening", "{count} evenings", number)

    def needed(self) -> str:
        """What an answer looks like."""
        return _("Please type a number of evenings from {least} to {most}, like {usual}.")
