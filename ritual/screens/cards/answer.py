"""The page on which one of them answers a card, unseen."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from ritual.answering import Answering
from ritual.commands import cards as commands
from ritual.core.cards import QuestionCard
from ritual.core.records import Answer, Person
from ritual.journal import Draft
from ritual.screens.writing import Writing
from ritual.widgets.card import CardView
from ritual.widgets.words import Words


class AnswerForm(Writing[Answer]):
    """What one person writes."""

    DEFAULT_CSS = """
    AnswerForm CardView { margin-bottom: 1; }
    AnswerForm Words { margin: 1 0; }
    AnswerForm.-low CardView, AnswerForm.-low Words { margin: 0; }
    """

    HERE = commands.CARD_ANSWER
    ABOUT = "Write as you would say it. Nothing written is fine too. What is sealed is shown nowhere until you open it."

    def __init__(self, answering: Answering, person: Person, card: QuestionCard) -> None:
        super().__init__()
        self.answering = answering
        self.person = person
        self.card = card
        self.known = answering.pair.of(person.id)

    def page(self) -> Iterable[Widget]:
        """The card, whose page this is, and the field."""
        sealed = (self.known.visibility if self.known else self.answering.pair.seals) == "sealed"
        words = "these words stay sealed until you open them together." if sealed else "a few words of your own."
        yield CardView(self.card.text, "", self.card.depth)
        yield Static(f"{self.person.name}, {words}", markup=False)
        yield Words(self.known.text if self.known else "", many_lines=True)
        seal = "seals" if sealed else "keeps"
        hint = f"{{keep_text}} {seal} it. {{hide_typing}} hides what you type, {{keep_hidden}} keeps it private."
        yield Static(self.with_keys(hint), classes="quiet", id="hint", markup=False)

    async def on_mount(self) -> None:
        """Hide what is typed where they want that."""
        self.show_typing()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is kept can be let go."""
        return self.known is not None if action == "forget_text" else True

    def show_typing(self) -> None:
        """Dots in place of words."""
        self.query_one(Words).hide(self.ritual.house.settings.hide_typing)

    def action_keep_text(self) -> None:
        """Seal it, or keep it."""
        self._say(self.query_one(Words).text)

    def action_keep_hidden(self) -> None:
        """Keep it for oneself."""
        self._say(self.query_one(Words).text, private=True)

    def action_forget_text(self) -> None:
        """Take away what was kept; `z` brings it back."""
        known, journal = self.known, self.ritual.house.journal
        if known and self._say(""):
            self.ritual.undo = lambda: journal.restore(known)

    def draft(self) -> Draft:
        """What was typed."""
        return self.answering.draft(self.person.id, self.query_one(Words).text)

    def _say(self, typed: str, *, private: bool = False) -> bool:
        found: list[Answer | None] = []
        done = self.ritual.attempt(lambda: found.append(self.answering.say(self.person.id, typed, private=private)))
        if done:
            self.finish(found[0])
        return done
