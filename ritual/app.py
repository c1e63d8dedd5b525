"""The app: its places, and the keys that work in all of them."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from random import Random
from time import monotonic
from typing import Literal

from textual.binding import Binding
from textual.events import Event, Key
from textual.screen import Screen

from ritual import shell
from ritual.calm import Calm
from ritual.commands import bindings, keymap
from ritual.commands.general import EVERYWHERE
from ritual.core import dates
from ritual.core.records import Topic
from ritual.core.rhythm import unfinished
from ritual.house import House
from ritual.language import _
from ritual.screens.doors import Door, behind
from ritual.screens.home import Home
from ritual.screens.place import Place

Where = Literal["home", "tonight", Door]


class RitualApp(Calm, inherit_bindings=False):
    """ritual on a terminal."""

    TITLE = "ritual"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [*bindings(EVERYWHERE), Binding("ctrl+c", "help_quit", show=False, system=True)]

    def __init__(self, house: House, at: Where = "home") -> None:
        super().__init__(house)
        self.at = at
        self.undo: Callable[[], object] | None = None
        """Takes back the last removal."""
        self.keys, problems = keymap(house.settings.keys)
        self._problems += problems
        self.touched = 0.0
        """When a key was last pressed, in seconds of the system's clock."""
        self.set_keymap(self.keys)

    def get_default_screen(self) -> Screen[None]:
        """Home, which all other places lie upon."""
        return Home()

    def open(self, place: Place[None]) -> None:
        """Go to `place`."""
        if len(self.screen_stack) > 1:
            self.switch_screen(place)
        else:
            self.push_screen(place)

    def go(self, door: Door) -> None:
        """Go to the place behind a door."""
        self.open(behind(door))

    def go_home(self, *, whatever: bool = False) -> None:
        """Leave the place they are at for Home, once everything is put down; with `whatever` also where that fails.

        As long as nobody lives here, Welcome stands before Home.
        """
        if not self.put_down() and not whatever:
            return
        while len(self.screen_stack) > (1 if self.house.people else 2):
            self.pop_screen()

    def on_mount(self) -> None:
        """Listen for the signals that end a program, and say what could not be used."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            with suppress(NotImplementedError, ValueError, RuntimeError):
                loop.add_signal_handler(number, self.end, 128 + number)
        self.tell()
        if not self.house.people:
            from ritual.screens.welcome import Welcome

            self.push_screen(Welcome())
        elif self.at == "tonight" and not unfinished(self.house.sessions):
            self.begin()
        elif self.at != "home" and self.at != "tonight":
            self.go(self.at)

    async def on_event(self, event: Event) -> None:
        """Remember when somebody last pressed a key: what is read beside the program waits for a moment then."""
        if isinstance(event, Key):
            self.touched = monotonic()
        await super().on_event(event)

    def on_key(self, event: Key) -> None:
        """A letter that nobody took: quick fingers type before a field has the keyboard."""
        if isinstance(self.screen, Place) and event.is_printable and event.character:
            self.screen.type_ahead(event.character)

    def begin(self) -> None:
        """Open tonight's ritual: the one that waits, or a new one."""
        from ritual.content import evening_words
        from ritual.evening import Evening
        from ritual.screens.tonight.screen import Tonight

        waiting = unfinished(self.house.sessions)
        if waiting and waiting.state == "resting":
            self.say(Random(waiting.id).choice(evening_words().rest.back))
        self.open(
            Tonight(
                Evening.resume(self.house, waiting)
                if waiting
                else Evening.begin(self.house, self.house.settings.minutes)
            )
        )

    def read(self, name: str) -> None:
        """Lay a reading over what they see."""
        from ritual.content.readings import reading
        from ritual.screens.library.reading import ReadingPage

        if not (isinstance(self.screen, ReadingPage) and self.screen.shown.id == name):
            self.push_screen(ReadingPage(reading(name)))

    def end(self, code: int) -> None:
        """Put down what is unfinished as far as that goes, and close."""
        self.put_down()
        self.exit(return_code=code)

    def action_leave(self) -> None:
        """Quit, unless something could not be put down: that is said, and stays on the screen."""
        if self.put_down():
            self.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The shell can be gone to where one waits; somebody has to live here before something can be parked."""
        match action:
            case "to_shell":
                return not self.is_headless and shell.waits()
            case "park_topic":
                return bool(self.house.people)
            case _:
                return True

    def action_to_shell(self) -> None:
        """Put everything down, give the terminal back as it was, and stand still."""
        if self.put_down():
            with self.suspend():
                print(_("ritual waits here. fg goes back to it."), flush=True)
                shell.stop()

    def action_help_quit(self) -> None:
        """Ctrl+c copies in a text, and elsewhere says which key closes."""
        self.say(_("Ctrl+Q closes ritual. Whatever is unfinished waits for you."))

    def action_help(self) -> None:
        """Show the keys of this place; the same key closes them."""
        from ritual.screens.help import HelpWindow

        if isinstance(self.screen, HelpWindow):
            self.screen.dismiss(None)
        elif isinstance(self.screen, Place):
            self.push_screen(HelpWindow(self.screen))

    def action_palette(self) -> None:
        """Find everything by its name."""
        from ritual.screens.palette import PaletteWindow

        if not isinstance(self.screen, PaletteWindow):
            self.push_screen(PaletteWindow())

    def action_park_topic(self) -> None:
        """Write down what is for another time."""
        from ritual.screens.topic import TopicForm

        if isinstance(self.screen, Place) and not isinstance(self.screen, TopicForm):
            self.push_screen(TopicForm(), self._parked)

    def action_read_about(self) -> None:
        """Read what fits here; where nothing does, go to the Library."""
        if not isinstance(self.screen, Place):
            return
        if self.screen.reading:
            self.read(self.screen.reading)
        elif len(self.screen_stack) == 1:
            self.go("library")

    def action_choose_theme(self) -> None:
        """Choose the colours."""
        from ritual.screens.light import ChooseLight

        if not isinstance(self.screen, ChooseLight):
            self.push_screen(ChooseLight())

    def _parked(self, topic: Topic | None) -> None:
        if topic is not None:
            self.say(
                _("It is parked until {day}.", day=dates.in_words(topic.on))
                if topic.on
                else _("It is parked. The next check-in offers it.")
            )
