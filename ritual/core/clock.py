"""What the program asks about time. The real one is in `ritual.journal.machine`; tests bring their own."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """The wall clock, with the offset of this place."""

    def seconds(self) -> float:
        """Seconds that only ever grow, also while the machine sleeps."""
