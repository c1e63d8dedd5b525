"""What the forms have in common: each makes a new record, or changes one."""

from typing import ClassVar, TypeVar

from textual.events import Key
from textual.widgets import Static

from ritual.core.errors import RitualError
from ritual.core.records import Record
from ritual.screens.writing import Writing
from ritual.widgets.choice import Choice

R = TypeVar("R", bound=Record)


class Form(Writing[R]):
    """The fields of one record: all of it is kept, or a line says what is missing."""

    ABOVE: ClassVar[str] = "\n"
    """What stands between the fields and that line."""

    _record_id: str
    """The id that the record has, or will have."""

    def __init__(self, known: R | None = None) -> None:
        """With a `known` one to change it; else a new one."""
        super().__init__()
        self.known = known

    def action_keep_text(self) -> None:
        """Keep it, or say what is missing."""
        try:
            record = self._record()
        except RitualError as fault:
            self.query_one("#hint", Static).update(f"{self.ABOVE}{fault}")
            return
        if self.ritual.attempt(lambda: self._keep(record)):
            self.finish(record)

    def on_input_submitted(self) -> None:
        """Enter in one of the small fields keeps all of it."""
        self.action_keep_text()

    def key_enter(self, event: Key) -> None:
        """Enter on a choice keeps all of it, too; only in the words it begins a new line."""
        if isinstance(self.focused, Choice):
            event.stop()
            self.action_keep_text()

    def _record(self) -> R:
        """What was filled in. Raises `RitualError` where something is missing or not understood."""
        raise NotImplementedError

    def _keep(self, record: R) -> None:
        if record != self.known:
            self.ritual.house.journal.keep(record)
        self.ritual.house.drafts.clear(self._record_id)
