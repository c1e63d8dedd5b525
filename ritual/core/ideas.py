"""Ideas for shared time, and which of them fit an evening, a purse and the weather."""

from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from ritual.core.records import Stage

Cost = Literal["free", "little", "more"]
Place = Literal["indoors", "outdoors", "either"]
COSTS: tuple[Cost, ...] = get_args(Cost)

LENGTHS = (15, 30, 60, 120, 480)
"""Minutes to choose from: as long as that, or shorter."""


class Idea(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to do together."""

    id: str
    text: Annotated[str, Meta(min_length=1, max_length=110)]
    minutes: Annotated[int, Meta(ge=5, le=480)]
    cost: Cost
    where: Place
    apart: bool = False
    """Whether it works with the two in different places."""
    stage: Stage | None = None
    """The stage it belongs to; none for all."""


class Looked(Struct, frozen=True):
    """Which ideas are looked for."""

    minutes: int | None = None
    """At most so long."""
    cost: Cost | None = None
    """At most so dear."""
    where: Literal["indoors", "outdoors"] | None = None
    apart: bool = False
    """Only what works with the two in different places."""


def fitting(ideas: Iterable[Idea], looked: Looked, stage: Stage | None = None) -> list[Idea]:
    """The ideas that fit."""
    dear = COSTS.index(looked.cost) if looked.cost else len(COSTS)
    return [
        one
        for one in ideas
        if (looked.minutes is None or one.minutes <= looked.minutes)
        and COSTS.index(one.cost) <= dear
        and (looked.where is None or one.where in (looked.where, "either"))
        and (one.apart or not looked.apart)
        and (one.stage is None or stage is None or one.stage == stage)
    ]
