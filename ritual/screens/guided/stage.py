"""What is shown: who, the time left, one sentence, one thing to do, one line of guidance."""

from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Digits, Static

from ritual.language import _
from ritual.scenes.scene import Scene
from ritual.sitting import Sitting
from ritual.spoken import WRITTEN
from ritual.widgets.closeness import Closeness
from ritual.widgets.scale import Scale
from ritual.widgets.sentence import Sentence
from ritual.widgets.words import Words

W = TypeVar("W", bound=Widget)


class Covered(Sentence):
    """Stands where words of an earlier start are, until their author asks for them."""

    DEFAULT_CSS = """
    Covered { width: 100%; color: $quiet; text-align: center; }
    """


class Stage(Vertical):
    """Always the same five lines; each beat fills them."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Stage { height: auto; }
    Stage #who { width: 100%; text-align: center; color: $quiet; }
    Stage #clock { width: 100%; text-align: center; color: $accent; margin-top: 1; height: 3; }
    Stage #sentence { width: 100%; padding: 0 4; text-align: center; margin-top: 1; }
    Stage #thing { width: 100%; height: auto; align-horizontal: center; margin-top: 1; }
    Stage #guidance { width: 100%; padding: 0 2; text-align: center; color: $quiet; margin-top: 1; }
    .-low Stage #sentence, .-low Stage #thing { margin-top: 0; }
    .-low.-writing Stage #clock, Stage #clock.-off { display: none; }
    .-low Stage #clock, .-low Stage #guidance { margin-top: 0; }
    """

    def compose(self) -> ComposeResult:
        """The five lines, empty."""
        yield Sentence(id="who", markup=False)
        yield Digits(id="clock")
        yield Sentence(id="sentence", markup=False)
        yield Vertical(id="thing")
        yield Sentence(id="guidance", markup=False)

    @property
    def thing(self) -> Widget:
        """Where the one thing to do stands."""
        return self.query_one("#thing")

    @property
    def words(self) -> Words | None:
        """The field of this beat, where it has one."""
        return self._one(Words)

    @property
    def number(self) -> Closeness | Scale | None:
        """What is rated in this beat, where something is."""
        return self._one(Closeness) or self._one(Scale)

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


def covered(sitting: Sitting[Any]) -> Covered:
    """What stands in place of something that only its author may uncover."""
    name = sitting.name(sitting.beat.person)
    if sitting.beat.kind in WRITTEN:
        return Covered(_("{name}, you were writing here, and your words are covered.", name=name), markup=False)
    return Covered(_("{name}, what you chose is covered.", name=name), markup=False)


def field(sitting: Sitting[Any], *, many_lines: bool = False) -> Words:
    """The field with what was written in it before."""
    return Words(sitting.words_so_far(), many_lines=many_lines, unseen=len(sitting.people) > 1)
