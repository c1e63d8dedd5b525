"""What can be chosen: its name, its value in words, and one sentence about it."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from msgspec import Struct

from ritual import language
from ritual.core import dates, people, weekly
from ritual.core.records import Couple, Stage
from ritual.house import COUPLE, House
from ritual.language import _, ngettext, pgettext

STAGES: dict[Stage | None, str] = {
    "beginning": _("getting to know each other"),
    "long-term": _("together for a while"),
    "new-chapter": _("something big is changing"),
    None: _("not told"),
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
        pgettext("setting", "Who you are"),
        (
            Row("names", pgettext("setting", "names"), _("A new name changes nothing of who wrote what.")),
            Row("stage", pgettext("setting", "where you are"), _("Cards that fit it come a little earlier.")),
            Row("since", pgettext("setting", "together since"), _("The day it began, if you like.")),
            Row(
                "name",
                pgettext("setting", "who sits here"),
                _("The one who usually uses this computer; ritual thank speaks for them."),
            ),
        ),
    ),
    Group(
        pgettext("setting", "Evenings"),
        (
            Row("minutes", pgettext("setting", "an evening"), _("How long an evening is.")),
            Row(
                "hope",
                pgettext("setting", "evenings a week"),
                _("How many you hope for. Nothing ever reminds you of fewer."),
            ),
            Row(
                "night_begins",
                pgettext("setting", "a night begins"),
                _("What is written before belongs to the evening before."),
            ),
            Row("bell", pgettext("setting", "a soft bell"), _("Rings once when a turn's time is up.")),
        ),
    ),
    Group(
        pgettext("setting", "Check-in"),
        (
            Row(
                "checkin_day",
                pgettext("setting", "its day"),
                _("Home mentions it on this day. Any other is fine, too."),
            ),
            Row("checkin_minutes", pgettext("setting", "a check-in"), _("How long it is.")),
        ),
    ),
    Group(
        pgettext("setting", "Reminders"),
        (
            Row("evening_at", pgettext("setting", "evenings at"), _("The time in your calendar, and of ritual nudge.")),
            Row("evening_days", pgettext("setting", "on these days"), _("The days on which a reminder may come.")),
            Row("checkin_at", pgettext("setting", "check-in at"), _("The time on its day.")),
        ),
    ),
    Group(
        pgettext("setting", "Looks"),
        (
            Row("theme", pgettext("setting", "colours"), _("Each is shown while you choose.")),
            Row(
                "lang",
                pgettext("setting", "language"),
                _("The language ritual speaks, from the next start on."),
            ),
            Row("reduce_motion", pgettext("setting", "no movement"), _("Words in place of what moves.")),
            Row(
                "hide_typing",
                pgettext("setting", "hide typing"),
                _("Dots in place of what you type, where it is sealed."),
            ),
            Row(
                "mouse",
                pgettext("setting", "mouse"),
                _("Without it, your terminal marks and copies as usual. From the next start on."),
            ),
            Row(
                "keys",
                pgettext("setting", "keys"),
                _("Other keys go into settings.toml; this shows the names."),
            ),
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
            return dates.with_year(couple.since) if couple and couple.since else _("not told")
        case "name":
            return house.here.name if house.here else _("either of you")
        case "minutes" | "checkin_minutes":
            return ngettext("{count} minute", "{count} minutes", getattr(house.settings, name))
        case "lang":
            return language.NAMES.get(house.settings.lang, _("as this computer speaks"))
        case "keys":
            changed = len(house.settings.keys)
            return ngettext("{count} changed", "{count} changed", changed) if changed else _("as they are")
        case _:
            return _said(getattr(house.settings, name, None))


def _said(value: Any) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case time():
            return f"{value:%H:%M}"
        case str():
            return weekday(value) if value in weekly.WEEKDAYS else value
        case []:
            return _("no days")
        case list() | tuple():
            return _("every day") if len(value) == 7 else ", ".join(map(weekday, value))
        case _:
            return str(value)


def weekday(code: weekly.Weekday) -> str:
    """How people call the day that settings.toml calls `code`."""
    return dates.DAYS[weekly.WEEKDAYS.index(code)]


def there(house: House) -> Sequence[Group]:
    """The groups; where one lives alone, nobody needs to ask who sits here."""
    alone = len(house.people) < 2
    return [Group(one.title, tuple(row for row in one.rows if not (alone and row.name == "name"))) for one in GROUPS]
