"""The calendar file: RFC 5545, with times that float, so that half past nine is half past nine wherever they are.

It holds nothing of theirs: neutral words, and of an occasion when it comes. Its events keep their ids (UID, section
3.8.4.7), so reading in a newer file changes what is there and adds nothing twice.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event, vRecur
from msgspec import Struct

from ritual.core import occasions, rules
from ritual.core.records import Occasion, Pause, derived_id
from ritual.core.sealing import is_shared
from ritual.core.text import for_terminal
from ritual.core.weekly import WEEKDAYS, Weekday
from ritual.language import _
from ritual.reminders.bells import Bell, checkin, evening, moment
from ritual.settings import Settings

PRODUCT = "-//ritual//ritual//EN"
"""Who has written the file (PRODID, section 3.7.3)."""

EVENING, CHECKIN = "ritual", "ritual: check-in"
"""What the id of an event is made of, in any language."""
TITLES = {EVENING: _("ritual"), CHECKIN: _("ritual: check-in")}
OCCASION = _("ritual: a day of yours")
"""What others may read over a shoulder."""

LONG = timedelta(days=730)
"""A rest that goes on so far from now is taken to have no end."""


class Asked(Struct, frozen=True):
    """What the file is made of."""

    household: str
    """What tells this couple from others: the same on all their machines, and as long as they use ritual."""
    now: datetime
    tonight: date
    settings: Settings
    occasions: list[Occasion]
    pauses: list[Pause]
    titles: bool = False
    """Whether the occasions' names are written, too."""


def written(asked: Asked) -> bytes:
    """The whole file."""
    chosen = asked.settings
    calendar = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN")):
        calendar.add(name, value)
    nightly = _weekly(asked, EVENING, chosen.evening_days, evening(chosen), chosen.minutes)
    weekly = _weekly(asked, CHECKIN, (chosen.checkin_day,), checkin(chosen), chosen.checkin_minutes)
    returning = [_occasion(asked, one) for one in asked.occasions if is_shared(one)]
    for event in (nightly, weekly, *returning):
        if event is not None:
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def is_ours(content: bytes) -> bool:
    """Whether `content` is such a file."""
    return content.startswith(b"BEGIN:VCALENDAR") and f"PRODID:{PRODUCT}".encode() in content


def _weekly(asked: Asked, key: str, days: tuple[Weekday, ...], bell: Bell, minutes: int) -> Event | None:
    """What comes on some nights of every week, without those of a planned rest; none where no night is left."""
    rests = [(one.since, one.last if one.last and one.last < asked.tonight + LONG else None) for one in asked.pauses]
    end = min((since for since, last in rests if last is None), default=None)
    until = end or asked.tonight + LONG
    nights = [asked.tonight + timedelta(on) for on in range((until - asked.tonight).days)]
    nights = [night for night in nights if WEEKDAYS[night.weekday()] in days]
    free = [night for night in nights if not any(since <= night <= last for since, last in rests if last)]
    if not free:
        return None
    event = _event(asked, key, TITLES[key], moment(free[0], bell.at, asked.settings), [timedelta(0)])
    event.add("duration", timedelta(minutes=minutes))
    rule: dict[str, Any] = {"freq": "weekly", "byday": [day[:2].upper() for day in bell.days]}
    event.add("rrule", rule | ({"until": moment(nights[-1], bell.at, asked.settings)} if end else {}))
    if left_out := [night for night in nights if night > free[0] and night not in free]:
        event.add("exdate", [moment(night, bell.at, asked.settings) for night in left_out])
    return event


def _occasion(asked: Asked, one: Occasion) -> Event | None:
    """An occasion, all day long, with alarms on the evenings a week and a day before; none once it is over.

    It begins with its next date, so that the file does not tell how old anybody is.
    """
    parts = rules.spelled_out(one.rule, one.day) if one.rule else None
    counted = parts is not None and "COUNT" in parts
    first = occasions.next_date(one, asked.tonight)
    if first is None:
        return None
    at = moment(first, asked.settings.evening_at, asked.settings) - datetime.combine(first, time())
    name = (" ".join(for_terminal(one.name).split()) if asked.titles else "") or OCCASION
    day = occasions.first_date(one.day, one.rule) if counted else first
    event = _event(asked, one.id, name, day, [at - timedelta(days) for days in (7, 1)])
    event.add("transp", "TRANSPARENT")
    if parts is not None:
        event.add("rrule", vRecur.from_ical(rules.put_together(parts)))
    return event


def _event(asked: Asked, key: str, name: str, start: date | None, alarms: Iterable[timedelta]) -> Event:
    """An event with what every one has (section 3.6.1), and its alarms (3.6.6), so long after its beginning."""
    event = Event()
    event.add("uid", derived_id("calendar", asked.household, key))
    event.add("dtstamp", asked.now.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", start)
    event.add("summary", name)
    event.add("class", "PRIVATE")
    for span in alarms:
        alarm = Alarm()
        for what, value in (("action", "DISPLAY"), ("description", name), ("trigger", span)):
            alarm.add(what, value)
        event.add_component(alarm)
    return event
