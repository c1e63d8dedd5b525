"""Tonight, line by line."""

from collections.abc import Mapping
from functools import partial

from ritual.core.cards import Mood
from ritual.evening import Evening
from ritual.language import _
from ritual.plain import can, sealed
from ritual.plain.card import told
from ritual.plain.guided import Guided
from ritual.plain.picking import of_feelings, pick
from ritual.plain.rating import rate
from ritual.plain.step import Step
from ritual.plain.talk import Talk
from ritual.scenes import tonight as scenes
from ritual.scenes.scene import Scene
from ritual.spoken import WRITTEN

MOODS: Mapping[str, Mood] = {can.LIGHT.key: "light", can.OPEN.key: "open", can.DEEP.key: "deep"}


class Tonight(Guided):
    """One evening, from arriving to good night."""

    TURNS = ("turn", "write", "quiet")
    LONG = ("write",)

    def __init__(self, talk: Talk, evening: Evening) -> None:
        super().__init__(talk, evening)
        self.evening = evening

    def scene(self) -> Scene:
        """What this beat says."""
        return scenes.scene(self.evening, self.asked)

    @property
    def reading(self) -> str:
        """What fits this beat."""
        return scenes.READINGS.get(self.kind, "rituals")

    def farewell(self) -> tuple[str, str]:
        """Good night."""
        return scenes.farewell(self.evening)

    def waits(self) -> str:
        """That it waits."""
        return _("Your evening is waiting where you left it.")

    def begin_beat(self) -> None:
        """A card is drawn when it is first needed."""
        if self.kind in ("card", "answer"):
            self.attempt(self.evening.draw_card)
        super().begin_beat()

    def act(self) -> Step:
        """What one does in this beat."""
        match self.kind:
            case "breathe":
                return self._breathe()
            case "closeness":
                return rate(self)
            case "turn":
                return self._turn()
            case "card":
                return self._card()
            case "opening":
                return self._open()
            case kind if kind in WRITTEN:
                return self.write()
            case _:
                return super().act()

    def _breathe(self) -> Step:
        self.talk.say(scenes.remembered(self.evening) or "")
        adds = self._adds
        typed = self.choose(_("{guidance} ? for help.", guidance=self.guidance()), *adds)
        return self._add_card() if adds and typed == can.ADD_CARD.key else self.gone(typed)

    def _turn(self) -> Step:
        self.talk.say(self.guidance())
        adds = self._adds
        while True:
            asks = _("Enter goes on, p takes another question, ? for help.")
            typed = self.choose(asks, can.PASS, can.FEELINGS, *adds)
            if typed == can.PASS.key:
                self.asked += 1
                self.talk.say(self.scene().sentence)
            elif typed == can.FEELINGS.key:
                self._feel()
            elif adds and typed == can.ADD_CARD.key:
                return self._add_card()
            else:
                return self.gone(typed)

    def _card(self) -> Step:
        card, house = self.evening.card(), self.house
        if card is None:
            return super().act()
        self.talk.say(*told(house, card), self.guidance())
        deeper = [can.DEEPER] if card.follow_up else []
        asks = _("Enter goes on to your answers, p draws another card, ? for help.")
        while True:
            typed = self.choose(asks, can.PASS, *deeper, can.LIGHT, can.OPEN, can.DEEP)
            if typed == can.PASS.key or typed in MOODS:
                self.attempt(partial(self.evening.pass_card, MOODS.get(typed)))
                return Step.STAY
            if deeper and typed == can.DEEPER.key:
                self.talk.say(card.follow_up or "")
            else:
                return self.gone(typed)

    def _open(self) -> Step:
        """Together: what is sealed is opened by Enter, and what is open is read."""
        answering = self.evening.answering
        while self.evening.is_sealed and answering:
            typed = self.choose(_("{guidance} ? for help.", guidance=self.guidance()), can.COVERED)
            if typed == can.COVERED.key:
                question = _("Whose words stay private?")
                if answer := sealed.whose(self, answering, answering.pair.sealed, question):
                    self.attempt(partial(answering.keep_private, answer))
                    self.talk.say(self.scene().sentence)
            elif typed:
                return self.gone(typed)
            else:
                self.attempt(self.evening.open_answers)
        self.talk.say(*(sealed.told(answering) if answering else []))
        return super().act()

    def _feel(self) -> None:
        """Words for saying aloud; they are not written down."""
        asks = _("I feel ... Type up to three words, parted by commas; list names the families. Enter goes back.")
        if isinstance(words := pick(self, asks, of_feelings()), list):
            self.talk.say(_("I feel {words}.", words=", ".join(words)))

    @property
    def _adds(self) -> list[can.Can]:
        has_card = self.evening.is_quiet or self.evening.progress.has_card
        return [] if has_card else [can.ADD_CARD]

    def _add_card(self) -> Step:
        if self.attempt(self.evening.add_card):
            self.talk.say(_("There will be a card after your talk."))
        return Step.STAY
