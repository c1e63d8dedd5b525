"""A small window to choose decks in: one with Enter, several with Space."""

from collections.abc import Iterable

from msgspec.structs import replace
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.cards import Cards
from ritual.commands import cards as commands
from ritual.core.cards import Wanted
from ritual.language import _, ngettext
from ritual.screens.place import SmallWindow

ALL, FAVOURITES = "*", "♥"
"""The ids of the two choices that are no decks; no deck can be called so."""


class Choices(OptionList):
    """A list in which the marked one is in view, whatever room there is."""

    def on_resize(self) -> None:
        """Scroll to it."""
        self.scroll_to_highlight()


class Decks(SmallWindow[Wanted | None]):
    """Gives back what to draw from."""

    DEFAULT_CSS = """
    Decks Page { overflow-y: hidden; }
    """

    HERE = commands.DECKS
    ABOUT = _("Choose where your cards come from. Enter takes one deck, Space takes several.")

    def __init__(self, cards: Cards) -> None:
        super().__init__()
        self.cards = cards
        self.wanted = cards.wanted

    def page(self) -> Iterable[Widget]:
        """All decks, with how many cards each has."""
        yield Static(_("From which decks would you like to draw?") + "\n", markup=False)
        yield Choices(*(Option(self._line(one), id=one) for one in self._choices()), markup=False)

    async def on_mount(self) -> None:
        """Begin at what is chosen."""
        choices = self.query_one(OptionList)
        choices.focus()
        taken = [number for number, one in enumerate(self._choices()) if self._is_taken(one)]
        choices.highlighted = taken[0] if taken else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Just this one, or those that were taken with Space."""
        marked = event.option.id or ALL
        several = self.wanted != self.cards.wanted
        self.dismiss(self.wanted if several else self._with(marked, alone=True))

    def action_toggle_deck(self) -> None:
        """Take the marked one besides, or leave it out."""
        choices = self.query_one(OptionList)
        if choices.highlighted is None:
            return
        self.wanted = self._with(choices.get_option_at_index(choices.highlighted).id or ALL)
        for one in self._choices():
            choices.replace_option_prompt(one, self._line(one))

    def _choices(self) -> list[str]:
        return [ALL, FAVOURITES, *(deck.id for deck in self.cards.decks)]

    def _with(self, choice: str, *, alone: bool = False) -> Wanted:
        wanted = self.wanted
        if choice == ALL:
            return replace(wanted, decks=frozenset(), favourites=False)
        if choice == FAVOURITES:
            return replace(wanted, decks=frozenset(), favourites=alone or not wanted.favourites)
        return replace(wanted, favourites=False, decks=frozenset({choice}) if alone else wanted.decks ^ {choice})

    def _is_taken(self, choice: str) -> bool:
        wanted = self.wanted
        if choice == ALL:
            return not wanted.decks and not wanted.favourites
        return wanted.favourites if choice == FAVOURITES else choice in wanted.decks

    def _line(self, choice: str) -> Content:
        mark = Content.styled("● " if self._is_taken(choice) else "  ", "$accent")
        if choice == ALL:
            return mark + Content(_("All decks"))
        if choice == FAVOURITES:
            liked = sum(one.favourite and not one.not_for_us for one in self.cards.marks.values())
            return mark + Content(_("Your favourites")) + Content.styled(f"  {liked or ''}", "$quiet")
        deck = next(one for one in self.cards.decks if one.id == choice)
        size = ngettext("{count} card", "{count} cards", len(deck.cards))
        return mark + Content(deck.name) + Content.styled(f"  {size}", "$quiet")
