"""The form of an occasion: what it is, its first date, and how it returns."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from msgspec.structs import replace
from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import occasions as commands
from ritual.core import dates, nights
from ritual.core.errors import Refused, RitualError
from ritual.core.occasions import first_date
from ritual.core.records import Occasion
from ritual.core.rule_words import OF_ITS_OWN, ONCE, rule_in, rule_in_words
from ritual.core.text import NO_CONTROLS, words
from ritual.journal import Draft
from ritual.language import _
from ritual.screens.form import Form
from ritual.widgets.words import Words


class OccasionForm(Form[Occasion]):
    """Note a date, or change it."""

    DEFAULT_CSS = """
    OccasionForm Words { margin: 1 0; min-height: 2; }
    OccasionForm Input { margin-bottom: 1; }
    """

    HERE = commands.OCCASION_FORM
    ABOVE = ""
    ABOUT = _(
        "A date that returns or comes once. A 29 February is kept on the 28th between; dates of the moon come once."
    )

    def page(self) -> Iterable[Widget]:
        """The fields, the name first."""
        house, known = self.ritual.house, self.known
        self._record_id = known.id if known else house.journal.new_id()
        self._began = house.clock.now()
        self._day = dates.with_year(known.day) if known else ""
        self._rule = rule_in_words(known.rule) if known else ""
        yield Static(_("Which date would you like to remember?"), markup=False)
        yield Words(known.name if known else "", many_lines=True)
        for value, hint, name in (
            (self._day, _("the day: 3 march, next saturday, 2019-06-01"), "day"),
            (self._rule, _("once, every year, every second Friday"), "rule"),
        ):
            yield Input(value, placeholder=hint, max_length=60, restrict=NO_CONTROLS, id=name, classes="-small")
        hint = _("{keep_text} keeps it. Tab goes on.")
        yield Static(self.with_keys(hint), classes="quiet", id="hint", markup=False)

    async def on_mount(self) -> None:
        """Let nothing blink."""
        for field in self.query(Input):
            field.cursor_blink = False

    def changed(self, draft: Draft) -> bool:
        """Another day or rule is worth keeping, too."""
        known = self.known
        return super().changed(draft) or (known is not None and (draft.on, draft.rule) != (known.day, known.rule))

    def draft(self) -> Draft:
        """What was typed; as long as the day is not understood, none."""
        on = self.known.day if self.known else None
        with suppress(Refused):
            on = self._date()
        try:
            rule = self._returns()
        except Refused:
            rule = self.known.rule if self.known else None
        return Draft(
            id=self._record_id,
            kind="occasion",
            by="",
            night=self.ritual.house.night,
            at=self._began,
            text=self.query_one(Words).text,
            on=on,
            rule=rule,
        )

    def _record(self) -> Occasion:
        """What was filled in. Raises `RitualError` where something is missing or not understood."""
        name = words(self.query_one(Words).text)
        if not name:
            raise RitualError(_("It has no name yet. A word is enough."))
        rule, typed = self._returns(), self._date()
        day = first_date(typed, rule) or typed
        new = Occasion(id=self._record_id, at=self.ritual.house.clock.now(), name=name, day=day)
        return replace(self.known or new, name=name, day=day, rule=rule)

    def _date(self) -> date:
        """The first date, which may have been long ago or be still to come. Raises `Refused` where it is not clear."""
        typed = self.query_one("#day", Input).value.strip()
        if self.known and typed == self._day:
            return self.known.day
        span = nights.span_in(typed, self.ritual.house.night, ahead=True)
        if span.first != span.last:
            raise Refused(_("That is more than one day. Please write it like 3 march or 2019-06-01."))
        return span.first

    def _returns(self) -> str | None:
        """How it returns. Raises `Refused` where that is not understood."""
        typed = self.query_one("#rule", Input).value.strip()
        if self.known and typed in (self._rule, OF_ITS_OWN):
            return self.known.rule
        return rule_in(typed or ONCE)
