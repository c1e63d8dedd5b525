"""Commands that work in every place."""

from ritual.commands.base import Command


class Help(Command):
    """The keys of this place."""

    key, name = "question_mark,f1", "help"
    help = "Show what this place is for and all its keys."


class Palette(Command):
    """Everything by its name."""

    key, name = "ctrl+p", "all"
    help = "Find everything by its name."


class ParkTopic(Command):
    """Not tonight."""

    key, name = "ctrl+t", "park"
    help = "Park something to talk about another time."
    at_foot = False


class ReadAbout(Command):
    """The reading that fits."""

    key, name = "f6", "read"
    help = "Read something short that fits here."
    at_foot = False


class ChooseTheme(Command):
    """Another light."""

    key, name = "f9", "theme"
    help = "Choose the colours."
    at_foot = False


class Leave(Command):
    """The end of the program."""

    key, name = "ctrl+q", "quit"
    help = "Close ritual. Whatever is unfinished is kept for next time."
    at_foot = False


EVERYWHERE: tuple[type[Command], ...] = (Help, Palette, ParkTopic, ReadAbout, ChooseTheme, Leave)
