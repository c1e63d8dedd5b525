"""Where things are going: pictures, each with its sentence. The figures are behind a key."""

from collections.abc import Iterable

from msgspec import Struct
from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from ritual import weeks
from ritual.commands import journal as commands
from ritual.content import checkin_words
from ritual.core import insight, trends
from ritual.core.appreciation import ways_in_words, ways_of
from ritual.core.calendar import length_in_words
from ritual.core.records import Appreciation, Checkin, Feeling, Rating, Session
from ritual.core.sealing import is_shared
from ritual.core.timeline import Kind
from ritual.core.wording import SCALES as NAMES
from ritual.house import House
from ritual.language import _, decimal
from ritual.screens.page import Page
from ritual.screens.place import SmallWindow

MONTHS = 7
"""So many months hold the weeks that are looked at."""


class Picture(Struct, frozen=True):
    """A course over weeks, what it says in words, and the entries behind it."""

    title: str
    sentence: str
    kind: Kind | None
    """What kind of entries these are; none where there are none."""
    drawn: str = ""
    figures: str = ""


class PictureView(Vertical, can_focus=True):
    """One of them; the marked one has an accent at its side."""

    DEFAULT_CSS = """
    PictureView { height: auto; width: 100%; padding: 0 1; margin-bottom: 1; border-left: outer $background; }
    PictureView:focus { border-left: outer $accent; }
    PictureView .title { color: $quiet; }
    PictureView .drawn { color: $accent; }
    """

    BINDINGS = [Binding("down", "app.focus_next", show=False), Binding("up", "app.focus_previous", show=False)]

    def __init__(self, picture: Picture, *, figures: bool) -> None:
        super().__init__()
        self.picture = picture
        self._figures = figures

    def compose(self) -> Iterable[Widget]:
        """The title, the course, the sentence."""
        one = self.picture
        yield Static(one.title, classes="title", markup=False)
        if one.drawn:
            yield Static(one.drawn, classes="drawn", markup=False)
        yield Static(one.sentence, markup=False)
        if self._figures and one.figures:
            yield Static(one.figures, classes="title", markup=False)


class Trends(SmallWindow[Kind | None]):
    """Gives back which kind of entries they want to see."""

    HERE = commands.TRENDS
    READING = "what-it-is"
    ABOUT = _(
        "Where things have been going over the last half year. It is a mirror, no more; only what both of you may see "
        "is in it."
    )

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[Picture] = []
        self._figures = False

    def page(self) -> Iterable[Widget]:
        """All of them."""
        for one in self.pictures:
            yield PictureView(one, figures=self._figures)

    async def on_mount(self) -> None:
        """Look through the last months, beside the program."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something is behind the marked one; there are figures."""
        match action:
            case "show_behind":
                return isinstance(self.focused, PictureView) and self.focused.picture.kind is not None
            case "show_figures":
                return any(one.figures for one in self.pictures)
            case _:
                return True

    async def show_anew(self) -> None:
        """Build the page again, with the same one marked."""
        before = self.focused.picture.title if isinstance(self.focused, PictureView) else None
        await self.fill(self.query_one(Page), self.page())
        views = list(self.query(PictureView))
        if views:
            next((one for one in views if one.picture.title == before), views[0]).focus()
        self.refresh_bindings()
        self.show_keys()

    def action_show_behind(self) -> None:
        """The entries it is made of."""
        if isinstance(self.focused, PictureView) and self.focused.picture.kind:
            self.dismiss(self.focused.picture.kind)

    async def action_show_figures(self) -> None:
        """Show the figures, or hide them."""
        self._figures = not self._figures
        await self.show_anew()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        self.app.call_from_thread(self._know, pictures(House(self.ritual.house.folders, self.ritual.house.clock)))

    def _know(self, found: list[Picture]) -> None:
        self.pictures = found
        if self.is_attached:
            self.call_later(self.show_anew)


def pictures(house: House) -> list[Picture]:
    """What the last months show."""
    journal, tonight, months = house.journal, house.night, weeks.months(house.night, MONTHS)
    ratings = journal.nights(Rating, months)
    close = trends.closeness(ratings, tonight)
    spoken = trends.airtime(journal.nights(Session, months), house.people, tonight - trends.MONTH)
    thanks = filter(is_shared, journal.nights(Appreciation, months))
    ways = ways_of(thanks, tonight - trends.MONTH * 3)
    named = insight.returning(journal.nights(Feeling, months))
    found = [
        Picture(
            _("closeness"),
            close.in_words,
            "evening" if close.after else None,
            _drawn_closeness(close),
            _closeness(close),
        ),
        Picture(_("ways"), ways_in_words(ways.values()), "thank-you" if ways else None),
    ]
    if len(house.people) > 1:
        words = trends.airtime_in_words(spoken, house.people)
        found.insert(
            1,
            Picture(_("who spoke"), words, "evening" if any(spoken.values()) else None, figures=_spoken(spoken, house)),
        )
    if named:
        words = _("You have often named: {words}.", words=", ".join(named[:5]))
        found.append(Picture(_("feelings that return"), words, "check-in"))
    known = insight.weeks(journal.nights(Checkin, months), ratings)
    asked = checkin_words()
    for scale, going in insight.trends(known).items():
        course = insight.course(known, scale)
        sentence = str(getattr(asked.scale(scale), going))
        figures = " ".join(decimal(one) for one in course)
        found.append(Picture(NAMES[scale], sentence, "check-in", trends.drawn(course, 0, 10), figures))
    return found


def _closeness(close: trends.Closeness) -> str:
    if not close.after:
        return ""
    before, after = (" ".join(decimal(one, 1) for one in course) for course in (close.before, close.after))
    return "\n".join([_("arriving: {figures}", figures=before), _("at the end: {figures}", figures=after)])


def _drawn_closeness(close: trends.Closeness) -> str:
    if not close.after:
        return ""
    before, after = (trends.drawn(course, 1, 7) for course in (close.before, close.after))
    arriving, at_the_end = _("arriving"), _("at the end")
    width = max(len(arriving), len(at_the_end))
    return f"{arriving:{width}}  {before}\n{at_the_end:{width}}  {after}"


def _spoken(spoken: dict[str, int], house: House) -> str:
    return ", ".join(
        _("{name} {length}", name=one.name, length=length_in_words(spoken[one.id]))
        for one in house.people
        if spoken.get(one.id)
    )
