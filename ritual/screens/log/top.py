"""The line above a log: the night, and what of it is shown; for a while a sentence in its place."""

from datetime import date

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from ritual.core import dates

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

    def shows(self, tonight: date, what: str, progress: str = "") -> None:
        """Show the night; where not all are shown, which; and what is being read."""
        night = Content.styled(dates.in_words(tonight), "$quiet")
        reading = Content.styled(f"   {progress}" if progress else "", "$quiet")
        usual = Content.assemble(night, (f"   {what}" if what else "", "$accent"), reading)
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
