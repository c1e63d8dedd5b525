"""The app: its places, its light, and how it ends."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from rich.text import Text
from textual.app import App
from textual.screen import Screen

from ritual import crash, themes
from ritual.commands import bindings, keymap
from ritual.commands.general import EVERYWHERE
from ritual.core.errors import RitualError
from ritual.house import House
from ritual.screens.home import Home
from ritual.screens.place import Place

Where = Literal["home", "tonight"]


class RitualApp(App[None]):
    """ritual on a terminal."""

    TITLE = "ritual"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-wide"), (120, "-generous")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (18, "-middle"), (23, "-roomy"), (32, "-tall")]
    CSS = """
    .quiet { color: $quiet; }
    CommandPalette { align-horizontal: center; background: $background; }
    CommandPalette > #--container { max-width: 76; height: 1fr; padding: 1 2; background: $background; }
    CommandPalette > #--container > #--input, CommandPalette #--input:blur { border: none; background: $background; }
    CommandPalette SearchIcon { display: none; }
    CommandPalette .command-palette--help-text { color: $quiet; text-style: none; }
    CommandPalette CommandList, CommandPalette CommandList:focus {
        height: 1fr; border: none; background: $background; margin-top: 1;
    }
    CommandPalette .command-palette--highlight { color: $accent; text-style: underline; }
    Toast { background: $surface; color: $foreground; padding: 1 2; }
    Toast.-information, Toast.-warning, Toast.-error { border-left: outer $accent; }
    OptionList {
        min-width: 12; height: auto; max-height: 100%; background: $background; border: none; padding: 0;
        &:focus { border: none; background-tint: $background 0%; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
            background: $surface; color: $accent; text-style: bold;
        }
    }
    Input {
        border: none; border-left: outer $accent; background: $surface; height: 3; padding: 1 1;
        &:focus { border: none; border-left: outer $accent; background-tint: $background 0%; }
        & > .input--placeholder { color: $quiet; }
    }
    """

    def __init__(self, house: House, at: Where = "home") -> None:
        super().__init__()
        self.house = house
        self.at = at
        self.undo: Callable[[], object] | None = None
        """Takes back the last removal."""
        self.keys, problems = keymap(house.settings.keys)
        self._problems = problems
        self._light()
        self.set_keymap(self.keys)
        if house.settings.reduce_motion:
            self.animation_level = "none"

    @property
    def moves(self) -> bool:
        """Whether things may move."""
        return self.animation_level != "none"

    def get_default_screen(self) -> Screen[None]:
        """Home, which all other places lie upon."""
        return Home()

    def open(self, place: Place[None]) -> None:
        """Go to `place`."""
        if len(self.screen_stack) > 1:
            self.switch_screen(place)
        else:
            self.push_screen(place)

    def go_home(self) -> None:
        """Leave the place they are at for Home."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def on_mount(self) -> None:
        """Listen for the signals that end a program, and say what could not be used."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            with suppress(NotImplementedError, ValueError, RuntimeError):
                loop.add_signal_handler(number, self.end, 128 + number)
        self.say(*self._problems, *self.house.all_problems())
        if not self.house.people:
            from ritual.screens.welcome import Welcome

            self.push_screen(Welcome())
        elif self.at == "tonight":
            self.begin()

    def say(self, *sentences: str) -> None:
        """Show plain sentences for a while."""
        for sentence in sentences:
            self.notify(sentence, markup=False, timeout=8)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do `deed`; where it cannot be done say why. Whether it was done."""
        try:
            deed()
        except RitualError as fault:
            self.say(str(fault))
            return False
        except OSError as fault:
            self.say(f"This could not be saved ({fault.strerror}). Please make room on the disk, then try again.")
            return False
        return True

    def begin(self) -> None:
        """Open tonight's ritual: the one that waits, or a new one."""
        from ritual.content import evening_words
        from ritual.core.rhythm import unfinished
        from ritual.evening import Evening
        from ritual.screens.tonight.screen import Tonight

        waiting = unfinished(self.house.sessions)
        if waiting and waiting.state == "resting":
            self.say(evening_words().rest.back[0])
        self.open(
            Tonight(
                Evening.resume(self.house, waiting)
                if waiting
                else Evening.begin(self.house, self.house.settings.minutes)
            )
        )

    def end(self, code: int = 0) -> None:
        """Put down what is unfinished, and close."""
        self._put_down()
        self.exit(return_code=code)

    def action_leave(self) -> None:
        """Quit."""
        self.end()

    def action_help(self) -> None:
        """Show the keys of this place; the same key closes them."""
        from ritual.screens.help import HelpWindow

        if isinstance(self.screen, HelpWindow):
            self.screen.dismiss(None)
        elif isinstance(self.screen, Place):
            self.push_screen(HelpWindow(self.screen))

    def action_palette(self) -> None:
        """Find everything by its name."""
        from textual.command import CommandPalette

        from ritual.screens.palette import Commands

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette([Commands], placeholder="What would you like to do?"))

    def action_choose_theme(self) -> None:
        """Choose the colours."""
        from ritual.screens.light import Light

        if not isinstance(self.screen, Light):
            self.push_screen(Light())

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
            self._problems.append(f"There is no theme called {wanted}. There are: {', '.join(found)}.")
        self.theme = wanted if wanted in found else themes.DEFAULT

    def _put_down(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Place):
                self.attempt(screen.put_down)

    def _handle_exception(self, error: Exception) -> None:
        """End calmly: no locals, no words of theirs, neither on the screen nor in the log."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._return_code = 1
            with suppress(Exception):
                self._put_down()
            try:
                place = f"What happened is in {crash.write(self.house.folders.state, error, self.house.clock.now())}"
            except OSError:
                place = "It could not be written down what happened"
            sentence = f"ritual had to stop, and what you wrote is kept. {place}, without any of your words."
            self._exit_renderables.append(Text(sentence))
        self._close_messages_no_wait()
