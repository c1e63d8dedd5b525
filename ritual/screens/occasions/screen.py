"""The occasions: what comes next, first."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.commands import Command
from ritual.commands import occasions as commands
from ritual.commands.appreciations import EditEntry
from ritual.core.occasions import Coming, next_date, years_on
from ritual.core.records import Occasion
from ritual.core.rule_words import ONCE, rule_in_words
from ritual.core.sealing import is_shared
from ritual.language import _
from ritual.screens.occasions.apart import STEP, apart
from ritual.screens.occasions.form import OccasionForm
from ritual.screens.occasions.words import told
from ritual.screens.place import SmallWindow


class Occasions(SmallWindow[None]):
    """Change one, let one go, or note another."""

    DEFAULT_CSS = """
    Occasions Page { overflow-y: hidden; }
    """

    AUTO_FOCUS = "OptionList"
    HERE = commands.OCCASIONS
    READING = "rituals"
    ABOUT = _("Dates that return, and what you have planned. Home mentions each of them from a week before.")

    def page(self) -> Iterable[Widget]:
        """The list."""
        yield Static(_("Dates of yours") + "\n", markup=False)
        yield OptionList(markup=False)
        yield Static("", classes="quiet", id="hint", markup=False)

    async def on_mount(self) -> None:
        """Show them."""
        self.show()

    async def on_resize(self) -> None:
        """The marked one stays in sight."""
        self.call_after_refresh(self.query_one(OptionList).scroll_to_highlight)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a marked one can be changed."""
        match action:
            case "edit_entry" | "remove_entry":
                return self.marked is not None
            case _:
                return super().check_action(action, parameters)

    def at_foot(self, command: type[Command]) -> bool:
        """Here, the foot says how the marked one is changed."""
        return command is EditEntry or super().at_foot(command)

    @property
    def marked(self) -> Occasion | None:
        """The one that is marked."""
        for choices in self.query(OptionList):
            if choices.highlighted is not None:
                known = choices.get_option_at_index(choices.highlighted).id
                return self.ritual.house.journal.get(Occasion, known or "")
        return None

    def show(self) -> None:
        """Show what comes next first; what has passed for good last."""
        house, choices = self.ritual.house, self.query_one(OptionList)
        at = choices.highlighted or 0
        found = [one for one in house.journal.standing(Occasion) if is_shared(one)]
        found.sort(key=lambda one: (next_date(one, house.night) or date.max, one.at))
        choices.set_options(apart(_option(one, house.night) for one in found))
        choices.display = bool(found)
        choices.highlighted = min(at, STEP * (len(found) - 1)) if found else None
        empty = self.with_keys(_("{new_occasion} notes the first one, {show_ideas} has ideas."))
        self.query_one("#hint", Static).update("" if found else empty)
        if self.is_on_top:
            choices.focus()
        self.refresh_bindings()
        self.show_keys()

    def on_option_list_option_selected(self) -> None:
        """Enter changes it."""
        self.action_edit_entry()

    def action_edit_entry(self) -> None:
        """Change the marked one."""
        if self.marked is not None:
            self.app.push_screen(OccasionForm(self.marked), lambda _: self.show())

    def action_new_occasion(self) -> None:
        """Note another."""
        self.app.push_screen(OccasionForm(), lambda _: self.show())

    def action_show_ideas(self) -> None:
        """What one could do."""
        from ritual.screens.occasions.ideas import IdeasWindow

        self.app.push_screen(IdeasWindow(), lambda _: self.show())

    def action_remove_entry(self) -> None:
        """Let the marked one go; `z` brings it back."""
        if self.marked and self.take_away(self.marked):
            self.show()
            hint = self.with_keys(_("It is let go. {undo} brings it back."))
            self.query_one("#hint", Static).update(f"\n{hint}")

    async def brought_back(self, what: object) -> None:
        """Show all of them."""
        self.show()


def _option(occasion: Occasion, tonight: date) -> Option:
    coming = next_date(occasion, tonight)
    words = told(Coming(occasion, coming or occasion.day, years_on(occasion, coming) if coming else None), tonight)
    how = rule_in_words(occasion.rule)
    return Option(Content(words) + Content.styled("" if how == ONCE else f"  {how}", "$quiet"), id=occasion.id)
