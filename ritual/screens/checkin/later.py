"""A small window with what was answered in a check-in that was closed before it was opened."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.widget import Widget
from textual.widgets import Static

from ritual.checkin import CheckIn
from ritual.commands import checkin as commands
from ritual.core import dates
from ritual.core.records import Record
from ritual.language import _
from ritual.screens.checkin.table import Table
from ritual.screens.checkin.which import Which
from ritual.screens.line import Line
from ritual.screens.place import SmallWindow


class OpenLater(SmallWindow[None]):
    """Both look at the screen; what one of them keeps private stays covered. Nothing tells of it before they ask."""

    DEFAULT_CSS = """
    OpenLater Table { margin-top: 1; }
    """

    HERE = commands.LATER
    READING = "creating-safety"
    ABOUT = _("What you answered unseen waits here until the two of you open it together.")

    def __init__(self, checkin: CheckIn | None) -> None:
        super().__init__()
        self.checkin = checkin

    def page(self) -> Iterable[Widget]:
        """What waits, or what was said."""
        if self.checkin is None:
            yield Static(_("Nothing is sealed here."), markup=False)
            return
        night = dates.in_words(self.checkin.session.night or self.ritual.house.night)
        yield Static(night, classes="quiet", markup=False)
        if self.checkin.is_sealed:
            yield Line(_("What you answered then is still sealed. Look at it when you are both here."))
            yield Line(self.with_keys(_("{go_on} opens it, {keep_private} keeps one answer private.")))
        elif any(one.all for one in self.checkin.said):
            yield Table(self.checkin.said, self.checkin.name)

    async def on_mount(self) -> None:
        """The arrows scroll."""
        self.scroll_by_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to keep private as long as it is sealed."""
        return self._is_sealed if action == "keep_private" else True

    async def action_go_on(self) -> None:
        """Open it; once it is open, go back."""
        if self.checkin is None or not self._is_sealed:
            self.dismiss(None)
        elif self.ritual.attempt(self.checkin.open_answers):
            await self.show_anew()

    def action_keep_private(self) -> None:
        """Ask which answer is not opened."""
        if self.checkin is not None:
            self.app.push_screen(Which(self.checkin), self._kept_private)

    async def _kept_private(self, kept: Sequence[Record] | None) -> None:
        if kept and self.checkin is not None and self.ritual.attempt(partial(self.checkin.keep_private, kept)):
            await self.show_anew()

    @property
    def _is_sealed(self) -> bool:
        return self.checkin is not None and self.checkin.is_sealed
