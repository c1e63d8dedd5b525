"""A weekly check-in that is going on: what it looks back on, what the two choose, and what comes of it."""

from datetime import date, timedelta
from typing import Literal

from msgspec.structs import replace

from ritual import weeks
from ritual.core import checkin, insight, rhythm, session
from ritual.core.insight import Week
from ritual.core.records import Appreciation, Checkin, Goal, Suggestion, Topic, Wish, derived_id
from ritual.core.sealing import is_shared
from ritual.core.session import Beat, Progress
from ritual.house import House
from ritual.unseen import Unseen

WEEK = timedelta(days=7)

Going = Literal["on", "reached", "let-go"]
"""What has become of a goal."""


class CheckIn(Unseen):
    """One look at the week, from its welcome until it is kept or put aside."""

    @classmethod
    def begin(cls, house: House, minutes: int) -> "CheckIn":
        """A new one of `minutes`."""
        earlier = weeks.kept(house)
        before = next((one.starter for one in reversed(earlier) if one.starter), None)
        starts = next((one.id for one in house.people if before is not None and one.id != before), None)
        first = starts or (house.starter.id if house.starter else None)
        order = rhythm.in_order(house.people, first)
        goals = [one for one in house.journal.standing(Goal) if is_shared(one)]
        new = Checkin(
            id=house.journal.new_id(),
            at=house.clock.now(),
            night=house.night,
            starter=first,
            legs=checkin.legs(order, minutes),
            wishes=checkin.to_look_back(filter(is_shared, house.journal.standing(Wish))),
            goals=checkin.to_ask_after(goals, house.night),
            asked=checkin.to_ask(order, goals, earlier),
        )
        return cls(house, new, _progress(house, new))

    @classmethod
    def resume(cls, house: House, known: Checkin) -> "CheckIn":
        """An unfinished one, where it was left; what holds nothing any more is passed."""
        found = cls(house, replace(known, state="open", back_at=None), _progress(house, known))
        if found.is_empty(found.beat):
            found.progress = found._past_nothing(session.forward, session.forward)
        return found

    def is_empty(self, beat: Beat) -> bool:
        """Whether there is nothing to see or to do."""
        match beat.kind:
            case "look-back":
                return self.wish(beat.about) is None
            case "goal-back":
                return self.goal(beat.about) is None
            case "sentence":
                return not self._has_words(beat.person)
            case "together":
                return not any(one.all for one in self.said)
            case "apart":
                return self.in_question is None
            case "topic-turn" | "outcome":
                return self.topic is None
            case _:
                return False

    @property
    def thanks(self) -> list[Appreciation]:
        """The thank-yous since the last check-in, or of the last seven nights; oldest first."""
        nights = [one.night for one in weeks.kept(self.house) if one.night and one.night < self._night]
        since = max([*nights, self._night - WEEK])
        found = self.house.journal.recent(Appreciation, self._night)
        return [one for one in found if is_shared(one) and one.night and since < one.night <= self._night]

    def wish(self, wish: str) -> Wish | None:
        """A wish that is looked back on."""
        return self._there(Wish, wish)

    def answer_wish(self, answered: Literal["yes", "partly", "not-yet", "let-go"] | None) -> None:
        """Keep how it went with the wish of this beat."""
        wish = self.wish(self.beat.about)
        if wish and wish.answered != answered:
            self.house.journal.keep(replace(wish, answered=answered))

    def goal(self, goal: str) -> Goal | None:
        """A goal that is asked after."""
        return self._there(Goal, goal)

    def answer_goal(self, going: Going) -> None:
        """Keep what has become of the goal of this beat."""
        goal = self.goal(self.beat.about)
        if goal is None:
            return
        if going == "let-go":
            self.house.journal.remove(goal)
            return
        wanted = replace(goal, asked=self._night, reached=self._night if going == "reached" else None)
        if wanted != goal:
            self.house.journal.keep(wanted)

    @property
    def topic(self) -> Topic | None:
        """What they talk through this time."""
        return self._there(Topic, self.session.topic) if self.session.topic else None

    @property
    def topics(self) -> list[Topic]:
        """What there is to choose from; what was chosen stays among it, whatever came of it."""
        waiting, chosen = weeks.waiting_topics(self.house), self.topic
        return waiting if chosen is None or chosen in waiting else [chosen, *waiting]

    def choose_topic(self, topic: Topic | None) -> None:
        """Talk this through, or nothing."""
        self._write(topic=topic.id if topic else None)

    def settle_topic(self, outcome: Literal["settled", "talking", "living-with"], on: date | None = None) -> None:
        """Keep where they have got to, and when they go on."""
        topic = self.topic
        if topic is not None and (topic.outcome, topic.on) != (outcome, on):
            self.house.journal.keep(replace(topic, outcome=outcome, on=on))

    @property
    def weeks(self) -> list[Week]:
        """What both opened, week by week, this one too."""
        return weeks.of(self.house, self.session)

    def suggestion(self) -> str | None:
        """What to suggest at the end, at most once a week; it counts as made."""
        known = self.house.journal.standing(Suggestion)
        what = insight.suggestion(self.weeks, known, self._night)
        if what is not None:
            self._remember(what, shown=self._night)
        return what

    def dismiss(self, what: str) -> None:
        """Never make this suggestion again."""
        self._remember(what, dismissed=True)

    def _remember(self, what: str, **changes: object) -> None:
        known = derived_id("suggestion", what)
        found = self.house.journal.get(Suggestion, known)
        new = found or Suggestion(id=known, at=self.house.clock.now(), what=what)
        if (wanted := replace(new, **changes)) != found:
            self.house.journal.keep(wanted)


def _progress(house: House, known: Checkin) -> Progress:
    journal = house.journal
    wished = {one: wish.by for one in known.wishes if (wish := journal.get(Wish, one))}
    wanted = {one: goal.by for one in known.goals if (goal := journal.get(Goal, one))}
    beats = checkin.beats_of(known, wished, wanted)
    return session.resume_with(known, beats, house.clock.seconds())
