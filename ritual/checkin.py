"""A weekly check-in that is going on: what it looks back on, what each of them answers unseen, and what comes of it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeVar

from msgspec.structs import replace

from ritual import weeks
from ritual.content import checkin_words
from ritual.core import checkin, insight, rhythm, session
from ritual.core.appreciation import is_shared
from ritual.core.insight import Week
from ritual.core.people import in_words
from ritual.core.records import (
    Appreciation,
    Checkin,
    Feeling,
    Goal,
    Note,
    Rating,
    Record,
    Suggestion,
    Topic,
    Visibility,
    Wish,
    derived_id,
)
from ritual.core.session import Beat, BeatKind, Progress
from ritual.house import House
from ritual.language import _, fill
from ritual.sitting import Sitting

R = TypeVar("R", bound=Record)

WEEK = timedelta(days=7)

Going = Literal["on", "reached", "let-go"]
"""What has become of a goal."""

UNSEEN = ("rating", "feelings", "needs", "sentence")
"""The beats in which each of two answers unseen."""


class Said(NamedTuple):
    """What one of them has answered."""

    person: str
    ratings: dict[str, Rating]
    feelings: list[Feeling]
    needs: list[Feeling]
    sentence: Note | None

    @property
    def all(self) -> list[Record]:
        """All of it."""
        sentence = [self.sentence] if self.sentence else []
        return [*self.ratings.values(), *self.feelings, *self.needs, *sentence]


class CheckIn(Sitting[Checkin]):
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
        return _standing(self.house.journal.get(Wish, wish))

    def answer_wish(self, answered: Literal["yes", "partly", "not-yet", "let-go"] | None) -> None:
        """Keep how it went with the wish of this beat."""
        wish = self.wish(self.beat.about)
        if wish and wish.answered != answered:
            self.house.journal.keep(replace(wish, answered=answered))

    def goal(self, goal: str) -> Goal | None:
        """A goal that is asked after."""
        return _standing(self.house.journal.get(Goal, goal))

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

    def chosen(self, *, need: bool) -> list[str]:
        """The feelings, or needs, that the one whose beat it is chose."""
        return [one.word for one in self._chosen(need=need)]

    def choose(self, words: Iterable[str], *, need: bool, private: bool = False) -> None:
        """Keep these feelings, or needs, of the one whose beat it is, and no others: all of them or none.

        Beside what is private already, what comes to it is private, too.
        """
        wanted, person, now = list(words), self.beat.person, self.house.clock.now()
        known = {one.word: one for one in self._chosen(need=need)}
        private = private or any(one.visibility == "private" for one in known.values())
        usual: Visibility = "private" if private else self._usual_visibility
        changed = [replace(one, removed=now) for one in known.values() if one.word not in wanted]
        for word in wanted:
            new = Feeling(
                id=derived_id(self.session.id, "need" if need else "feeling", person or "", word),
                at=now,
                night=self._night,
                by=person,
                about=self.session.id,
                visibility=usual,
                word=word,
                need=need,
            )
            found = known.get(word, new)
            if found is new or (private and found.visibility != "private"):
                changed.append(replace(found, visibility=usual))
        if changed:
            self.house.journal.keep_all(changed)
        self.uncover()

    @property
    def proposed(self) -> str:
        """A sentence of the words they chose, to make their own; what they keep private is not in it."""
        if self.beat.kind != "sentence":
            return ""
        feelings, needs = (
            [one.word for one in self._chosen(need=need) if one.visibility != "private"] for need in (False, True)
        )
        if feelings and needs:
            frame = self.chance("sentence", self.beat.person).choice(checkin_words().words.sentence)
            return fill(frame, feelings=in_words(feelings), needs=in_words(needs))
        if feelings:
            return _("I feel {feelings}.", feelings=in_words(feelings))
        return _("I need {needs}.", needs=in_words(needs)) if needs else ""

    @property
    def said(self) -> list[Said]:
        """What each of them has answered, the one who answered first first."""
        ratings, feelings, notes = self._records(Rating), self._records(Feeling), self._records(Note)
        return [
            Said(
                one.id,
                {rating.scale: rating for rating in ratings if rating.by == one.id},
                [word for word in feelings if word.by == one.id and not word.need],
                [word for word in feelings if word.by == one.id and word.need],
                next((note for note in notes if note.id == self._answer("sentence", one.id)), None),
            )
            for one in self.people
        ]

    @property
    def is_sealed(self) -> bool:
        """Whether answers wait to be opened together."""
        return any(one.visibility == "sealed" for one in self._answers)

    def open_answers(self) -> None:
        """Open what they answered, for both: all of it or nothing. Nobody keeps anything private meanwhile."""
        with self.house.journal.writing():
            sealed = [one for one in self._answers if one.visibility == "sealed"]
            self.house.journal.keep_all([replace(one, visibility="shared") for one in sealed])

    def keep_private(self, records: Iterable[Record]) -> None:
        """Keep these answers covered instead, as they are by now."""
        chosen = {one.id for one in records}
        with self.house.journal.writing():
            found = [one for one in self._answers if one.id in chosen]
            self.house.journal.keep_all([replace(one, visibility="private") for one in found])

    @property
    def values(self) -> dict[str, list[int]]:
        """What both may see of the answers, by their scales."""
        open_now = [rating for one in self.said for rating in one.ratings.values() if is_shared(rating)]
        return {scale: [one.value for one in open_now if one.scale == scale] for scale in checkin.SCALES}

    @property
    def in_question(self) -> str | None:
        """The scale that the two see most differently; where they see all alike, any that both have answered."""
        both = {scale: values for scale, values in self.values.items() if len(values) > 1}
        return max(both, key=lambda scale: max(both[scale]) - min(both[scale]), default=None)

    @property
    def topic(self) -> Topic | None:
        """What they talk through this time."""
        return _standing(self.house.journal.get(Topic, self.session.topic)) if self.session.topic else None

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

    def _go(self, progress: Progress) -> None:
        """Where both look at the screen while something is sealed, it is covered from then on."""
        super()._go(progress)
        if self.beat.person is None and self.is_sealed:
            self._seen.clear()

    @property
    def _usual_visibility(self) -> Visibility:
        two = len(self.people) > 1
        return "sealed" if two and self.beat.kind in UNSEEN and not self._is_opened else "shared"

    @property
    def _is_opened(self) -> bool:
        return any(is_shared(one) for one in self._answers)

    @property
    def _answers(self) -> list[Record]:
        return [one for said in self.said for one in said.all]

    @property
    def _is_said(self) -> bool:
        match self.beat.kind:
            case "feelings" | "needs":
                return bool(self.chosen(need=self.beat.kind == "needs"))
            case "sentence" if not super()._is_said:
                words = {self._answer(kind, self.beat.person) for kind in ("feelings", "needs")}
                return bool(self.proposed) and not words <= self._seen
            case _:
                return super()._is_said

    def _has_words(self, person: str | None) -> bool:
        """Whether `person` chose words, or made a sentence."""
        sentence = self._answer("sentence", person)
        known = _standing(self.house.journal.get(Note, sentence, self._night)) or self.house.drafts.get(sentence)
        return known is not None or any(one.by == person for one in self._records(Feeling))

    def _answer(self, kind: BeatKind, person: str | None) -> str:
        """The id of what `person` says in the beat of this `kind`."""
        return derived_id(self.session.id, "rate", kind, person or "")

    def _chosen(self, *, need: bool) -> list[Feeling]:
        return [one for one in self._records(Feeling) if one.by == self.beat.person and one.need == need]

    def _remember(self, what: str, **changes: object) -> None:
        known = derived_id("suggestion", what)
        found = self.house.journal.get(Suggestion, known)
        new = found or Suggestion(id=known, at=self.house.clock.now(), what=what)
        if (wanted := replace(new, **changes)) != found:
            self.house.journal.keep(wanted)

    def _records(self, kind: type[R]) -> list[R]:
        """What was said in this check-in."""
        found = self.house.journal.nights(kind, [f"{self._night:%Y-%m}"])
        return [one for one in found if one.about == self.session.id]


def _progress(house: House, known: Checkin) -> Progress:
    journal = house.journal
    wished = {one: wish.by for one in known.wishes if (wish := journal.get(Wish, one))}
    wanted = {one: goal.by for one in known.goals if (goal := journal.get(Goal, one))}
    beats = checkin.beats_of(known, wished, wanted)
    return session.resume_with(known, beats, house.clock.seconds())


def _standing(record: R | None) -> R | None:
    return record if record is not None and record.removed is None else None
