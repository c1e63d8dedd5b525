"""What somebody writes on: the words of a beat, or an answer to a card."""

from typing import Any, Protocol

from ritual.answering import Answering
from ritual.core.records import Person, Visibility
from ritual.sitting import Sitting


class Page(Protocol):
    """Words of one person, as far as there are any."""

    name: str
    unseen: bool
    """Whether the other one must not see them yet: they are typed unseen, and not shown again."""
    covered: bool
    """Whether what is here is shown only once its author asks."""
    words: str
    """What is written so far, or may be taken over."""
    waits: bool
    """Whether these are unfinished words."""
    proposed: bool
    """Whether nobody wrote these, and they may be taken over."""
    may_be_private: bool

    def keep(self, typed: str, *, private: bool) -> object:
        """Keep `typed`; nothing passes. Raises `RitualError` where that cannot be."""

    def draft(self, typed: str) -> object:
        """Put down unfinished words. Raises `OSError` where that fails."""


class OfBeat:
    """The words of the beat that a sitting is at."""

    def __init__(self, sitting: Sitting[Any]) -> None:
        self.name = sitting.name(sitting.beat.person)
        self.unseen = sitting.is_unseen
        self.words = sitting.words_so_far()
        self.waits = sitting.is_drafted
        self.proposed = not self.waits and not sitting.is_kept
        self.covered = sitting.is_covered() and not (self.proposed and self.unseen)
        self.may_be_private = sitting.beat.kind in ("answer", "sentence")
        self._sitting = sitting

    def keep(self, typed: str, *, private: bool) -> None:
        """Keep them as what the beat is for."""
        self._sitting.say(typed, private=private)

    def draft(self, typed: str) -> None:
        """Put them down."""
        self._sitting.draft(typed)


class OfAnswer:
    """What one of them answers to a draw."""

    def __init__(self, answering: Answering, person: Person) -> None:
        known, draft = answering.pair.of(person.id), answering.house.drafts.get(answering.id_of(person.id))
        self.promised: Visibility = draft.visibility if draft else answering.seals(person.id)
        """How they are told that their words are kept."""
        self.name = person.name
        self.unseen = self.promised != "shared" and len(answering.people) > 1
        self.covered = draft is not None or known is not None
        self.words = draft.text if draft else known.text if known else ""
        self.waits = draft is not None
        self.proposed = False
        self.may_be_private = self.promised != "private"
        self._answering = answering
        self._person = person.id

    def keep(self, typed: str, *, private: bool) -> None:
        """Seal them, or keep them."""
        self._answering.say(self._person, typed, "private" if private else self.promised)

    def draft(self, typed: str) -> None:
        """Put them down."""
        self._answering.house.drafts.save(self._answering.draft(self._person, typed, self.promised))
