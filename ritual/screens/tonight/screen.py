"""The screen of Tonight: each key, and where it leads."""

from textual.widget import Widget

from ritual.commands import tonight
from ritual.evening import Evening
from ritual.language import _
from ritual.scenes import tonight as scenes
from ritual.scenes.scene import Scene
from ritual.screens.place import Place
from ritual.screens.tonight import things
from ritual.screens.tonight.card import CardKeys
from ritual.screens.tonight.goodnight import Goodnight


class Tonight(CardKeys):
    """One evening, from arriving to good night."""

    HERE = tonight.TONIGHT
    ABOUT = _(
        "Tonight leads you through one evening: arrive, talk in turns, a card, a thank-you, and goodnight. "
        "What you do not want to answer, you pass."
    )
    TURNS = ("turn", "write", "quiet")
    LONG = ("write",)

    def __init__(self, evening: Evening) -> None:
        super().__init__(evening)
        self.feelings: list[str] = []
        """Words they found for what they feel, to say aloud."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the beat."""
        match action:
            case "another":
                return self.kind in ("turn", "write") or (self.kind == "card" and self.evening.card() is not None)
            case "deeper":
                card = self.evening.card() if self.kind == "card" else None
                return card is not None and card.follow_up is not None and not self._deeper
            case "feeling_words":
                return self.kind in ("turn", "write")
            case "add_card":
                has_card = self.evening.is_quiet or self.evening.progress.has_card
                return not has_card and self.kind in ("breathe", "turn", "write")
            case "light_card" | "open_card" | "deep_card":
                return self.kind == "card"
            case "keep_private":
                return self.opens
            case _:
                return super().check_action(action, parameters)

    def scene(self) -> Scene:
        """What this beat says, and the feelings they have found."""
        shown = scenes.scene(self.evening, self.asked)
        felt = "\n\n" + _("I feel {feelings}.", feelings=", ".join(self.feelings)) if self.feelings else ""
        return Scene(shown.who, shown.sentence + felt, shown.guidance, shown.clock)

    def thing(self) -> Widget | None:
        """What one does in this beat."""
        return things.thing(self.evening, moves=self.ritual.moves)

    @property
    def reading(self) -> str:
        """What fits this beat."""
        return scenes.READINGS.get(self.kind, "rituals")

    def farewell(self) -> Place[None]:
        """Good night."""
        return Goodnight(self.evening)

    async def show_beat(self) -> None:
        """Fill the stage; a card is drawn when it is first needed."""
        if self.kind in ("card", "answer"):
            self.ritual.attempt(self.evening.draw_card)
        self._deeper = False
        await super().show_beat()

    def begin_beat(self) -> None:
        """Forget what belonged to the beat before."""
        super().begin_beat()
        self.feelings = []

    async def action_another(self) -> None:
        """Another question; passing is always fine."""
        if self.kind == "card":
            if self.ritual.attempt(self.evening.pass_card):
                await self.show_beat()
        else:
            self.asked += 1
            self.tell()

    def action_feeling_words(self) -> None:
        """Look for a word."""
        from ritual.screens.tonight.feelings import FeelingWords

        self.app.push_screen(FeelingWords(self.feelings), self._felt)

    def _felt(self, words: list[str] | None) -> None:
        self.feelings = words or []
        self.tell()
