"""What every screen has: one column, the keys at the foot, and a word where the window is too small."""

from asyncio import Lock
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList

from ritual.commands import Command, bindings
from ritual.commands.general import EVERYWHERE, ReadAbout
from ritual.core.records import Record
from ritual.language import _
from ritual.screens.page import Page, TooSmall
from ritual.widgets.foot import Foot, Hint, written

if TYPE_CHECKING:
    from ritual.app import RitualApp

T = TypeVar("T")


class Place(Screen[T]):
    """A screen that knows its commands."""

    DEFAULT_CSS = """
    Place { align-horizontal: center; background: $background; color: $foreground; layers: default above; }
    Place { overflow: hidden; }
    """

    HERE: ClassVar[Sequence[type[Command]]] = ()
    """What can be done here. The foot shows them in this order."""
    READING: ClassVar[str] = ""
    """The reading that fits here."""
    ABOUT: ClassVar[str] = ""
    """One paragraph about this place, for the help; it may name keys as `with_keys` does."""

    def __init_subclass__(
        cls, inherit_css: bool = True, inherit_bindings: bool = True, inherit_component_classes: bool = True
    ) -> None:
        if "HERE" in cls.__dict__:
            cls.BINDINGS = bindings(cls.HERE)
        super().__init_subclass__(inherit_css, inherit_bindings, inherit_component_classes)

    @property
    def ritual(self) -> "RitualApp":
        """The app, by its own type."""
        return cast("RitualApp", self.app)

    @property
    def is_on_top(self) -> bool:
        """Whether this is what they see. Textual calls the screen below `is_current`, too."""
        return self.app.screen_stack[-1:] == [self]

    def allow_focus(self) -> bool:
        """A click beside a field leaves the keyboard with the field."""
        return False

    def compose(self) -> ComposeResult:
        """The column, the foot, and the word for a small window."""
        self._fit()
        with Page(id="page"):
            yield from self.page()
        yield from self.below()
        yield Foot()
        yield TooSmall(_("Please make this window a little larger."), markup=False)

    def _fit(self) -> None:
        """Take the room there is into account in the first picture: Textual does so only in the second, which jumps."""
        width, height = self.app.size
        for steps, room in ((self.app.HORIZONTAL_BREAKPOINTS, width), (self.app.VERTICAL_BREAKPOINTS, height)):
            self.add_class(max(step for step in steps or [] if step[0] <= room)[1])

    def page(self) -> Iterable[Widget]:
        """What stands in the column."""
        return ()

    def below(self) -> Iterable[Widget]:
        """What stands between the column and the foot, and does not scroll."""
        return ()

    async def on_mount(self) -> None:
        """Show the keys, now and whenever another field has focus."""
        self.watch(self, "focused", self.show_keys)

    async def fill(self, where: Widget, widgets: Iterable[Widget]) -> None:
        """Put `widgets` in place of what is in `where`, in one step.

        Without the new layout at its end, Textual may paint a widget that has just been removed, and some fail at that.
        Whoever comes meanwhile waits: two at once would both stand there.
        """
        async with self._filling:
            with self.app.batch_update():
                await where.remove_children()
                await where.mount(*widgets)
                self.refresh(layout=True)

    @cached_property
    def _filling(self) -> Lock:
        return Lock()

    async def show_anew(self) -> None:
        """Build the page again, as the journal has it now."""
        await self.fill(self.query_one(Page), self.page())
        self.refresh_bindings()
        self.show_keys()

    def scroll_by_keys(self) -> None:
        """Let the arrows scroll what does not fit."""
        page = self.query_one(Page)
        page.can_focus = True
        page.focus()

    def key(self, command: type[Command]) -> str:
        """The key of `command` as people read it, also where they chose another."""
        return written(self._key_of(command) or self.keys_of(command)[0])

    def keys_of(self, command: type[Command]) -> list[str]:
        """The keys of `command` as Textual names them: its own, or those that they chose instead."""
        return self.ritual.keys.get(command.id(), command.key).split(",")

    def with_keys(self, text: str) -> str:
        """`text` with the key of each command of this place that it names in braces."""
        for command in self.HERE:
            text = text.replace(f"{{{command.id()}}}", self.key(command))
        return text

    async def action_accept(self) -> None:
        """What Enter does, for those who click: take what is in the field or marked in the list."""
        for field in self.query(Input):
            await field.action_submit()
        for choices in self.query(OptionList):
            choices.action_select()

    def action_open_appreciations(self) -> None:
        """The log of thank-yous."""
        self.ritual.go("appreciations")

    @property
    def reading(self) -> str:
        """The reading that fits just now; none where that is the whole Library."""
        return self.READING

    def action_open_safety(self) -> None:
        """When such exercises are not right."""
        from ritual.content.readings import SAFETY

        self.ritual.read(SAFETY)

    def action_open_checkin(self) -> None:
        """The weekly check-in."""
        self.ritual.go("checkin")

    def action_open_journal(self) -> None:
        """Everything by date."""
        self.ritual.go("journal")

    def action_open_settings(self) -> None:
        """What they can choose."""
        self.ritual.go("settings")

    def action_open_library(self) -> None:
        """The readings."""
        self.ritual.go("library")

    def action_open_cards(self) -> None:
        """The question cards."""
        self.ritual.go("cards")

    def action_go_home(self) -> None:
        """Home."""
        self.ritual.go_home()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was taken away can be brought back."""
        return self.ritual.undo is not None if action == "undo" else super().check_action(action, parameters)

    async def action_undo(self) -> None:
        """Take the last removal back."""
        undo, brought = self.ritual.undo, list[object]()
        if undo and self.ritual.attempt(lambda: brought.append(undo())):
            self.ritual.undo = None
            await self.brought_back(brought[0])

    def take_away(self, record: Record) -> bool:
        """Remove `record`, so that `z` brings it back. Whether that could be done."""
        journal = self.ritual.house.journal
        done = self.ritual.attempt(lambda: journal.remove(record))
        if done:
            self.ritual.undo = lambda: journal.restore(record)
        return done

    async def brought_back(self, what: object) -> None:
        """Show that something is there again; `what` is what its undoing gave, mostly the record."""
        await self.show_anew()

    def action_hide_typing(self) -> None:
        """Show dots in place of what is typed, or the words again; it stays so for the next time."""
        hide = not self.ritual.house.settings.hide_typing
        self.ritual.attempt(lambda: self.ritual.house.change(hide_typing=hide))
        self.show_typing()

    def show_typing(self) -> None:
        """Hide what is typed here, where they want that."""

    def type_ahead(self, letter: str) -> None:
        """Take a letter that was typed before a field had the keyboard."""

    def put_down(self) -> None:
        """Put what is unfinished on the disk: the program is about to end."""

    def commands(self) -> list[type[Command]]:
        """What can be done just now: of this place, then of everywhere."""
        return [
            command
            for command in (*self.HERE, *EVERYWHERE)
            if self._key_of(command) is not None and self._works(command)
        ]

    def show_keys(self) -> None:
        """Tell the foot what can be done just now."""
        if not self.is_attached or not self.query(Foot):
            return
        here = [command for command in self.commands() if self.at_foot(command)]
        first = [command for command in here if command is EVERYWHERE[0]]
        hints = [
            Hint(key, command.name, self.click(command))
            for command in (*first, *(one for one in here if one not in first))
            if (key := self._key_of(command))
        ]
        self.query_one(Foot).tell(hints)

    def at_foot(self, command: type[Command]) -> bool:
        """Whether the foot shows `command` just now, provided that it fits."""
        return command.at_foot

    def click(self, command: type[Command]) -> str:
        """The action, with the place where it is, that a click on `command` runs."""
        return f"{'screen' if command in self.HERE else 'app'}.{command.id()}"

    def _works(self, command: type[Command]) -> bool:
        owner = self if command in self.HERE else self.app
        return bool(owner.check_action(command.id(), ())) and (command is not ReadAbout or bool(self.reading))

    def _key_of(self, command: type[Command]) -> str | None:
        """The key that works just now: while one types, letters are letters."""
        keys = self.keys_of(command)
        typing = _is_text(self.focused)
        return next(
            (key for key in keys if not (typing and (len(key) == 1 or key in ("question_mark", "slash", "space")))),
            None,
        )


class SmallWindow(Place[T]):
    """A place that lies over another one and gives back an answer.

    It is no modal screen of Textual's, which would switch off the keys that work everywhere.
    """

    def action_go_back(self) -> None:
        """Back to where they were, with no answer."""
        self.dismiss(None)


def _is_text(widget: Widget | None) -> bool:
    return isinstance(widget, Input) or any(kind.__name__ == "TextArea" for kind in type(widget).__mro__)
