"""What was read of the cards they met, and what of it is sought."""

from ritual.core import met
from ritual.core.cards import YOURS
from ritual.core.met import Entry, Met, View
from ritual.core.records import Answer, Draw
from ritual.core.search import plain
from ritual.house import House
from ritual.screens.log.pages import Pages, Records, of_kind


class CardPages(Pages):
    """Draws with their answers, and the cards that something is remembered of."""

    def __init__(self, house: House) -> None:
        super().__init__(house, Draw, Answer)
        self.view: View = "met"
        self.history: list[Met] = []
        self.entries: list[Entry] = []
        self._words = ""
        self._texts: list[str] = []
        """What is searched; made when somebody searches."""

    @property
    def words(self) -> str:
        """The words that are sought."""
        return self._words

    @property
    def is_all(self) -> bool:
        """Whether all cards they met are shown."""
        return not self._words and self.view == "met"

    def compose(self, records: Records) -> None:
        """Put answers to the draws they belong to, and list what is to be seen."""
        self.history = met.history(of_kind(records, Draw), of_kind(records, Answer))
        self._list()

    def id_of(self, number: int) -> str:
        """The id of an entry."""
        return self.entries[number].id

    def seek_words(self, words: str) -> None:
        """Find these words."""
        self._words = words
        self._find()

    def seek_all(self) -> None:
        """All cards they met."""
        self._words, self.view = "", "met"
        self._list()

    def see(self, view: View) -> None:
        """Show another list."""
        self.view = view
        self._list()

    def _list(self) -> None:
        cards = self.house.cards
        own = [card.id for deck in cards.decks if deck.id == YOURS for card in deck.cards]
        self.entries = met.entries(self.view, self.history, cards.marks, own)
        self._texts = []
        self._find()

    def _find(self) -> None:
        wanted, cards = plain(self._words).split(), self.house.cards
        if not wanted:
            self.numbers = list(range(len(self.entries)))
            return
        self._texts = self._texts or [
            plain("\n".join((cards.text(one.card), *(said.text for said in one.answers)))) for one in self.entries
        ]
        self.numbers = [number for number, text in enumerate(self._texts) if all(word in text for word in wanted)]
