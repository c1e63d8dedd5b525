"""A question card, in lines."""

from ritual.core.cards import DEPTH_NAMES, QuestionCard
from ritual.house import House
from ritual.language import _


def told(house: House, card: QuestionCard) -> list[str]:
    """What it asks, and after it its deck, its depth and whether it is a favourite."""
    deck = house.cards.deck_of(card.id)
    about = ", ".join(
        filter(
            None,
            (
                _("deck: {name}", name=deck.name) if deck else "",
                _("depth: {depth}", depth=DEPTH_NAMES[card.depth]),
                _("a favourite") if house.cards.mark(card.id).favourite else "",
            ),
        )
    )
    return [card.text, _("({about})", about=about)]
