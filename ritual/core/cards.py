"""Question cards: what a deck is, and in which order its cards come."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from ritual.core.records import Depth, Mark, Stage

if TYPE_CHECKING:
    from random import Random

CardId = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Question = Annotated[str, Meta(min_length=1, max_length=160)]


OPENS = (6, 18)
"""How many cards are met before depth 2 and depth 3 open."""


class QuestionCard(Struct, frozen=True, forbid_unknown_fields=True):
    """One open question."""

    id: CardId
    text: Question
    depth: Depth
    follow_up: Question | None = None
    """The same question one step deeper."""
    stages: tuple[Stage, ...] = ()
    """The stages it is for; empty for all."""


class Deck(Struct, frozen=True, forbid_unknown_fields=True):
    """Cards that belong together. A deck file is one of these as TOML."""

    id: CardId
    name: Annotated[str, Meta(min_length=1, max_length=60)]
    cards: Annotated[tuple[QuestionCard, ...], Meta(min_length=1)]
    about: str = ""


def fitting(decks: Iterable[Deck], *, stage: Stage | None = None, deepest: int = 3) -> list[QuestionCard]:
    """The cards that suit `stage` and go no deeper than `deepest`."""
    return [
        card
        for deck in decks
        for card in deck.cards
        if card.depth <= deepest and (stage is None or not card.stages or stage in card.stages)
    ]


def deepest(met: int) -> int:
    """How deep a draw may go after so many cards were met: it opens slowly."""
    return 1 if met < OPENS[0] else 2 if met < OPENS[1] else 3


def order(cards: Sequence[QuestionCard], marks: Mapping[str, Mark], chance: "Random") -> list[QuestionCard]:
    """The order in which `cards` are drawn: first those never met, mixed, the lighter ones rather earlier; then the
    others, the longest unmet first. Those that are not for them never come.
    """
    mixed = {card.id: chance.random() * card.depth for card in sorted(cards, key=lambda card: card.id)}

    def turn(card: QuestionCard) -> tuple[date, float]:
        mark = marks.get(card.id)
        return (mark.met if mark and mark.met else date.min, mixed[card.id])

    return sorted((card for card in cards if not _unwanted(marks.get(card.id))), key=turn)


def _unwanted(mark: Mark | None) -> bool:
    return mark is not None and mark.not_for_us
