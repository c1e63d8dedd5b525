"""Commands of the question cards."""

from ritual.commands.appreciations import EditEntry, RemoveEntry, SearchWords
from ritual.commands.base import Command
from ritual.commands.places import CHOICE, ForgetText, GoBack, GoHome, HideTyping, KeepText, OpenCards, Undo, elsewhere
from ritual.commands.tonight import DeepCard, Deeper, KeepPrivate, LightCard, OpenCard
from ritual.language import _, pgettext


class DrawCard(Command):
    """The next one."""

    key, name = "space", pgettext("command", "draw")
    help = _("Draw another card. What you have met comes back only after all the others.")


class AnswerCard(Command):
    """A few words to keep."""

    key, name = "enter", pgettext("command", "answer")
    help = _("Answer this card, each for yourself, and open your answers together.")


class Favourite(Command):
    """One to come back to."""

    key, name = "f", pgettext("command", "favourite")
    help = _("Keep this card among your favourites, or no longer.")


class ChooseDecks(Command):
    """Where cards come from."""

    key, name = "d", pgettext("command", "decks")
    help = _("Choose which decks to draw from, or draw your favourites.")


class NotForUs(Command):
    """One that never comes again."""

    key, name = "x", pgettext("command", "not for us")
    help = _("This card never comes again; {undo} brings it back.")


class StartTonight(Command):
    """Let's start with this one."""

    key, name = "t", pgettext("command", "tonight")
    help = _("Begin tonight's ritual with this card.")


class BrowseCards(Command):
    """What they have met."""

    key, name = "b", pgettext("command", "browse")
    help = _("Look through the cards you met, your favourites and your own.")


class WriteCard(Command):
    """One of their own."""

    key, name = "n", pgettext("command", "new card")
    help = _("Write a card of your own.")
    at_foot = False


class ShowWhich(Command):
    """Another list."""

    key, name = "v", pgettext("command", "show")
    help = _("Show the cards you met, your favourites, your own, or what is not for you.")


class TakeCard(Command):
    """Put it on the table."""

    key, name = "enter", pgettext("command", "take")
    help = _("Take this card: look at it again, answer it, send it to tonight.")


class ToggleDeck(Command):
    """Several decks."""

    key, name = "space", pgettext("command", "several")
    help = _("Take this deck besides others, or leave it out.")


class NextWords(Command):
    """What comes next."""

    key, name = "enter", pgettext("command", "go on")
    help = _("Write, hand over, or open your words together: whatever comes next.")


class OtherFirst(Command):
    """The other one writes first."""

    key, name = "s", pgettext("command", "swap")
    help = _("Let the other one write first.")


class SaidAloud(Command):
    """No writing."""

    key, name = "l", pgettext("command", "said aloud")
    help = _("You said it to each other aloud, and need not write it.")


class OpenAnyway(Command):
    """Without the other's words."""

    key, name = "o", pgettext("command", "open anyway")
    help = _("Open the words of one of you, whatever the other one does.")


class UncoverWords(Command):
    """Lift the cover."""

    key, name = "u", pgettext("command", "uncover")
    help = _("Show the private words to the one who wrote them, or cover them again.")


class KeepHidden(Command):
    """For oneself."""

    key, name = "f5", pgettext("command", "keep private")
    help = _("Keep these words for yourself; they are not opened.")


CARDS: tuple[type[Command], ...] = (
    DrawCard,
    AnswerCard,
    Undo,
    Deeper,
    Favourite,
    ChooseDecks,
    NotForUs,
    StartTonight,
    BrowseCards,
    WriteCard,
    EditEntry,
    LightCard,
    OpenCard,
    DeepCard,
    *elsewhere(OpenCards),
    GoBack,
)
DECKS = (CHOICE[0], ToggleDeck, GoBack)
BROWSE = (TakeCard, ShowWhich, Undo, SearchWords, Favourite, WriteCard, EditEntry, RemoveEntry, GoHome, GoBack)
TOGETHER = (NextWords, Undo, UncoverWords, OpenAnyway, SaidAloud, OtherFirst, KeepPrivate, EditEntry, GoBack)
CARD_ANSWER = (KeepText, HideTyping, KeepHidden, ForgetText, GoBack)
CARD_FORM = (KeepText, GoBack)
