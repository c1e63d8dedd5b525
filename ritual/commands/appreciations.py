"""Commands of the log of thank-yous."""

from ritual.commands.base import Command
from ritual.commands.places import GoBack, KeepText, OpenAppreciations, Undo, elsewhere


class SayThanks(Command):
    """A new one."""

    key, name = "n", "new"
    help = "Say thank you for something."


class GiveAnswer(Command):
    """The one who was thanked says something back."""

    key, name = "enter", "answer"
    help = "Answer this thank-you, with a line or simply as received."


class SearchWords(Command):
    """Find it again."""

    key, name = "slash", "search"
    help = "Search as you type; Esc shows all of them again."


class FromWhom(Command):
    """One person's own."""

    key, name = "f", "from"
    help = "Show those of one of you, or of both."


class WhichWay(Command):
    """One way of giving."""

    key, name = "v", "way"
    help = "Show those of one way, like help or time, or all."
    at_foot = False


class WhichYear(Command):
    """One year."""

    key, name = "y", "year"
    help = "Show those of one year, or of all."
    at_foot = False


class GoToDay(Command):
    """A day in words."""

    key, name = "d", "day"
    help = "Go to a day: yesterday, last spring, 3 march, 2024."
    at_foot = False


class RandomOne(Command):
    """A memory to share."""

    key, name = "r", "memory"
    help = "Meet any one of them: a memory to share tonight."


class ShowWays(Command):
    """How good came to you."""

    key, name = "b", "ways"
    help = "See in which ways you were thankful over the last months."
    at_foot = False


class EditEntry(Command):
    """Say it better."""

    key, name = "e", "edit"
    help = "Change it. The earlier wording is kept."
    at_foot = False


class RemoveEntry(Command):
    """Take it away."""

    key, name = "x", "remove"
    help = "Take it away; z brings it back."
    at_foot = False


class AnotherPrompt(Command):
    """Another question to begin with."""

    key, name = "ctrl+n", "other prompt"
    help = "Ask in another way what there is to be thankful for."


APPRECIATIONS: tuple[type[Command], ...] = (
    SayThanks,
    GiveAnswer,
    Undo,
    SearchWords,
    RandomOne,
    FromWhom,
    WhichWay,
    WhichYear,
    GoToDay,
    ShowWays,
    EditEntry,
    RemoveEntry,
    *elsewhere(OpenAppreciations),
    GoBack,
)
THANKS_FORM = (KeepText, AnotherPrompt, GoBack)
ANSWER = (KeepText, GoBack)
