"""The cards they have met, and what they said to each."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ritual.core.appreciation import is_shared
from ritual.core.records import Answer, Draw


class Met(Struct, frozen=True):
    """A card met once, and the answers that both may read."""

    draw: Draw
    answers: tuple[Answer, ...] = ()


def history(draws: Iterable[Draw], answers: Iterable[Answer]) -> list[Met]:
    """All draws, the newest first, with what was answered; sealed and private answers leave no trace."""
    said: dict[str | None, list[Answer]] = {}
    for one in sorted(filter(is_shared, answers), key=lambda one: one.at):
        said.setdefault(one.about, []).append(one)
    newest = sorted(draws, key=lambda one: (one.night or date.min, one.at), reverse=True)
    return [Met(one, tuple(said.get(one.id, ()))) for one in newest]


def earlier(met: Iterable[Met], card: str, before: date) -> Met | None:
    """The last time before a night that they answered `card`; `met` is a history."""
    return next(
        (one for one in met if one.draw.card == card and one.answers and one.draw.night and one.draw.night < before),
        None,
    )
