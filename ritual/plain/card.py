"""A question card, in lines."""

from ritual.core.cards import QuestionCard
from ritual.core.records import Depth
from ritual.house import House
from ritual.language import _, pgettext

DEPTHS: dict[Depth, str] = {1: pgettext("depth", "light"), 2: pgettext("depth", "open"), 3: pgettext("depth", "deep")}


def told(house: House, card: QuestionCard) -> list[str]:
    """What it asks, and after it its deck, its depth and whether it is a favourite."""
    deck = house.cards.deck_of(card.id)
    about = ", ".join(
        filter(
            None,
            (
                _("deck: {name}", name=deck.name) if deck else "",
                _("depth: {depth}", depth=DEPTHS[card.depth]),
                _("a favourite") if house.cards.mark(card.id).favourite else "",
            ),
        )
    )
    return [card.text, _("({about})", about=about)]
