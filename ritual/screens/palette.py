"""The palette: everything that can be done just now, by its name."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from ritual.commands import Command
from ritual.commands.asked import asked_for
from ritual.commands.general import Palette
from ritual.language import _
from ritual.screens.place import Place

MEANT = 10
"""How much more a word counts than letters that stand in a name."""


class PaletteWindow(CommandPalette):
    """Textual's palette, which closes the program like every other place."""

    BINDINGS = [Binding("ctrl+q", "app.leave", show=False)]

    def __init__(self) -> None:
        super().__init__([Commands], placeholder=_("What would you like to do? Esc goes back."))


class Commands(Provider):
    """Offers the commands of the screen below and of everywhere."""

    async def discover(self) -> Hits:
        """Everything, before a word is typed."""
        for place, command in self._commands():
            yield DiscoveryHit(command.name, self._run(place, command), help=place.with_keys(command.help))

    async def search(self, query: str) -> Hits:
        """What is called like the words typed, or meant by them; where that is nothing, one may begin anew."""
        matcher, found = self.matcher(query), False
        offered = list(self._commands())
        fits = asked_for(query, [command for _place, command in offered])
        for place, command in offered:
            score = matcher.match(command.name) + MEANT * fits.get(command, 0)
            if score > 0:
                found = True
                yield Hit(
                    score,
                    matcher.highlight(command.name),
                    self._run(place, command),
                    help=place.with_keys(command.help),
                )
        if not found and isinstance(self.screen, Place):
            yield Hit(1, _("No matches found"), self._run(self.screen, Palette))

    def _commands(self) -> Iterator[tuple[Place[None], type[Command]]]:
        if isinstance(self.screen, Place):
            for command in self.screen.commands():
                if command is not Palette:
                    yield self.screen, command

    @staticmethod
    def _run(place: Place[None], command: type[Command]) -> Callable[[], object]:
        return partial(place.run_action, place.click(command))
