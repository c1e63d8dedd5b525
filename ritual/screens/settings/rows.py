"""What can be chosen: its name, its value in words, and one sentence about it."""

from collections.abc import Callable, Sequence
from datetime import time
from typing import Any

from msgspec import Struct

from ritual import language
from ritual.core import dates, people
from ritual.core.records import Couple, Stage
from ritual.house import COUPLE, House

STAGES: dict[Stage | None, str] = {
    "beginning": "getting to know each other",
    "long-term": "together for a while",
    "new-chapter": "something big is changing",
    None: "not told",
}


class Row(Struct, frozen=True):
    """One thing to choose."""

    name: str
    """Its name in settings.toml; of what the journal keeps `names`, `stage` and `since`."""
    label: str
    explained: str


class Group(Struct, frozen=True):
    """Things that belong together."""

    title: str
    rows: tuple[Row, ...]


GROUPS = (
    Group(
        "The two of you",
        (
            Row("names", "names", "A new name changes nothing of who wrote what."),
            Row("stage", "where you are", "Cards that fit it come a little earlier."),
            Row("since", "together since", "The day it began, if you like."),
            Row("name", "who sits here", "The one who usually uses this computer; ritual thank speaks for them."),
        ),
    ),
    Group(
        "Evenings",
        (
            Row("minutes", "an evening", "How long an evening is."),
            Row("hope", "evenings a week", "How many you hope for. Nothing ever reminds you of fewer."),
            Row("night_begins", "a night begins", "What is written before belongs to the evening before."),
            Row("bell", "a soft bell", "Rings once when a turn's time is up."),
        ),
    ),
    Group(
        "Check-in",
        (
            Row("checkin_day", "its day", "Home mentions it on this day. Any other is fine, too."),
            Row("checkin_minutes", "a check-in", "How long it is."),
        ),
    ),
    Group(
        "Reminders",
        (
            Row("evening_at", "evenings at", "The time in your calendar, and of ritual nudge."),
            Row("evening_days", "on these days", "The days on which a reminder may come."),
            Row("checkin_at", "check-in at", "The time on its day."),
        ),
    ),
    Group(
        "Looks",
        (
            Row("theme", "colours", "Each is shown while you choose."),
            Row("lang", "language", "From the next start on. Some of the content is there in English only."),
            Row("reduce_motion", "no movement", "Words in place of what moves."),
            Row("hide_typing", "hide typing", "Dots in place of what you type, where it is sealed."),
            Row("keys", "keys", "Other keys stand in settings.toml under [keys]; docs/keys.md has the names."),
        ),
    ),
)


def in_words(house: House, name: str) -> str:
    """The value of a row, as one says it."""
    match name:
        case "names":
            return people.in_words([one.name for one in house.people])
        case "stage":
            return STAGES[house.stage]
        case "since":
            couple = house.journal.get(Couple, COUPLE)
            return dates.with_year(couple.since) if couple and couple.since else "not told"
        case "name":
            return house.here.name if house.here else "either of you"
        case "minutes" | "checkin_minutes":
            return f"{getattr(house.settings, name)} minutes"
        case "lang":
            return language.NAMES.get(house.settings.lang, "as this computer speaks")
        case "keys":
            return f"{len(house.settings.keys)} changed" if house.settings.keys else "as they are"
        case _:
            return _said(getattr(house.settings, name, None))


def _said(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case time():
            return f"{value:%H:%M}"
        case str():
            return value.capitalize() if value in WEEKDAY_NAMES else value
        case []:
            return "no days"
        case list() | tuple():
            return "every day" if len(value) == 7 else ", ".join(str(one).capitalize() for one in value)
        case _:
            return str(value)


def there(house: House) -> Sequence[Group]:
    """The groups, with what this ritual knows."""
    known: Callable[[Row], bool] = lambda row: row.name in OF_THE_JOURNAL or hasattr(house.settings, row.name)  # noqa: E731
    return [Group(one.title, rows) for one in GROUPS if (rows := tuple(filter(known, one.rows)))]


OF_THE_JOURNAL = ("names", "stage", "since")
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
