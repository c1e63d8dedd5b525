"""Commands of the Library."""

from ritual.commands.appreciations import SearchWords
from ritual.commands.base import Command
from ritual.commands.places import GoBack, GoHome, OpenLibrary, OpenSafety, elsewhere
from ritual.language import _, pgettext


class TakeReading(Command):
    """One text."""

    key, name = "enter", pgettext("command", "read")
    help = _("Read it; each ends with one thing to try tonight.")


LIBRARY: tuple[type[Command], ...] = (TakeReading, SearchWords, OpenSafety, GoBack, *elsewhere(OpenLibrary))
READING = (GoHome, GoBack)
