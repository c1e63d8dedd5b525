"""The shapes of checkin.toml: the sentences of the weekly check-in."""

from msgspec import Struct

from ritual.content.shapes import Lines, Pair


class Read(Struct, frozen=True, forbid_unknown_fields=True):
    """Invitations to read the week's thank-yous aloud, to add one, and for a week without."""

    read: Lines
    add: Lines
    none: Lines
    solo: Lines


class Back(Struct, frozen=True, forbid_unknown_fields=True):
    """Invitations to look back on wishes, on none, and on what went right."""

    wishes: Lines
    none: Lines
    right: Lines
    solo: Lines


class Scale(Struct, frozen=True, forbid_unknown_fields=True):
    """A question from 0 to 10, what its ends mean, how it went over weeks, and what may help where it stays low."""

    id: str
    ask: str
    low: str
    high: str
    steady: str
    rising: str
    falling: str
    practice: str
    deck: str
    reading: str


class Choosing(Struct, frozen=True, forbid_unknown_fields=True):
    """Invitations to choose words, and frames for a sentence of them."""

    feelings: Lines
    needs: Lines
    sentence: Lines


class Together(Struct, frozen=True, forbid_unknown_fields=True):
    """Before opening; where they see something differently, or alike; and for one alone."""

    open: Lines
    differ: Lines
    alike: Lines
    solo: Lines


class TopicWords(Struct, frozen=True, forbid_unknown_fields=True):
    """For choosing a topic, for the two turns, and for where they have got to."""

    choose: Lines
    speak: Lines
    listen: Lines
    outcome: Lines


class WishWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Invitations to wish, and examples."""

    ask: Lines
    examples: Lines
    solo: Lines


class GoalWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Asking for a goal, asking after it, celebrating it."""

    ask: Lines
    after: Lines
    celebrate: Lines


class HelpWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What points to the page on getting help."""

    suggestion: Lines


class CheckinWords(Struct, frozen=True, forbid_unknown_fields=True):
    """checkin.toml."""

    opening: Pair
    appreciate: Read
    back: Back
    ratings: tuple[Scale, ...]
    words: Choosing
    together: Together
    topic: TopicWords
    wish: WishWords
    goal: GoalWords
    close: Pair
    help: HelpWords

    def scale(self, name: str) -> Scale:
        """The question with this name."""
        return next(one for one in self.ratings if one.id == name)
