"""Commands of Tonight."""

from ritual.commands.base import Command
from ritual.commands.places import HideTyping, KeepText
from ritual.language import _, pgettext


class GoOn(Command):
    """The next thing."""

    key, name = "enter", pgettext("command", "go on")
    help = _("Go on. Where there is nothing to keep, this passes.")


class Onward(Command):
    """The next turn or step."""

    key, name = "ctrl+n", pgettext("command", "next step")
    help = _("End this turn or step and go to the next.")


class StepBack(Command):
    """The thing before."""

    key, name = "escape", pgettext("command", "back")
    help = _("Step back. Nothing typed is lost.")


class HoldTime(Command):
    """Stop the time, or let it go on."""

    key, name = "p", pgettext("command", "pause")
    help = _("Let the time stand still, or go on.")


class TakeBreak(Command):
    """Somebody is overwhelmed."""

    key, name = "ctrl+g", pgettext("command", "break")
    help = _("Take a break when it gets too much, and agree when to come back.")


class Another(Command):
    """Passing is always fine."""

    key, name = "space", pgettext("command", "pass")
    help = _("Pass on this question and take another.")


class Deeper(Command):
    """The follow-up of a card."""

    key, name = "o", pgettext("command", "deeper")
    help = _("Ask one step deeper.")


class FeelingWords(Command):
    """Words for what one feels."""

    key, name = "f,f2", pgettext("command", "feelings")
    help = _("Look for a word that is closer than fine.")


class KeepPrivate(Command):
    """Not for opening."""

    key, name = "k", pgettext("command", "keep private")
    help = _("Keep the words of one of you private; they are not opened.")


class LightCard(Command):
    """Depth 1."""

    key, name = "1", pgettext("depth", "light")
    help = _("Draw light cards.")
    at_foot = False


class OpenCard(Command):
    """Depth 2."""

    key, name = "2", pgettext("depth", "open")
    help = _("Draw open cards.")
    at_foot = False


class DeepCard(Command):
    """Depth 3."""

    key, name = "3", pgettext("depth", "deep")
    help = _("Draw deep cards.")
    at_foot = False


class AddCard(Command):
    """A question in a short evening."""

    key, name = "c,f3", pgettext("command", "a card")
    help = _("Add a question card to this short evening.")


class PutAside(Command):
    """Leave for now."""

    key, name = "ctrl+l", pgettext("command", "leave")
    help = _("Leave for now. The evening waits for you on Home.")
    at_foot = False


TONIGHT = (
    GoOn,
    Onward,
    Another,
    KeepPrivate,
    TakeBreak,
    FeelingWords,
    HideTyping,
    Deeper,
    AddCard,
    HoldTime,
    StepBack,
    KeepText,
    PutAside,
    LightCard,
    OpenCard,
    DeepCard,
)
