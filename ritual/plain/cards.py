"""The question cards, line by line: one card, and what can be done with it."""

from collections.abc import Sequence
from functools import partial
from random import Random

from msgspec.structs import replace

from ritual.answering import Answering
from ritual.core import met, rhythm
from ritual.core.cards import QuestionCard, Wanted, none_left, suits
from ritual.core.records import Answer, Depth, Draw
from ritual.house import House
from ritual.language import _, pgettext
from ritual.plain import can, card
from ritual.plain.can import Can
from ritual.plain.talk import Talk
from ritual.plain.teller import Teller
from ritual.plain.together import Together
from ritual.scenes.cards import said

ANSWER = Can("a", pgettext("command", "answer"), _("Answer this card, each for yourself, and open it together."))
DRAW = Can(
    "d", pgettext("command", "draw"), _("Draw one more. What you have met comes back only after all the others.")
)
PASS = Can("p", pgettext("command", "pass"), _("Pass on this card and draw another."))
FAVOURITE = Can("f", pgettext("command", "favourite"), _("Keep this card among your favourites, or no longer."))
NOT_FOR_US = Can("x", pgettext("command", "not for us"), _("This card never comes again; z brings it back."))
DECKS = Can("k", pgettext("command", "decks"), _("Choose which decks to draw from, or draw your favourites."))
END = Can("e", pgettext("command", "end"), _("That is enough."))
DEPTHS: dict[str, Depth] = {can.LIGHT.key: 1, can.OPEN.key: 2, can.DEEP.key: 3}


class Cards(Teller):
    """A card lies here: tonight's, until they draw another."""

    def __init__(self, talk: Talk, house: House) -> None:
        super().__init__(talk, house)
        self.draw = house.cards.last_drawn(house.night)
        """How the card was met; none as long as they only look at it."""
        self.card = house.cards.get(self.draw.card) if self.draw else house.tonights_card()
        self._away: str | None = None
        """The card that was put aside last."""

    @property
    def reading(self) -> str:
        """What fits here."""
        return "better-questions"

    def run(self) -> None:
        """Until it is enough."""
        while True:
            self._tell()
            chosen = self._choose()
            if chosen in ("", END.key):
                self.talk.say(_("The cards are here whenever you like."))
                return
            self.attempt(partial(self._do, chosen))

    def _tell(self) -> None:
        house, found = self.house, self.card
        self.talk.gap()
        if found is None:
            cards = house.cards
            self.talk.say(none_left(cards.decks, cards.marks, cards.wanted, house.stage))
            return
        self.talk.say(*card.told(house, found))
        history = met.history(house.journal.everything(Draw), house.journal.everything(Answer))
        self.talk.say(said(house, history, found.id, self.draw))

    def _choose(self) -> str:
        """One thing that is not just said here."""
        found = self.card
        cans: Sequence[Can] = (DECKS, can.LIGHT, can.OPEN, can.DEEP, END, *([can.UNDO] if self._away else []))
        if found is None:
            return self.choose(_("Enter ends, k chooses decks, ? for help."), *cans)
        deeper = [can.DEEPER] if found.follow_up else []
        asks = _("a answers, d draws one more, Enter ends, ? for help.")
        while True:
            chosen = self.choose(asks, ANSWER, DRAW, PASS, *deeper, FAVOURITE, NOT_FOR_US, *cans)
            if not deeper or chosen != can.DEEPER.key:
                return chosen
            self.talk.say(found.follow_up or "")

    def _do(self, chosen: str) -> None:
        cards, found = self.house.cards, self.card
        match chosen:
            case DECKS.key:
                self._choose_decks()
            case can.UNDO.key if self._away:
                cards.remember(self._away, not_for_us=False)
                self._take(cards.get(self._away))
                self._away = None
            case _ if chosen in DEPTHS:
                depth = DEPTHS[chosen]
                self._want(replace(cards.wanted, depth=None if cards.wanted.depth == depth else depth))
            case _ if found is None:
                return
            case ANSWER.key:
                self._answer(found)
            case DRAW.key:
                self._met(found)
                self._next(found)
            case PASS.key:
                cards.meet(found.id, self.house.night, passed=True)
                self._next(found)
            case FAVOURITE.key:
                cards.remember(found.id, favourite=not cards.mark(found.id).favourite)
            case NOT_FOR_US.key:
                cards.remember(found.id, not_for_us=True)
                self._away = found.id
                self._take(self.house.next_card(cards.wanted, Random()))
                self.talk.say(_("It will not come again. z brings it back."))

    def _answer(self, found: QuestionCard) -> None:
        house, drawn = self.house, self._met(found)
        order = rhythm.in_order(house.people, house.starter.id if house.starter else None)
        asked = sorted(house.people, key=lambda one: order.index(one.id))
        Together(self, Answering(house, drawn, asked)).run()

    def _met(self, found: QuestionCard) -> Draw:
        """The draw of the card that lies here; it counts as met from now on."""
        self.draw = self.draw or self.house.cards.meet(found.id, self.house.night)
        return self.draw

    def _next(self, before: QuestionCard) -> None:
        """Draw another."""
        found = self.house.next_card(self.house.cards.wanted, Random())
        if found == before:
            self.talk.say(_("No other card is like this. k chooses other decks."))
        elif found is not None:
            self._take(found, self.house.cards.meet(found.id, self.house.night))

    def _take(self, found: QuestionCard | None, draw: Draw | None = None) -> None:
        self.card, self.draw = found, draw

    def _choose_decks(self) -> None:
        cards = self.house.cards
        names = [_("All decks"), _("Your favourites"), *(deck.name for deck in cards.decks)]
        place = self.one_of(_("From which decks would you like to draw?"), names)
        if isinstance(place, int):
            decks = frozenset({cards.decks[place - 2].id}) if place > 1 else frozenset()
            self._want(replace(cards.wanted, decks=decks, favourites=place == 1))

    def _want(self, wanted: Wanted) -> None:
        """Draw from these from now on; where the card that lies here is none of them, another lies there."""
        cards = self.house.cards
        cards.wanted = wanted
        if self.card is None or not suits(self.card, cards.decks, cards.marks, wanted):
            self._take(self.house.next_card(wanted, Random()))
