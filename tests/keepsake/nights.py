"""Evenings to make books of."""

from datetime import date, datetime, timedelta
from typing import Any

from ritual.core.people import person_id
from ritual.core.records import Answer, Appreciation, Draw, Leg, Note, Rating, Record, Reply, Session, Wish, derived_id
from ritual.house import House
from tests.conftest import CET, EVENING

ANA, SAM = person_id("Ana"), person_id("Sam")
NIGHT = EVENING.date()
CARD = "everyday-quiet-win"
QUESTION = "What small thing did you get right today"
"""How the question of that card begins."""


def at(night: date, minutes: int = 0) -> datetime:
    """Late in the evening of a night."""
    return datetime(night.year, night.month, night.day, 21, 30, tzinfo=CET) + timedelta(minutes=minutes)


def session(identity: str, night: date = NIGHT, minutes: int = 20, **more: Any) -> Session:
    """An evening of so many minutes."""
    legs = [Leg(step="talk", by=one, planned=600, seconds=minutes * 30) for one in (ANA, SAM)]
    said: dict[str, Any] = {"starter": SAM, "legs": legs, "state": "kept", "at": at(night), "night": night}
    return Session(id=identity, **said | more)


def an_evening(house: House, night: date = NIGHT, name: str = "") -> None:
    """An evening of everything: a card, its answers, a thank-you with its answer, closeness, a line to remember."""
    identity = f"{name}{night.isoformat()}"

    def common(part: str, by: str, about: str, minutes: int = 0) -> dict[str, Any]:
        return {"id": f"{identity}-{part}", "at": at(night, minutes), "night": night, "by": by, "about": about}

    evening: list[Record] = [session(identity, night)]
    for person, before, after in ((ANA, 3, 5), (SAM, 4, 4)):
        for scale, value in (("before", before), ("after", after)):
            about = common(f"{scale}-{person}", person, identity)
            evening.append(Rating(**about, scale=f"closeness-{scale}", value=value))
    line = derived_id(identity, "close", "note", ANA)
    house.journal.absorb(
        [
            *evening,
            Draw(id=f"{identity}-draw", at=at(night), night=night, about=identity, card=CARD),
            Answer(**common("ana", ANA, f"{identity}-draw"), text="the bread"),
            Answer(**common("sam", SAM, f"{identity}-draw", 1), text="the bus came"),
            Appreciation(**common("tea", ANA, identity, 2), to=SAM, text="for the tea", way="help"),
            Reply(**common("reply", SAM, f"{identity}-tea", 3), text="gladly"),
            Note(id=line, at=at(night, 4), night=night, by=ANA, about=identity, text="Two cups, one blanket."),
            Wish(id=f"{identity}-wish", at=at(night, 5), by=SAM, about=identity, text="a walk", answered="yes"),
        ]
    )
