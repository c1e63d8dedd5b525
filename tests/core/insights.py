"""Weeks of check-ins, for the tests of what they show."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from ritual.core import checkin
from ritual.core.insight import Week
from ritual.core.records import Checkin, Feeling, Rating, Suggestion, Wish
from tests.conftest import CET

FIRST = date(2026, 8, 2)
"""A Sunday."""
ANA, SAM = "ana", "sam"
TWO = (ANA, SAM)


def night(week: int) -> date:
    """The night of the check-in of that week, counted from 0."""
    return FIRST + timedelta(weeks=week)


def check_in(week: int, people: Sequence[str] = TWO, **said: Any) -> Checkin:
    """The check-in of that week; with `on` some days later."""
    of = night(week) + timedelta(days=said.pop("on", 0))
    at = datetime(of.year, of.month, of.day, 21, tzinfo=CET)
    made = Checkin(id=f"c{week}", at=at, night=of, legs=checkin.legs(people, 30), state="kept")
    return type(made)(**{name: said.get(name, getattr(made, name)) for name in made.__struct_fields__})


def rating(week: int, by: str, value: int, scale: str = "close", **said: Any) -> Rating:
    """What one of them answered in that week."""
    at = datetime(2026, 8, 2, 21, tzinfo=CET) + timedelta(weeks=week)
    fields = {"id": f"r{week} {by} {scale}", "at": at, "night": night(week), "by": by, "about": f"c{week}"}
    return Rating(**{**fields, "scale": scale, "value": value, **said})


def feeling(week: int, by: str, word: str, **said: Any) -> Feeling:
    """A word that one of them chose in that week."""
    at = datetime(2026, 8, 2, 21, tzinfo=CET) + timedelta(weeks=week)
    fields = {"id": f"f{week} {by} {word}", "at": at, "night": night(week), "by": by, "about": f"c{week}"}
    return Feeling(**{**fields, "word": word, **said})


def wish(number: int, answered: str | None, **said: Any) -> Wish:
    """A wish and what became of it."""
    return Wish(
        **{"id": f"w{number}", "at": datetime(2026, 8, 2, tzinfo=CET), "text": "a walk", "answered": answered, **said}
    )


def suggested(what: str, week: int | None, *, dismissed: bool = False) -> Suggestion:
    """A suggestion that was made in that week."""
    shown = None if week is None else night(week)
    return Suggestion(id=f"s {what}", at=datetime(2026, 8, 2, tzinfo=CET), what=what, shown=shown, dismissed=dismissed)


def course(*values: Mapping[str, int | Sequence[int]] | int) -> list[Week]:
    """Weeks with these answers: a number is that of both to the first scale."""
    weeks = []
    for number, said in enumerate(values):
        answers = {"close": said} if isinstance(said, int) else said
        both = {name: (one, one) if isinstance(one, int) else tuple(one) for name, one in answers.items()}
        weeks.append(Week(night(number), both))
    return weeks
