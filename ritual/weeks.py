"""What is known of the weeks so far: check-ins, topics, and what both opened."""

from datetime import date

from msgspec.structs import replace

from ritual.core import insight, rhythm, topics, weekly
from ritual.core.insight import Week
from ritual.core.records import Checkin, Rating, Topic
from ritual.core.sealing import is_shared
from ritual.house import House

BACK = 4
"""Months of check-ins that trends are taken from."""


def kept(house: House) -> list[Checkin]:
    """The check-ins of the last months, oldest first."""
    return [one for one in house.journal.nights(Checkin, months(house.night)) if one.state == "kept"]


def unfinished(house: House) -> Checkin | None:
    """The check-in that waits to go on."""
    return rhythm.unfinished(house.journal.recent(Checkin, house.night))


def coming(house: House) -> date:
    """The next night for a check-in, tonight or later."""
    day = house.settings.checkin_day
    last = [weekly.next_after(one.night, day) for one in kept(house) if one.night]
    return max([weekly.next_day(house.night, day), *last])


def waiting_topics(house: House) -> list[Topic]:
    """The topics that are parked."""
    return topics.waiting(filter(is_shared, house.journal.standing(Topic)), house.night)


def of(house: House, now: Checkin | None = None) -> list[Week]:
    """What both opened in the check-ins of the last months; with the one that is going on `now`."""
    known = [one for one in kept(house) if now is None or one.id != now.id]
    going = [replace(now, state="kept")] if now else []
    return insight.weeks([*known, *going], house.journal.nights(Rating, months(house.night)))


def months(night: date, count: int = BACK) -> list[str]:
    """The last so many months, the newest first."""
    number = night.year * 12 + night.month - 1
    return [f"{(number - back) // 12:04}-{(number - back) % 12 + 1:02}" for back in range(count)]
