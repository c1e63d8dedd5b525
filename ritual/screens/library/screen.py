"""The Library: all readings on their shelves, found by a word."""

from collections.abc import Iterable

from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import library
from ritual.content.readings import readings, says, shelves
from ritual.core import dates
from ritual.language import _
from ritual.screens.library.reading import ReadingPage
from ritual.screens.log.field import Searched, SearchField


class Library(Searched[None]):
    """Titles on shelves; the arrows choose, Enter reads."""

    DEFAULT_CSS = """
    Library Page { overflow-y: hidden; }
    Library OptionList { margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Library SearchField { margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "OptionList"
    HERE = library.LIBRARY
    ABOUT = _(
        "Short texts on what brings two people close, and on where to find help. Each has one thing to try tonight."
    )

    def page(self) -> Iterable[Widget]:
        """The night, the field for searching, and the shelves."""
        yield Static(dates.in_words(self.ritual.house.night), classes="quiet", markup=False)
        yield SearchField()
        yield OptionList(markup=False)

    async def on_mount(self) -> None:
        """All shelves."""
        self._all = {one.id: one for one in readings()}
        self.show("")

    @property
    def titles(self) -> OptionList:
        """The shelves."""
        return self.query_one(OptionList)

    def show(self, words: str) -> None:
        """Show the readings that say these words."""
        options: list[Option] = []
        for shelf in shelves():
            found = [one for one in (self._all[name] for name in shelf.readings) if says(one, words)]
            if found:
                above = "\n" if options else ""
                options += [Option(Content.styled(f"{above}{shelf.name}", "$quiet"), disabled=True)]
                options += [Option(f"  {one.title}", id=one.id) for one in found]
        if not options:
            nothing = self.with_keys(_("Nothing like that is here. {go_back} shows all again."))
            options = [Option(Content.styled(nothing, "$quiet"), disabled=True)]
        self.titles.set_options(options)
        self.titles.action_first()

    def action_take_reading(self) -> None:
        """Read the marked one."""
        self.titles.action_select()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as one types."""
        self.show(event.value)

    def on_input_submitted(self) -> None:
        """Read what was found."""
        self.titles.focus()

    def on_key(self, event: Key) -> None:
        """From the field, the arrows move through what was found."""
        if event.key in ("up", "down") and isinstance(self.focused, Input):
            event.stop()
            self.titles.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """With the first one, show the name of its shelf, too."""
        if event.option_index <= 1:
            self.titles.scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read it."""
        if event.option.id:
            self.app.push_screen(ReadingPage(self._all[event.option.id]))

    def action_go_back(self) -> None:
        """From what was searched to all shelves, from there Home."""
        if self.field.display:
            self.field.close()
            self.show("")
            self.titles.focus()
        else:
            self.ritual.go_home()
