"""What stands in the book: what both may see, night by night, each entry with what belongs to it.

What is sealed, private or removed leaves no trace, and what belongs to it neither: an answer to a thank-you that one
kept private would tell of it.
"""

from collections.abc import Iterable
from datetime import date
from statistics import fmean

from ritual.core.records import (
    Answer,
    Appreciation,
    Checkin,
    Draw,
    Feeling,
    Goal,
    Note,
    Rating,
    Record,
    Reply,
    Session,
    Topic,
    Wish,
)
from ritual.house import House
from ritual.journal.exchange.exporting import is_shown
from ritual.keepsake.book import Book, Closeness, Entry, Question

TOLD = (Session, Feeling, Draw, Answer, Appreciation, Reply, Checkin, Topic, Wish, Goal, Note)
"""What can be told, in the order in which a night tells of it."""
PARTS: dict[type[Record], tuple[type[Record], ...]] = {
    Answer: (Draw,),
    Reply: (Appreciation,),
    Feeling: (Session, Checkin),
    Note: (Checkin,),
}
"""What belongs to something else, and to what."""
WHOLES = (Session, Draw, Appreciation, Checkin)
TALKED_OUT = ("settled", "living-with")
"""What became of a topic that is behind them."""


def choose(house: House, *, only: str | None = None, year: int | None = None) -> Book:
    """The book of this house: of everything, or of the nights of a `year`, or the words of one person."""
    everything = house.journal.everything(*TOLD, Rating)
    kept = [one for one in everything if type(one) is not Record and is_shown(one)]
    question = _questions(house, only)
    chooser = _Chooser(house, kept, only, question)
    people = tuple(house.people)
    return Book(
        people=people,
        tellers=tuple(one for one in people if only in (None, one.id)),
        is_whole=only is None,
        entries=tuple(one for one in chooser.entries() if year in (None, one.night.year)),
        closeness=tuple(one for one in chooser.closeness() if year in (None, one.night.year)),
        question=question,
        year=year,
    )


class _Chooser:
    """Puts together what belongs together."""

    def __init__(self, house: House, kept: Iterable[Record], only: str | None, question: Question) -> None:
        self._house, self._only, self._question = house, only, question
        self._kept = sorted(kept, key=lambda one: (one.at, one.id))
        self._wholes = {one.id: one for one in self._kept if isinstance(one, WHOLES)}
        self._parts: dict[str, list[Record]] = {}
        for one in self._kept:
            if one.about and self._is_theirs(one) and isinstance(self._whole(one), PARTS.get(type(one), ())):
                self._parts.setdefault(one.about, []).append(one)
        self._topics = {one.id: one for one in self._kept if isinstance(one, Topic) and self._is_theirs(one)}
        checkins = [one for one in self._kept if isinstance(one, Checkin)]
        self._talked = {one.topic: one.id for one in checkins if one.topic}
        """The check-in in which a topic was talked through last."""

    def entries(self) -> list[Entry]:
        """All there are, in order."""
        found = [entry for one in self._kept for entry in self._told(one)]
        return sorted(found, key=lambda one: (one.night, TOLD.index(type(one.record)), one.record.at, one.record.id))

    def closeness(self) -> list[Closeness]:
        """The evenings before and after which somebody said how close it felt."""
        said: dict[tuple[str | None, str], list[int]] = {}
        for one in self._kept:
            if isinstance(one, Rating) and self._is_theirs(one):
                said.setdefault((one.about, one.scale), []).append(one.value)
        found = []
        for session in self._kept:
            before, after = (said.get((session.id, f"closeness-{when}")) for when in ("before", "after"))
            if isinstance(session, Session) and before and after:
                found.append(Closeness(self._night(session), fmean(before), fmean(after)))
        return sorted(found)

    def _told(self, record: Record) -> Iterable[Entry]:
        parts = tuple(self._parts.get(record.id, ()))
        entry = Entry(self._night(record), record, parts)
        match record:
            case Session():
                if self._only is None or parts:
                    yield entry
            case Draw():
                is_told = self._only is None and not record.passed and self._question(record.card)
                if parts or is_told:
                    yield entry
            case Checkin():
                topic = self._topics.get(record.topic) if record.topic else None
                if self._only is None or parts or topic:
                    last = topic is not None and self._talked[topic.id] == record.id
                    yield Entry(entry.night, record, parts, topic, is_outcome=last)
            case Topic():
                if self._is_theirs(record) and record.id not in self._talked and record.outcome in TALKED_OUT:
                    yield entry
            case Goal():
                if self._is_theirs(record):
                    yield entry
                    if record.reached:
                        yield Entry(record.reached, record, is_outcome=True)
            case Appreciation() | Wish():
                if self._is_theirs(record):
                    yield entry
            case Answer() | Reply() | Feeling() | Note():
                if self._is_theirs(record) and self._stands_alone(record):
                    yield entry

    def _night(self, record: Record) -> date:
        """The night it belongs to: its own, that of its check-in, or the one it was written in."""
        whole = self._whole(record)
        return record.night or (whole and whole.night) or self._house.night_of(record.at)

    def _whole(self, record: Record) -> Record | None:
        """What it belongs to, where that may be told."""
        return self._wholes.get(record.about) if record.about else None

    def _is_theirs(self, record: Record) -> bool:
        return self._only in (None, record.by)

    def _stands_alone(self, part: Record) -> bool:
        """Whether it is told by itself: where it belongs to nothing, or to the other one's thank-you.

        Where it belongs to something that is not told, it is not either, unless it is a note.
        """
        whole = self._whole(part)
        if whole is None:
            return part.about is None or isinstance(part, Note)
        belongs = isinstance(whole, PARTS[type(part)])
        return not belongs or (isinstance(part, Reply) and not self._is_theirs(whole))


def _questions(house: House, only: str | None) -> Question:
    """What the cards ask. A card of their own may be private, too, or the other one's words."""

    def question(card: str) -> str | None:
        known, own = house.cards.get(card), house.cards.written(card)
        if known is None or (own is not None and (not is_shown(own) or (only and own.by not in (None, only)))):
            return None
        return known.text

    return question
