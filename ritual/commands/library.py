"""Commands of the Library."""

from ritual.commands.appreciations import SearchWords
from ritual.commands.base import Command
from ritual.commands.places import GoBack, GoHome, OpenAppreciations, OpenCards, OpenSafety


class TakeReading(Command):
    """One text."""

    key, name = "enter", "read"
    help = "Read it; each ends with one thing to try tonight."


LIBRARY = (TakeReading, SearchWords, OpenSafety, GoHome, OpenAppreciations, OpenCards, GoBack)
READING = (GoHome, GoBack)
