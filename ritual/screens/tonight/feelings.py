"""Words for what one feels, to get past "fine". They are for saying aloud; nothing is kept."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.content import feelings
from ritual.content.shapes import Family
from ritual.screens.place import Page, SmallWindow


class FeelingWords(SmallWindow[str | None]):
    """First what is nearest, then the word itself."""

    HERE = places.CHOICE
    ABOUT = "Choose what is nearest, then the word that fits. It is for saying aloud, and is not written down."

    def __init__(self) -> None:
        super().__init__()
        self.family: Family | None = None

    def page(self) -> Iterable[Widget]:
        """Eight families, or the words of one."""
        if self.family is None:
            yield Static("What is nearest?\n", markup=False)
            yield OptionList(
                *(Option(f"{one.name}: {', '.join(one.feelings[2:8:2])} …", id=one.id) for one in feelings().families)
            )
        else:
            yield Static("I feel …\n", markup=False)
            yield OptionList(*(Option(word, id=word) for word in self.family.feelings))

    async def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go into a family, or take the word."""
        if self.family is not None:
            self.dismiss(event.option.id)
            return
        await self._show(next(one for one in feelings().families if one.id == event.option.id))

    async def action_go_back(self) -> None:
        """Back to the families, then to the talk."""
        if self.family is None:
            self.dismiss(None)
        else:
            await self._show(None)

    async def _show(self, family: Family | None) -> None:
        self.family = family
        await self.fill(self.query_one(Page), self.page())
        self.query_one(OptionList).focus()
