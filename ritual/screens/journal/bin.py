"""The bin: what was removed can be brought back from here, or erased for good."""

from collections.abc import Iterable

from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import journal as commands
from ritual.core import timeline, wording
from ritual.core.records import Record
from ritual.core.text import on_screen
from ritual.core.wording import counted
from ritual.house import House
from ritual.screens.place import SmallWindow


class BinWindow(SmallWindow[None]):
    """Removed entries, the last removed first."""

    DEFAULT_CSS = """
    BinWindow Page { overflow-y: hidden; }
    """

    AUTO_FOCUS = "OptionList"
    HERE = commands.BIN
    ABOUT = "What you removed waits here. Enter brings it back; emptying the bin erases it from this machine for good."

    def __init__(self) -> None:
        super().__init__()
        self._records: list[Record] = []
        self._asked = 0

    def page(self) -> Iterable[Widget]:
        """The list, which is read beside the program."""
        yield Static("Removed\n", markup=False)
        yield OptionList(markup=False)
        yield Static("", classes="quiet", id="hint", markup=False)

    async def on_mount(self) -> None:
        """Look through all months."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be brought back."""
        return bool(self._records) if action in ("bring_back", "empty_bin") else True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        self.action_bring_back()

    def on_option_list_option_highlighted(self) -> None:
        """Whoever moves on does not mean to empty it."""
        if self._asked:
            self._asked = 0
            self._tell()

    def action_bring_back(self) -> None:
        """Bring the marked one back."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            record = self._records[at]
            if self.ritual.attempt(lambda: self.ritual.house.journal.restore(record)):
                self._show([one for one in self._records if one is not record])

    def action_empty_bin(self) -> None:
        """Ask twice, then erase."""
        self._asked += 1
        if self._asked <= len(SURE):
            self.query_one("#hint", Static).update(f"\n{SURE[self._asked - 1].format(key=self.key(commands.EmptyBin))}")
        elif self.ritual.attempt(self.ritual.house.bin.empty):
            self._show([])

    def action_go_back(self) -> None:
        """Back to the Journal."""
        self.dismiss(None)

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        house = House(self.ritual.house.folders, self.ritual.house.clock)
        found, _ = house.bin.contents()
        seen = [one for one in reversed(found) if one.visibility == "shared" and one.moved is None]
        self.app.call_from_thread(self._show, seen)

    def _show(self, records: list[Record]) -> None:
        if not self.is_attached:
            return
        house, self._records, self._asked = self.ritual.house, records, 0
        options = []
        for one in records:
            said = " ".join(on_screen(wording.what(one, house.cards.text)).split())
            whose = wording.whose(one, house.people) or timeline.OF.get(type(one), one.kind())
            options.append(Option(Content.styled(f"{whose}  ", "$quiet") + Content(said[:80])))
        self.query_one(OptionList).set_options(options)
        self.query_one(OptionList).highlighted = 0 if options else None
        self._tell()
        self.refresh_bindings()
        self.show_keys()

    def _tell(self) -> None:
        size = counted(len(self._records), "entry", "entries")
        words = f"\n{size}. Enter brings one back." if self._records else "The bin is empty."
        self.query_one("#hint", Static).update(words)


SURE = (
    "This erases what lies in the bin, and every earlier wording, for good. {key} again goes on.",
    "Are you both sure? Backups and other machines keep theirs. {key} once more erases it.",
)
