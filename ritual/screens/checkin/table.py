"""What each of them answered, side by side."""

from collections.abc import Callable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.widgets import Static

from ritual.core.checkin import SCALES
from ritual.core.records import Record
from ritual.core.sealing import is_shared
from ritual.core.text import on_screen
from ritual.core.wording import SCALES as NAMES
from ritual.language import _, pgettext
from ritual.unseen import Said
from ritual.widgets.both import LONG_TEXT, Both


class Table(Vertical):
    """A row for each question that one of them answered, then their words; what is private shows that it is."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Table { width: 100%; height: auto; }
    Table Grid {
        width: 100%; height: auto; padding: 0 3;
        grid-size: 3; grid-columns: 3fr 1fr 1fr; grid-rows: auto; grid-gutter: 0 2;
    }
    Table Grid > Static { width: 100%; }
    Table .who { color: $accent; }
    Table .who, Table .name { text-wrap: nowrap; text-overflow: ellipsis; }
    Table Both { margin-top: 1; }
    Table Both > Vertical { padding: 0 3 0 0; }
    .-narrow Table Grid { padding: 0 1; grid-columns: 1fr 9 9; grid-gutter: 0 1; }
    .-narrow Table Both > Vertical { padding: 0 0 1 0; }
    .-roomy.-reading Page { padding-top: 1; padding-left: 2; padding-right: 2; }
    """

    def __init__(self, said: Sequence[Said], name: Callable[[str], str]) -> None:
        """`name` tells how a person is called."""
        super().__init__(classes=LONG_TEXT)
        self._said = said
        self._called = name

    def compose(self) -> ComposeResult:
        """The rows, and the words below."""
        rows = [(NAMES[scale], [_value(one, scale) for one in self._said]) for scale in SCALES]
        answered = [(question, values) for question, values in rows if any(values)]
        if answered:
            with Grid():
                yield Static()
                for one in self._said:
                    yield Static(self._called(one.person), classes="who", markup=False)
                for question, values in answered:
                    yield Static(question, classes="quiet", markup=False)
                    for value in values:
                        yield Static(value or "·", markup=False)
        words = [(self._called(one.person), told) for one in self._said if (told := _words(one))]
        if words:
            yield Both(words)


def _value(said: Said, scale: str) -> str:
    rating = said.ratings.get(scale)
    return "" if rating is None else str(rating.value) if is_shared(rating) else _("private")


def _words(said: Said) -> Content:
    """What one of them named and said, as far as both may see it."""
    lines = [*_named(pgettext("somebody", "feels"), said.feelings), *_named(pgettext("somebody", "needs"), said.needs)]
    if said.sentence and is_shared(said.sentence):
        lines.append(Content(_("“{words}”", words=on_screen(said.sentence.text))))
    return Content("\n").join(lines)


def _named(does: str, records: Sequence[Record]) -> Iterator[Content]:
    shown = [str(getattr(one, "word", "")) for one in records if is_shared(one)]
    if shown:
        yield Content.assemble((f"{does} ", "$quiet"), ", ".join(shown))
