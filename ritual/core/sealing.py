"""What both may see, and sealed answers: two write apart on one keyboard, and open together what they wrote.

An answer is sealed until both have written, passed, or said it aloud. Each may keep their own private instead. Where
one of them has opened theirs already, there is nothing left to seal.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ritual.core.records import Answer, Record, Visibility, derived_id

Phase = Literal["writing", "ready", "open"]
"""Somebody is still to write; it can be opened; there is nothing sealed."""


def is_shared(one: Record) -> bool:
    """Whether both may see it: what is sealed or private leaves no trace."""
    return one.visibility == "shared"


class Pair(Struct, frozen=True):
    """What the two have written to one card, so far."""

    order: tuple[str, ...]
    """The ids of those who are asked, the one who writes first first; one alone is solo."""
    answers: tuple[Answer, ...] = ()
    done: frozenset[str] = frozenset()
    """Who wrote nothing, and wants to go on."""
    aloud: bool = False
    """They said it aloud."""

    @property
    def writer(self) -> str | None:
        """The id of the one who is to write next; none where nobody is, since all have or one has opened theirs."""
        if self.aloud or any(is_shared(one) for one in self.answers):
            return None
        return next((one for one in self.order if one not in self.done and self.of(one) is None), None)

    @property
    def phase(self) -> Phase:
        """Where they are."""
        if self.writer is not None:
            return "writing"
        return "ready" if self.sealed else "open"

    @property
    def sealed(self) -> tuple[Answer, ...]:
        """The answers that wait to be opened."""
        return tuple(one for one in self.answers if one.visibility == "sealed")

    def of(self, person: str) -> Answer | None:
        """What `person` has written."""
        return next((one for one in self.answers if one.by == person), None)

    @property
    def seals(self) -> Visibility:
        """How a new answer is kept: for one alone, and where something is open already, there is nothing to seal."""
        is_open = any(is_shared(one) for one in self.answers)
        return "shared" if len(self.order) < 2 or is_open else "sealed"


def pair(order: Iterable[str], answers: Iterable[Answer], done: Iterable[str] = (), *, aloud: bool = False) -> Pair:
    """What those in `order` have written; of two answers of one person the later one counts."""
    latest = {one.by: one for one in sorted(answers, key=lambda one: one.at) if one.removed is None}
    return Pair(tuple(order), tuple(latest.values()), frozenset(done), aloud)


def opened(answer: Answer) -> Answer:
    """`answer`, for both to read."""
    return replace(answer, visibility="shared")


def kept_private(answer: Answer) -> Answer:
    """`answer`, covered for everybody until a key uncovers it."""
    return replace(answer, visibility="private")


def answer_id(draw: str, person: str) -> str:
    """The id of what `person` answers to a draw: there is one, which can be changed."""
    return derived_id(draw, "card", "answer", person)
