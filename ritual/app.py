"""The app: its places, its light, and how it ends."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random
from time import monotonic
from typing import Literal

from rich.text import Text
from textual.app import App
from textual.binding import Binding
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.screen import Screen

from ritual import crash, legible, shell, themes
from ritual.commands import bindings, keymap
from ritual.commands.general import EVERYWHERE
from ritual.core import dates
from ritual.core.errors import RitualError
from ritual.core.records import Topic
from ritual.core.rhythm import unfinished
from ritual.house import House
from ritual.language import _
from ritual.screens.doors import Door, behind
from ritual.screens.home import Home
from ritual.screens.place import Place

Where = Literal["home", "tonight", Door]


class RitualApp(App[None], inherit_bindings=False):
    """ritual on a terminal."""

    TITLE = "ritual"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [*bindings(EVERYWHERE), Binding("ctrl+c", "help_quit", show=False, system=True)]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-wide"), (120, "-generous")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (18, "-middle"), (23, "-roomy"), (32, "-tall"), (46, "-vast")]
    CSS_PATH = "look.tcss"

    def __init__(self, house: House, at: Where = "home") -> None:
        super().__init__()
        self.house = house
        self.at = at
        self.undo: Callable[[], object] | None = None
        """Takes back the last removal."""
        self.keys, problems = keymap(house.settings.keys)
        self._problems = problems
        self._told: set[str] = set()
        self.touched = 0.0
        """When a key was last pressed, in seconds of the system's clock."""
        self._legible = legible.filters(self.console.color_system)
        self.set_class(bool(self._legible) or self.no_color, "-few")
        self._light()
        self.set_keymap(self.keys)
        if house.settings.reduce_motion:
            self.animation_level = "none"

    @property
    def moves(self) -> bool:
        """Whether things may move."""
        return self.animation_level != "none"

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Where the terminal has few colours, what could not be read stands out."""
        return [*super().get_line_filters(), *self._legible]

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
        if not self._put_down() and not whatever:
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

    def say(self, *sentences: str) -> None:
        """Show plain sentences for a while, each once at a time."""
        shown = {one.message for one in self._notifications}
        for sentence in sentences:
            if sentence not in shown:
                self.notify(sentence, markup=False, timeout=5)

    def tell(self) -> None:
        """Say what could not be used, each once."""
        problems = [one for one in (*self._problems, *self.house.all_problems()) if one not in self._told]
        self._told.update(problems)
        self.say(*problems)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do `deed`; where it cannot be done say why. Whether it was done."""
        try:
            deed()
        except RitualError as fault:
            self.say(str(fault))
            return False
        except OSError as fault:
            from ritual.core import faults

            why = faults.of_the_system(fault)
            self.say(_("This could not be saved ({why}). Please check the folders, then try again.", why=why))
            return False
        return True

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
        self._put_down()
        self.exit(return_code=code)

    def action_leave(self) -> None:
        """Quit, unless something could not be put down: that is said, and stays on the screen."""
        if self._put_down():
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
        if self._put_down():
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

    def _light(self) -> None:
        """Take the theme from the settings; where it is not there, ours."""
        found, problems = themes.load(self.house.folders)
        self._problems += problems
        for name in list(self.available_themes):
            self.unregister_theme(name)
        for theme in found.values():
            self.register_theme(theme)
        wanted = self.house.settings.theme
        if wanted not in found:
            self._problems.append(
                _("There is no theme called {name}. There are: {themes}.", name=wanted, themes=", ".join(found))
            )
        self.theme = wanted if wanted in found else themes.DEFAULT

    def _put_down(self) -> bool:
        """Put down what is unfinished on every screen; whether all of it could be."""
        done = [self.attempt(screen.put_down) for screen in self.screen_stack if isinstance(screen, Place)]
        return all(done)

    def _handle_exception(self, error: Exception) -> None:
        """End calmly: no locals, no words of theirs, neither on the screen nor in the log."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._return_code = 1
            with suppress(Exception):
                self._put_down()
            try:
                sentence = _(
                    "ritual had to stop, and what you wrote is kept. "
                    "What happened is in {log}, without any of your words.",
                    log=crash.write(self.house.folders.state, error, self.house.clock.now()),
                )
            except OSError:
                sentence = _(
                    "ritual had to stop, and what you wrote is kept. "
                    "It could not be written down what happened, without any of your words."
                )
            self._exit_renderables.append(Text(sentence))
        self._close_messages_no_wait()
