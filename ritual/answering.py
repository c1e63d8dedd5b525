"""What the two answer to one draw: held against the journal, so that a crash or a closed lid changes nothing.

It knows no screen. The cards' place and Tonight both work with it.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from ritual.core import sealing, text
from ritual.core.people import name_of
from ritual.core.records import Answer, Draw, Person, Visibility
from ritual.core.sealing import Pair
from ritual.house import House
from ritual.journal import Draft, month_of
from ritual.language import _

PRIVATE, SEALED = _("kept private"), _("still sealed")
"""What stands in place of words that are not for both yet."""


class Answering:
    """One draw, and those who answer it."""

    def __init__(self, house: House, draw: Draw, order: Iterable[Person] = ()) -> None:
        """`order` are those who are asked, the one who writes first first; without it, all who live here."""
        self.house = house
        self.draw = draw
        self.people = list(order) or house.people
        self._done: set[str] = set()

    @property
    def pair(self) -> Pair:
        """What the journal says now."""
        month = [month_of(self.draw.night)] if self.draw.night else []
        order = [one.id for one in self.people]
        found = self.house.journal.nights(Answer, month)
        answers = [one for one in found if one.about == self.draw.id and one.by in order]
        known = self.house.journal.get(Draw, self.draw.id, self.draw.night) or self.draw
        return sealing.pair(order, answers, self._done, aloud=known.aloud)

    @property
    def writer(self) -> Person | None:
        """Who is to write next."""
        wanted = self.pair.writer
        return next((one for one in self.people if one.id == wanted), None)

    def name(self, person: str | None) -> str:
        """The name of `person`."""
        return name_of(self.house.people, person)

    @property
    def in_order(self) -> list[Answer]:
        """What they answered, in their order."""
        pair = self.pair
        return [answer for one in self.people if (answer := pair.of(one.id))]

    @property
    def said(self) -> list[tuple[str, str]]:
        """Names and what they answered, as far as both may read it."""
        covers = {"private": PRIVATE, "sealed": SEALED}
        return [(self.name(one.by), covers.get(one.visibility, one.text)) for one in self.in_order]

    def swap(self) -> None:
        """Let the other one write first."""
        self.people.reverse()

    def seals(self, person: str) -> Visibility:
        """How the words of `person` are kept: as they are kept already, and new ones of two sealed."""
        pair = self.pair
        known = pair.of(person)
        return known.visibility if known else pair.seals

    def say(self, person: str, typed: str, promised: Visibility | None = None) -> Answer | None:
        """Keep what `person` answers; nothing written passes, and takes back what was written before.

        `promised` is how they were told that it is kept: that holds, whatever another window has opened meanwhile.
        Raises `RitualError` where it cannot be kept, and then nothing is lost.
        """
        wording, pair, journal = text.words(typed), self.pair, self.house.journal
        known, draft = pair.of(person), self.id_of(person)
        if not wording:
            if known is not None:
                journal.remove(known)
            self._done.add(person)
            kept = None
        else:
            new = Answer(
                id=sealing.answer_id(self.draw.id, person),
                at=self.house.clock.now(),
                night=self.draw.night,
                by=person,
                about=self.draw.id,
                visibility=promised or pair.seals,
                text=wording,
            )
            wanted = replace(known, text=wording) if known else new
            wanted = sealing.kept_private(wanted) if promised == "private" else wanted
            kept = wanted if wanted == known else journal.keep(wanted)
        self.house.drafts.clear(draft)
        return kept

    def open(self) -> None:
        """Open what is sealed, for both."""
        for one in self.pair.sealed:
            self.house.journal.keep(sealing.opened(one))

    def keep_private(self, answer: Answer) -> None:
        """Keep `answer` covered instead."""
        self.house.journal.keep(sealing.kept_private(answer))

    def share(self, answer: Answer) -> None:
        """Let both read this one, whatever the other one does."""
        self.house.journal.keep(sealing.opened(answer))

    def said_aloud(self, *, aloud: bool = True) -> None:
        """They answered aloud; whoever has not written need not. Or they did not after all."""
        known = self.house.journal.get(Draw, self.draw.id, self.draw.night) or self.draw
        self.draw = self.house.journal.keep(replace(known, aloud=aloud))

    def id_of(self, person: str) -> str:
        """The id that the answer of `person` has, or will have."""
        known = self.pair.of(person)
        return known.id if known else sealing.answer_id(self.draw.id, person)

    def draft(self, person: str, typed: str, promised: Visibility | None = None) -> Draft:
        """Unfinished words of `person`; `promised` is how they were told that these are kept."""
        return Draft(
            id=self.id_of(person),
            kind="answer",
            by=person,
            night=self.draw.night or self.house.night,
            at=self.draw.at,
            text=typed,
            about=self.draw.id,
            visibility=promised or self.seals(person),
        )
