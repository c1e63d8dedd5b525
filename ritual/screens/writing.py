"""What the form and the answer have in common: words in a field, which wait on Home where they are left."""

from functools import partial
from typing import TypeVar

from ritual.journal import Draft
from ritual.screens.place import SmallWindow
from ritual.widgets.words import Words

T = TypeVar("T")


class Writing(SmallWindow[T | None]):
    """Words are put down once a second. It gives back what was kept."""

    AUTO_FOCUS = "Words"

    def __init__(self) -> None:
        super().__init__()
        self._ahead = self._first = ""
        self._saved: Draft | None = None
        self._open = self._done = False

    @property
    def waits(self) -> bool:
        """Whether words were left that wait on Home."""
        return self._saved is not None and self.ritual.house.drafts.get(self._saved.id) is not None

    def draft(self) -> Draft:
        """What is filled in, as a draft; the same for the same, at whatever time it is asked for."""
        raise NotImplementedError

    def changed(self, draft: Draft) -> bool:
        """Whether it says something that is not kept."""
        return draft.text != self._first

    async def on_mount(self) -> None:
        """Begin with the words."""
        self._open, field = True, self.query_one(Words)
        self._first = field.text
        field.insert(self._ahead)
        self.set_interval(1, partial(self.ritual.attempt, self.put_down))

    def action_go_back(self) -> None:
        """Leave it for later."""
        if self.ritual.attempt(self.put_down):
            self.finish(None)

    def type_ahead(self, letter: str) -> None:
        """Let no letter get lost that was typed while the field was on its way."""
        if not self._open:
            self._ahead += letter
        elif (self.focused is None or isinstance(self.focused, Words)) and not self._done:
            self.query_one(Words).insert(letter)

    def finish(self, kept: T | None) -> None:
        """Go back with what was kept, once; from now on there is nothing to put down."""
        if not self._done:
            self._done = True
            self.dismiss(kept)

    def put_down(self) -> None:
        """Keep what was typed as a draft. What is already kept needs none until its words are changed."""
        if self._done or not self.query(Words):
            return
        draft, drafts = self.draft(), self.ritual.house.drafts
        if draft == self._saved:
            return
        if f"{draft.text}{draft.follow_up or ''}".strip() and self.changed(draft):
            drafts.save(draft)
        elif self._saved:
            drafts.clear(draft.id)
        self._saved = draft
