"""Commands of the Journal and of the bin."""

from ritual.commands.appreciations import EditEntry, FromWhom, GoToDay, RemoveEntry, SearchWords
from ritual.commands.base import Command
from ritual.commands.places import GoBack, KeepText, OpenJournal, Undo, elsewhere


class OpenEntry(Command):
    """What is marked."""

    key, name = "enter", "open"
    help = "Open it: change the words, or answer the card again."


class OpenOccasions(Command):
    """Dates that return."""

    key, name = "o", "dates"
    help = "See your dates, and ideas for time together."


class WhichKind(Command):
    """One kind."""

    key, name = "v", "kind"
    help = "Show one kind, like evenings or cards, or all."


class ShowRhythm(Command):
    """The evenings they had."""

    key, name = "r", "rhythm"
    help = "See your evenings: the week, the month, the year."


class ShowTrends(Command):
    """Where things are going."""

    key, name = "g", "trends"
    help = "See closeness, airtime, and what comes back, over weeks."


class OpenBin(Command):
    """What was removed."""

    key, name = "b", "bin"
    help = "See what was removed, and bring it back."
    at_foot = False


class ShowPrivate(Command):
    """One's own."""

    key, name = "u", "private"
    help = "Uncover what one of you kept private, until you leave the Journal."
    at_foot = False


class ChooseHope(Command):
    """How often."""

    key, name = "m", "how often"
    help = "Choose how many evenings a week you hope for."


class PlanRest(Command):
    """Rest is part of it."""

    key, name = "p", "rest"
    help = "Plan a rest, like a journey, or end it."


class ShowFigures(Command):
    """Numbers."""

    key, name = "f", "figures"
    help = "Show the figures behind the words, or hide them."


class ShowBehind(Command):
    """What it is made of."""

    key, name = "enter", "entries"
    help = "See the entries behind it."


class BringBack(Command):
    """Out of the bin."""

    key, name = "enter", "bring back"
    help = "Bring it back to where it was."


class EmptyBin(Command):
    """For good."""

    key, name = "x", "empty"
    help = "Erase for good what lies in the bin; it asks twice."


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
