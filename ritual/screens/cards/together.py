"""Answering a card, two on one keyboard: one writes, hands over, the other writes, and then both open together."""

from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import Any

from textual.content import Content
from textual.widget import Widget

from ritual.answering import Answering
from ritual.commands import Command, tonight
from ritual.commands import cards as commands
from ritual.commands.appreciations import EditEntry
from ritual.core.cards import QuestionCard
from ritual.core.people import other
from ritual.core.records import Answer, Person
from ritual.core.sealing import Pair, is_shared
from ritual.language import _
from ritual.scenes import cards as scenes
from ritual.screens.cards.answer import AnswerForm
from ritual.screens.line import Line
from ritual.screens.log.screen import LOOK_AGAIN
from ritual.screens.place import SmallWindow
from ritual.screens.waiting import WordsWaiting
from ritual.screens.whose import Whose
from ritual.widgets.both import Both
from ritual.widgets.card import CardView


class Together(SmallWindow[None]):
    """Always says whose turn it is; what is sealed stays sealed."""

    DEFAULT_CSS = """
    Together CardView { margin: 0 3 1 3; }
    Together.-narrow CardView { margin: 0 1 0 1; }
    Together Both { margin-top: 1; }
    Together Both > Vertical { padding: 0 3 0 0; }
    Together.-narrow Both > Vertical:last-child { padding: 0; }
    """

    HERE = commands.TOGETHER
    READING = "starting-small"
    ABOUT = _(
        "Each of you writes unseen and seals it. Then you open your words together, or keep them private. "
        "What you said aloud need not be written."
    )

    def __init__(self, answering: Answering, card: QuestionCard) -> None:
        super().__init__()
        self.answering = answering
        self.card = card
        self._uncovered: str | None = None
        self._before: Callable[[], object] | None = None
        """What `z` would have taken back before they came here."""

    def page(self) -> Iterable[Widget]:
        """The card, whose turn it is, and the keys."""
        yield CardView(self.card.text, "", self.card.depth)
        pair = self._shown = self.answering.pair
        match pair.phase:
            case "writing":
                yield from self._hand_over(pair.sealed)
            case "ready":
                yield from self._ready(pair.sealed)
            case "open":
                yield from self._open()

    async def on_mount(self) -> None:
        """One alone writes at once."""
        self._before = self.ritual.undo
        self.scroll_by_keys()
        self.set_interval(LOOK_AGAIN, self._look)
        if self._alone and self.answering.writer:
            self._write(self.answering.writer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on who has written."""
        pair = self.answering.pair
        match action:
            case "next_words":
                return pair.phase != "open"
            case "undo":
                return self.ritual.undo is not None and self.ritual.undo is not self._before
            case "other_first":
                return not self._alone and pair.phase == "writing" and not pair.answers and not pair.done
            case "said_aloud":
                return pair.phase == "writing"
            case "open_anyway":
                return bool(self._covered(pair)) and pair.phase != "ready"
            case "keep_private":
                return pair.phase == "ready"
            case "uncover_words":
                return bool(self._covered(pair)) and pair.phase == "open"
            case "edit_entry":
                return pair.phase == "open"
            case _:
                return True

    async def action_next_words(self) -> None:
        """Write, or open where this is what the page says: another window may have been quicker."""
        if writer := self.answering.writer:
            self._write(writer)
        elif self._shown.phase != "ready" or self.ritual.attempt(self.answering.open):
            await self.show_anew()

    def action_open_anyway(self) -> None:
        """Ask whose words are opened: one key by mistake opens nothing."""
        self._ask(self._covered(self.answering.pair), _("Whose words shall be opened for both of you?"), self._open_one)

    async def action_said_aloud(self) -> None:
        """Nothing need be written; `z` takes it back."""
        if self.ritual.attempt(self.answering.said_aloud):
            self.ritual.undo = partial(self.answering.said_aloud, aloud=False)
            if self.answering.pair.answers:
                await self.show_anew()
            else:
                self.dismiss(None)

    async def action_other_first(self) -> None:
        """Swap."""
        self.answering.swap()
        await self.show_anew()

    def action_keep_private(self) -> None:
        """Ask whose words are not opened."""
        self._ask(self.answering.pair.sealed, _("Whose words stay private?"), self._keep_private)

    async def action_uncover_words(self) -> None:
        """Show private words to their author, or cover them again."""
        if self._uncovered:
            await self._show_private(None)
        else:
            question = _("Whose private words shall be shown?")
            self._ask(self._covered(self.answering.pair), question, self._show_private)

    def action_edit_entry(self) -> None:
        """Change what one of them wrote, or write what is missing."""
        people = [one.id for one in self.answering.people]
        if self._alone:
            self._edit(people[0])
        else:
            question = _("Whose words would you like to change?")
            self.app.push_screen(Whose(self.answering, people, question), self._edit)

    def _hand_over(self, sealed: tuple[Answer, ...]) -> Iterable[Widget]:
        writer = self.answering.writer
        if writer is None:
            return
        beside = other(self.answering.people, writer.id)
        yield Line(scenes.hand_over(self.answering))
        yield Line("", "-near")
        yield self._choice(commands.NextWords, _("{name} writes", name=writer.name) if beside else _("write"))
        if sealed:
            yield self._choice(commands.OpenAnyway, _("open it anyway"))
        elif self.check_action("other_first", ()) and beside:
            yield self._choice(commands.OtherFirst, _("{name} first", name=beside.name))
        yield self._choice(commands.SaidAloud, _("we said it aloud") if beside else _("I said it aloud"))

    def _ready(self, sealed: tuple[Answer, ...]) -> Iterable[Widget]:
        yield Line(scenes.have_written(self.answering, sealed))
        yield Line(_("Look at it together, when you are both here."), "-near")
        yield Line("", "-near")
        yield self._choice(commands.NextWords, _("open it together"))
        yield self._choice(tonight.KeepPrivate, _("keep the words of one of you private"))

    def _open(self) -> Iterable[Widget]:
        written = {one.by for one in self._shown.answers}
        said = [
            (name, one.text if one.by == self._uncovered else words if is_shared(one) else _quiet(words))
            for one, (name, words) in zip(self.answering.in_order, self.answering.said, strict=True)
        ]
        if said:
            yield Both(said)
        if any(is_shared(one) for one in self._shown.answers):
            yield Line(_quiet(scenes.opened(self.answering)))
        if self._shown.aloud:
            yield Line(_("You answered this aloud."))
        elif not said:
            yield Line(_("Nothing is written here, and that is fine."))
        elif missing := [one for one in self.answering.people if one.id not in self._shown.done | written]:
            yield Line("", "-near")
            yield self._choice(EditEntry, _("{name} can still write", name=missing[0].name))

    def _choice(self, command: type[Command], words: str) -> Line:
        key = self.key(command)
        return Line(Content.assemble((key, "bold $accent"), " " * max(7 - len(key), 1), words), "-near")

    def _write(self, person: Person) -> None:
        """Let `person` write; where words of an earlier time wait, these. What was uncovered is covered again."""
        self._uncovered = None
        draft = self.ritual.house.drafts.get(self.answering.id_of(person.id))
        if draft:
            self.app.push_screen(WordsWaiting(draft), self._written)
        else:
            self.app.push_screen(AnswerForm(self.answering, person, self.card), self._written)

    async def _written(self, _kept: object) -> None:
        if self._alone or (self.answering.pair.phase == "open" and not self.answering.pair.answers):
            self.dismiss(None)
        else:
            await self.show_anew()

    def _ask(
        self, answers: Iterable[Answer], question: str, then: Callable[[str | None], Coroutine[Any, Any, None]]
    ) -> None:
        """Ask whose words are meant; one alone need not be asked."""
        persons = [one.by for one in answers]
        if self._alone:
            self.call_next(then, *persons)
        else:
            self.app.push_screen(Whose(self.answering, persons, question), then)

    async def _look(self) -> None:
        """Show what another window changed."""
        if self.is_on_top and self.answering.pair != self._shown:
            await self.show_anew()

    @property
    def _alone(self) -> bool:
        return len(self.answering.people) < 2

    @staticmethod
    def _covered(pair: Pair) -> list[Answer]:
        """What is sealed while one of them still writes, and later what is private."""
        wanted = "sealed" if pair.phase == "writing" else "private"
        return [one for one in pair.answers if one.visibility == wanted]

    async def _open_one(self, person: str | None) -> None:
        answer = self.answering.pair.of(person) if person else None
        if answer and self.ritual.attempt(partial(self.answering.share, answer)):
            await self.show_anew()

    async def _keep_private(self, person: str | None) -> None:
        answer = self.answering.pair.of(person) if person else None
        if answer and self.ritual.attempt(partial(self.answering.keep_private, answer)):
            self.ritual.undo = partial(self.ritual.house.journal.keep, answer)
            await self.show_anew()

    async def _show_private(self, person: str | None) -> None:
        self._uncovered = person
        await self.show_anew()

    def _edit(self, person: str | None) -> None:
        found = next((one for one in self.answering.people if one.id == person), None)
        if found:
            self._write(found)


def _quiet(words: str) -> Content:
    return Content.styled(words, "$quiet")
