"""Commands of the occasions and of the ideas for shared time."""

from ritual.commands.appreciations import EditEntry, RemoveEntry
from ritual.commands.base import Command
from ritual.commands.places import GoBack, KeepText, Undo
from ritual.language import _, pgettext


class NewOccasion(Command):
    """A date."""

    key, name = "n", pgettext("command", "new")
    help = _("Note a date: a birthday, an anniversary, the day you met, anything that returns or comes once.")


class ShowIdeas(Command):
    """What one could do."""

    key, name = "i", pgettext("command", "ideas")
    help = _("Look through ideas for time together, and plan one.")


class PlanIdea(Command):
    """Let's do that."""

    key, name = "enter", pgettext("command", "plan it")
    help = _("Choose a day for it.")


class WhichTime(Command):
    """How long."""

    key, name = "t", pgettext("command", "time")
    help = _("Show what takes at most a quarter of an hour, half an hour, and so on.")


class WhichCost(Command):
    """What it costs."""

    key, name = "m", pgettext("command", "cost")
    help = _("Show what is free, costs a little, or anything.")


class WhichWhere(Command):
    """Indoors or out."""

    key, name = "w", pgettext("command", "where")
    help = _("Show what is for indoors, for outdoors, or both.")


class WhichApart(Command):
    """Long-distance."""

    key, name = "a", pgettext("command", "apart")
    help = _("Show what works with you in different places, or everything.")


OCCASIONS = (EditEntry, NewOccasion, ShowIdeas, Undo, RemoveEntry, GoBack)
IDEAS = (PlanIdea, GoBack, WhichTime, WhichCost, WhichWhere, WhichApart)
OCCASION_FORM = (KeepText, GoBack)
