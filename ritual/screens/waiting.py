"""Words that somebody was writing when the program ended. They are offered to that person, and covered until then."""

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import places
from ritual.core import dates, people
from ritual.core.cards import QuestionCard
from ritual.core.records import Draw, Record
from ritual.core.text import words
from ritual.journal import Draft
from ritual.language import _, pgettext
from ritual.screens.place import SmallWindow
from ritual.widgets.card import CardView
from ritual.widgets.words import Words

NAMES = {
    "appreciation": pgettext("you were writing", "an appreciation"),
    "answer": pgettext("you were writing", "an answer to a card"),
    "card": pgettext("you were writing", "a card of your own"),
    "note": pgettext("you were writing", "a note"),
    "topic": pgettext("you were writing", "a topic"),
    "wish": pgettext("you were writing", "a wish"),
    "goal": pgettext("you were writing", "a goal"),
    "occasion": pgettext("you were writing", "a date"),
    "reply": pgettext("you were writing", "an answer"),
}


class WordsWaiting(SmallWindow[Record | None]):
    """Show them, keep them, let them go, or leave them for later. It gives back what was kept."""

    DEFAULT_CSS = """
    WordsWaiting CardView { margin-bottom: 1; }
    WordsWaiting.-low CardView { margin-bottom: 0; }
    WordsWaiting #words { height: auto; }
    """

    HERE = places.WORDS_WAITING
    ABOUT = _(
        "Words that were not kept yet wait here for the one who wrote them. They stay until they are kept or let go."
    )

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.open = False
        self._done = False

    def page(self) -> Iterable[Widget]:
        """Whose words they are, and what they were going to be; not what they say."""
        name = people.name_of(self.ritual.house.people, self.draft.by)
        what = NAMES.get(self.draft.kind, pgettext("you were writing", "something"))
        day = dates.in_words(self.draft.night)
        sentence = (
            _("{name}, you were writing {what} on {day}.", name=name, what=what, day=day)
            if name
            else _("You were writing {what} on {day}.", what=what, day=day)
        )
        yield Static(f"{sentence}\n", markup=False)
        if asked := self._asked():
            yield CardView(asked.text, "", asked.depth)
        yield Vertical(Static(_("Your words are covered."), markup=False), id="words")
        yield Static(
            "\n" + self.with_keys(_("{uncover} shows them to you. {go_back} leaves them for later.")),
            classes="quiet",
            id="hint",
            markup=False,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Covered words can only be shown; open ones kept or let go."""
        if action in ("keep_text", "forget_text", "hide_typing"):
            return self.open
        return not self.open if action == "uncover" else True

    async def action_uncover(self) -> None:
        """Show the words in a field."""
        self.open = True
        field = Words(self.draft.text, many_lines=True)
        deeper: list[Widget] = []
        if self.draft.follow_up:
            deeper = [
                Static("\n" + _("One step deeper"), classes="quiet", markup=False),
                Words(self.draft.follow_up, many_lines=True, id="deeper"),
            ]
        for one in (field, *deeper):
            if isinstance(one, Words):
                one.hide(self.ritual.house.settings.hide_typing)
        await self.fill(self.query_one("#words"), [field, *deeper])
        hint = (
            _("{keep_text} seals them, {forget_text} lets them go. {go_back} leaves them for later.")
            if self.draft.visibility == "sealed"
            else _("{keep_text} keeps them, {forget_text} lets them go. {go_back} leaves them for later.")
        )
        self.query_one("#hint", Static).update("\n" + self.with_keys(hint))
        field.focus()
        self.refresh_bindings()
        self.show_keys()

    def show_typing(self) -> None:
        """Dots in place of words."""
        for one in self.query(Words):
            one.hide(self.ritual.house.settings.hide_typing)

    def action_keep_text(self) -> None:
        """Keep them as what they were going to be."""
        house, draft = self.ritual.house, self._as_typed()
        kept: list[Record | None] = []
        if self.ritual.attempt(lambda: kept.append(house.keep_draft(draft, words(draft.text)))):
            self._finish(kept[0])

    def action_forget_text(self) -> None:
        """Let them go; `z` on Home brings them back."""
        drafts, draft = self.ritual.house.drafts, self._as_typed()
        if self.ritual.attempt(lambda: drafts.clear(draft.id)):
            self.ritual.undo = lambda: drafts.save(draft)
            self._finish(None)

    def action_go_back(self) -> None:
        """Leave them for later."""
        if self.ritual.attempt(self.put_down):
            self._finish(None)

    def put_down(self) -> None:
        """Keep what was changed as a draft."""
        typed = self._as_typed()
        if typed != self.draft and not self._done:
            self.ritual.house.drafts.save(typed)
            self.draft = typed

    async def on_mount(self) -> None:
        """Put down once a second what is changed."""
        self.set_interval(1, partial(self.ritual.attempt, self.put_down))

    def _finish(self, kept: Record | None) -> None:
        """Go back, once; from now on there is nothing to put down."""
        if not self._done:
            self._done = True
            self.dismiss(kept)

    def _asked(self) -> QuestionCard | None:
        """The card that they were answering."""
        house, about = self.ritual.house, self.draft.about
        draw = house.journal.get(Draw, about, self.draft.night) if self.draft.kind == "answer" and about else None
        return house.cards.get(draw.card) if draw else None

    def _as_typed(self) -> Draft:
        if not self.open:
            return self.draft
        deeper = self.query("#deeper").results(Words)
        follow_up = next((one.text.strip() or None for one in deeper), self.draft.follow_up)
        return replace(self.draft, text=self.query_one(Words).text, follow_up=follow_up)
