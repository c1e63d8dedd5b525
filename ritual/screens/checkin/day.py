"""A small window that asks for a day of the week."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import places
from ritual.core.dates import DAYS
from ritual.core.weekly import WEEKDAYS
from ritual.language import _
from ritual.screens.place import SmallWindow


class DayOfWeek(SmallWindow[str | None]):
    """Gives back one of seven."""

    HERE = places.CHOICE
    ABOUT = _("Choose the day on which Home mentions your check-in. Any other day is fine, too.")

    def page(self) -> Iterable[Widget]:
        """The days."""
        yield Static(_("On which day would you like to look at your week?") + "\n", markup=False)
        days = OptionList(*(Option(name, id=day) for name, day in zip(DAYS, WEEKDAYS, strict=True)))
        days.highlighted = WEEKDAYS.index(self.ritual.house.settings.checkin_day)
        yield days

    async def on_mount(self) -> None:
        """Begin at the day they have."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        self.dismiss(event.option.id)
