"""The legs of a session or a check-in: as entries say them, and back."""

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.structs import asdict

from ritual.core.records import Checkin, Leg, Seconds, Session
from ritual.journal.exchange.checking import converted

Name = Callable[[str | None], str | None]
"""The name of the person with an id."""
Meet = Callable[[Any, str], str]
"""The id of the person with a name; the path says where it stands."""


class Step(Leg, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """A leg and nothing besides, with a name for `by`."""


class Turn(Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """How long one of them spoke."""

    by: str | None = None
    seconds: Seconds = 0


class Evening(Struct, kw_only=True, frozen=True):
    """What an entry says of its legs; all but the steps says again what the steps say."""

    steps: Annotated[list[Step], Meta(min_length=1)] | UnsetType = UNSET
    planned: Seconds | UnsetType = UNSET
    seconds: Seconds = 0
    turns: list[Turn] = []


FIELDS = frozenset(Evening.__struct_fields__)
"""The names of what an entry says in the place of legs."""


def told(session: Session, name: Name) -> dict[str, Any]:
    """What an entry says of the legs of `session`."""
    turns = [leg for leg in session.legs if leg.step == "talk"]
    return {
        "planned": session.planned,
        "seconds": session.seconds,
        "turns": [{"by": name(leg.by), "seconds": leg.seconds} for leg in turns],
        "steps": named(session, name),
    }


def named(of: Session | Checkin, name: Name) -> list[dict[str, Any]]:
    """The legs of an evening or a check-in, with names."""
    return [msgspec.to_builtins(leg) | {"by": name(leg.by)} for leg in of.legs]


def legs(said: dict[str, Any], path: str, person: Meet) -> list[Leg]:
    """The legs of an entry: its steps, or its turns and a rest that makes up the whole.

    Raises `RitualError` with the path of what is not sound.
    """
    evening = converted(said, Evening, path)
    where, steps = ("turns", _made_up(evening)) if evening.steps is UNSET else ("steps", evening.steps)
    first = len(steps) - len(evening.turns) if where == "turns" else 0
    return _with_ids(steps, f"{path}.{where}", person, -first)


def legs_of_checkin(said: Any, path: str, person: Meet) -> list[Leg]:
    """The legs that an entry of a check-in says. Raises `RitualError` with the path of what is not sound."""
    return _with_ids(converted(said, list[Step], path), path, person)


def _with_ids(steps: list[Step], path: str, person: Meet, start: int = 0) -> list[Leg]:
    found = []
    for number, step in enumerate(steps, start=start):
        by = None if step.by is None else person(step.by, f"{path}[{number}].by")
        found.append(Leg(**{**asdict(step), "by": by}))
    return found


def _made_up(evening: Evening) -> list[Step]:
    turns = [Step(step="talk", by=one.by, planned=0, seconds=one.seconds) for one in evening.turns]
    spoken = sum(one.seconds for one in turns)
    rest = max(evening.seconds - spoken, 0)
    planned = rest + spoken if evening.planned is UNSET else evening.planned
    return [Step(step="arrive", planned=planned, seconds=rest), *turns]
