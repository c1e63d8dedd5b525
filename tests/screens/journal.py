"""Entries of every kind for the tests of the Journal."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from ritual.core.appreciation import reply_id
from ritual.core.lengths import evening
from ritual.core.people import person_id
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
from ritual.screens.journal.screen import JournalLog
from tests.conftest import EVENING
from tests.screens.cards import deck
from tests.screens.thanks import until

R = TypeVar("R", bound=Record)
ANA, SAM = person_id("Ana"), person_id("Sam")
HERE = "What did we bring home from the sea?"


def add(house: House, kind: type[R], *, days_ago: int = 0, **said: Any) -> R:
    """Keep a record of so many days ago in another window."""
    at = EVENING - timedelta(days=days_ago)
    night = None if kind in (Topic, Wish, Goal) else at.date()
    fields = {"id": house.journal.new_id(), "at": at, "night": night, **said}
    return House(house.folders, house.clock).journal.keep(kind(**fields))


def evening_of(house: House, *, days_ago: int = 0, minutes: int = 20, closer: int = 0) -> Session:
    """An evening that was kept, on which both felt closer by so much; none said so where that is 0."""
    legs = [
        type(leg)(step=leg.step, by=leg.by, planned=leg.planned, seconds=leg.planned)
        for leg in evening([ANA, SAM], minutes)
    ]
    session = add(house, Session, days_ago=days_ago, starter=ANA, legs=legs, state="kept")
    for by in (ANA, SAM) if closer else ():
        for scale, value in (("closeness-before", 3), ("closeness-after", 3 + closer)):
            add(house, Rating, days_ago=days_ago, by=by, about=session.id, scale=scale, value=value)
    return session


@dataclass
class Kept:
    """What `fill` kept."""

    session: Session
    thanks: Appreciation
    draw: Draw
    checkin: Checkin
    note: Note
    topic: Topic
    wish: Wish
    goal: Goal


def fill(house: House) -> Kept:
    """One of each kind, a day apart, the newest last; some of it private or sealed."""
    deck(house, "seas", ("seas-harbour", HERE), ("seas-fog", "Where did we get lost?"))
    goal = add(house, Goal, days_ago=420, by=SAM, text="to sing again")
    wish = add(house, Wish, days_ago=40, by=SAM, text="a walk on Saturday", answered="partly")
    topic = add(house, Topic, days_ago=6, text="the holidays", on=date(2026, 12, 6))
    note = add(house, Note, days_ago=5, by=ANA, text="The line to remember: tea in the rain")
    checkin = add(house, Checkin, days_ago=4, seconds=1700, state="kept")
    add(house, Feeling, days_ago=4, by=SAM, about=checkin.id, word="tender")
    add(house, Feeling, days_ago=4, by=SAM, about=checkin.id, word="rest", need=True)
    add(house, Feeling, days_ago=4, by=ANA, about=checkin.id, word="hopeful", visibility="private")
    draw = add(house, Draw, days_ago=3, card="seas-harbour")
    add(house, Answer, days_ago=3, by=ANA, about=draw.id, text="The stone on the window sill.")
    add(house, Answer, days_ago=3, by=SAM, about=draw.id, text="A secret shell.", visibility="private")
    thanks = add(house, Appreciation, days_ago=2, by=ANA, to=SAM, text="for the tea", way="help")
    add(house, Reply, days_ago=2, id=reply_id(thanks), by=SAM, about=thanks.id, text="With pleasure.")
    session = evening_of(house, days_ago=1, closer=2)
    add(house, Note, days_ago=8, by=ANA, text="Hers alone.", visibility="private")
    add(house, Note, days_ago=9, by=SAM, text="Still sealed.", visibility="sealed")
    return Kept(session, thanks, draw, checkin, note, topic, wish, goal)


def place(pilot: Pilot[None]) -> JournalLog:
    """The Journal."""
    assert isinstance(pilot.app.screen, JournalLog)
    return pilot.app.screen


def kinds(pilot: Pilot[None]) -> list[str]:
    """The kinds of what is shown, in its order."""
    pages = place(pilot).pages
    return [pages.entries[number].kind for number in pages.numbers]


def marked(pilot: Pilot[None]) -> Record:
    """The record that is marked."""
    entry = place(pilot).marked
    assert entry is not None
    return entry.record


def go(pilot: Pilot[None], record: Record) -> None:
    """Mark this one."""
    at = place(pilot).pages.place_of(record.id)
    assert at is not None
    place(pilot).leaves.go(at)


async def open_journal(pilot: Pilot[None], count: int) -> None:
    """From wherever they are to the Journal, until all is read and so many are shown."""
    if not isinstance(pilot.app.screen, JournalLog):
        await pilot.press("j")
    await on_journal(pilot)
    await until(
        pilot, lambda: place(pilot).pages.complete and len(place(pilot).pages.numbers) == count, f"{count} entries"
    )


async def on_journal(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, JournalLog) and place(pilot).query("Leaves"), "the Journal")


async def on(pilot: Pilot[None], window: type[Screen[Any]]) -> None:
    """Wait until this window lies on top."""
    await until(pilot, lambda: isinstance(pilot.app.screen, window), window.__name__)


async def shows(pilot: Pilot[None], *wanted: str) -> None:
    """Wait until entries of just these kinds are shown."""
    await until(pilot, lambda: kinds(pilot) == list(wanted), str(wanted))


async def gone(pilot: Pilot[None], record: Record) -> None:
    """Wait until it is no longer shown."""
    await until(pilot, lambda: place(pilot).pages.place_of(record.id) is None, "it to be gone")


def kept(house: House, record: R) -> R:
    """It, as it is on the disk."""
    found = House(house.folders, house.clock).journal.find(record.id)
    assert isinstance(found, type(record))
    return found
