"""Changing the words of an entry."""

from collections.abc import Iterable

from msgspec.structs import replace
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import journal as commands
from ritual.commands.appreciations import RemoveEntry
from ritual.core import dates, people
from ritual.core.errors import RitualError
from ritual.core.records import Goal, Note, Wish
from ritual.core.text import words
from ritual.journal import Draft, DraftKind
from ritual.language import _, fill
from ritual.screens.writing import Writing
from ritual.widgets.words import Words

Worded = Note | Wish | Goal
KINDS: dict[type[Worded], tuple[DraftKind, str]] = {
    Note: ("note", _("a note")),
    Wish: ("wish", _("a wish")),
    Goal: ("goal", _("a goal")),
}


class TextForm(Writing[Worded]):
    """A field with the words; the earlier wording is kept."""

    DEFAULT_CSS = """
    TextForm Words { margin: 1 0; }
    """

    HERE = commands.TEXT_FORM
    ABOUT = _("Say it better. The earlier wording is kept.")

    def __init__(self, record: Worded) -> None:
        super().__init__()
        self.record = record

    def page(self) -> Iterable[Widget]:
        """Whose it is, what, and from when."""
        record, house = self.record, self.ritual.house
        name, what = people.name_of(house.people, record.by), KINDS[type(record)][1]
        when = dates.with_year(record.night or house.night_of(record.at))
        whose = _("{name}, {what} of {when}") if name else _("{what} of {when}")
        yield Static(fill(whose, name=name, what=what, when=when), markup=False)
        yield Words(record.text, many_lines=True)
        yield Static(self.with_keys(_("{keep_text} keeps it.")), classes="quiet", id="hint", markup=False)

    def action_keep_text(self) -> None:
        """Keep it, or say what is missing."""
        try:
            wording = words(self.query_one(Words).text)
        except RitualError as fault:
            self.query_one("#hint", Static).update(str(fault))
            return
        if not wording:
            self.query_one("#hint", Static).update(
                _("There are no words. {key} in the Journal takes an entry away.", key=self.key(RemoveEntry))
            )
            return
        changed = replace(self.record, text=wording)

        def keep() -> None:
            if changed != self.record:
                self.ritual.house.journal.keep(changed)
            self.ritual.house.drafts.clear(changed.id)

        if self.ritual.attempt(keep):
            self.finish(changed)

    def draft(self) -> Draft:
        """What was typed."""
        record = self.record
        return Draft(
            id=record.id,
            kind=KINDS[type(record)][0],
            by=record.by or "",
            night=record.night or self.ritual.house.night,
            at=record.at,
            text=self.query_one(Words).text,
            about=record.about,
            visibility=record.visibility,
        )
