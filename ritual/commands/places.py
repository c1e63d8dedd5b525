"""Commands of Home, of Welcome and of the small windows."""

from ritual.commands.base import Command
from ritual.language import _, pgettext


class Begin(Command):
    """The one primary action of Home."""

    key, name = "enter,t", pgettext("command", "begin")
    help = _("Begin tonight's ritual, or go on with what waits.")
    asked = pgettext("asked for", "start, evening, talk, together, continue")
    at_foot = False


class QuietTime(Command):
    """Time together without words."""

    key, name = "q", pgettext("command", "quiet time")
    help = _("Just time together: a walk, coffee, holding hands.")
    asked = pgettext("asked for", "silence, hug, cuddle, date")


class ChooseMinutes(Command):
    """Another length."""

    key, name = "m", pgettext("command", "minutes")
    help = _("Choose how long an evening is.")
    asked = pgettext("asked for", "duration, shorter, longer, time")


class KeepAside(Command):
    """An unfinished evening is enough as it is."""

    key, name = "k", pgettext("command", "keep")
    help = _("Keep what you did of the unfinished evening.")


class LetGo(Command):
    """An unfinished evening need not be kept."""

    key, name = "x", pgettext("command", "let go")
    help = _("Let the unfinished evening go.")


class OpenWords(Command):
    """Words that were not kept yet."""

    key, name = "o", pgettext("command", "open")
    help = _("Open the words that somebody was writing.")


class Undo(Command):
    """Take the last removal back."""

    key, name = "z", pgettext("command", "undo")
    help = _("Bring back what was let go last.")


class OpenAppreciations(Command):
    """The log of thank-yous."""

    key, name = "a", pgettext("command", "appreciations")
    help = _("Go to your appreciations: say, answer or find one.")
    asked = pgettext("asked for", "thank, thanks, thankful, gratitude, grateful, praise, compliment, love letter")


class OpenCards(Command):
    """The question cards."""

    key, name = "c", pgettext("command", "cards")
    help = _("Go to the question cards.")
    asked = pgettext("asked for", "questions, deck, favourites, conversation")


class OpenCheckin(Command):
    """The weekly check-in."""

    key, name = "w", pgettext("command", "check-in")
    help = _("Go to the weekly check-in.")
    asked = pgettext("asked for", "week, how are we, feelings, needs, wish, plan")


class OpenLibrary(Command):
    """Short readings."""

    key, name = "l", pgettext("command", "library")
    help = _("Go to the Library: short readings, and where help is.")
    asked = pgettext("asked for", "fight, argue, quarrel, conflict, therapy, counselling, advice, articles")


class OpenJournal(Command):
    """Everything by date."""

    key, name = "j", pgettext("command", "journal")
    help = _("Go to the Journal: all you kept, night by night.")
    asked = pgettext("asked for", "search, find, diary, past, delete, bin, edit, calendar, birthday, dates, answers")


class OpenSettings(Command):
    """What they can choose."""

    key, name = "s", pgettext("command", "settings")
    help = _("Go to the settings: names, lengths, looks.")
    asked = pgettext("asked for", "language, English, Deutsch, German, options, change, reminder, motion")


class TellHow(Command):
    """It was planned."""

    key, name = "y", pgettext("command", "tell")
    help = _("Tell how it was, what you had planned.")


class OpenSafety(Command):
    """Linked in the same way for everyone, always."""

    key, name = "f7", pgettext("command", "safety")
    help = _("When such exercises are not right, and where help is.")
    asked = pgettext("asked for", "afraid, scared, violence, abuse, hit, hurt me, threat, danger, emergency, crisis")


class GoHome(Command):
    """Home."""

    key, name = "h", pgettext("command", "home")
    help = _("Go to Home.")
    asked = pgettext("asked for", "start page, main")


class GoBack(Command):
    """One step back."""

    key, name = "escape", pgettext("command", "back")
    help = _("Go back. Nothing typed is lost.")


class Accept(Command):
    """Yes to what is in the field or marked in the list."""

    key, name = "enter", pgettext("command", "go on")
    help = _("Take this and go on.")


class KeepText(Command):
    """Keep the words in the field."""

    key, name = "ctrl+s", pgettext("command", "keep")
    help = _("Keep these words.")
    at_foot = False


class ForgetText(Command):
    """Let the words in the field go."""

    key, name = "ctrl+r", pgettext("command", "let go")
    help = _("Let these words go.")
    at_foot = False


class HideTyping(Command):
    """Nobody looks over a shoulder."""

    key, name = "f4", pgettext("command", "hide")
    help = _("Show dots in place of what you type, or the words again.")


class Uncover(Command):
    """Show words that were covered."""

    key, name = "enter", pgettext("command", "show")
    help = _("Show the words.")


ELSEWHERE = (OpenAppreciations, OpenCards, OpenCheckin, OpenJournal, OpenLibrary, OpenSettings, GoHome)
"""The letters of the places. They sleep in Tonight and in a check-in."""


def elsewhere(here: type[Command]) -> tuple[type[Command], ...]:
    """The letters of all places but this one."""
    return tuple(one for one in ELSEWHERE if one is not here)


HOME: tuple[type[Command], ...] = (
    Begin,
    Undo,
    OpenWords,
    *elsewhere(GoHome),
    QuietTime,
    ChooseMinutes,
    KeepAside,
    LetGo,
    TellHow,
)
SMALL_WINDOW = (GoBack,)
HELP = (OpenSafety, GoBack)
FEELINGS = (OpenSafety, GoBack)
CHOICE = (Accept, GoBack)
WORDS_WAITING = (Uncover, KeepText, HideTyping, ForgetText, GoBack)
GOODNIGHT = (GoHome,)
