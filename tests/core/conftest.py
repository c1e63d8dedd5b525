"""Sessions to walk through."""

from collections.abc import Sequence

from ritual.core import lengths, session
from ritual.core.records import Session
from ritual.core.session import Progress
from tests.conftest import EVENING

TWO = ("ana", "sam")
SOLO = ("ana",)


def begun(minutes: int = 20, people: Sequence[str] = TWO, card: bool | None = None) -> Progress:
    return session.begin(lengths.evening(people, minutes, card=card), people, now=1000.0)


def kept_of(progress: Progress) -> Session:
    return session.recorded(Session(id="s", at=EVENING, legs=list(progress.legs)), progress)


def at(kind: str, progress: Progress) -> Progress:
    while progress.beat.kind != kind:
        progress = session.forward(progress, progress.seen)
    return progress
