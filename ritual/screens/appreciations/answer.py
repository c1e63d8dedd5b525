"""The answer of the one who was thanked: a line, or simply that it was received."""

from collections.abc import Iterable

from msgspec.structs import replace
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import appreciations
from ritual.core import people
from ritual.core.appreciation import Thanks, reply_id
from ritual.core.errors import RitualError
from ritual.core.records import Reply
from ritual.core.text import on_screen, words
from ritual.core.wording import RECEIVED, SAYS_RECEIVED
from ritual.journal import Draft
from ritual.language import _
from ritual.screens.writing import Writing
from ritual.widgets.words import Words


class Answer(Writing[Reply]):
    """Answer a thank-you."""

    DEFAULT_CSS = """
    Answer #thanks { height: auto; max-height: 6; padding: 0 1; border-left: outer $background; }
    Answer #thanks:focus { border-left: outer $accent; }
    Answer.-low #thanks { max-height: 3; }
    Answer.-tall #thanks, Answer.-vast #thanks { max-height: 12; }
    Answer Words { margin: 1 0; }
    """

    HERE = appreciations.ANSWER
    ABOUT = _("Whoever was thanked can say something back. Nothing written means that it was received.")

    def __init__(self, thanks: Thanks) -> None:
        super().__init__()
        self.thanks = thanks

    def page(self) -> Iterable[Widget]:
        """What was said, and a field."""
        said, house = self.thanks.said, self.ritual.house
        by, to = (people.name_of(house.people, one) for one in (said.by, said.to))
        self._began = house.clock.now()
        thanked = _("{name} thanked you, {other}.", name=by or _("Somebody"), other=to)
        yield Static(f"{thanked}\n", markup=False)
        yield VerticalScroll(Static(on_screen(said.text), classes="quiet", markup=False), id="thanks")
        known = self.thanks.reply.text if self.thanks.reply else ""
        yield Words("" if known == RECEIVED else known, many_lines=True)
        hint = _("{keep_text} keeps it. Nothing written says “{received}”.", received=SAYS_RECEIVED)
        yield Static(self.with_keys(hint), classes="quiet", id="hint", markup=False)

    def action_keep_text(self) -> None:
        """Keep it."""
        house, said = self.ritual.house, self.thanks.said
        try:
            wording = words(self.query_one(Words).text) or RECEIVED
        except RitualError as fault:
            self.query_one("#hint", Static).update(str(fault))
            return
        new = Reply(id=reply_id(said), at=house.clock.now(), night=house.night, by=said.to, about=said.id, text=wording)
        reply = replace(self.thanks.reply, text=wording) if self.thanks.reply else new

        def keep() -> None:
            house.journal.keep(reply)
            house.drafts.clear(reply.id)

        if self.ritual.attempt(keep):
            self.finish(reply)

    def draft(self) -> Draft:
        """What was typed."""
        said, known = self.thanks.said, self.thanks.reply
        return Draft(
            id=known.id if known else reply_id(said),
            kind="reply",
            by=said.to or "",
            night=(known and known.night) or self.ritual.house.night,
            at=self._began,
            text=self.query_one(Words).text,
            about=said.id,
        )
