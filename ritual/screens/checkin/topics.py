"""A small window with everything that is parked."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual import weeks
from ritual.commands import Command
from ritual.commands import checkin as commands
from ritual.core.records import Topic
from ritual.language import _
from ritual.screens.checkin.things import topic_line
from ritual.screens.place import SmallWindow
from ritual.screens.topic import TopicForm


class Topics(SmallWindow[None]):
    """Change one, let one go, or park another."""

    DEFAULT_CSS = """
    Topics Page { overflow-y: hidden; }
    Topics OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    Topics #hint { margin-bottom: 1; }
    Topics.-low #hint { margin-bottom: 0; }
    """

    AUTO_FOCUS = "OptionList"
    HERE = commands.TOPICS
    ABOUT = _("What you have parked for later. A topic with a day comes back on that day, the others at any check-in.")

    def page(self) -> Iterable[Widget]:
        """The topics."""
        yield Static(_("Parked for later"), markup=False)
        yield Static("", classes="quiet", id="hint", markup=False)
        yield OptionList(markup=False)

    async def on_mount(self) -> None:
        """Show them."""
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a marked one can be changed."""
        match action:
            case "edit_entry" | "remove_entry":
                return self.marked is not None
            case _:
                return super().check_action(action, parameters)

    def at_foot(self, command: type[Command]) -> bool:
        """All that can be done here."""
        return command in self.HERE or super().at_foot(command)

    @property
    def marked(self) -> Topic | None:
        """The one that is marked."""
        for choices in self.query(OptionList):
            if choices.highlighted is not None:
                return self.ritual.house.journal.get(Topic, choices.get_option_at_index(choices.highlighted).id or "")
        return None

    def show(self) -> None:
        """Show what is parked now."""
        choices, house = self.query_one(OptionList), self.ritual.house
        found, at = weeks.waiting_topics(house), choices.highlighted or 0
        choices.set_options(Option(topic_line(one, house.night), id=one.id) for one in found)
        choices.highlighted = min(at, len(found) - 1) if found else None
        nothing = _("Nothing waits. {new_topic} parks something.")
        self.tell(_("Enter opens one to read or change it.") if found else nothing)
        self.refresh_bindings()
        self.show_keys()

    def tell(self, words: str) -> None:
        """Say what can be done, or what was."""
        self.query_one("#hint", Static).update(self.with_keys(words))

    def on_option_list_option_selected(self) -> None:
        """Enter changes it."""
        self.action_edit_entry()

    def action_edit_entry(self) -> None:
        """Change the marked one."""
        if self.marked is not None:
            self.app.push_screen(TopicForm(self.marked), self._changed)

    def action_new_topic(self) -> None:
        """Park another."""
        self.app.push_screen(TopicForm(), self._changed)

    def action_remove_entry(self) -> None:
        """Let the marked one go; `z` brings it back."""
        if self.marked and self.take_away(self.marked):
            self.show()
            self.tell(_("It is let go. {undo} brings it back."))

    async def brought_back(self, what: object) -> None:
        """Show all of them."""
        self.show()

    def _changed(self, _kept: object) -> None:
        self.show()
