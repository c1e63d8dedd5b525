"""Commands of the check-in and of topics."""

from ritual.commands.appreciations import EditEntry, RemoveEntry
from ritual.commands.base import Command
from ritual.commands.cards import KeepHidden
from ritual.commands.places import (
    ChooseMinutes,
    GoBack,
    HideTyping,
    KeepText,
    OpenCheckin,
    OpenSafety,
    Undo,
    elsewhere,
)
from ritual.commands.tonight import (
    GoOn,
    HoldTime,
    KeepPrivate,
    Onward,
    PutAside,
    StepBack,
    TakeBreak,
)
from ritual.language import _, pgettext


class BeginCheckin(Command):
    """Look at the week."""

    key, name = "enter", pgettext("command", "begin")
    help = _("Begin the check-in, or go on with the one that waits.")


class ChooseDay(Command):
    """Which day."""

    key, name = "d", pgettext("command", "day")
    help = _("Choose the day of the week for your check-in.")


class ShowTopics(Command):
    """What is parked."""

    key, name = "o", pgettext("command", "topics")
    help = _("See what you have parked for later; change it or let it go.")


class LetCheckinGo(Command):
    """It need not be kept."""

    key, name = "x", pgettext("command", "let go")
    help = _("Let the unfinished check-in go; {undo} brings it back.")


class OpenSealed(Command):
    """What waits since another time."""

    key, name = "e", pgettext("command", "open")
    help = _("Open together what was sealed in an earlier check-in, if anything is.")
    at_foot = False


class PassScale(Command):
    """Passing is always fine."""

    key, name = "space", pgettext("command", "pass")
    help = _("Pass on this question.")


class OpenDeck(Command):
    """Cards that fit."""

    key, name = "d", pgettext("command", "cards")
    help = _("Draw from the deck that fits.")


class NeverAgain(Command):
    """Not this one."""

    key, name = "x", pgettext("command", "not again")
    help = _("Do not suggest this again.")


class NewTopic(Command):
    """Another one."""

    key, name = "n", pgettext("command", "new")
    help = _("Park something for later.")


START: tuple[type[Command], ...] = (
    BeginCheckin,
    Undo,
    ChooseMinutes,
    ChooseDay,
    ShowTopics,
    LetCheckinGo,
    OpenSealed,
    *elsewhere(OpenCheckin),
    GoBack,
)
CHECKIN = (
    GoOn,
    PassScale,
    KeepPrivate,
    KeepHidden,
    OpenSafety,
    OpenDeck,
    NeverAgain,
    Onward,
    TakeBreak,
    HideTyping,
    HoldTime,
    StepBack,
    KeepText,
    PutAside,
)
LATER = (GoOn, KeepPrivate, GoBack)
TOPICS = (EditEntry, NewTopic, Undo, RemoveEntry, GoBack)
TOPIC_FORM = (KeepText, GoBack)
