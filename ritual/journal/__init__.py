"""What keeps it all: TinyDB files by month, saved whole or not at all."""

from ritual.journal.bin import Bin
from ritual.journal.catalogue import month_of
from ritual.journal.drafts import Draft, DraftKind, Drafts
from ritual.journal.journal import Journal
from ritual.journal.machine import SystemClock
from ritual.journal.watch import Watch

__all__ = ["Bin", "Draft", "DraftKind", "Drafts", "Journal", "SystemClock", "Watch", "month_of"]
