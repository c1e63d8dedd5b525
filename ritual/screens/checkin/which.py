"""A small window that asks which answer stays private. It shows what was asked, never what was answered."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.checkin import CheckIn
from ritual.commands import places
from ritual.core.records import Record
from ritual.language import _
from ritual.scenes.checkin import sealed
from ritual.screens.place import SmallWindow


class Which(SmallWindow[Sequence[Record] | None]):
    """Gives back the records that stay private."""

    DEFAULT_CSS = """
    Which Page { overflow-y: hidden; }
    """

    HERE = places.CHOICE
    ABOUT = _("Choose what stays private. {go_back} leaves all as it is.")

    def __init__(self, checkin: CheckIn) -> None:
        super().__init__()
        self.checkin = checkin
        self._records: list[list[Record]] = []

    def page(self) -> Iterable[Widget]:
        """What each of them was asked."""
        yield Static(_("Which answer stays private?") + "\n", markup=False)
        found = sealed(self.checkin)
        self._records = [records for _, records in found]
        yield OptionList(*(Option(what) for what, _ in found), markup=False)

    async def on_mount(self) -> None:
        """Begin with the first."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        self.dismiss(self._records[event.option_index])
