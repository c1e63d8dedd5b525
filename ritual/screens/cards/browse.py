"""The cards they met, their favourites, their own, and what is not for them: to look through and to search."""

from collections.abc import Iterable

from textual.content import Content

from ritual.commands import Command, places
from ritual.commands import cards as commands
from ritual.core import nights, people
from ritual.core.met import VIEWS, Entry
from ritual.core.records import Card
from ritual.core.search import after
from ritual.core.text import on_screen
from ritual.language import _, amid
from ritual.screens.cards.pages import CardPages
from ritual.screens.log.screen import Log
from ritual.widgets.card import DEPTHS
from ritual.widgets.leaves import Leaf

NAMES = {"met": "", "favourites": _("your favourites"), "yours": _("your own cards"), "not-for-us": _("not for us")}
"""What each list is called."""


class CardLog(Log[CardPages, Entry | None]):
    """Gives back the card they took."""

    HERE = commands.BROWSE
    ABOUT = _("The cards you met, the newest first. Enter puts one on the table again.")

    def open_pages(self) -> CardPages:
        """Draws, answers, and what is remembered of cards."""
        return CardPages(self.ritual.house)

    def seeks(self) -> Iterable[str]:
        """Which list this is."""
        return (NAMES[self.pages.view],)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the marked one."""
        marked = self.marked
        own = marked is not None and self.ritual.house.cards.written(marked.card) is not None
        match action:
            case "take_card":
                return marked is not None and self.is_reading and self.ritual.house.cards.get(marked.card) is not None
            case "favourite":
                return marked is not None
            case "search_words":
                return bool(self.pages.entries)
            case "edit_entry":
                return own
            case "remove_entry":
                return own and self.pages.view == "yours"
            case _:
                return super().check_action(action, parameters)

    @property
    def marked(self) -> Entry | None:
        """The one that is marked."""
        number = self.marked_number
        return None if number is None else self.pages.entries[number]

    def leaf(self, number: int) -> Leaf:
        """A card, as it is read."""
        house, entry = self.ritual.house, self.pages.entries[number]
        card, deck = house.cards.get(entry.card), house.cards.deck_of(entry.card)
        liked = "♥" if house.cards.mark(entry.card).favourite else ""
        met = self.pages.view == "met"
        passed = _("passed") if met and entry.draw and entry.draw.passed else ""
        aloud = _("said aloud") if entry.draw and entry.draw.aloud else ""
        parts = (liked, amid(deck.name) if deck else "", DEPTHS[card.depth] if card else "", passed, aloud)
        said = "\n".join(f"{people.name_of(house.people, one.by)}: {one.text}" for one in entry.answers)
        group = nights.said_tonight(entry.draw.night, house.night) if met and entry.draw and entry.draw.night else ""
        text = card.text if card else _("A card that is in no deck any more.")
        return Leaf(group, " · ".join(part for part in parts if part), on_screen(text), on_screen(said))

    def nothing(self) -> Content:
        """What stands where nothing does, and the next key."""
        if self.pages.words:
            return Content(_("Nothing like that is here. {key} shows all again.", key=self.key(places.GoBack)))
        key: type[Command]
        match self.pages.view:
            case "met":
                words, key, then = _("You have not drawn a card yet."), places.GoBack, _("back to the cards")
            case "favourites":
                words = _("Press {key} at a card you like.", key=self.key(commands.Favourite))
                key, then = commands.ShowWhich, _("the next list")
            case "yours":
                words, key, then = _("What would you like to be asked?"), commands.WriteCard, _("write a card")
            case "not-for-us":
                words, key, then = _("Every card may come."), commands.ShowWhich, _("the next list")
        return Content.assemble(f"{words}\n\n", (self.key(key), "bold $accent"), f"  {then}")

    def action_take_card(self) -> None:
        """Put it on the table; what was not for them is so again."""
        marked, cards = self.marked, self.ritual.house.cards
        if marked is None:
            return
        gone = cards.mark(marked.card).not_for_us
        if not gone or self.ritual.attempt(lambda: cards.remember(marked.card, not_for_us=False)):
            self.dismiss(marked)

    def on_leaves_chosen(self) -> None:
        """A click on the marked one."""
        if self.check_action("take_card", ()):
            self.action_take_card()

    def action_show_which(self) -> None:
        """The next list."""
        self.pages.see(after(VIEWS, self.pages.view))
        self.show(0)

    def action_favourite(self) -> None:
        """Keep it among the favourites, or no longer."""
        marked, cards = self.marked, self.ritual.house.cards
        if marked and self.ritual.attempt(
            lambda: cards.remember(marked.card, favourite=not cards.mark(marked.card).favourite)
        ):
            self.renew(self.pages.read)

    def action_write_card(self) -> None:
        """One of their own."""
        from ritual.screens.cards.form import write_card

        write_card(self, self._wrote)

    def action_edit_entry(self) -> None:
        """Change their own card."""
        from ritual.screens.cards.form import write_card

        if self.marked and (own := self.ritual.house.cards.written(self.marked.card)):
            write_card(self, self._wrote, own)

    def action_remove_entry(self) -> None:
        """Take their own card away; `z` brings it back."""
        house, marked = self.ritual.house, self.marked
        own = house.cards.written(marked.card) if marked else None
        if own and self.take_away(own):
            self._reread()
            self.top.say(_("It is taken away. {key} brings it back.", key=self.key(places.Undo)))

    async def brought_back(self, what: object) -> None:
        """Show it among the others."""
        self.top.hush()
        self._reread()

    def leave(self) -> None:
        """Back to the card that lies there."""
        self.dismiss(None)

    def _look(self) -> None:
        """Show what was done to decks and their own cards elsewhere, too."""
        if self.is_on_top and self.ritual.house.cards.look():
            self.ritual.tell()
            self.renew(self.pages.read)
        super()._look()

    def _wrote(self, record: object) -> None:
        """Show what they wrote."""
        if isinstance(record, Card):
            self.pages.see("yours")
            self._reread()
            self.show(self.pages.place_of(record.id))

    def _reread(self) -> None:
        self.ritual.house.cards.look()
        self.renew(self.pages.read)
