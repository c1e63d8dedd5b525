"""The settings: each with its value and its explanation, changed with Enter."""

from collections.abc import Iterable
from functools import partial

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import settings as commands
from ritual.core import dates
from ritual.language import _
from ritual.screens.place import Place
from ritual.screens.settings import questions, rows
from ritual.screens.settings.ask import Answer, Ask, Choose

LABEL = 19
"""Cells for the name of a setting; more, where the language needs them."""


class SettingsPlace(Place[None]):
    """Everything that can be chosen."""

    DEFAULT_CSS = """
    SettingsPlace Page { overflow-y: hidden; }
    SettingsPlace.-tall Page { padding: 4 2 2 2; }
    SettingsPlace.-vast Page { padding: 10 2 2 2; }
    SettingsPlace OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    SettingsPlace #explained { margin-top: 1; height: 2; padding: 0 1; }
    """

    AUTO_FOCUS = "OptionList"
    HERE = commands.SETTINGS
    ABOUT = _(
        "Everything you can choose, with a word about it. All of it lies in settings.toml, where your comments stay."
    )

    def page(self) -> Iterable[Widget]:
        """The night, the settings, and what the marked one means."""
        yield Static(f"{dates.in_words(self.ritual.house.night)}\n", classes="quiet", markup=False)
        yield OptionList(markup=False)
        yield Static("", id="explained", classes="quiet", markup=False)

    async def on_mount(self) -> None:
        """Show all of them."""
        self.show()

    async def on_resize(self) -> None:
        """The marked one stays in sight."""
        self.call_after_refresh(self.choices.scroll_to_highlight)

    @property
    def choices(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def show(self) -> None:
        """Show the values as they are now."""
        house, at = self.ritual.house, self.choices.highlighted
        options: list[Option] = []
        wide = max(LABEL, *(cell_len(row.label) + 2 for group in rows.GROUPS for row in group.rows))
        for group in rows.there(house):
            above = "\n" if options else ""
            options.append(Option(Content.styled(f"{above}{group.title}", "$quiet"), disabled=True))
            for row in group.rows:
                value = Content(rows.in_words(house, row.name))
                options.append(Option(Content.styled(f"  {row.label:<{wide}}", "$quiet") + value, id=row.name))
        self.choices.set_options(options)
        if at is None:
            self.choices.action_first()
        else:
            self.choices.highlighted = at

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what it means; with the first one, show the name of its group, too."""
        if event.option_index <= 1:
            self.choices.scroll_home(animate=False)
        found = [row for group in rows.GROUPS for row in group.rows if row.name == event.option.id]
        self.query_one("#explained", Static).update(found[0].explained if found else "")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change it."""
        if event.option.id:
            self.change(event.option.id)

    def action_change_setting(self) -> None:
        """Change the marked one."""
        self.choices.action_select()

    def action_go_back(self) -> None:
        """Home."""
        self.ritual.go_home()

    def change(self, name: str) -> None:
        """Ask for the value of a setting, or turn it where there are only two."""
        house = self.ritual.house
        now = getattr(house.settings, name, None)
        if isinstance(now, bool):
            self._keep(name, (not now,))
        elif name == "theme":
            self.ritual.action_choose_theme()
        elif name == "keys":
            from ritual.screens.settings.keys import KeyNames

            self.app.push_screen(KeyNames())
        else:
            asked = questions.asked(house, name)
            window = Choose(asked) if isinstance(asked, questions.Chosen) else Ask(asked)
            self.app.push_screen(window, partial(self._keep, name))

    def _keep(self, name: str, answer: Answer | None) -> None:
        if answer is None:
            return
        (value,) = answer
        self.ritual.attempt(lambda: questions.keep(self.ritual.house, name, value))
        if name == "reduce_motion":
            self.app.animation_level = "none" if value else "full"
        self.show()

    async def on_screen_resume(self) -> None:
        """Coming back from the colours, show what was chosen."""
        if self.query(OptionList):
            self.show()
