"""Commands of the occasions and of the ideas for shared time."""

from ritual.commands.appreciations import EditEntry, RemoveEntry
from ritual.commands.base import Command
from ritual.commands.places import GoBack, KeepText, Undo


class NewOccasion(Command):
    """A date."""

    key, name = "n", "new"
    help = "Note a date: a birthday, an anniversary, the day you met, anything that returns or comes once."


class ShowIdeas(Command):
    """What one could do."""

    key, name = "i", "ideas"
    help = "Look through ideas for time together, and plan one."


class PlanIdea(Command):
    """Let's do that."""

    key, name = "enter", "plan it"
    help = "Choose a day for it."


class WhichTime(Command):
    """How long."""

    key, name = "t", "time"
    help = "Show what takes at most a quarter of an hour, half an hour, and so on."


class WhichCost(Command):
    """What it costs."""

    key, name = "m", "cost"
    help = "Show what is free, costs a little, or anything."


class WhichWhere(Command):
    """Indoors or out."""

    key, name = "w", "where"
    help = "Show what is for indoors, for outdoors, or both."


class WhichApart(Command):
    """Long-distance."""

    key, name = "a", "apart"
    help = "Show what works with you in different places, or everything."


OCCASIONS = (EditEntry, NewOccasion, ShowIdeas, Undo, RemoveEntry, GoBack)
IDEAS = (PlanIdea, WhichTime, WhichCost, WhichWhere, WhichApart, GoBack)
OCCASION_FORM = (KeepText, GoBack)
