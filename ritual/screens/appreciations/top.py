"""The line above the log: the night, and what of it is shown; for a while a sentence in its place."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from ritual.core import nights, people
from ritual.core.appreciation import Sought
from ritual.core.records import Person

A_WHILE = 5
"""Seconds that a sentence stays."""


class Top(Static):
    """It covers nothing of what they read."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Top { height: auto; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._usual = Content()
        self._timer: Timer | None = None

    def seeks(self, sought: Sought, tonight: date, two: Sequence[Person]) -> None:
        """Show the night; and where not all are shown, which."""
        by = people.name_of(two, sought.by)
        parts = (f"from {by}" if by else "", sought.way or "", str(sought.year or ""))
        shown = " · ".join(part for part in parts if part)
        night = Content.styled(nights.in_words(tonight), "$quiet")
        usual = Content.assemble(night, (f"   {shown}" if shown else "", "$accent"))
        if usual.is_same(self._usual):
            return
        self._usual = usual
        if self._timer is None:
            self.update(usual)

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self.hush()
        self._timer = self.set_timer(A_WHILE, self.hush)
        self.update(Content(sentence))

    def hush(self) -> None:
        """Show what usually stands here."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
        self.update(self._usual)
