"""An evening that is going on: who starts, its card, and what they answer to it."""

from functools import cached_property

from msgspec.structs import replace

from ritual.answering import Answering
from ritual.core import lengths, rhythm, session
from ritual.core.cards import Mood, QuestionCard, Wanted
from ritual.core.records import Appreciation, Draw, Session, Visibility, derived_id
from ritual.core.session import Beat, Progress
from ritual.house import House
from ritual.sitting import Sitting

MEMORIES = 1 / 4
"""How many evenings begin with a memory."""


class Evening(Sitting[Session]):
    """One session, from its first beat until it is kept or put aside."""

    def __init__(self, house: House, kept: Session, progress: Progress) -> None:
        super().__init__(house, kept, progress)
        self._mood: Mood | None = None

    @classmethod
    def begin(cls, house: House, minutes: int, *, quiet: bool = False) -> "Evening":
        """A new evening of `minutes`, or just quiet time."""
        starter = house.starter
        starts = None if quiet or starter is None else starter.id
        order = rhythm.in_order(house.people, starts)
        chosen = None if quiet else house.cards.chosen(house.night)
        legs = lengths.quiet(minutes) if quiet else lengths.evening(order, minutes, card=chosen is not None or None)
        kept = Session(
            id=house.journal.new_id(), at=house.clock.now(), night=house.night, starter=starts, legs=list(legs)
        )
        return cls(house, kept, session.begin(legs, order, house.clock.seconds()))

    @classmethod
    def resume(cls, house: House, kept: Session) -> "Evening":
        """An unfinished evening, where it was left."""
        return cls(house, replace(kept, state="open", back_at=None), session.resume(kept, house.clock.seconds()))

    @property
    def is_quiet(self) -> bool:
        """Whether this is just quiet time."""
        return self.progress.legs[0].step == "quiet"

    def onward(self) -> None:
        """On to the next turn or step; where answers wait to be opened, first to them."""
        if self.beat.kind in ("card", "answer") and self.is_sealed:
            self._go(session.to_opening(self.progress, self.house.clock.seconds()))
        else:
            super().onward()

    def is_empty(self, beat: Beat) -> bool:
        """There is nothing to open where nobody has written."""
        answering = self.answering
        return beat.kind == "opening" and not (answering and answering.pair.answers)

    def add_card(self) -> None:
        """Put a question card behind the talk of a short evening."""
        order = [one.id for one in self.people]
        self._go(session.add_card(self.progress, order, self.house.clock.seconds()))

    @property
    def takes_card(self) -> bool:
        """Whether a card that they choose now still comes in this evening."""
        steps = [leg.step for leg in self.progress.legs]
        if self.is_quiet or self.session.cards:
            return False
        last = steps.index("card") if self.progress.has_card else steps.index("appreciate") - 1
        return self.progress.beat.leg <= last

    def card(self) -> QuestionCard | None:
        """The card of this evening, where one was drawn."""
        return self.house.cards.get(self.session.cards[-1]) if self.session.cards else None

    def draw_card(self) -> None:
        """Draw a card, unless this evening has one."""
        if self.card() is not None:
            return
        chosen = self.house.cards.chosen(self._night)
        card = chosen or self.house.next_card(Wanted(mood=self._mood))
        if card is not None:
            self._meet(card.id, passed=False)

    def pass_card(self, mood: Mood | None = None) -> None:
        """Pass on the card and draw another; in this `mood` from now on, where one is given."""
        self._mood = mood or self._mood
        if self.session.cards:
            self._meet(self.session.cards[-1], passed=True)
        self.draw_card()

    def open_answers(self) -> None:
        """Open what they answered, for both."""
        if self.answering is not None:
            self.answering.open()

    @property
    def is_sealed(self) -> bool:
        """Whether answers wait to be opened together."""
        answering = self.answering
        return answering is not None and bool(answering.pair.sealed)

    @cached_property
    def memory(self) -> Appreciation | None:
        """On some evenings of two, an old thank-you to begin with."""
        chance = self.chance("memory")
        if len(self.people) < 2 or chance.random() > MEMORIES:
            return None
        return self.house.memory(chance)

    def _meet(self, card: str, *, passed: bool) -> None:
        """Record that `card` was met, and whether they passed on it."""
        self.house.cards.meet(card, self._night, about=self.session.id, passed=passed)
        others = [one for one in self.session.passed if one != card]
        stayed, left = ([], [*others, card]) if passed else ([card], others)
        self.session = replace(self.session, cards=stayed, passed=left)
        self._write()

    @property
    def answering(self) -> Answering | None:
        """What they answer to the card of this evening, where one was drawn."""
        if not self.session.cards:
            return None
        night = self.session.night
        draw = self.house.journal.get(Draw, self._draw, night)
        new = Draw(id=self._draw, at=self.session.at, night=night, about=self.session.id, card=self.session.cards[-1])
        return Answering(self.house, draw or new, self.people)

    @property
    def _usual_visibility(self) -> Visibility:
        answering = self.answering if self.beat.kind == "answer" else None
        return answering.pair.seals if answering else "shared"

    @property
    def _scale(self) -> str:
        return "closeness-before" if self.progress.leg.step == "arrive" else "closeness-after"

    @property
    def _about(self) -> str:
        return self._draw if self.beat.kind == "answer" and self.session.cards else self.session.id

    @property
    def _draw(self) -> str:
        """The id of the draw of this evening's card."""
        return derived_id(self.session.id, "draw", self.session.cards[-1])
