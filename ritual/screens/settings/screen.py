"""The settings: each with its value and its explanation, changed with Enter."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, Literal

from rich.cells import cell_len
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual import language, settings
from ritual.commands import settings as commands
from ritual.core import dates, lengths, nights, people, weekly
from ritual.core.errors import Refused
from ritual.core.records import Couple
from ritual.house import COUPLE
from ritual.language import _
from ritual.screens.place import Place
from ritual.screens.settings import rows
from ritual.screens.settings.ask import Ask, Choose

LABEL = 19
"""Cells for the name of a setting; more, where the language needs them."""


class SettingsPlace(Place[None]):
    """Everything that can be chosen."""

    DEFAULT_CSS = """
    SettingsPlace Page { overflow-y: hidden; }
    SettingsPlace.-tall Page { padding: 4 2 2 2; }
    SettingsPlace.-vast Page { padding: 10 2 2 2; }
    SettingsPlace OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    SettingsPlace #explained { margin-top: 1; height: 2; padding: 0 1; }
    """

    AUTO_FOCUS = "OptionList"
    HERE = commands.SETTINGS
    ABOUT = _(
        "Everything you can choose, with a word about it. All of it lies in settings.toml, where your comments stay."
    )

    def page(self) -> Iterable[Widget]:
        """The night, the settings, and what the marked one means."""
        yield Static(f"{dates.in_words(self.ritual.house.night)}\n", classes="quiet", markup=False)
        yield OptionList(markup=False)
        yield Static("", id="explained", classes="quiet", markup=False)

    async def on_mount(self) -> None:
        """Show all of them."""
        self.show()

    async def on_resize(self) -> None:
        """The marked one stays in sight."""
        self.call_after_refresh(self.choices.scroll_to_highlight)

    @property
    def choices(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def show(self) -> None:
        """Show the values as they are now."""
        house, at = self.ritual.house, self.choices.highlighted
        options: list[Option] = []
        wide = max(LABEL, *(cell_len(row.label) + 2 for group in rows.GROUPS for row in group.rows))
        for group in rows.there(house):
            above = "\n" if options else ""
            options.append(Option(Content.styled(f"{above}{group.title}", "$quiet"), disabled=True))
            for row in group.rows:
                value = Content(rows.in_words(house, row.name))
                options.append(Option(Content.styled(f"  {row.label:<{wide}}", "$quiet") + value, id=row.name))
        self.choices.set_options(options)
        if at is None:
            self.choices.action_first()
        else:
            self.choices.highlighted = at

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what it means; with the first one, show the name of its group, too."""
        if event.option_index <= 1:
            self.choices.scroll_home(animate=False)
        found = [row for group in rows.GROUPS for row in group.rows if row.name == event.option.id]
        self.query_one("#explained", Static).update(found[0].explained if found else "")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change it."""
        if event.option.id:
            self.change(event.option.id)

    def action_change_setting(self) -> None:
        """Change the marked one."""
        self.choices.action_select()

    def action_go_back(self) -> None:
        """Home."""
        self.ritual.go_home()

    def change(self, name: str) -> None:
        """Ask for the value of a setting, or turn it where there are only two."""
        house = self.ritual.house
        now = getattr(house.settings, name, None)
        if isinstance(now, bool):
            self._keep(name, not now)
        elif name == "theme":
            self.ritual.action_choose_theme()
        elif name == "keys":
            from ritual.screens.settings.keys import KeyNames

            self.app.push_screen(KeyNames())
        elif name == "names":
            self._ask(_("What are your names?"), ", ".join(one.name for one in house.people), _names, self._settle)
        elif name == "stage":
            stages = list(rows.STAGES)
            window = Choose(_("Where are you, as a couple?"), list(rows.STAGES.values()), stages.index(house.stage))
            self._open(window, lambda at: None if at is None else self._stage(stages[at]))
        elif name == "since":
            couple = house.journal.get(Couple, COUPLE)
            known = couple.since.isoformat() if couple and couple.since else ""
            hint = _("A day like 3 march 2019; an empty line takes it back.")
            self._ask(_("When did it begin?"), known, partial(_day, house.night), self._since, hint)
        elif name == "name":
            who = ["", *(one.name for one in house.people)]
            words = [_("either of you"), *who[1:]]
            at = who.index(house.here.name) if house.here else 0
            self._open(
                Choose(_("Who usually sits here?"), words, at),
                lambda at: self._keep(name, who[at]) if at is not None else None,
            )
        elif name == "lang":
            codes = ["", *language.NAMES]
            words = [_("as this computer speaks"), *language.NAMES.values()]
            self._open(
                Choose(_("Which language shall ritual speak from the next start?"), words, codes.index(now or "")),
                lambda at: self._keep(name, codes[at]) if at is not None else None,
            )
        elif name == "checkin_day":
            days = list(weekly.WEEKDAYS)
            window = Choose(_("On which day?"), dates.DAYS, days.index(house.settings.checkin_day))
            self._open(window, lambda at: self._keep(name, days[at]) if at is not None else None)
        else:
            self._ask(_question(name), _typed(now), partial(settings.understood, name), partial(self._keep, name))

    def _ask(
        self, question: str, now: str, understood: Callable[[str], Any], then: Callable[[Any], None], hint: str = ""
    ) -> None:
        self._open(Ask(question, now, understood, hint), lambda value: None if value is None else then(value))

    def _open(self, window: Screen[Any], then: Callable[[Any], None]) -> None:
        self.app.push_screen(window, then)

    def _keep(self, name: str, value: Any) -> None:
        self.ritual.attempt(lambda: self.ritual.house.change(**{name: value}))
        if name == "reduce_motion":
            self.app.animation_level = "none" if value else "full"
        self.show()

    def _settle(self, names: tuple[str, ...]) -> None:
        self.ritual.attempt(lambda: self.ritual.house.settle(names))
        self.show()

    def _stage(self, stage: Any) -> None:
        house = self.ritual.house
        self.ritual.attempt(lambda: house.describe(stage=stage))
        self.show()

    def _since(self, since: date | Literal[""]) -> None:
        self.ritual.attempt(lambda: self.ritual.house.describe(since=since or None))
        self.show()

    async def on_screen_resume(self) -> None:
        """Coming back from the colours, show what was chosen."""
        if self.query(OptionList):
            self.show()


def _names(typed: str) -> tuple[str, ...]:
    names = people.parse_names(typed)
    if not names:
        raise Refused(_("The names are empty. Please give one or two, like Ana, Sam."))
    return names


def _day(tonight: date, typed: str) -> date | Literal[""]:
    """The day that was typed; an empty field takes it back."""
    return nights.day_in(typed, tonight) if typed else ""


def _question(name: str) -> str:
    return {
        "minutes": _(
            "How long shall an evening be? {least} to {most} minutes.", least=lengths.SHORTEST, most=lengths.LONGEST
        ),
        "hope": _("How many evenings a week do you hope for?"),
        "night_begins": _("At what time does a new night begin?"),
        "checkin_minutes": _(
            "How long shall a check-in be? {least} to {most} minutes.", least=weekly.SHORTEST, most=weekly.LONGEST
        ),
        "evening_at": _("At what time may you be reminded of an evening?"),
        "evening_days": _("On which days may you be reminded of an evening?"),
        "checkin_at": _("At what time may you be reminded of a check-in?"),
    }[name]


def _typed(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(language.amid(rows.weekday(day)) for day in value)
    return f"{value:%H:%M}" if hasattr(value, "hour") else str(value)
