"""Commands of the Journal and of the bin."""

from ritual.commands.appreciations import EditEntry, FromWhom, GoToDay, RemoveEntry, SearchWords
from ritual.commands.base import Command
from ritual.commands.places import GoBack, KeepText, OpenJournal, Undo, elsewhere
from ritual.language import _, pgettext


class OpenEntry(Command):
    """What is marked."""

    key, name = "enter", pgettext("command", "open")
    help = _("Open it: change the words, or answer the card again.")


class OpenOccasions(Command):
    """Dates that return."""

    key, name = "o", pgettext("command", "dates")
    help = _("See your dates, and ideas for time together.")


class WhichKind(Command):
    """One kind."""

    key, name = "v", pgettext("command", "kind")
    help = _("Show one kind, like evenings or cards, or all.")


class ShowRhythm(Command):
    """The evenings they had."""

    key, name = "r", pgettext("command", "rhythm")
    help = _("See your evenings: the week, the month, the year.")


class ShowTrends(Command):
    """Where things are going."""

    key, name = "g", pgettext("command", "trends")
    help = _("See closeness, airtime, and what comes back, over weeks.")


class OpenBin(Command):
    """What was removed."""

    key, name = "b", pgettext("command", "bin")
    help = _("See what was removed, and bring it back.")
    at_foot = False


class ShowPrivate(Command):
    """One's own."""

    key, name = "u", pgettext("command", "private")
    help = _("Uncover what one of you kept private, until you leave the Journal.")
    at_foot = False


class ChooseHope(Command):
    """How often."""

    key, name = "m", pgettext("command", "how often")
    help = _("Choose how many evenings a week you hope for.")


class PlanRest(Command):
    """Rest is part of it."""

    key, name = "p", pgettext("command", "rest")
    help = _("Plan a rest, like a journey, or end it.")


class ShowFigures(Command):
    """Numbers."""

    key, name = "f", pgettext("command", "figures")
    help = _("Show the figures behind the words, or hide them.")


class ShowBehind(Command):
    """What it is made of."""

    key, name = "enter", pgettext("command", "entries")
    help = _("See the entries behind it.")


class BringBack(Command):
    """Out of the bin."""

    key, name = "enter", pgettext("command", "bring back")
    help = _("Bring it back to where it was.")


class EmptyBin(Command):
    """For good."""

    key, name = "x", pgettext("command", "empty")
    help = _("Erase for good what lies in the bin; it asks twice.")


JOURNAL: tuple[type[Command], ...] = (
    OpenEntry,
    Undo,
    SearchWords,
    ShowRhythm,
    ShowTrends,
    OpenOccasions,
    WhichKind,
    FromWhom,
    GoToDay,
    EditEntry,
    RemoveEntry,
    OpenBin,
    ShowPrivate,
    *elsewhere(OpenJournal),
    GoBack,
)
RHYTHM = (ChooseHope, PlanRest, GoBack)
TRENDS = (ShowBehind, ShowFigures, GoBack)
BIN = (BringBack, EmptyBin, GoBack)
TEXT_FORM = (KeepText, GoBack)
