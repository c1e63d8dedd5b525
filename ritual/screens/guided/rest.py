"""A break: at least twenty minutes, and an hour to come back."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.content import evening_words
from ritual.language import _
from ritual.scenes.rest import LENGTHS, back_at
from ritual.screens.place import SmallWindow
from ritual.sitting import Sitting
from ritual.widgets.sentence import Sentence


class Rest(SmallWindow[bool]):
    """When would you like to come back?"""

    DEFAULT_CSS = """
    Rest Sentence { width: 100%; }
    """

    HERE = places.CHOICE
    READING = "flooding"
    ABOUT = _("A break is a kindness when it gets too much. Agree when to come back; everything is kept until then.")

    def __init__(self, sitting: Sitting[Any]) -> None:
        super().__init__()
        self.sitting = sitting

    def page(self) -> Iterable[Widget]:
        """A proposal and four times."""
        self.now = self.ritual.house.clock.now()
        yield Sentence(self.sitting.chance("rest").choice(evening_words().rest.propose), markup=False)
        yield Static("\n" + _("When would you like to come back?") + "\n", classes="quiet", markup=False)
        yield OptionList(
            *(
                Option(f"{self.now + timedelta(minutes=minutes):%H:%M}  {words}", id=str(minutes))
                for minutes, words in LENGTHS.items()
            )
        )

    async def on_mount(self) -> None:
        """Begin at the shortest."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Agreed."""
        back = back_at(self.now, int(event.option.id or 20), self.ritual.house.clock.now())
        if self.ritual.attempt(lambda: self.sitting.rest(back)):
            self.dismiss(True)

    def action_go_back(self) -> None:
        """No break after all."""
        self.dismiss(False)
