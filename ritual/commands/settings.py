"""Commands of the settings."""

from ritual.commands.base import Command
from ritual.commands.places import GoBack, OpenSettings, elsewhere


class ChangeSetting(Command):
    """Another value."""

    key, name = "enter", "change"
    help = "Change the marked setting."


SETTINGS: tuple[type[Command], ...] = (ChangeSetting, *elsewhere(OpenSettings), GoBack)
