"""Commands of the log of thank-yous."""

from ritual.commands.base import Command
from ritual.commands.places import GoBack, KeepText, OpenAppreciations, Undo, elsewhere
from ritual.language import _, pgettext


class SayThanks(Command):
    """A new one."""

    key, name = "n", pgettext("command", "new")
    help = _("Say thank you for something.")


class GiveAnswer(Command):
    """The one who was thanked says something back."""

    key, name = "enter", pgettext("command", "answer")
    help = _("Answer this thank-you, with a line or simply as received.")


class SearchWords(Command):
    """Find it again."""

    key, name = "slash", pgettext("command", "search")
    help = _("Search as you type; {go_back} shows all of them again.")


class FromWhom(Command):
    """One person's own."""

    key, name = "f", pgettext("command", "from")
    help = _("Show those of one of you, or of both.")


class WhichWay(Command):
    """One way of giving."""

    key, name = "v", pgettext("command", "way")
    help = _("Show those of one way, like help or time, or all.")
    at_foot = False


class WhichYear(Command):
    """One year."""

    key, name = "y", pgettext("command", "year")
    help = _("Show those of one year, or of all.")
    at_foot = False


class GoToDay(Command):
    """A day in words."""

    key, name = "d", pgettext("command", "day")
    help = _("Go to a day: yesterday, last spring, 3 march, 2024.")
    at_foot = False


class RandomOne(Command):
    """A memory to share."""

    key, name = "r", pgettext("command", "memory")
    help = _("Meet any one of them: a memory to share tonight.")


class ShowWays(Command):
    """How good came to you."""

    key, name = "b", pgettext("command", "ways")
    help = _("See in which ways you were thankful over the last months.")
    at_foot = False


class EditEntry(Command):
    """Say it better."""

    key, name = "e", pgettext("command", "edit")
    help = _("Change it. The earlier wording is kept.")
    at_foot = False


class RemoveEntry(Command):
    """Take it away."""

    key, name = "x", pgettext("command", "remove")
    help = _("Take it away; {undo} brings it back.")
    at_foot = False


class AnotherPrompt(Command):
    """Another question to begin with."""

    key, name = "ctrl+n", pgettext("command", "other prompt")
    help = _("Ask in another way what there is to be thankful for.")


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
