"""The one thing to do in each beat of an evening."""

from collections.abc import Callable

from textual.widget import Widget

from ritual.core import session
from ritual.evening import Evening
from ritual.scenes.tonight import remembered
from ritual.screens.guided.stage import covered, field
from ritual.spoken import WRITTEN
from ritual.widgets.both import Both
from ritual.widgets.breath import Breath
from ritual.widgets.card import CardView
from ritual.widgets.closeness import Closeness
from ritual.widgets.sentence import Sentence


class Memory(Sentence):
    """An old thank-you, instead of the breath: one thing at a time."""

    DEFAULT_CSS = """
    Memory { width: 100%; padding: 1 4; text-align: center; }
    .-low Memory { padding: 0 2; }
    """


def thing(evening: Evening, *, moves: bool) -> Widget | None:
    """What one does in the beat that `evening` is at; words instead of what `moves`."""
    match evening.beat.kind:
        case "breathe" if (memory := remembered(evening)) is not None:
            return Memory(memory, markup=False)
        case "breathe":
            return Breath(_breath(evening), still=not moves)
        case "closeness" if evening.is_covered():
            return covered(evening)
        case "closeness":
            return Closeness(evening.rated())
        case "card":
            return card(evening)
        case kind if kind in WRITTEN and evening.is_covered():
            return covered(evening)
        case kind if kind in WRITTEN:
            return field(evening, many_lines=evening.beat.kind == "write")
        case "opening":
            return None if evening.is_sealed else opened(evening)
        case _:
            return None


def opened(evening: Evening) -> Both | None:
    """What both have said to the card, side by side."""
    answering = evening.answering
    return Both(answering.said) if answering else None


def card(evening: Evening, *, deeper: bool = False) -> CardView | None:
    """The card of this evening, with its follow-up where they went one step deeper."""
    drawn = evening.card()
    if drawn is None:
        return None
    deck = evening.house.cards.deck_of(drawn.id)
    return CardView(drawn.text, deck.name if deck else "", drawn.depth, drawn.follow_up if deeper else None)


def _breath(evening: Evening) -> Callable[[], tuple[bool, float]]:
    """The pace of the breath, beginning with one in."""
    seconds = evening.house.clock.seconds
    start = seconds()
    return lambda: session.breath(seconds() - start)
