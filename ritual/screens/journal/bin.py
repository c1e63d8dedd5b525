"""The bin: what was removed can be brought back from here, or erased for good."""

from collections.abc import Iterable

from msgspec.structs import replace
from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import journal as commands
from ritual.core import timeline, wording
from ritual.core.records import Answer, Card, Occasion, Record, Reply
from ritual.core.sealing import is_shared
from ritual.core.text import on_screen
from ritual.house import House
from ritual.language import _, fill, ngettext, pgettext
from ritual.screens.place import SmallWindow

NAMES: dict[type[Record], str] = {
    **{kind: timeline.NAMES[name] for kind, name in timeline.OF.items()},
    Answer: pgettext("kind", "answer"),
    Reply: pgettext("kind", "reply"),
    Card: pgettext("kind", "card of your own"),
    Occasion: pgettext("kind", "date"),
}
"""What is listed. All else goes and comes with what it belongs to."""


class BinWindow(SmallWindow[None]):
    """Removed entries, the last removed first."""

    DEFAULT_CSS = """
    BinWindow Page { overflow-y: hidden; }
    BinWindow #hint, BinWindow OptionList { margin-top: 1; }
    BinWindow OptionList { height: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    AUTO_FOCUS = "OptionList"
    HERE = commands.BIN
    ABOUT = _(
        "What you removed waits here. {bring_back} brings it back, with all that belongs to it; emptying the bin "
        "erases it from this machine for good."
    )

    def __init__(self, uncovered: str | None = None) -> None:
        """`uncovered` is the id of the one whose private entries are shown, too."""
        super().__init__()
        self._uncovered = uncovered
        self._removed: list[Record] = []
        self._listed: list[Record] = []
        self._asked = 0

    def page(self) -> Iterable[Widget]:
        """What can be done, and the list, which is read beside the program."""
        yield Static(_("Removed"), markup=False)
        yield Static("", classes="quiet", id="hint", markup=False)
        yield OptionList(markup=False)

    async def on_mount(self) -> None:
        """Look through all months."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be brought back."""
        return bool(self._listed) if action == "bring_back" else True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        self.action_bring_back()

    def on_option_list_option_highlighted(self) -> None:
        """Whoever moves on does not mean to empty it."""
        if self._asked:
            self._tell()

    def action_bring_back(self) -> None:
        """Bring the marked one back, and what was taken away with it."""
        at = self.query_one(OptionList).highlighted
        if at is None:
            return
        record = self._listed[at]
        whole = [record, *(one for one in self._removed if _went_with(one, record))]
        journal = self.ritual.house.journal
        if self.ritual.attempt(lambda: journal.keep_all([replace(one, removed=None) for one in whole])):
            self._show([one for one in self._removed if one not in whole], at)

    def action_empty_bin(self) -> None:
        """Ask twice, then erase."""
        if self._asked < len(SURE):
            self._say(fill(SURE[self._asked], key=self.key(commands.EmptyBin)))
            self._asked += 1
        elif self.ritual.attempt(self.ritual.house.bin.empty):
            self._show([])
            self._say(_("It is erased from this machine."))
        else:
            self._tell()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        house = House(self.ritual.house.folders, self.ritual.house.clock)
        found, _ = house.bin.contents()
        self.app.call_from_thread(self._show, [one for one in reversed(found) if one.moved is None])

    def _show(self, removed: list[Record], at: int = 0) -> None:
        if not self.is_attached:
            return
        self._removed = removed
        whole = {(one.id, one.removed) for one in removed}
        self._listed = [one for one in removed if self._is_listed(one) and (one.about, one.removed) not in whole]
        options = self.query_one(OptionList)
        options.set_options([Option(self._line(one)) for one in self._listed])
        options.highlighted = min(at, len(self._listed) - 1) if self._listed else None
        self._tell()
        self.refresh_bindings()
        self.show_keys()

    def _is_listed(self, one: Record) -> bool:
        is_seen = is_shared(one) or (one.visibility == "private" and one.by == self._uncovered)
        return is_seen and type(one) in NAMES

    def _line(self, one: Record) -> Content:
        house = self.ritual.house
        said = " ".join(on_screen(wording.what(one, house.cards.text)).split())
        what = " · ".join(part for part in (wording.whose(one, house.people), NAMES[type(one)]) if part)
        return Content.assemble((f"{what}  ", "$quiet"), said)

    def _tell(self) -> None:
        self._asked = 0
        if self._listed:
            listed = len(self._listed)
            self._say(
                ngettext("{count} entry. Enter brings one back.", "{count} entries. Enter brings one back.", listed)
            )
        else:
            empty = self.key(commands.EmptyBin)
            self._say(_("Nothing lies here. {key} erases earlier wordings for good.", key=empty))

    def _say(self, words: str) -> None:
        self.query_one("#hint", Static).update(words)


def _went_with(one: Record, other: Record) -> bool:
    """Whether `one` was taken away with the `other`, to which it belongs."""
    return one.about == other.id and one.removed == other.removed


SURE = (
    _("This erases what lies in the bin, and every earlier wording, for good.\n{key} again goes on."),
    _("Are you both sure?\nBackups and other machines keep theirs. {key} once more erases it."),
)
