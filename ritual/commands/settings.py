"""Commands of the settings."""

from ritual.commands.base import Command
from ritual.commands.places import GoBack, OpenSettings, elsewhere
from ritual.language import _, pgettext


class ChangeSetting(Command):
    """Another value."""

    key, name = "enter", pgettext("command", "change")
    help = _("Change the marked setting.")


SETTINGS: tuple[type[Command], ...] = (ChangeSetting, GoBack, *elsewhere(OpenSettings))
