"""What Tonight shows: who, the time left, one sentence, one thing to do, one line of guidance."""

from collections.abc import Callable
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Digits, Static

from ritual.core import session
from ritual.evening import Evening
from ritual.screens.tonight.scenes import Scene, remembered
from ritual.spoken import WRITTEN
from ritual.widgets.both import Both
from ritual.widgets.breath import Breath
from ritual.widgets.card import CardView
from ritual.widgets.closeness import Closeness
from ritual.widgets.words import Words

W = TypeVar("W", bound=Widget)


class Covered(Static):
    """Stands where words of an earlier start are, until their author asks for them."""

    DEFAULT_CSS = """
    Covered { width: 100%; color: $quiet; text-align: center; }
    """


class Memory(Static):
    """An old thank-you, instead of the breath: one thing at a time."""

    DEFAULT_CSS = """
    Memory { width: 100%; padding: 1 4; text-align: center; }
    .-low Memory { padding: 0 2; }
    """


class Stage(Vertical):
    """Always the same five lines; each beat fills them."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Stage { height: auto; }
    Stage #who { width: 100%; text-align: center; color: $quiet; }
    Stage #clock { width: 100%; text-align: center; color: $accent; text-style: bold; margin-top: 1; height: 3; }
    Stage #sentence { width: 100%; padding: 0 4; text-align: center; margin-top: 1; }
    Stage #thing { width: 100%; height: auto; align-horizontal: center; margin-top: 1; }
    Stage #guidance { width: 100%; padding: 0 2; text-align: center; color: $quiet; margin-top: 1; }
    .-low Stage #sentence, .-low Stage #thing { margin-top: 0; }
    .-low.-writing Stage #clock, Stage #clock.-off { display: none; }
    .-low Stage #clock, .-low Stage #guidance { margin-top: 0; }
    """

    def compose(self) -> ComposeResult:
        """The five lines, empty."""
        yield Static(id="who", markup=False)
        yield Digits(id="clock")
        yield Static(id="sentence", markup=False)
        yield Vertical(id="thing")
        yield Static(id="guidance", markup=False)

    @property
    def thing(self) -> Widget:
        """Where the one thing to do stands."""
        return self.query_one("#thing")

    @property
    def words(self) -> Words | None:
        """The field of this beat, where it has one."""
        return self._one(Words)

    @property
    def closeness(self) -> Closeness | None:
        """The two discs, where this beat has them."""
        return self._one(Closeness)

    @property
    def covered(self) -> bool:
        """Whether words are covered here."""
        return self._one(Covered) is not None

    def tell(self, scene: Scene, sentence: str, guidance: str, clock: str) -> None:
        """Write what has changed of the lines."""
        _fill(self.query_one("#who", Static), scene.who)
        _fill(self.query_one("#sentence", Static), sentence)
        _fill(self.query_one("#guidance", Static), guidance)
        digits = self.query_one("#clock", Digits)
        digits.set_class(not scene.clock, "-off")
        digits.visible = bool(clock)
        if digits.value != clock:
            digits.update(clock)

    def _one(self, kind: type[W]) -> W | None:
        return next(iter(self.query(kind)), None)


def _fill(line: Static, text: str) -> None:
    line.display = bool(text)
    if str(line.content) != text:
        line.update(text)


def thing(evening: Evening, *, moves: bool) -> Widget | None:
    """What one does in the beat that `evening` is at; words instead of what `moves`."""
    match evening.beat.kind:
        case "breathe" if (memory := remembered(evening)) is not None:
            return Memory(memory, markup=False)
        case "breathe":
            return Breath(_breath(evening), still=not moves)
        case "closeness" if evening.is_covered():
            name = evening.name(evening.beat.person)
            return Covered(f"{name}, what you chose is covered.", markup=False)
        case "closeness":
            return Closeness(evening.rated())
        case "card":
            return card(evening)
        case kind if kind in WRITTEN and evening.is_covered():
            name = evening.name(evening.beat.person)
            return Covered(f"{name}, you were writing here, and your words are covered.", markup=False)
        case kind if kind in WRITTEN:
            return field(evening)
        case "opening":
            return None if evening.is_sealed else opened(evening)
        case _:
            return None


def field(evening: Evening) -> Words:
    """The field with what was written in it before."""
    return Words(evening.words_so_far(), many_lines=evening.beat.kind == "write")


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
