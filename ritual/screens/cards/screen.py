"""The place of the question cards: one card, large, and what can be done with it."""

from collections.abc import Iterable
from functools import partial
from random import Random

from msgspec.structs import replace
from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.answering import Answering
from ritual.commands import cards as commands
from ritual.commands import places
from ritual.core import rhythm
from ritual.core.cards import YOURS, QuestionCard, Wanted, none_left
from ritual.core.met import Entry
from ritual.core.records import Card, Depth, Draw
from ritual.screens.cards.pages import CardPages
from ritual.screens.cards.said import chosen, said
from ritual.screens.log.pages import Records
from ritual.screens.log.screen import LOOK_AGAIN
from ritual.screens.log.top import Top
from ritual.screens.place import Place
from ritual.widgets.large import LargeCard


class CardTable(Place[None]):
    """A card lies here: tonight's, until they draw another."""

    DEFAULT_CSS = """
    CardTable LargeCard { margin-top: 1; }
    CardTable.-low LargeCard, CardTable.-middle LargeCard { margin-top: 0; }
    CardTable.-tall LargeCard { margin-top: 2; }
    CardTable #said { width: 100%; height: auto; padding: 0 3; margin-top: 1; color: $quiet; }
    CardTable.-low Top { margin-bottom: 0; }
    """

    HERE = commands.CARDS
    ABOUT = (
        "A question for the two of you. Answer it aloud or in writing, go one step deeper, or draw another; "
        "passing is always fine."
    )

    def __init__(self) -> None:
        super().__init__()
        self.card: QuestionCard | None = None
        self.draw: Draw | None = None
        """How the card was met; none as long as they only look at it."""
        self._deeper = False

    def page(self) -> Iterable[Widget]:
        """The night, the card, and what they said to it."""
        self.pages = CardPages(self.ritual.house)
        yield Top()
        yield LargeCard()
        yield Static("", id="said", markup=False)

    async def on_mount(self) -> None:
        """Take the card they had last tonight, or tonight's."""
        house = self.ritual.house
        self.pages.read()
        self.draw = house.cards.last_drawn(house.night)
        self.card = house.cards.get(self.draw.card) if self.draw else house.tonights_card()
        self.show()
        self._read_older()
        self.set_interval(LOOK_AGAIN, self._look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the card."""
        card = self.card
        match action:
            case "answer_card" | "favourite" | "not_for_us" | "start_tonight":
                return card is not None
            case "deeper":
                return card is not None and card.follow_up is not None and not self._deeper
            case "edit_entry":
                return card is not None and self._own(card.id) is not None
            case "undo":
                return self.ritual.undo is not None
            case _:
                return True

    def show(self) -> None:
        """Show the card as the journal knows it now."""
        house, card = self.ritual.house, self.card
        large, wanted = self.query_one(LargeCard), house.cards.wanted
        large.display = card is not None
        if card is not None:
            deck = house.cards.deck_of(card.id)
            follow_up = card.follow_up if self._deeper else None
            favourite = house.cards.mark(card.id).favourite
            large.meet(card.text, deck.name if deck else "", card.depth, follow_up, favourite=favourite)
        self.query_one(Top).shows(house.night, chosen(wanted, house.cards.decks))
        below = said(house, self.pages.history, card.id, self.draw) if card else self._nothing(wanted)
        self.query_one("#said", Static).update(below)
        self.refresh_bindings()
        self.show_keys()

    def action_draw_card(self) -> None:
        """Draw another; the one that lay here was met."""
        house = self.ritual.house

        def draw() -> None:
            if self.card is not None:
                self._met(self.card)
            card = house.next_card(house.cards.wanted, Random())
            self._take(card, house.cards.meet(card.id, house.night) if card else None)

        self.ritual.attempt(draw)

    def action_answer_card(self) -> None:
        """Write, each for oneself, and open it together."""
        from ritual.screens.cards.together import Together

        card, house = self.card, self.ritual.house
        found: list[Draw] = []
        if card and self.ritual.attempt(lambda: found.append(self._met(card))):
            order = rhythm.in_order(house.people, house.starter.id if house.starter else None)
            asked = sorted(house.people, key=lambda one: order.index(one.id))
            self.app.push_screen(Together(Answering(house, found[0], asked), card), self._answered)

    def action_deeper(self) -> None:
        """One step deeper."""
        self._deeper = True
        self.show()

    def action_favourite(self) -> None:
        """Keep it among the favourites, or no longer."""
        cards, card = self.ritual.house.cards, self.card
        if card and self.ritual.attempt(lambda: cards.remember(card.id, favourite=not cards.mark(card.id).favourite)):
            self.show()

    def action_not_for_us(self) -> None:
        """It never comes again; `z` brings it back."""
        cards, card, draw = self.ritual.house.cards, self.card, self.draw
        if card and self.ritual.attempt(lambda: cards.remember(card.id, not_for_us=True)):

            def undo() -> None:
                cards.remember(card.id, not_for_us=False)
                self._take(card, draw)

            self.ritual.undo = undo
            following = self.ritual.house.next_card(cards.wanted, Random())
            self._take(following, None)
            self.query_one(Top).say(f"It will not come again. {self.key(places.Undo)} brings it back.")

    def action_undo(self) -> None:
        """Take the last removal back."""
        if self.ritual.undo and self.ritual.attempt(self.ritual.undo):
            self.ritual.undo = None
            self.query_one(Top).hush()
            self.pages.read()
            self.show()

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

    def action_start_tonight(self) -> None:
        """Begin with this one."""
        house, card = self.ritual.house, self.card
        waiting = rhythm.unfinished(house.sessions)
        if waiting and waiting.cards:
            self.query_one(Top).say("The evening that waits has its card already.")
        elif card and self.ritual.attempt(partial(house.cards.choose, card.id, house.night)):
            self.ritual.begin()

    def action_browse_cards(self) -> None:
        """Look through them."""
        from ritual.screens.cards.browse import CardLog

        self.app.push_screen(CardLog(), self._chose)

    def action_write_card(self) -> None:
        """One of their own."""
        from ritual.screens.cards.form import CardForm

        self.app.push_screen(CardForm(), self._wrote)

    def action_edit_entry(self) -> None:
        """Change their own card."""
        from ritual.screens.cards.form import CardForm

        if self.card and (own := self._own(self.card.id)):
            self.app.push_screen(CardForm(own), self._wrote)

    def action_go_back(self) -> None:
        """Home."""
        self.ritual.go_home()

    def _take(self, card: QuestionCard | None, draw: Draw | None) -> None:
        """Lay a card on the table."""
        self.card, self.draw, self._deeper = card, draw, False
        if draw is not None:
            self.pages.know(draw)
        self.show()

    def _met(self, card: QuestionCard) -> Draw:
        """The draw of the card that lies here; it counts as met from now on."""
        house = self.ritual.house
        if self.draw is None:
            self.draw = house.cards.meet(card.id, house.night)
            self.pages.know(self.draw)
        return self.draw

    def _want(self, wanted: Wanted | None) -> None:
        """Draw from these cards from now on; where the one that lies here is none of them, draw at once."""
        cards, house = self.ritual.house.cards, self.ritual.house
        if wanted is None or wanted == cards.wanted:
            return
        cards.wanted = wanted
        card = house.next_card(wanted, Random())
        self._take(card, None)

    def _want_depth(self, depth: Depth) -> None:
        wanted = self.ritual.house.cards.wanted
        self._want(replace(wanted, depth=None if wanted.depth == depth else depth))

    def _answered(self, _: None) -> None:
        self.pages.read()
        self.show()

    def _chose(self, entry: Entry | None) -> None:
        """Lay the card on the table that they took from the list."""
        card = self.ritual.house.cards.get(entry.card) if entry else None
        self.pages.read()
        self.ritual.house.cards.look()
        if entry and card:
            self._take(card, entry.draw)
        else:
            self.show()

    def _wrote(self, record: object) -> None:
        """Lay their own card on the table."""
        cards = self.ritual.house.cards
        cards.look()
        if isinstance(record, Card):
            same = self.card is not None and self.card.id == record.id
            self._take(cards.get(record.id), self.draw if same else None)

    def _own(self, card: str) -> Card | None:
        deck = self.ritual.house.cards.deck_of(card)
        return self.ritual.house.journal.get(Card, card) if deck and deck.id == YOURS else None

    def _nothing(self, wanted: Wanted) -> Content:
        """Why no card lies here, and the next keys."""
        cards = self.ritual.house.cards
        return Content.assemble(
            f"{none_left(cards.decks, cards.marks, wanted)}\n\n",
            (self.key(commands.ChooseDecks), "bold $accent"),
            "  decks     ",
            ("1 2 3", "bold $accent"),
            "  light, open, deep",
        )

    def _look(self) -> None:
        """Show what another window, a shell or an editor changed."""
        if not self.is_on_top:
            return
        house = self.ritual.house
        changed = house.changed_elsewhere()
        if house.cards.look() or changed:
            self.ritual.tell()
            self.pages.read()
            self.card = (house.cards.get(self.card.id) if self.card else None) or house.next_card(house.cards.wanted)
            if self.draw and self.card and self.draw.card != self.card.id:
                self.draw = None
            self.show()

    @work(thread=True, exclusive=True)
    def _read_older(self) -> None:
        """Read all months beside the program."""
        self.app.call_from_thread(self._know, self.pages.everything())

    def _know(self, older: Records) -> None:
        if self.is_attached:
            self.pages.take(older)
            self.show()
