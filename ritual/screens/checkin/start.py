"""The place of the check-in: what the weeks so far bring, and one key to begin."""

from collections.abc import Iterable
from functools import partial

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual import weeks
from ritual.checkin import CheckIn
from ritual.commands import Command
from ritual.commands import checkin as commands
from ritual.core import dates, weekly
from ritual.core.records import Checkin
from ritual.language import _, ngettext
from ritual.scenes import news
from ritual.screens.line import Line, clickable
from ritual.screens.page import Page
from ritual.screens.place import Place

LOOK_AGAIN = 1
"""Seconds between two looks at the journal."""


class CheckInStart(Place[None]):
    """Invites, and never reminds of a week that went by."""

    HERE = commands.START
    READING = "rituals"
    ABOUT = _(
        "Once a week the two of you look at your week together, in 15 to 60 minutes. Any day is fine, and a week "
        "without is fine, too."
    )

    def __init__(self) -> None:
        super().__init__()
        self.waiting: Checkin | None = None

    async def on_mount(self) -> None:
        """The arrows scroll; what another window does is followed."""
        self.scroll_by_keys()
        self.ritual.house.changed_elsewhere()
        self.set_interval(LOOK_AGAIN, self._look)

    def page(self) -> Iterable[Widget]:
        """The invitation."""
        house = self.ritual.house
        self.waiting = weeks.unfinished(house)
        yield Static(dates.in_words(house.night), classes="quiet", markup=False)
        if self.waiting:
            yield Line(news.checkin_waits(self.waiting, house.clock.now()))
            yield self._choice(commands.BeginCheckin, _("go on"), near=False)
            yield self._choice(commands.LetCheckinGo, _("let it go"))
            return
        yield Line(news.invitation(house))
        begins = ngettext("begin · {count} minute", "begin · {count} minutes", house.settings.checkin_minutes)
        yield self._choice(commands.BeginCheckin, begins, near=False)
        yield self._choice(commands.ChooseDay, self._coming())
        for lines in news.brought(house):
            yield Line(Content.styled("\n".join(lines), "$quiet"))

    async def on_screen_resume(self) -> None:
        """Coming back from a small window, show what has changed."""
        if self.query(Page):
            await self.show_anew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on what waits."""
        match action:
            case "let_checkin_go":
                return self.waiting is not None
            case "choose_minutes" | "choose_day" | "open_sealed":
                return self.waiting is None
            case "show_topics":
                return bool(weeks.waiting_topics(self.ritual.house))
            case _:
                return super().check_action(action, parameters)

    def at_foot(self, command: type[Command]) -> bool:
        """Where one waits, the page says what its two keys do: Enter goes on there."""
        said = (commands.BeginCheckin, commands.LetCheckinGo) if self.waiting else ()
        return command not in said and super().at_foot(command)

    def action_begin_checkin(self) -> None:
        """Begin, or go on."""
        from ritual.screens.checkin.screen import CheckInScreen

        house, waiting = self.ritual.house, self.waiting
        known = CheckIn.resume(house, waiting) if waiting else CheckIn.begin(house, house.settings.checkin_minutes)
        self.ritual.open(CheckInScreen(known))

    async def action_let_checkin_go(self) -> None:
        """Let the unfinished one go; `z` brings it back."""
        if self.waiting and self.take_away(self.waiting):
            await self.show_anew()

    def action_choose_minutes(self) -> None:
        """Ask how long it is."""
        from ritual.screens.minutes import Minutes

        usual = self.ritual.house.settings.checkin_minutes
        asks = Minutes(_("How long shall a check-in be?"), usual, (weekly.SHORTEST, weekly.LONGEST))
        self.app.push_screen(asks, partial(self._change, "checkin_minutes"))

    def action_choose_day(self) -> None:
        """Ask for the day of the week."""
        from ritual.screens.checkin.day import DayOfWeek

        self.app.push_screen(DayOfWeek(), partial(self._change, "checkin_day"))

    def action_show_topics(self) -> None:
        """What is parked."""
        from ritual.screens.checkin.topics import Topics

        self.app.push_screen(Topics())

    def action_open_sealed(self) -> None:
        """Open it together, after all."""
        from ritual.screens.checkin.later import OpenLater

        self.app.push_screen(OpenLater(news.left_sealed(self.ritual.house)))

    def action_go_back(self) -> None:
        """Home."""
        self.ritual.go_home()

    async def _look(self) -> None:
        """Show what another window or shell has changed."""
        if self.is_on_top and self.ritual.house.changed_elsewhere():
            await self.show_anew()

    async def _change(self, setting: str, value: object) -> None:
        if value is not None:
            self.ritual.attempt(lambda: self.ritual.house.change(**{setting: value}))
            await self.show_anew()

    def _coming(self) -> str:
        """The day of the week for it and the next one, in words; after this week's check-in that of the next week."""
        house, coming = self.ritual.house, weeks.coming(self.ritual.house)
        day = dates.DAYS[weekly.WEEKDAYS.index(house.settings.checkin_day)]
        if coming == house.night:
            return _("{day}s · tonight", day=day)
        return _("{day}s · the next is on {date}", day=day, date=dates.day_and_month(coming))

    def _choice(self, command: type[Command], words: str, *, near: bool = True) -> Line:
        key = self.key(command)
        line = Content.assemble((key, "bold $accent"), " " * max(7 - len(key), 1), words)
        return Line(clickable(line, self.click(command)), *(["-near"] if near else []))
