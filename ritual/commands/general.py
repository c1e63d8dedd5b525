"""Commands that work in every place."""

from ritual.commands.base import Command
from ritual.language import _, pgettext


class Help(Command):
    """The keys of this place."""

    key, name = "question_mark,f1", pgettext("command", "help")
    help = _("Show what this place is for and all its keys.")
    asked = pgettext("asked for", "keys, explain, shortcuts")


class Palette(Command):
    """Everything by its name."""

    key, name = "ctrl+p", pgettext("command", "all")
    help = _("Find everything by its name.")


class ParkTopic(Command):
    """Not tonight."""

    key, name = "ctrl+t", pgettext("command", "park")
    help = _("Park something to talk about another time.")
    asked = pgettext("asked for", "later, another day, not tonight, topic, remember, remind")
    at_foot = False


class ReadAbout(Command):
    """The reading that fits."""

    key, name = "f6", pgettext("command", "read")
    help = _("Read something short that fits here.")
    asked = pgettext("asked for", "explain, why")
    at_foot = False


class ChooseTheme(Command):
    """Another light."""

    key, name = "f9", pgettext("command", "theme")
    help = _("Choose the colours.")
    asked = pgettext("asked for", "colors, dark, light, bright, background, appearance")
    at_foot = False


class ToShell(Command):
    """The terminal is needed for a moment."""

    key, name = "f8", pgettext("command", "to the shell")
    help = _("Leave the terminal to the shell for a moment; fg comes back here.")
    asked = pgettext("asked for", "suspend, command line")
    at_foot = False


class Leave(Command):
    """The end of the program."""

    key, name = "ctrl+q", pgettext("command", "quit")
    help = _("Close ritual. Whatever is unfinished is kept for next time.")
    asked = pgettext("asked for", "exit, close, stop, end, leave, bye")
    at_foot = False


EVERYWHERE: tuple[type[Command], ...] = (Help, Palette, ParkTopic, ReadAbout, ChooseTheme, ToShell, Leave)
