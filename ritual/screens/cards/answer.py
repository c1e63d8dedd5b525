"""The page on which one of them answers a card, unseen."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from ritual.answering import Answering
from ritual.commands import cards as commands
from ritual.core.cards import QuestionCard
from ritual.core.records import Answer, Person, Visibility
from ritual.journal import Draft
from ritual.language import _
from ritual.scenes.cards import whose
from ritual.screens.line import Line
from ritual.screens.writing import Writing
from ritual.widgets.card import CardView
from ritual.widgets.words import Words


class AnswerForm(Writing[Answer]):
    """What one person writes."""

    DEFAULT_CSS = """
    AnswerForm CardView { margin: 0 3; }
    AnswerForm Words { margin: 1 3; }
    AnswerForm #hint { padding: 0 3; }
    AnswerForm.-narrow Words { margin: 1; }
    AnswerForm.-narrow.-middle Page { padding: 1 2 0 2; }
    AnswerForm.-narrow CardView, AnswerForm.-low Words { margin: 0 1; }
    AnswerForm.-narrow #hint { padding: 0 1; }
    """

    HERE = commands.CARD_ANSWER
    READING = "naming-feelings"
    ABOUT = _(
        "Write as you would say it. Nothing written is fine too. What is sealed is shown nowhere until you open it."
    )

    def __init__(self, answering: Answering, person: Person, card: QuestionCard) -> None:
        super().__init__()
        self.answering = answering
        self.person = person
        self.card = card
        self.known = answering.pair.of(person.id)
        self.promised = answering.seals(person.id)
        """How they are told that their words are kept."""

    def page(self) -> Iterable[Widget]:
        """The card, whose page this is, and the field."""
        yield CardView(self.card.text, "", self.card.depth)
        yield Line(whose(self.answering, self.person.id, self.promised))
        yield Words(self.known.text if self.known else "", many_lines=True, unseen=True)
        yield Static("", classes="quiet", id="hint", markup=False)

    async def on_mount(self) -> None:
        """Hide what is typed where they want that."""
        self.show_typing()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is kept can be let go, and only what is not private be made so."""
        match action:
            case "forget_text":
                return self.known is not None
            case "keep_hidden":
                return self.promised != "private"
            case _:
                return True

    def show_typing(self) -> None:
        """Dots in place of words."""
        hidden = self.ritual.house.settings.hide_typing
        self.query_one(Words).hide(hidden)
        keeps = _("{keep_text} seals it.") if self.promised == "sealed" else _("{keep_text} keeps it.")
        if self.promised == "private":
            then = _("{hide_typing} shows what you type.") if hidden else _("{hide_typing} hides what you type.")
        elif hidden:
            then = _("{hide_typing} shows what you type, {keep_hidden} keeps it private.")
        else:
            then = _("{hide_typing} hides what you type, {keep_hidden} keeps it private.")
        self.query_one("#hint", Static).update(self.with_keys(f"{keeps} {then}"))

    def action_keep_text(self) -> None:
        """Seal it, or keep it."""
        self._say(self.query_one(Words).text, self.promised)

    def action_keep_hidden(self) -> None:
        """Keep it for oneself."""
        self._say(self.query_one(Words).text, "private")

    def action_forget_text(self) -> None:
        """Take away what was kept."""
        self._say("", self.promised)

    def draft(self) -> Draft:
        """What was typed."""
        return self.answering.draft(self.person.id, self.query_one(Words).text, self.promised)

    def _say(self, typed: str, promised: Visibility) -> None:
        """Keep it; what was taken away so, `z` brings back."""
        found: list[Answer | None] = []
        known, journal = self.known, self.ritual.house.journal
        if self.ritual.attempt(lambda: found.append(self.answering.say(self.person.id, typed, promised))):
            if known and found[0] is None:
                self.ritual.undo = lambda: journal.restore(known)
            self.finish(found[0])
