"""What keeps the app calm: its light, what it says, and how it ends where something goes wrong."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from rich.text import Text
from textual.app import App
from textual.filter import LineFilter

from ritual import crash, legible, themes
from ritual.core.errors import RitualError
from ritual.house import House
from ritual.language import _
from ritual.screens.place import Place

SHOWN = 5
"""Seconds that a sentence is shown."""
AT_ONCE = 2
"""So many of what could not be used are said at once: they lie over the page."""


class Calm(App[None], inherit_bindings=False):
    """An app that says kindly what cannot be done, and loses no word."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-wide"), (120, "-generous")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (18, "-middle"), (23, "-roomy"), (32, "-tall"), (46, "-vast")]
    CSS_PATH = "look.tcss"

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self._problems: list[str] = []
        self._told: set[str] = set()
        self._legible = legible.filters(self.console.color_system)
        self.set_class(bool(self._legible) or self.no_color, "-few")
        self._light()
        if house.settings.reduce_motion:
            self.animation_level = "none"

    @property
    def moves(self) -> bool:
        """Whether things may move."""
        return self.animation_level != "none"

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Where the terminal has few colours, what could not be read stands out."""
        return [*super().get_line_filters(), *self._legible]

    def say(self, *sentences: str) -> None:
        """Show plain sentences for a while, each once at a time."""
        shown = {one.message for one in self._notifications}
        for sentence in sentences:
            if sentence not in shown:
                self.notify(sentence, markup=False, timeout=SHOWN)

    def tell(self) -> None:
        """Say what could not be used, each once; of many, the next ones when the first are gone."""
        problems = [one for one in (*self._problems, *self.house.all_problems()) if one not in self._told]
        now = problems[:AT_ONCE]
        self._told.update(now)
        self.say(*now)
        if now != problems:
            self.set_timer(SHOWN, self.tell)

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

    def put_down(self) -> bool:
        """Put down what is unfinished on every screen; whether all of it could be."""
        done = [self.attempt(screen.put_down) for screen in self.screen_stack if isinstance(screen, Place)]
        return all(done)

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

    def _handle_exception(self, error: Exception) -> None:
        """End calmly: no locals, no words of theirs, neither on the screen nor in the log."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._return_code = 1
            with suppress(Exception):
                self.put_down()
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
