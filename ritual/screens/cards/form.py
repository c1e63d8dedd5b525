"""The form of a card of their own."""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import cards as commands
from ritual.core.cards import DEPTH_NAMES, question
from ritual.core.records import Card, Depth
from ritual.journal import Draft
from ritual.language import _
from ritual.screens.form import Form
from ritual.screens.log.top import Top
from ritual.screens.place import Place
from ritual.screens.waiting import WordsWaiting
from ritual.widgets.choice import Choice
from ritual.widgets.words import Words


class CardForm(Form[Card]):
    """Write a question, or change it."""

    DEFAULT_CSS = """
    CardForm Words { margin: 0 0 1 0; }
    CardForm.-low Words { min-height: 2; max-height: 3; }
    """

    HERE = commands.CARD_FORM
    READING = "better-questions"
    ABOUT = _("A good question is open: it begins with what, how or when, and cannot be answered with yes or no.")

    def page(self) -> Iterable[Widget]:
        """The question, one step deeper, and how deep it is."""
        house, known = self.ritual.house, self.known
        self._record_id = known.id if known else house.journal.new_id()
        self._began = house.clock.now()
        yield Static(_("What would you like to ask each other?"), markup=False)
        yield Words(known.text if known else "", many_lines=True)
        yield Static(_("One step deeper, if you like"), classes="quiet", markup=False)
        yield Words((known.follow_up or "") if known else "", many_lines=True, id="deeper")
        depths: list[tuple[str | None, str]] = [(str(depth), name) for depth, name in DEPTH_NAMES.items()]
        yield Choice(depths, str(known.depth) if known else "1", id="depth")
        hint = self.with_keys(_("{keep_text} keeps it. Tab goes on, arrows choose."))
        yield Static(f"\n{hint}", classes="quiet", id="hint", markup=False)

    def changed(self, draft: Draft) -> bool:
        """A follow-up is worth keeping, too."""
        known = self.known
        before = (known.text, known.follow_up or "") if known else ("", "")
        return (draft.text, draft.follow_up or "") != before

    def draft(self) -> Draft:
        """What was typed."""
        return Draft(
            id=self._record_id,
            kind="card",
            by="",
            night=self.ritual.house.night,
            at=self._began,
            text=self.query_one(Words).text,
            follow_up=self._deeper.strip() or None,
            depth=self._depth,
        )

    @property
    def _deeper(self) -> str:
        return self.query_one("#deeper", Words).text

    @property
    def _depth(self) -> Depth:
        return int(self.query_one("#depth", Choice).taken or 1)

    def _record(self) -> Card:
        """What was filled in. Raises `RitualError` where it is no question."""
        asked = question(self.query_one(Words).text)
        deeper = question(self._deeper) if self._deeper.strip() else None
        known = self.known or Card(id=self._record_id, at=self.ritual.house.clock.now(), text=asked)
        return replace(known, text=asked, follow_up=deeper, depth=self._depth)


def write_card(place: Place[Any], then: Callable[[object], None], known: Card | None = None) -> None:
    """Open the form on `place`; where words of an earlier time wait for this card, these."""
    form = CardForm(known)

    def closed(kept: object) -> None:
        then(kept)
        if form.waits:
            place.query_one(Top).say(_("Your words are not kept yet. They wait for you on Home."))

    draft = place.ritual.house.drafts.get(known.id) if known else None
    place.app.push_screen(WordsWaiting(draft) if draft else form, then if draft else closed)
