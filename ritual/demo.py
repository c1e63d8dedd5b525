"""A couple's year, made up: so that one can look around before writing a word."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Literal

from ritual.content import demo_words
from ritual.content.shapes import DemoWords
from ritual.core import checkin, lengths
from ritual.core.appreciation import reply_id
from ritual.core.cards import QuestionCard
from ritual.core.records import (
    Answer,
    Appreciation,
    Checkin,
    Draw,
    Feeling,
    Goal,
    Mark,
    Note,
    Occasion,
    Rating,
    Record,
    Reply,
    Session,
    Topic,
    Wish,
    derived_id,
)
from ritual.core.sealing import answer_id
from ritual.house import House

DAYS = 365
OFTEN = 0.4
"""Of the nights have an evening."""
WENT: tuple[Literal["yes", "partly", "not-yet"], ...] = ("yes", "yes", "partly", "not-yet")
"""What became of wishes."""
OUTCOMES: tuple[Literal["settled", "living-with"] | None, ...] = ("settled", "living-with", None, None)
"""Where topics have got to."""
CHECKED = 0.7
"""Of the Sundays have a check-in."""


def furnish(house: House, chance: Random) -> None:
    """Fill an empty `house` with a year that ends last night."""
    words = demo_words()
    house.settle(words.names, "long-term", house.night - timedelta(days=6 * 365))
    house.journal.absorb(list(Year(house, chance, words).records()))


class Year:
    """Makes the records of a year, the oldest first."""

    def __init__(self, house: House, chance: Random, words: DemoWords) -> None:
        self.house, self.chance, self.words = house, chance, words
        self.two = [one.id for one in house.people]
        self.cards = list(words.answers)
        chance.shuffle(self.cards)
        self._made = 0

    def records(self) -> Iterator[Record]:
        """All of them."""
        tonight = self.house.night
        starter = self.chance.choice(self.two)
        for back in range(DAYS, 0, -1):
            night = tonight - timedelta(days=back)
            if self.chance.random() < OFTEN:
                starter = next(one for one in self.two if one != starter)
                yield from self._evening(night, starter)
            elif self.chance.random() < 0.1:
                yield from self._thanks(night, self.chance.choice(self.two), None)
            if night.weekday() == 6 and self.chance.random() < CHECKED:
                yield from self._checkin(night)
        yield from self._standing()

    def _evening(self, night: date, starter: str) -> Iterator[Record]:
        order = [starter, *(one for one in self.two if one != starter)]
        minutes = self.chance.choice((10, 20, 20, 20, 30))
        legs = [
            type(leg)(
                step=leg.step,
                by=leg.by,
                planned=leg.planned,
                seconds=round(leg.planned * self.chance.uniform(0.6, 1.2)),
            )
            for leg in lengths.evening(order, minutes)
        ]
        session = Session(**self._of(night), starter=starter, legs=legs, state="kept")
        yield session
        for person in order:
            before = self.chance.randint(2, 5)
            after = min(7, before + self.chance.choice((0, 1, 1, 2)))
            for scale, value in (("closeness-before", before), ("closeness-after", after)):
                yield Rating(**self._of(night, session.id, person), scale=scale, value=value)
        if self.cards and self.chance.random() < 0.25:
            yield from self._card(night, session.id, self.cards.pop())
        if self.chance.random() < 0.6:
            yield from self._thanks(night, self.chance.choice(order), session.id)
        if self.chance.random() < 0.25:
            yield Note(
                **self._of(night, session.id, self.chance.choice(order)), text=self.chance.choice(self.words.lines)
            )

    def _card(self, night: date, session: str, card: str) -> Iterator[Record]:
        known: QuestionCard | None = self.house.cards.get(card)
        if known is None:
            return
        draw = Draw(**self._of(night, session), card=card)
        yield draw
        yield Mark(id=derived_id("mark", card), at=draw.at, card=card, met=night, favourite=self.chance.random() < 0.2)
        for person, said in zip(self.two, self.words.answers[card], strict=True):
            identity = {**self._of(night, draw.id, person), "id": answer_id(draw.id, person)}
            yield Answer(**identity, text=said)

    def _thanks(self, night: date, by: str, session: str | None) -> Iterator[Record]:
        said = self.chance.choice(self.words.thanks)
        to = next(one for one in self.two if one != by)
        thanks = Appreciation(**self._of(night, session, by), to=to, text=said.text, way=said.way)
        yield thanks
        if self.chance.random() < 0.5:
            identity = {**self._of(night, thanks.id, to), "id": reply_id(thanks)}
            yield Reply(**identity, text=self.chance.choice(self.words.replies))

    def _checkin(self, night: date) -> Iterator[Record]:
        one = Checkin(
            **self._of(night),
            starter=self.chance.choice(self.two),
            planned=1800,
            seconds=1700,
            legs=checkin.legs(self.two, 30),
            state="kept",
        )
        yield one
        for person in self.two:
            for scale in checkin.SCALES:
                value = min(10, max(0, round(self.chance.gauss(6.5, 1.5))))
                yield Rating(**self._of(night, one.id, person), scale=scale, value=value)
            yield Feeling(**self._of(night, one.id, person), word=self.chance.choice(self.words.feelings))
            yield Feeling(**self._of(night, one.id, person), word=self.chance.choice(self.words.needs), need=True)
            answered = self.chance.choice(WENT)
            wish = {**self._of(night, one.id, person), "night": None}
            yield Wish(**wish, text=self.chance.choice(self.words.wishes), answered=answered)
        yield Note(**self._of(night, one.id, self.chance.choice(self.two)), text=self.chance.choice(self.words.right))

    def _standing(self) -> Iterator[Record]:
        night = self.house.night - timedelta(days=40)
        for place, text in enumerate(self.words.topics):
            outcome = OUTCOMES[place % len(OUTCOMES)]
            yield Topic(**{**self._of(night), "night": None}, text=text, outcome=outcome)
        for person, text in zip(self.two, self.words.goals, strict=True):
            yield Goal(**{**self._of(night, None, person), "night": None}, text=text)
        for one in self.words.dates:
            day = date(self.house.night.year - one.years, one.month, one.day)
            yield Occasion(**{**self._of(night), "night": None}, name=one.name, day=day, rule="FREQ=YEARLY")

    def _of(self, night: date, about: str | None = None, by: str | None = None) -> dict[str, Any]:
        """What every record has."""
        self._made += 1
        now = self.house.clock.now()
        at = datetime(night.year, night.month, night.day, 21, 30, tzinfo=now.tzinfo) + timedelta(
            seconds=self._made % 1800
        )
        return {"id": derived_id("demo", str(self._made)), "at": at, "night": night, "about": about, "by": by}
