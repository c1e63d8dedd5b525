"""From which cards they draw: these decks, this depth."""

from random import Random

from msgspec.structs import replace

from ritual.core.cards import QuestionCard, Wanted, suits
from ritual.core.records import Depth, Draw
from ritual.screens.log.top import Top
from ritual.screens.place import Place


class Wanting(Place[None]):
    """The keys that choose it; the table of the cards has them besides its own."""

    def __init__(self) -> None:
        super().__init__()
        self.card: QuestionCard | None = None

    def show(self) -> None:
        """Show the card as the journal knows it now."""
        raise NotImplementedError

    def take(self, card: QuestionCard | None, draw: Draw | None) -> None:
        """Lay a card on the table."""
        raise NotImplementedError

    def action_choose_decks(self) -> None:
        """Choose where cards come from."""
        from ritual.screens.cards.decks import Decks

        self.app.push_screen(Decks(self.ritual.house.cards), self._want)

    def action_light_card(self) -> None:
        """Light ones, or all again."""
        self._want_depth(1)

    def action_open_card(self) -> None:
        """Open ones, or all again."""
        self._want_depth(2)

    def action_deep_card(self) -> None:
        """Deep ones, or all again."""
        self._want_depth(3)

    def _want(self, wanted: Wanted | None) -> None:
        """Draw from these cards from now on; where the one that lies here is none of them, another lies there."""
        cards, house = self.ritual.house.cards, self.ritual.house
        if wanted is None or wanted == cards.wanted:
            return
        cards.wanted = wanted
        if self.card and suits(self.card, cards.decks, cards.marks, wanted):
            self.query_one(Top).hush()
            self.show()
        else:
            self.take(house.next_card(wanted, Random()), None)

    def _want_depth(self, depth: Depth) -> None:
        wanted = self.ritual.house.cards.wanted
        self._want(replace(wanted, depth=None if wanted.depth == depth else depth))
