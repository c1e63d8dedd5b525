"""Home: tonight's invitation."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import places
from ritual.core import dates, nights, people, rhythm, weekly
from ritual.core.records import Checkin, Session
from ritual.journal import Draft
from ritual.language import _, ngettext
from ritual.scenes import first, news
from ritual.screens.line import Line
from ritual.screens.remembering import Remembering
from ritual.widgets.card import CardView

LOOK_AGAIN = 1
"""Seconds between two looks at the clock and the journal: the night changes while Home stands open, and another
window or shell may write."""

SOME, MANY = 3, 4
"""So many things that wait or come take a row each, and something else gives way in a small window: the week, the
date, and last the card, which the evening shows again."""


class Home(Remembering):
    """Whose turn it is to start, tonight's card, the week as it was, and one key to begin."""

    DEFAULT_CSS = """
    Home CardView { margin: 1 3 0 3; }
    Home.-narrow CardView { margin: 1 1 0 1; }
    Home.-roomy Page { padding: 2 2 0 2; }
    Home .-one-row { text-wrap: nowrap; text-overflow: ellipsis; }
    Home.-low .week, Home.-middle.-besides .week, Home.-roomy.-many .week { display: none; }
    Home.-roomy.-first.-besides CardView, Home.-middle.-first CardView, Home.-low.-first CardView { display: none; }
    Home.-middle.-some .date, Home.-middle.-many CardView { display: none; }
    Home.-low .date, Home.-low .memory, Home.-middle .memory, Home.-roomy .memory.-besides { display: none; }
    """

    HERE = places.HOME
    READING = "rituals"
    ABOUT = _("Home invites you to tonight's evening. {begin} begins it, or goes on with the one that waits for you.")

    def __init__(self) -> None:
        super().__init__()
        self.waiting: Session | None = None
        self.checkin: Checkin | None = None
        self.drafts: list[Draft] = []
        self._offered: set[str] = set()
        self._seen_before = False

    async def on_mount(self) -> None:
        """Follow the clock and the journal; the arrows scroll."""
        self.scroll_by_keys()
        self.ritual.house.changed_elsewhere()
        self.call_after_refresh(self._look_around)
        self._seen = self._moment()
        self.set_interval(LOOK_AGAIN, self._look)

    async def on_screen_resume(self) -> None:
        """Coming back, show what was kept meanwhile."""
        if self._seen_before:
            self.remember(self.ritual.house.night)
            await self.show_anew()
        self._seen_before = True

    def page(self) -> Iterable[Widget]:
        """The page as the journal has it now."""
        house = self.ritual.house
        if not house.people:
            return
        sessions = house.sessions
        self.waiting = rhythm.unfinished(sessions)
        self.set_class(self._is_first(sessions), "-first")
        self.drafts = self._in_turn(house.drafts.all())
        yield Static(dates.in_words(house.night), classes="quiet date", markup=False)
        names = people.in_words([one.name for one in house.people])
        yield Line(_("{greeting}, {names}.", greeting=nights.greeting(house.clock.now()), names=names))
        yield from self._unfinished(self.waiting) if self.waiting else self._invitation(sessions)
        due = list(self._due())
        for place, line in enumerate(due):
            if len(due) >= SOME:
                line.add_class("-one-row")
                line.set_class(place > 0, "-near")
        for least, kind in ((2, "-besides"), (SOME, "-some"), (MANY, "-many")):
            self.set_class(len(due) >= least, kind)
        yield from due
        yield from self.remembered(besides=bool(house.left_for_us or self.drafts))
        yield from self._week(sessions)

    def _due(self) -> Iterable[Widget]:
        """What waits, and what comes."""
        house = self.ritual.house
        if self.drafts:
            name = people.name_of(house.people, self.drafts[0].by)
            words = _("{name}, words of yours are waiting.", name=name) if name else _("Words are waiting here.")
            yield self.offered(places.OpenWords, words)
        left = house.left_for_us
        if left:
            by, to = (people.name_of(house.people, one) for one in (left[-1].by, left[-1].to))
            words = _("{by} left something for {to}.", by=by, to=to)
            yield self.offered(places.OpenAppreciations, words, *(["-near"] if self.drafts else []))
        yield from self._checkin(near=bool(self.drafts or left))
        yield from self.dates()
        yield from self.resting()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on what waits."""
        match action:
            case "keep_aside" | "let_go":
                return self.waiting is not None
            case "quiet_time" | "choose_minutes":
                return self.waiting is None
            case "tell_how":
                return self.passed is not None
            case "open_words":
                return bool(self.drafts)
            case _:
                return super().check_action(action, parameters)

    def action_begin(self) -> None:
        """Begin, or go on."""
        self.ritual.begin()

    async def action_keep_aside(self) -> None:
        """What there is of the unfinished evening is enough."""
        from ritual.evening import Evening

        journal, waiting = self.ritual.house.journal, self.waiting
        if waiting and self.ritual.attempt(Evening.resume(self.ritual.house, waiting).close):
            self.ritual.undo = lambda: journal.keep(waiting)
            await self.show_anew()

    async def action_let_go(self) -> None:
        """Let the unfinished evening go; `z` brings it back."""
        if self.waiting and self.take_away(self.waiting):
            await self.show_anew()

    def action_quiet_time(self) -> None:
        """Ask how long, then be quiet together."""
        from ritual.screens.minutes import Minutes

        self.app.push_screen(
            Minutes(_("How long would you like to be together, just so?"), self.ritual.house.settings.minutes),
            self._be_quiet,
        )

    def action_choose_minutes(self) -> None:
        """Ask how long an evening is."""
        from ritual.screens.minutes import Minutes

        self.app.push_screen(
            Minutes(_("How long shall an evening be?"), self.ritual.house.settings.minutes), self._take_minutes
        )

    def action_open_words(self) -> None:
        """Offer unfinished words to the one whose they are."""
        from ritual.screens.waiting import WordsWaiting

        self._offered.add(self.drafts[0].id)
        self.app.push_screen(WordsWaiting(self.drafts[0]))

    def _be_quiet(self, minutes: int | None) -> None:
        from ritual.evening import Evening
        from ritual.screens.tonight.screen import Tonight

        if minutes is not None:
            self.ritual.open(Tonight(Evening.begin(self.ritual.house, minutes, quiet=True)))

    def _take_minutes(self, minutes: int | None) -> None:
        if minutes is not None:
            self.ritual.attempt(lambda: self.ritual.house.change(minutes=minutes))

    def _invitation(self, sessions: list[Session]) -> Iterable[Widget]:
        house = self.ritual.house
        if any(one.night == house.night and one.starter for one in rhythm.kept(sessions)):
            yield Line(_("Your evening is kept."), "-near")
            yield self.offered(places.Begin, _("another evening"))
            return
        starter = rhythm.starter(house.people, sessions)
        if starter and len(house.people) > 1:
            yield Line(_("{name} starts tonight.", name=starter.name), "-near")
        card = house.tonights_card()
        if card:
            deck = house.cards.deck_of(card.id)
            yield CardView(card.text, deck.name if deck else "", card.depth)
        words = ngettext(
            "begin · {count} minute, phones away", "begin · {count} minutes, phones away", house.settings.minutes
        )
        yield self.offered(places.Begin, words)
        if self._is_first(sessions):
            yield Line(Content.styled("\n".join(first.told(len(house.people))), "$quiet"))

    def _is_first(self, sessions: list[Session]) -> bool:
        """Whether they are new here; who has something to remember has been here, and its room goes to that."""
        return not sessions and not self.memories

    def _unfinished(self, waiting: Session) -> Iterable[Widget]:
        house = self.ritual.house
        yield Line(news.evening_waits(waiting, house))
        yield self.offered(places.Begin, _("go on"))
        yield self.offered(places.KeepAside, _("keep what you did"), "-near")
        yield self.offered(places.LetGo, _("let it go"), "-near")

    def _checkin(self, *, near: bool) -> Iterable[Widget]:
        """The check-in that waits, or whose day it is; a rest is no time for asking."""
        house = self.ritual.house
        found = house.journal.recent(Checkin, house.night)
        self.checkin, now = rhythm.unfinished(found), house.clock.now()
        if self.checkin and self.checkin.back_at and now < self.checkin.back_at:
            words = _("your check-in rests until {time}", time=nights.clock_time(self.checkin.back_at, now))
        elif self.checkin:
            words = _("your check-in is waiting where you left it")
        elif self.pause is None and weekly.is_due(
            house.night, house.settings.checkin_day, (one.night for one in found if one.night)
        ):
            words = _("a look at your week, if you like")
        else:
            return
        yield self.offered(places.OpenCheckin, words, *(["-near"] if near else []))

    def _week(self, sessions: list[Session]) -> Iterable[Widget]:
        evenings = rhythm.evenings_of_week(sessions, self.ritual.house.night)
        if evenings:
            yield Line(
                Content("   ").join(
                    Content.assemble(("●", "$accent"), (f" {dates.short_weekday(day)}", "$quiet")) for day in evenings
                ),
                "week",
            )

    def _in_turn(self, drafts: list[Draft]) -> list[Draft]:
        """`drafts`, those that were offered and left for later at the end."""
        return sorted(drafts, key=lambda one: one.id in self._offered)

    def _moment(self) -> tuple[object, ...]:
        house = self.ritual.house
        now = house.clock.now()
        breaks = [one.back_at is not None and now < one.back_at for one in (self.waiting, self.checkin) if one]
        return house.night, nights.greeting(now), *breaks

    def _look_around(self) -> None:
        """Say what is not as it should be and what was on this day, once the page is there."""
        self.ritual.house.look_around()
        self.ritual.tell()
        self.remember(self.ritual.house.night)

    async def _look(self) -> None:
        """Show the page anew where the time of day, or somebody elsewhere, has changed it."""
        if not self.is_on_top:
            return
        changed, moment = self.ritual.house.changed_elsewhere(), self._moment()
        changed = self.ritual.house.cards.look() or changed
        if changed or moment[0] != self._seen[0]:
            self._look_around()
        if changed or moment != self._seen:
            self._seen = moment
            await self.show_anew()
