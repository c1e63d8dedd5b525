"""The shapes of the content files."""

from msgspec import Struct

from ritual.core.ideas import Idea
from ritual.core.records import Way

Lines = tuple[str, ...]


class Family(Struct, frozen=True, forbid_unknown_fields=True):
    """Feelings that are kin, from mild to strong."""

    id: str
    name: str
    feelings: Lines


class Feelings(Struct, frozen=True, forbid_unknown_fields=True):
    """feelings.toml."""

    families: tuple[Family, ...]


class NeedFamily(Struct, frozen=True, forbid_unknown_fields=True):
    """Needs that are kin."""

    id: str
    name: str
    needs: Lines


class Needs(Struct, frozen=True, forbid_unknown_fields=True):
    """needs.toml."""

    families: tuple[NeedFamily, ...]


class DemoThanks(Struct, frozen=True, forbid_unknown_fields=True):
    """A thank-you of the demo."""

    text: str
    way: Way | None = None


class DemoDate(Struct, frozen=True, forbid_unknown_fields=True):
    """A date of the demo, which was the first time so many years ago."""

    name: str
    month: int
    day: int
    years: int


class DemoWords(Struct, frozen=True, forbid_unknown_fields=True):
    """demo.toml."""

    names: tuple[str, str]
    thanks: tuple[DemoThanks, ...]
    replies: Lines
    lines: Lines
    right: Lines
    feelings: Lines
    needs: Lines
    wishes: Lines
    topics: Lines
    goals: tuple[str, str]
    dates: tuple[DemoDate, ...]
    answers: dict[str, tuple[str, str]]


class Ideas(Struct, frozen=True, forbid_unknown_fields=True):
    """ideas.toml."""

    ideas: tuple[Idea, ...]


class Arrive(Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences to settle by."""

    settle: Lines
    settle_solo: Lines


class Talk(Struct, frozen=True, forbid_unknown_fields=True):
    """Prompts for the speaker, cues for the listener, prompts for one alone."""

    speaker: Lines
    listener: Lines
    solo: Lines


class CardWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Lines below a card, invitations to keep a few words of an answer, and words for opening them together."""

    talk: Lines
    answer: Lines
    ready: Lines
    opened: Lines
    solo: Lines


class AppreciationWords(Struct, frozen=True, forbid_unknown_fields=True):
    """appreciations.toml."""

    prompts: Lines
    solo: Lines
    memory: Lines
    empty: Lines


class Pair(Struct, frozen=True, forbid_unknown_fields=True):
    """Invitations for two, and for one alone."""

    together: Lines
    solo: Lines


class Remember(Struct, frozen=True, forbid_unknown_fields=True):
    """Invitations to keep one line of the evening."""

    line: Lines


class Close(Struct, frozen=True, forbid_unknown_fields=True):
    """Closing sentences, and good nights."""

    together: Lines
    solo: Lines
    goodnight: Lines


class Quiet(Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences for time without words, and for its end."""

    together: Lines
    solo: Lines
    closing: Lines


class Rest(Struct, frozen=True, forbid_unknown_fields=True):
    """Words for a break, and for coming back."""

    propose: Lines
    back: Lines


class TimeUp(Struct, frozen=True, forbid_unknown_fields=True):
    """What is said when a turn's time is up."""

    words: Lines


class EveningWords(Struct, frozen=True, forbid_unknown_fields=True):
    """tonight.toml."""

    arrive: Arrive
    talk: Talk
    card: CardWords
    appreciate: Pair
    remember: Remember
    close: Close
    quiet: Quiet
    rest: Rest
    time_up: TimeUp
