"""The weekly check-in, line by line."""

from datetime import date
from functools import partial

from ritual.checkin import CheckIn
from ritual.content import checkin_words
from ritual.core import dates, insight
from ritual.core.records import Topic
from ritual.core.wording import whose
from ritual.language import _, pgettext
from ritual.plain import choices, topic
from ritual.plain.can import Can
from ritual.plain.guided import Guided
from ritual.plain.opened import open_together
from ritual.plain.picking import choose
from ritual.plain.rating import rate
from ritual.plain.step import Step
from ritual.plain.talk import Talk
from ritual.scenes import checkin as scenes
from ritual.scenes import news
from ritual.scenes.scene import Scene
from ritual.spoken import WRITTEN

NEVER = Can("x", pgettext("command", "not again"), _("Do not suggest this again."))


class CheckInLines(Guided):
    """One look at the week, from its welcome to its closing sentence."""

    TURNS = ("topic-turn",)
    LONG = ("reflection",)

    def __init__(self, talk: Talk, checkin: CheckIn, *, news_told: bool) -> None:
        """`news_told` where what the weeks bring was said just before."""
        super().__init__(talk, checkin)
        self._news_told = news_told
        self.checkin = checkin
        self._suggested: str | None = None

    def scene(self) -> Scene:
        """What this beat says."""
        return scenes.scene(self.checkin, self.asked)

    @property
    def reading(self) -> str:
        """What fits this beat, or what is suggested."""
        return scenes.reading(self.checkin, self._suggested)

    def farewell(self) -> tuple[str, str]:
        """It is kept."""
        return scenes.farewell(self.house)

    def waits(self) -> str:
        """That it waits."""
        return _("Your check-in is waiting where you left it.")

    def act(self) -> Step:
        """What one does in this beat."""
        match self.kind:
            case "welcome":
                self.talk.say(*([] if self._news_told else news.waiting(self.house)))
                self._news_told = False
            case "thanks":
                self._say_thanks()
            case "rating":
                return rate(self)
            case "feelings" | "needs":
                return choose(self, self.checkin)
            case "look-back":
                return choices.look_back(self, self.checkin)
            case "goal-back":
                return choices.ask_after(self, self.checkin)
            case "together":
                if gone := open_together(self, self.checkin):
                    return self.gone(gone)
            case "topic":
                return self._topic()
            case "topic-turn":
                return self._turn()
            case "outcome":
                return choices.outcome(self, self.checkin)
            case "closing":
                return self._close()
            case "wish":
                self.talk.say(self.guidance())
                return self.write(_("Enter keeps it. Nothing written is fine, too."))
            case "hand-over":
                self.at_keyboard = self.checkin.beat.person
            case kind if kind in WRITTEN:
                return self.write()
        return super().act()

    def _say_thanks(self) -> None:
        for one in self.checkin.thanks:
            self.talk.say(_("{whose}: “{words}”", whose=whose(one, self.house.people), words=one.text))

    def _topic(self) -> Step:
        """One that is parked, another one, or none."""
        topics, chosen, nothing = self.checkin.topics, self.checkin.topic, _("Nothing today")
        names = [_line(one, self.house.night) for one in topics]
        other = _("Something else ...") if topics else _("There is something ...")
        what = news.short(chosen.text) if chosen else nothing
        asks = _("Type a number. Enter: {choice}. ? for help.", choice=what)
        typed = self.one_of("", [*names, other, nothing], asks)
        if isinstance(typed, str):
            if typed:
                return self.gone(typed)
        elif typed < len(topics):
            chosen = topics[typed]
        elif typed == len(topics):
            chosen = topic.written(self, _("What would you like to talk about?"))
            if chosen is None:
                return Step.STAY
        else:
            chosen = None
        return Step.FORWARD if self.attempt(partial(self.checkin.choose_topic, chosen)) else Step.STAY

    def _turn(self) -> Step:
        """Their turns are followed by what came of it, whichever way they go on."""
        self.talk.say(self.guidance())
        gone = self.gone(self.choose(_("Enter goes on, ? for help.")))
        return Step.FORWARD if gone is Step.ONWARD else gone

    def _close(self) -> Step:
        """Perhaps with something to suggest."""
        if self._suggested is None:
            found: list[str | None] = []
            self.attempt(lambda: found.append(self.checkin.suggestion()))
            self._suggested = found[0] if found else None
        if self._suggested is None:
            return super().act()
        self.talk.say(scenes.idea(self.checkin, self._suggested), self._where(self._suggested))
        typed = self.choose(_("{guidance} ? for help.", guidance=self.guidance()), NEVER)
        if typed != NEVER.key:
            return self.gone(typed)
        if self.attempt(partial(self.checkin.dismiss, self._suggested)):
            self._suggested = None
            return super().act()
        return Step.STAY

    def _where(self, suggested: str) -> str:
        if suggested == insight.HELP:
            return _("i reads it.")
        deck = checkin_words().scale(suggested).deck
        return _("i reads about it, and ritual draw --deck {deck} draws a card.", deck=deck)


def _line(one: Topic, tonight: date) -> str:
    """A topic, with the day on which it comes back where that is still ahead."""
    name = news.short(one.text, news.WIDE)
    return f"{name} ({dates.with_year(one.on)})" if one.on and one.on > tonight else name
