"""The one thing to do in each beat of a check-in."""

from collections.abc import Sequence

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.checkin import CheckIn, Said
from ritual.content import checkin_words, feelings, needs
from ritual.core import nights, people
from ritual.core.appreciation import is_shared
from ritual.core.checkin import SCALES
from ritual.core.records import Record
from ritual.core.text import on_screen
from ritual.core.wording import SCALES as NAMES
from ritual.screens.checkin import news
from ritual.screens.guided.stage import covered, field
from ritual.spoken import WRITTEN
from ritual.widgets.both import LONG_TEXT
from ritual.widgets.choice import Choice
from ritual.widgets.picker import WordPicker
from ritual.widgets.scale import Scale

ANSWERS: Sequence[tuple[str | None, str]] = (
    (None, "…"),
    ("yes", "yes"),
    ("partly", "partly"),
    ("not-yet", "not yet"),
    ("let-go", "let it go"),
)
GOINGS: Sequence[tuple[str | None, str]] = (("on", "on its way"), ("reached", "reached"), ("let-go", "let it go"))
OUTCOMES: Sequence[tuple[str | None, str]] = (
    (None, "…"),
    ("settled", "settled"),
    ("talking", "keep talking"),
    ("living-with", "we live with it"),
)

NEW, NOTHING = "+", "-"
"""The ids of the two choices that are no topics."""


class Lines(Static):
    """A few lines in the middle."""

    DEFAULT_CSS = """
    Lines { width: 100%; padding: 0 4; text-align: center; color: $quiet; }
    Lines.-read { text-align: left; color: $foreground; }
    """

    def __init__(self, text: str | Content, *, read: bool = False) -> None:
        super().__init__(text, markup=False, classes=f"-read {LONG_TEXT}" if read else "")


class Table(Vertical):
    """What both answered, row by row."""

    DEFAULT_CSS = """
    Table { width: 100%; height: auto; padding: 0 2; }
    """


def thing(checkin: CheckIn) -> Widget | None:
    """What one does in the beat that `checkin` is at."""
    beat, house = checkin.beat, checkin.house
    if checkin.is_covered():
        return covered(checkin)
    match beat.kind:
        case "welcome":
            return Lines("\n".join([*news.waiting(house), "", *news.trends(house)]).strip())
        case "thanks":
            return Lines(_thanks(checkin), read=True) if checkin.thanks else None
        case "look-back":
            wish = checkin.wish(beat.about)
            return Choice(ANSWERS, wish.answered if wish else None)
        case "goal-back":
            goal = checkin.goal(beat.about)
            return Choice(GOINGS, "reached" if goal and goal.reached else "on")
        case "rating":
            scale = checkin_words().scale(beat.about)
            return Scale(scale.low, scale.high, checkin.rated())
        case "feelings":
            return WordPicker([(one.name, one.feelings) for one in feelings().families], checkin.chosen(need=False))
        case "needs":
            return WordPicker([(one.name, one.needs) for one in needs().families], checkin.chosen(need=True))
        case "together":
            return None if checkin.is_sealed else _table(checkin)
        case "topic":
            return _topics(checkin)
        case "outcome":
            return Choice(OUTCOMES, checkin.topic.outcome if checkin.topic else None)
        case kind if kind in WRITTEN:
            return field(checkin, many_lines=kind == "reflection")
        case _:
            return None


def _thanks(checkin: CheckIn) -> Content:
    house, lines = checkin.house, []
    for one in checkin.thanks:
        by, to = (people.name_of(house.people, person) for person in (one.by, one.to))
        whose = f"{by} to {to}" if by and to else by
        lines.append(Content.assemble((f"{whose}\n" if whose else "", "$quiet"), on_screen(one.text)))
    return Content("\n\n").join(lines)


def _table(checkin: CheckIn) -> Table:
    """Each answer of both side by side, in the order in which they were asked."""
    said = checkin.said
    wide = max(len(checkin.name(one.person)) for one in said)
    width = max(wide, 7) + 2
    rows = [
        Content(" " * 32)
        + Content("").join(Content.styled(f"{checkin.name(one.person):<{width}}", "$accent") for one in said)
    ]
    for scale in SCALES:
        values = [_value(one, scale) for one in said]
        if any(values):
            cells = Content("").join(Content(f"{value or '·':<{width}}") for value in values)
            rows.append(Content.styled(f"{NAMES[scale]:<32}", "$quiet") + cells)
    parts: list[Widget] = [Static(Content("\n").join(rows), markup=False)]
    for one in said:
        lines = [_words("feels", one.feelings), _words("needs", one.needs), _text(one)]
        told = "\n".join(line for line in lines if line)
        if told:
            name = Content.styled(f"\n{checkin.name(one.person)}\n", "$accent")
            parts.append(Static(name + Content(told), markup=False))
    return Table(*parts, classes=LONG_TEXT)


def _value(said: Said, scale: str) -> str:
    rating = said.ratings.get(scale)
    return "" if rating is None else str(rating.value) if is_shared(rating) else "private"


def _words(does: str, records: Sequence[Record]) -> str:
    shown = [str(getattr(one, "word", "")) for one in records if is_shared(one)]
    return f"{does}: {', '.join(shown)}" if shown else ""


def _text(said: Said) -> str:
    return f"“{on_screen(said.sentence.text)}”" if said.sentence and is_shared(said.sentence) else ""


def _topics(checkin: CheckIn) -> OptionList:
    options = []
    for topic in checkin.topics:
        when = f"  {nights.in_words(topic.on)}" if topic.on else ""
        text = " ".join(on_screen(topic.text).split())
        short = text if len(text) <= 56 else f"{text[:55]}…"
        options.append(Option(Content(short) + Content.styled(when, "$quiet"), id=topic.id))
    options += [Option("Something else …", id=NEW), Option("Nothing today", id=NOTHING)]
    choices = OptionList(*options, markup=False)
    places = [one.id for one in options]
    chosen = checkin.session.topic
    choices.highlighted = places.index(chosen) if chosen in places else 0
    return choices
