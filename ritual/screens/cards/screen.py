"""The place of the question cards: one card, large, and what can be done with it."""

from collections.abc import Iterable
from functools import partial
from random import Random

from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.answering import Answering
from ritual.commands import cards as commands
from ritual.commands import places, tonight
from ritual.core import rhythm
from ritual.core.cards import QuestionCard
from ritual.core.met import Entry
from ritual.core.records import Card, Draw, Mark
from ritual.language import _
from ritual.scenes.cards import said
from ritual.screens.cards.pages import CardPages
from ritual.screens.cards.said import chosen, nothing
from ritual.screens.cards.wanting import Wanting
from ritual.screens.log.pages import Records
from ritual.screens.log.screen import LOOK_AGAIN
from ritual.screens.log.top import Top
from ritual.widgets.large import LargeCard


class CardTable(Wanting):
    """A card lies here: tonight's, until they draw another."""

    DEFAULT_CSS = """
    CardTable LargeCard { margin-top: 1; }
    CardTable.-low LargeCard, CardTable.-middle LargeCard { margin-top: 0; }
    CardTable.-tall LargeCard, CardTable.-vast LargeCard { margin-top: 2; }
    CardTable #said { width: 100%; height: auto; padding: 0 3 0 4; margin-top: 1; color: $quiet; }
    CardTable.-roomy #said, CardTable.-tall #said, CardTable.-vast #said { padding: 0 3 0 7; }
    CardTable #said.-alone { padding: 0 2; margin-top: 0; }
    CardTable.-low Top { margin-bottom: 0; }
    """

    HERE = commands.CARDS
    READING = "better-questions"
    ABOUT = _(
        "A question for the two of you. Answer it aloud or in writing, go one step deeper, or draw another; "
        "passing is always fine."
    )

    def __init__(self) -> None:
        super().__init__()
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
        self.scroll_by_keys()
        self._read_older()
        self.set_interval(LOOK_AGAIN, self._look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the card."""
        card = self.card
        match action:
            case "draw_card" | "answer_card" | "favourite" | "not_for_us" | "start_tonight":
                return card is not None
            case "deeper":
                return card is not None and card.follow_up is not None and not self._deeper
            case "edit_entry":
                return card is not None and self.ritual.house.cards.written(card.id) is not None
            case _:
                return super().check_action(action, parameters)

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
        self._night = house.night
        below = said(house, self.pages.history, card.id, self.draw) if card else self._nothing()
        beside = self.query_one("#said", Static)
        beside.set_class(card is None, "-alone")
        beside.update(below)
        self.refresh_bindings()
        self.show_keys()

    def action_draw_card(self) -> None:
        """Draw another; the one that lay here was met."""
        house = self.ritual.house

        def draw() -> None:
            if self.card is not None:
                self._met(self.card)
            card = house.next_card(house.cards.wanted, Random())
            if card is not None and card == self.card:
                key = self.key(commands.ChooseDecks)
                self.query_one(Top).say(_("No other card is like this. {key} chooses other decks.", key=key))
            else:
                self.take(card, house.cards.meet(card.id, house.night) if card else None)

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
        cards, card = self.ritual.house.cards, self.card
        if card and self.ritual.attempt(lambda: cards.remember(card.id, not_for_us=True)):
            self.ritual.undo = lambda: cards.remember(card.id, not_for_us=False)
            self.take(self.ritual.house.next_card(cards.wanted, Random()), None)
            key = self.key(places.Undo)
            self.query_one(Top).say(_("It will not come again. {key} brings it back.", key=key))

    async def brought_back(self, what: object) -> None:
        """Show it; a card that is for them again lies here."""
        self.query_one(Top).hush()
        self._answered()
        if isinstance(what, Mark):
            self._lay(what.card)

    def action_start_tonight(self) -> None:
        """Begin with this one."""
        from ritual.evening import Evening

        house, card = self.ritual.house, self.card
        waiting = rhythm.unfinished(house.sessions)
        evening = Evening.resume(house, waiting) if waiting else None

        def start(card: QuestionCard) -> None:
            house.cards.choose(card.id, (waiting and waiting.night) or house.night)
            if evening:
                evening.add_card()

        if evening and not evening.takes_card:
            without = _("The evening that waits goes on without a card.")
            has = _("The evening that waits has its card already.")
            self.query_one(Top).say(has if evening.session.cards else without)
        elif card and self.ritual.attempt(partial(start, card)):
            self.ritual.begin()

    def action_browse_cards(self) -> None:
        """Look through them."""
        from ritual.screens.cards.browse import CardLog

        self.app.push_screen(CardLog(), self._chose)

    def action_write_card(self) -> None:
        """One of their own."""
        from ritual.screens.cards.form import write_card

        write_card(self, self._wrote)

    def action_edit_entry(self) -> None:
        """Change their own card."""
        from ritual.screens.cards.form import write_card

        if self.card and (own := self.ritual.house.cards.written(self.card.id)):
            write_card(self, self._wrote, own)

    def action_go_back(self) -> None:
        """Home."""
        self.ritual.go_home()

    def _lay(self, card: str, draw: Draw | None = None) -> None:
        """Lay the card with this id on the table, where it is in a deck: as it was met in `draw`, or tonight."""
        house, known = self.ritual.house, self.ritual.house.cards.get(card)
        if known is not None:
            self.take(known, draw or house.cards.last_drawn(house.night, card))

    def take(self, card: QuestionCard | None, draw: Draw | None) -> None:
        """Lay a card on the table."""
        self.card, self.draw, self._deeper = card, draw, False
        self.query_one(Top).hush()
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

    def _answered(self, _back: None = None) -> None:
        """Show what the journal says now of a card, whose draw may be an old one."""
        self._renew()
        self._read_older()

    def _chose(self, entry: Entry | None) -> None:
        """Lay the card on the table that they took from the list."""
        self._renew()
        if entry:
            sealed = entry.draw and Answering(self.ritual.house, entry.draw).pair.sealed
            self._lay(entry.card, entry.draw if sealed else None)

    def _wrote(self, record: object) -> None:
        """Lay their own card on the table."""
        self._renew()
        if isinstance(record, Card):
            self._lay(record.id)

    def _nothing(self) -> Content:
        """Why no card lies here, and the next keys."""
        depths = " ".join(self.key(one) for one in (tonight.LightCard, tonight.OpenCard, tonight.DeepCard))
        decks, browse = self.key(commands.ChooseDecks), self.key(commands.BrowseCards)
        keys = {decks: _("decks"), depths: _("depth"), browse: _("browse")}
        return nothing(self.ritual.house, keys)

    def _look(self) -> None:
        """Show what another window, a shell or an editor changed."""
        if not self.is_on_top:
            return
        house = self.ritual.house
        changed = house.changed_elsewhere()
        if house.cards.look() or changed or house.night != self._night:
            self.ritual.tell()
            self._answered()

    def _renew(self) -> None:
        """Show the card as it is now; where it is gone, another."""
        house, cards = self.ritual.house, self.ritual.house.cards
        cards.look()
        self.pages.read()
        card = cards.get(self.card.id) if self.card else None
        if card is None or cards.mark(card.id).not_for_us:
            self.take(house.next_card(cards.wanted), None)
        else:
            self.card = card
            self.show()

    @work(thread=True, exclusive=True)
    def _read_older(self) -> None:
        """Read all months beside the program."""
        self.app.call_from_thread(self._know, self.pages.everything())

    def _know(self, older: Records) -> None:
        if self.is_attached:
            self.pages.take(older)
            self.show()
