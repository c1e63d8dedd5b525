"""A break: at least twenty minutes, and an hour to come back."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.content import evening_words
from ritual.screens.place import SmallWindow
from ritual.sitting import Sitting

LENGTHS = {20: "in twenty minutes", 30: "in half an hour", 60: "in an hour", 24 * 60: "tomorrow"}
"""Minutes. Bodies need about twenty to calm down once they are flooded; a shorter break is not offered."""


class Rest(SmallWindow[bool]):
    """When would you like to come back?"""

    HERE = places.CHOICE
    READING = "flooding"
    ABOUT = "A break is a kindness when it gets too much. Agree when to come back; everything is kept until then."

    def __init__(self, sitting: Sitting[Any]) -> None:
        super().__init__()
        self.sitting = sitting

    def page(self) -> Iterable[Widget]:
        """A proposal and four times."""
        self.now = self.ritual.house.clock.now()
        yield Static(f"{self.sitting.chance('rest').choice(evening_words().rest.propose)}\n", markup=False)
        yield Static("When would you like to come back?\n", classes="quiet", markup=False)
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
        now = self.ritual.house.clock.now()
        back_at = max(self.now + timedelta(minutes=int(event.option.id or 20)), now + timedelta(minutes=min(LENGTHS)))
        if self.ritual.attempt(lambda: self.sitting.rest(back_at)):
            self.dismiss(True)

    def action_go_back(self) -> None:
        """No break after all."""
        self.dismiss(False)
