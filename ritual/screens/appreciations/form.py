"""The form of a thank-you: who thanks whom, the words, and, where they like, the way and the day."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace
from textual.widget import Widget
from textual.widgets import Input, Static

from ritual.commands import appreciations
from ritual.content import appreciation_words
from ritual.core import dates, nights, people
from ritual.core.appreciation import WAY_NAMES, WAYS, prompt
from ritual.core.errors import Refused, RitualError
from ritual.core.records import Appreciation, Way
from ritual.core.text import NO_CONTROLS, words
from ritual.journal import Draft
from ritual.language import _
from ritual.screens.form import Form
from ritual.widgets.choice import Choice
from ritual.widgets.words import Words


class ThanksForm(Form[Appreciation]):
    """Say thank you, or say it better."""

    DEFAULT_CSS = """
    ThanksForm Words { margin: 1 0; }
    ThanksForm Input { margin-top: 1; }
    ThanksForm #ask { margin-top: 1; }
    """

    HERE = appreciations.THANKS_FORM
    READING = "appreciation-and-affection"
    ABOUT = _(
        "Say what you are thankful for. The way it was given and the day may stay empty. Tab goes from field to field."
    )

    def __init__(self, known: Appreciation | None = None) -> None:
        """With a `known` one to change it; else a new one."""
        super().__init__(known)
        self._turn = 0

    def page(self) -> Iterable[Widget]:
        """The fields, the words first."""
        house, known = self.ritual.house, self.known
        self._record_id = known.id if known else house.journal.new_id()
        self._began = house.clock.now()
        two = house.people
        if len(two) > 1:
            pairs: list[tuple[str | None, str]] = [
                (one.id, _("{name} thanks {other}", name=one.name, other=other.name))
                for one, other in (two, reversed(two))
            ]
            if known and known.by not in [one.id for one in two]:
                pairs.append((known.by, _("as it was")))
            here = house.here.id if house.here else None
            yield Choice(pairs, known.by if known else here, id="who")
        if not known:
            yield Static(self._prompt(), classes="quiet", id="ask", markup=False)
        yield Words(known.text if known else "", many_lines=True)
        ways: list[tuple[str | None, str]] = [(None, _("any way")), *((way, WAY_NAMES[way]) for way in WAYS)]
        yield Choice(ways, known.way if known else None, id="way")
        self._day = dates.with_year(known.night) if known and known.night and known.night != house.night else ""
        yield Input(
            self._day,
            placeholder=_("tonight, or a day like yesterday or 3 march"),
            max_length=40,
            restrict=NO_CONTROLS,
            id="day",
            classes="-small",
        )
        hint = self.with_keys(_("{keep_text} keeps it. Tab goes on, arrows choose."))
        yield Static(f"\n{hint}", classes="quiet", id="hint", markup=False)

    async def on_mount(self) -> None:
        """Let nothing blink."""
        self.query_one("#day", Input).cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another prompt only helps while the page is empty."""
        return self.known is None if action == "another_prompt" else True

    def action_another_prompt(self) -> None:
        """Ask in another way."""
        self._turn += 1
        self.query_one("#ask", Static).update(self._prompt())

    def draft(self) -> Draft:
        """What was filled in; as long as the day is not understood, the day it had."""
        by = self._who()
        try:
            night = self._night()
        except Refused:
            night = (self.known and self.known.night) or self.ritual.house.night
        return Draft(
            id=self._record_id,
            kind="appreciation",
            by=by or "",
            to=self._to(by),
            night=night,
            at=self._began,
            text=self.query_one(Words).text,
            about=self.known.about if self.known else None,
            way=self._way(),
        )

    def _keep(self, record: Appreciation) -> None:
        house = self.ritual.house
        if self.known and self.known.night != record.night:
            house.journal.move(replace(record, night=self.known.night), record.night)
        elif record != self.known:
            house.journal.keep(record)
        house.drafts.clear(self._record_id)

    def _record(self) -> Appreciation:
        """What was filled in. Raises `RitualError` where something is missing or not understood."""
        wording = words(self.query_one(Words).text)
        if not wording:
            raise RitualError(_("There are no words yet. A short thank-you is enough."))
        by = self._who()
        known = self.known or Appreciation(id=self._record_id, at=self.ritual.house.clock.now(), text=wording)
        return replace(known, night=self._night(), by=by, to=self._to(by), text=wording, way=self._way())

    def _night(self) -> date:
        """The day. Raises `Refused` where it is not understood, ambiguous or still to come."""
        typed, tonight = self.query_one("#day", Input).value.strip(), self.ritual.house.night
        if self.known and self.known.night and typed == self._day:
            return self.known.night
        return nights.day_in(typed, tonight) if typed else tonight

    def _way(self) -> Way | None:
        taken = self.query_one("#way", Choice).taken
        return next((one for one in WAYS if one == taken), None)

    def _who(self) -> str | None:
        for choice in self.query("#who").results(Choice):
            return choice.taken
        return self.known.by if self.known else self.ritual.house.people[0].id

    def _to(self, by: str | None) -> str | None:
        if self.known and by == self.known.by:
            return self.known.to
        other = people.other(self.ritual.house.people, by)
        return other.id if other else None

    def _prompt(self) -> str:
        content = appreciation_words()
        lines = content.prompts if len(self.ritual.house.people) > 1 else content.solo
        return prompt(lines, self.ritual.house.night, self._turn)
