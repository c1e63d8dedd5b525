"""A small window that asks whose words are meant."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.answering import Answering
from ritual.commands import places
from ritual.language import _
from ritual.screens.place import SmallWindow


class Whose(SmallWindow[str | None]):
    """Gives back the id of one of those who answered."""

    HERE = places.CHOICE
    ABOUT = _("Choose whose words you mean. {go_back} leaves all as it is.")

    def __init__(self, answering: Answering, whom: Iterable[str | None], question: str = "") -> None:
        super().__init__()
        self.answering = answering
        self.whom = [one for one in whom if one]
        self.question = question or _("Whose words stay private?")

    def page(self) -> Iterable[Widget]:
        """The names."""
        yield Static(f"{self.question}\n", markup=False)
        yield OptionList(*(Option(self.answering.name(one), id=one) for one in self.whom))

    async def on_mount(self) -> None:
        """Begin with the first."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        self.dismiss(event.option.id)
