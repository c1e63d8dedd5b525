"""The question cards as the two meet them: which there are, which comes next, what is remembered of each."""

from datetime import date
from random import Random

from msgspec.structs import replace

from ritual import content
from ritual.core import cards
from ritual.core.cards import Deck, QuestionCard, Wanted
from ritual.core.clock import Clock
from ritual.core.records import Card, Draw, Mark, Stage, derived_id
from ritual.folders import Folders
from ritual.journal import Journal

Stamps = tuple[object, ...]
"""What tells whether the decks are still as they were read."""


class Cards:
    """All decks, theirs too, and what the journal knows of their cards."""

    def __init__(self, folders: Folders, journal: Journal, clock: Clock) -> None:
        self._folders, self._journal, self._clock = folders, journal, clock
        self._read: tuple[list[Deck], list[str]] | None = None
        self._known: dict[str, tuple[Deck, QuestionCard]] = {}
        self._stamps: Stamps = ()
        self.wanted = Wanted()
        """What they chose in the place of the cards; it holds until ritual is closed."""

    @property
    def decks(self) -> list[Deck]:
        """All decks that can be used."""
        return self._all()[0]

    @property
    def problems(self) -> list[str]:
        """A plain sentence for each deck of theirs that cannot be used."""
        return self._all()[1]

    def look(self) -> bool:
        """Read the decks anew where a file or a card of theirs has changed; whether that was so."""
        changed = self._read is not None and self._stamps != self._now()
        if changed:
            self._read = None
        return changed

    def get(self, card: str) -> QuestionCard | None:
        """The card with this id."""
        self._all()
        return self._known[card][1] if card in self._known else None

    def deck_of(self, card: str) -> Deck | None:
        """The deck that holds the card with this id."""
        self._all()
        return self._known[card][0] if card in self._known else None

    def text(self, card: str) -> str:
        """What the card with this id asks; the id where it is not known."""
        known = self.get(card)
        return known.text if known else card

    def written(self, card: str) -> Card | None:
        """The card of their own with this id, as they wrote it."""
        deck = self.deck_of(card)
        return self._journal.get(Card, card) if deck and deck.id == cards.YOURS else None

    @property
    def marks(self) -> dict[str, Mark]:
        """What is remembered of the cards, by their ids."""
        return {mark.card: mark for mark in self._journal.standing(Mark)}

    def next(
        self, night: date, stage: Stage | None, wanted: Wanted | None = None, chance: Random | None = None
    ) -> QuestionCard | None:
        """The card that a draw would give now; without `chance` the same one all night. Looking does not record it."""
        wanted = wanted or Wanted()
        marks = self.marks
        reach = cards.deepest(cards.evenings_with_a_card(marks.values()), wanted.mood)
        fitting = cards.fitting(self.decks, stage=stage, deepest=reach, wanted=wanted)
        chance = chance or Random(night.isoformat())
        tonight = [one.card for one in self._met(night)]
        ordered = cards.order(fitting, marks, chance, decks=self.decks, stage=stage, wanted=wanted, tonight=tonight)
        return ordered[0] if ordered else None

    def tonights(self, night: date, stage: Stage | None) -> QuestionCard | None:
        """The card of an evening: the one they chose for it, the one they met in it, or the one that will come."""
        met = [one for one in self._met(night) if one.about is not None and not one.passed]
        return self.chosen(night) or (self.get(met[-1].card) if met else None) or self.next(night, stage)

    def chosen(self, night: date) -> QuestionCard | None:
        """The card they chose for the evening of a night, as long as it is there for them."""
        wanted = (one for one in self._journal.standing(Mark) if one.chosen == night and not one.not_for_us)
        return next((card for one in wanted if (card := self.get(one.card))), None)

    def last_drawn(self, night: date, card: str | None = None) -> Draw | None:
        """The last draw of a night, or of `card` then, that they did not pass and whose card is still for them."""
        gone = {card for card, mark in self.marks.items() if mark.not_for_us}
        met = (one for one in reversed(self._met(night)) if not one.passed and card in (None, one.card))
        return next((one for one in met if one.card not in gone and self.get(one.card)), None)

    def meet(self, card: str, night: date, *, about: str | None = None, passed: bool = False) -> Draw:
        """Record that `card` was met that night and whether they passed on it; `about` is its session."""
        self._journal.keep(replace(self.mark(card), met=night, passed=passed, chosen=None))
        draw = derived_id(about, "draw", card) if about else self._journal.new_id()
        now = self._clock.now()
        return self._journal.keep(Draw(id=draw, at=now, night=night, about=about, card=card, passed=passed))

    def mark(self, card: str) -> Mark:
        """What is remembered of `card`."""
        known = derived_id("mark", card)
        return self._journal.get(Mark, known) or Mark(id=known, at=self._clock.now(), card=card)

    def remember(self, card: str, **what: object) -> Mark:
        """Remember that it is a favourite, or not for them. Raises `RitualError` where it cannot be written."""
        return self._journal.keep(replace(self.mark(card), **what))

    def choose(self, card: str, night: date) -> None:
        """Let `card` be the one of the evening of a night."""
        for mark in self._journal.standing(Mark):
            if mark.chosen is not None and mark.card != card:
                self._journal.keep(replace(mark, chosen=None))
        self.remember(card, chosen=night)

    def _met(self, night: date) -> list[Draw]:
        return [one for one in self._journal.recent(Draw, night) if one.night == night]

    def _all(self) -> tuple[list[Deck], list[str]]:
        if self._read is None:
            self._stamps = self._now()
            found, problems = content.decks(self._folders)
            own = cards.own(self._journal.standing(Card))
            self._read = [*found, *([own] if own else [])], problems
            self._known = {card.id: (deck, card) for deck in self._read[0] for card in deck.cards}
        return self._read

    def _now(self) -> Stamps:
        own = tuple((one.id, one.text, one.depth, one.follow_up) for one in self._journal.standing(Card))
        return (content.stamps(self._folders), own)
