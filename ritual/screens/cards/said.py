"""What stands above a card: what they draw from; and what stands there where no card is."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from ritual.core.cards import Deck, Wanted, none_left
from ritual.house import House
from ritual.language import _, amid, ngettext
from ritual.widgets.card import DEPTHS


def chosen(wanted: Wanted, decks: Sequence[Deck]) -> str:
    """What they draw from; nothing where that is everything."""
    names = [amid(deck.name) for deck in decks if deck.id in wanted.decks]
    several = names[0] if len(names) == 1 else ngettext("{count} deck", "{count} decks", len(names)) if names else ""
    parts = (_("favourites") if wanted.favourites else "", several, DEPTHS[wanted.depth] if wanted.depth else "")
    return " · ".join(part for part in parts if part)


def nothing(house: House, keys: Mapping[str, str]) -> Content:
    """Why no card lies here, and what the next keys do."""
    cards = house.cards
    why = none_left(cards.decks, cards.marks, cards.wanted, house.stage)
    lines = (Content.assemble((f"{key:7}", "bold $accent"), name) for key, name in keys.items())
    return Content("\n").join((Content(f"{why}\n"), *lines))
