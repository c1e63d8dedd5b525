"""How an evening and a check-in begin: with what waits, or anew."""

from collections.abc import Callable
from random import Random

from ritual import weeks
from ritual.checkin import CheckIn
from ritual.content import evening_words
from ritual.core import dates, lengths, nights, people, rhythm, weekly
from ritual.core.records import Checkin, Session
from ritual.evening import Evening
from ritual.house import House
from ritual.language import _, ngettext, pgettext
from ritual.plain import can
from ritual.plain.can import Can
from ritual.plain.checkin import CheckInLines
from ritual.plain.evening import Tonight
from ritual.plain.guided import Guided
from ritual.plain.opened import open_together
from ritual.plain.talk import Talk
from ritual.plain.teller import Teller
from ritual.scenes import first, news

KEEP = Can("k", pgettext("command", "keep"), _("Keep what you did of the unfinished evening."))
LET_GO = Can("x", pgettext("command", "let go"), _("Let what waits go; z brings it back."))
MINUTES = Can("m", pgettext("command", "minutes"), _("Choose how long it is."))
QUIET = Can("q", pgettext("command", "quiet time"), _("Just time together: a walk, coffee, holding hands."))
SEALED = Can(
    "v", pgettext("command", "open"), _("Open together what was sealed in an earlier check-in, if anything is.")
)
TOPICS = Can("o", pgettext("command", "topics"), _("Hear what you have parked for later."))


class Start(Teller):
    """The page before the first beat."""

    def __init__(self, talk: Talk, house: House) -> None:
        super().__init__(talk, house)
        self._undo: Callable[[], object] | None = None
        self._told: tuple[str, ...] = ()

    def once(self, *lines: str) -> None:
        """Say these, unless they were what was said here last."""
        if lines != self._told:
            self._told = lines
            self.talk.say(*lines)

    def let_go(self, waiting: Session | Checkin) -> None:
        """It need not be kept."""
        if self.attempt(lambda: self.house.journal.remove(waiting)):
            self._undo = lambda: self.house.journal.restore(waiting)

    def undo(self) -> None:
        """Take the last removal back."""
        if self._undo and self.attempt(self._undo):
            self._undo = None

    @property
    def undoes(self) -> list[Can]:
        """Only what was let go just now can be brought back."""
        return [can.UNDO] if self._undo else []

    def how_long(self, question: str, usual: int, among: tuple[int, int]) -> int | None:
        """A number of minutes; none for Enter."""
        asks = _("A number of minutes from {first} to {last}; Enter leaves it.", first=among[0], last=among[1])
        self.talk.say(question)
        typed = self.choose(asks, takes=lambda typed: lengths.parse_minutes(typed, among) is not None)
        return lengths.parse_minutes(typed, among) if typed else None


class EveningStart(Start):
    """The invitation to tonight's evening."""

    def sitting(self) -> Guided:
        """The evening that they begin, or go on with."""
        self._greet()
        while True:
            waiting = rhythm.unfinished(self.house.sessions)
            found = self._resume(waiting) if waiting else self._begin()
            if found is not None:
                return Tonight(self.talk, found)

    def _greet(self) -> None:
        house, names = self.house, [one.name for one in self.house.people]
        greeting = _("{greeting}, {names}.", greeting=nights.greeting(house.clock.now()), names=people.in_words(names))
        self.talk.say(dates.in_words(house.night), greeting)

    def _resume(self, waiting: Session) -> Evening | None:
        self.talk.say(news.evening_waits(waiting, self.house))
        match self.choose(_("Enter goes on, k keeps what you did, x lets it go, ? for help."), KEEP, LET_GO):
            case KEEP.key:
                journal = self.house.journal
                if self.attempt(Evening.resume(self.house, waiting).close):
                    self._undo = lambda: journal.keep(waiting)
            case LET_GO.key:
                self.let_go(waiting)
            case _:
                if waiting.state == "resting":
                    self.talk.say(Random(waiting.id).choice(evening_words().rest.back))
                return Evening.resume(self.house, waiting)
        return None

    def _begin(self) -> Evening | None:
        house = self.house
        told = [] if house.sessions else list(first.told(len(house.people)))
        if any(one.night == house.night and one.starter for one in rhythm.kept(house.sessions)):
            told.append(_("Your evening is kept."))
        elif house.starter and len(house.people) > 1:
            told.append(_("{name} starts tonight.", name=house.starter.name))
        self.once(*told)
        minutes = house.settings.minutes
        length = ngettext("{count} minute, phones away.", "{count} minutes, phones away.", minutes)
        self.talk.say(length)
        asks = _("Enter begins, m chooses another length, q is quiet time, ? for help.")
        among = (lengths.SHORTEST, lengths.LONGEST)
        match self.choose(asks, MINUTES, QUIET, *self.undoes):
            case MINUTES.key:
                wanted = self.how_long(_("How long shall an evening be?"), minutes, among)
                if wanted is not None:
                    self.attempt(lambda: house.change(minutes=wanted))
            case QUIET.key:
                question = _("How long would you like to be together, just so?")
                wanted = self.how_long(question, minutes, among)
                return Evening.begin(house, wanted or minutes, quiet=True)
            case can.UNDO.key if self._undo:
                self.undo()
            case _:
                return Evening.begin(house, minutes)
        return None


class CheckInStart(Start):
    """The invitation to a look at the week."""

    def sitting(self) -> Guided:
        """The check-in that they begin, or go on with."""
        self.talk.say(dates.in_words(self.house.night))
        while True:
            waiting = weeks.unfinished(self.house)
            found = self._resume(waiting) if waiting else self._begin()
            if found is not None:
                return CheckInLines(self.talk, found, news_told=waiting is None)

    def _resume(self, waiting: Checkin) -> CheckIn | None:
        self.talk.say(news.checkin_waits(waiting, self.house.clock.now()))
        match self.choose(_("Enter goes on, x lets it go, ? for help."), LET_GO, TOPICS):
            case LET_GO.key:
                self.let_go(waiting)
            case TOPICS.key:
                self._tell_topics()
            case _:
                return CheckIn.resume(self.house, waiting)
        return None

    def _tell_topics(self) -> None:
        parked = [news.short(one.text) for one in weeks.waiting_topics(self.house)]
        self.talk.say(*(parked or [_("Nothing waits. t parks something.")]))

    def _begin(self) -> CheckIn | None:
        house = self.house
        minutes = house.settings.checkin_minutes
        length = ngettext("{count} minute.", "{count} minutes.", minutes)
        self.once(news.invitation(house), *(line for lines in news.brought(house) for line in lines))
        self.talk.say(length)
        asks = _("Enter begins, m chooses another length, o tells what is parked, ? for help.")
        match self.choose(asks, MINUTES, TOPICS, SEALED, *self.undoes):
            case SEALED.key:
                sealed = news.left_sealed(house)
                if sealed is None:
                    self.talk.say(_("Nothing is sealed here."))
                else:
                    self.talk.say(dates.in_words(sealed.session.night or house.night))
                    open_together(self, sealed)
            case MINUTES.key:
                among = (weekly.SHORTEST, weekly.LONGEST)
                wanted = self.how_long(_("How long shall a check-in be?"), minutes, among)
                if wanted is not None:
                    self.attempt(lambda: house.change(checkin_minutes=wanted))
            case TOPICS.key:
                self._tell_topics()
            case can.UNDO.key if self._undo:
                self.undo()
            case _:
                return CheckIn.begin(house, minutes)
        return None
