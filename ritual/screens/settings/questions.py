"""What is asked for each setting, and where the answer is kept."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from msgspec import Struct

from ritual import language, settings
from ritual.core import dates, lengths, nights, people, weekly
from ritual.core.errors import Refused
from ritual.core.records import Couple
from ritual.house import COUPLE, House
from ritual.language import _
from ritual.screens.settings import rows


class Typed(Struct, frozen=True):
    """A question whose answer is typed."""

    question: str
    now: str
    """What stands in the field."""
    understood: Callable[[str], Any]
    """Makes a value of what is typed, or raises `Refused`."""
    hint: str = ""


class Chosen(Struct, frozen=True):
    """A question with a few answers."""

    question: str
    answers: Mapping[Any, str]
    """Each value, and how one says it."""
    now: Any


def asked(house: House, name: str) -> Typed | Chosen:
    """What is asked for the setting called `name`."""
    now = getattr(house.settings, name, None)
    match name:
        case "names":
            return Typed(_("What are your names?"), ", ".join(one.name for one in house.people), _names)
        case "stage":
            return Chosen(_("Where are you, as a couple?"), rows.STAGES, house.stage)
        case "since":
            couple = house.journal.get(Couple, COUPLE)
            known = couple.since.isoformat() if couple and couple.since else ""
            hint = _("A day like 3 march 2019; an empty line takes it back.")
            return Typed(_("When did it begin?"), known, partial(_day, house.night), hint)
        case "name":
            names = {"": _("either of you")} | {one.name: one.name for one in house.people}
            return Chosen(_("Who usually sits here?"), names, house.here.name if house.here else "")
        case "lang":
            names = {"": _("as this computer speaks")} | language.NAMES
            return Chosen(_("Which language shall ritual speak from the next start?"), names, now)
        case "checkin_day":
            return Chosen(_("On which day?"), dict(zip(weekly.WEEKDAYS, dates.DAYS, strict=True)), now)
        case _:
            return Typed(QUESTIONS[name], _in_the_field(now), partial(settings.understood, name))


def keep(house: House, name: str, value: Any) -> None:
    """Keep the answer. Raises `RitualError` where that cannot be."""
    match name:
        case "names":
            house.settle(value)
        case "stage" | "since":
            house.describe(**{name: value})
        case _:
            house.change(**{name: value})


QUESTIONS = {
    "minutes": _(
        "How long shall an evening be? {least} to {most} minutes.", least=lengths.SHORTEST, most=lengths.LONGEST
    ),
    "hope": _("How many evenings a week do you hope for?"),
    "night_begins": _("At what time does a new night begin?"),
    "checkin_minutes": _(
        "How long shall a check-in be? {least} to {most} minutes.", least=weekly.SHORTEST, most=weekly.LONGEST
    ),
    "evening_at": _("At what time may you be reminded of an evening?"),
    "evening_days": _("On which days may you be reminded of an evening?"),
    "checkin_at": _("At what time may you be reminded of a check-in?"),
}


def _names(typed: str) -> tuple[str, ...]:
    names = people.parse_names(typed)
    if not names:
        raise Refused(_("The names are empty. Please give one or two, like Ana, Sam."))
    return names


def _day(tonight: date, typed: str) -> date | None:
    """The day that was typed; an empty field takes it back."""
    return nights.day_in(typed, tonight) if typed else None


def _in_the_field(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(language.amid(rows.weekday(day)) for day in value)
    return f"{value:%H:%M}" if hasattr(value, "hour") else str(value)
