"""The rhythm of their evenings: a month and the years as calm pictures, with a sentence each."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec.structs import replace
from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import journal as commands
from ritual.core import calendar, dates
from ritual.core.records import Pause, Session
from ritual.house import House
from ritual.language import _, ngettext
from ritual.screens.place import SmallWindow

YEARS = 5
"""So many years stand below each other; the older ones are in the Journal."""
HALF = 26
"""Weeks in half a year."""
DAYS = "  ".join(f"{day:2}" for day in _("mo tu we th fr sa su").split()).rstrip()
"""The row above a month."""


class Rhythm(SmallWindow[None]):
    """What was, never what was not."""

    DEFAULT_CSS = """
    Rhythm .halves { display: none; }
    Rhythm.-narrow .whole { display: none; }
    Rhythm.-narrow .halves { display: block; }
    """

    HERE = commands.RHYTHM
    READING = "rituals"
    ABOUT = _(
        "Your evenings as pictures: each dot is an evening, each cell of a year a week. Rest is part of the rhythm."
    )

    def __init__(self) -> None:
        super().__init__()
        self._nights: dict[date, int] | None = None

    def page(self) -> Iterable[Widget]:
        """The sentences, this month, and the years."""
        if self._nights is None:
            yield Static(_("Your evenings are being read …"), classes="quiet", markup=False)
            return
        house, tonight, found = self.ritual.house, self.ritual.house.night, self._nights
        lines = calendar.in_words(found, tonight)
        week = [night for night in sorted(found) if tonight - timedelta(days=tonight.weekday()) <= night <= tonight]
        dots = "   ".join(f"● {dates.short_weekday(night)}" for night in week)
        first, *more = lines or [_("Your evenings will show here, one by one.")]
        below = [Content.styled(dots, "$accent")] if dots else []
        yield Static(Content("\n").join([Content(first), *below, *map(Content, more)]))
        if pause := calendar.pause_on(house.journal.standing(Pause), tonight):
            yield Static(_resting(pause), classes="quiet", markup=False)
        yield Static(
            Content.assemble(
                (f"\n{dates.month(tonight)}\n", "$accent"), (f"{DAYS}\n", "$quiet"), _month(found, tonight)
            )
        )
        if found:
            yield from self._years(found, tonight)

    def _years(self, found: Mapping[date, int], tonight: date) -> Iterable[Widget]:
        """A year in a line; in a narrow window in two."""
        hoped = self.ritual.house.settings.hope
        none = _("{sign} none", sign=calendar.SHADES[0])
        most = ngettext(
            "{sign} {count} evening or more", "{sign} {count} evenings or more", hoped, sign=calendar.SHADES[-1]
        )
        title = _("The years, week by week")
        yield Static(Content.assemble((f"\n{title}   ", "$accent"), (f"{none}   {most}", "$quiet")))
        now = tonight.isocalendar().year
        years = sorted({night.isocalendar().year for night in found} | {now}, reverse=True)[:YEARS]
        rows = [(year, calendar.year_of(found, year, tonight, hoped)) for year in years]
        above = Content.styled(f"{'':6}{calendar.months_above(now)}", "$quiet")
        yield Static(Content("\n").join([above, *(_row(f"{year}", cells) for year, cells in rows)]), classes="whole")
        yield Static(
            Content("\n").join(line for year, cells in rows for line in _halves(year, cells)), classes="halves"
        )

    async def on_mount(self) -> None:
        """Look through all months, beside the program."""
        self.scroll_by_keys()
        self._read()

    def action_choose_hope(self) -> None:
        """Ask for a number."""
        from ritual.screens.minutes import Evenings

        hoped = self.ritual.house.settings.hope
        self.app.push_screen(Evenings(_("How many evenings a week do you hope for?"), hoped, (1, 7)), self._hope)

    async def action_plan_rest(self) -> None:
        """Ask until when, or end the rest that is on."""
        from ritual.screens.checkin.when import When

        house = self.ritual.house
        pause = calendar.pause_on(house.journal.standing(Pause), house.night)
        if pause is None:
            hint = _("a day like 3 march, or nothing for as long as you like")
            self.app.push_screen(When(_("Until when would you like to rest?"), hint), self._rest)
        elif self.ritual.attempt(lambda: house.journal.keep(_ended(pause, house.night))):
            await self.show_anew()

    async def _hope(self, hoped: int | None) -> None:
        if hoped is not None:
            self.ritual.attempt(lambda: self.ritual.house.change(hope=hoped))
            await self.show_anew()

    async def _rest(self, last: date | None) -> None:
        house = self.ritual.house
        pause = Pause(id=house.journal.new_id(), at=house.clock.now(), since=house.night, last=last)
        if self.ritual.attempt(lambda: house.journal.keep(pause)):
            await self.show_anew()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        house = House(self.ritual.house.folders, self.ritual.house.clock)
        found = calendar.together(house.journal.nights(Session))
        self.app.call_from_thread(self._know, found)

    def _know(self, found: dict[date, int]) -> None:
        self._nights = found
        if self.is_attached:
            self.call_later(self.show_anew)


def _ended(pause: Pause, tonight: date) -> Pause:
    """The rest, over since last night."""
    return replace(pause, last=max(tonight - timedelta(days=1), pause.since - timedelta(days=1)))


def _row(name: str, cells: str) -> Content:
    return Content.assemble((f"{name:6}", "$quiet"), (cells, "$accent"))


def _halves(year: int, cells: str) -> list[Content]:
    """A year in one or two lines."""
    halves = [one for one in (cells[:HALF], cells[HALF:]) if one.strip()]
    return [_row("" if place else f"{year}", one) for place, one in enumerate(halves)]


def _resting(pause: Pause) -> str:
    if pause.last:
        return "\n" + _("You are resting until {day}. That is part of it.", day=dates.in_words(pause.last))
    return "\n" + _("You are resting. That is part of it.")


def _month(found: Iterable[date], tonight: date) -> Content:
    """A dot for each evening, the number for every other day; tonight underlined."""
    weeks = []
    for week in calendar.month_of(found, tonight):
        cells = []
        for day, had in week:
            sign = "" if not day else "●" if had else str(day)
            style = "$accent" if had else "$quiet"
            shown = Content.styled(f"{sign:>2}", f"{style} underline" if day == tonight.day else style)
            cells.append(shown)
        weeks.append(Content("  ").join(cells))
    return Content("\n").join(weeks)
