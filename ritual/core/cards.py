"""Question cards: what a deck is, and in which order its cards come."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from msgspec import Meta, Struct

from ritual.core.errors import Refused
from ritual.core.records import Card, Depth, Mark, Stage
from ritual.core.text import words
from ritual.language import _, pgettext

if TYPE_CHECKING:
    from random import Random

CardId = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
LONGEST = 160
"""Characters of a question: it is read from a card, from the other end of the sofa."""
Question = Annotated[str, Meta(min_length=1, max_length=LONGEST)]

Mood = Literal["light", "open", "deep"]
"""What tonight is like: it says how deep a card may go, and in a deep one the deeper cards come rather earlier."""
MOODS: tuple[Mood, ...] = get_args(Mood)

OPENS = (6, 18)
"""After how many evenings with a card depth 2 and depth 3 open."""
REST = timedelta(days=365)
"""How much later a card comes back that they passed on."""
SUITS, SUITS_NOT = 0.5, 3.0
"""How much earlier the cards of a deck come that is written for their stage, and how much later the others'."""

DEPTH_NAMES: dict[Depth, str] = {
    1: pgettext("depth", "light"),
    2: pgettext("depth", "open"),
    3: pgettext("depth", "deep"),
}
"""The depths, as they are called."""
NONE = _("No card is like that. Other decks or another depth have more.")
DEEPER = _("These go deeper than you have gone so far. What you ask for is always open.")
ASIDE = _("You put all of these aside as not for you.")
NO_FAVOURITES = _("There are no favourites yet.")
"""Said where no card comes."""

YOURS = "yours"
"""The id of the deck of cards that they wrote themselves."""


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
    stage: Stage | None = None
    """The stage it is written for: there its cards come rather early, and elsewhere rather late."""


class Wanted(Struct, frozen=True):
    """Which card to draw."""

    decks: frozenset[str] = frozenset()
    """From these decks; from all where none is named."""
    depth: Depth | None = None
    """Of just this depth."""
    mood: Mood | None = None
    favourites: bool = False
    """Only what they liked."""


def fitting(
    decks: Iterable[Deck],
    *,
    stage: Stage | None = None,
    deepest: int = 3,
    wanted: Wanted = Wanted(),  # noqa: B008
) -> list[QuestionCard]:
    """The cards that suit `stage`, go no deeper than `deepest`, and are `wanted`.

    What they ask for is open: a depth, what they liked, what they wrote themselves.
    """
    deepest = wanted.depth or (3 if wanted.favourites else deepest)
    return [
        card
        for deck in decks
        if not wanted.decks or deck.id in wanted.decks
        for card in deck.cards
        if card.depth <= (3 if wanted.decks and deck.id == YOURS else deepest)
        and wanted.depth in (None, card.depth)
        and (stage is None or not card.stages or stage in card.stages)
    ]


def deepest(evenings: int, mood: Mood | None = None) -> int:
    """How deep a draw may go after so many evenings with a card: it opens slowly, and as far as the mood is."""
    opened = 1 if evenings < OPENS[0] else 2 if evenings < OPENS[1] else 3
    return opened if mood is None else min(max(opened, 2 if mood == "deep" else 1), MOODS.index(mood) + 1)


def evenings_with_a_card(marks: Iterable[Mark]) -> int:
    """On how many nights they last met a card: about how many evenings they have had."""
    return len({mark.met for mark in marks if mark.met})


def order(
    cards: Sequence[QuestionCard],
    marks: Mapping[str, Mark],
    chance: "Random",
    *,
    decks: Iterable[Deck] = (),
    stage: Stage | None = None,
    wanted: Wanted = Wanted(),  # noqa: B008
    tonight: Sequence[str] = (),
) -> list[QuestionCard]:
    """The order in which `cards` are drawn: first those never met, mixed, the lighter ones rather earlier and those of
    `decks` for this stage too; then the others, the longest unmet first, those they passed on much later.

    Those that are not for them never come. `tonight` are the cards they met this night, in that order.
    """
    weight = {card.id: _weight(deck, stage) for deck in decks for card in deck.cards}
    deep = wanted.mood == "deep"
    mixed = {
        card.id: chance.random() * (4 - card.depth if deep else card.depth) * weight.get(card.id, 1.0)
        for card in sorted(cards, key=lambda card: card.id)
    }

    lately = {card: place for place, card in enumerate(tonight)}

    def turn(card: QuestionCard) -> tuple[date, int, float]:
        mark = marks.get(card.id)
        if mark is None or mark.met is None:
            return date.min, -1, mixed[card.id]
        return mark.met + (REST if mark.passed else timedelta()), lately.get(card.id, -1), mixed[card.id]

    return sorted((card for card in cards if _comes(marks.get(card.id), wanted)), key=turn)


def none_left(decks: Iterable[Deck], marks: Mapping[str, Mark], wanted: Wanted, stage: Stage | None = None) -> str:
    """Why no card comes, in one sentence."""
    if wanted.favourites and not any(mark.favourite and not mark.not_for_us for mark in marks.values()):
        return NO_FAVOURITES
    fits = fitting(decks, stage=stage, wanted=wanted)
    if any(_comes(marks.get(one.id), wanted) for one in fits):
        return DEEPER
    return ASIDE if fits and not wanted.favourites else NONE


def suits(card: QuestionCard, decks: Iterable[Deck], marks: Mapping[str, Mark], wanted: Wanted) -> bool:
    """Whether `card` is one of those that are `wanted`."""
    return card in fitting(decks, wanted=wanted) and _comes(marks.get(card.id), wanted)


def question(typed: str) -> str:
    """`typed` as one question. Raises `Refused` where it is none, or longer than a card."""
    asked = " ".join(words(typed).split())
    if not asked:
        raise Refused(_("There is no question yet. A short one is enough."))
    if len(asked) > LONGEST:
        raise Refused(_("A card has room for {most} characters, and this has {count}.", most=LONGEST, count=len(asked)))
    return asked


def own(records: Iterable[Card]) -> Deck | None:
    """The deck of the cards they wrote themselves."""
    cards = tuple(QuestionCard(id=one.id, text=one.text, depth=one.depth, follow_up=one.follow_up) for one in records)
    return Deck(id=YOURS, name=_("Your own"), cards=cards, about=_("What you wrote yourselves.")) if cards else None


def _weight(deck: Deck, stage: Stage | None) -> float:
    if deck.stage is None:
        return 1.0
    return SUITS if deck.stage == stage else SUITS_NOT


def _comes(mark: Mark | None, wanted: Wanted) -> bool:
    if mark is None:
        return not wanted.favourites
    return not mark.not_for_us and (mark.favourite or not wanted.favourites)
