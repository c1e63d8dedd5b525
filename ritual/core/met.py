"""The cards they have met, and what they said to each."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, get_args

from msgspec import Struct

from ritual.core.records import Answer, Draw, Mark
from ritual.core.sealing import is_shared

View = Literal["met", "favourites", "yours", "not-for-us"]
"""Which cards to look through."""
VIEWS: tuple[View, ...] = get_args(View)


class Met(Struct, frozen=True):
    """A card met once, and the answers that both may read."""

    draw: Draw
    answers: tuple[Answer, ...] = ()


class Entry(Struct, frozen=True):
    """A card in a list of cards."""

    id: str
    """Of its draw where each is listed, else of the card."""
    card: str
    draw: Draw | None = None
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


def entries(view: View, met: Iterable[Met], marks: Mapping[str, Mark], own: Iterable[str]) -> list[Entry]:
    """What `view` shows: each draw of a history, or each card of a kind once, with what was said to it last."""
    known = list(met)
    if view == "met":
        return [Entry(one.draw.id, one.draw.card, one.draw, one.answers) for one in known]
    said = {one.draw.card: one.answers for one in reversed(known) if one.answers}
    drawn = {one.draw.card: one.draw for one in reversed(known)}
    if view == "yours":
        cards = list(own)
    elif view == "favourites":
        cards = [card for card, mark in marks.items() if mark.favourite and not mark.not_for_us]
    else:
        cards = [card for card, mark in marks.items() if mark.not_for_us]
    return [Entry(card, card, drawn.get(card), said.get(card, ())) for card in reversed(cards)]
