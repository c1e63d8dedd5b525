"""The one thing to do in each beat of a check-in."""

from datetime import date

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ritual.checkin import CheckIn
from ritual.content import checkin_words, feelings, needs
from ritual.core.dates import day_and_month, with_year
from ritual.core.records import Topic
from ritual.core.text import on_screen
from ritual.core.wording import whose
from ritual.language import _
from ritual.scenes import checkin as scenes
from ritual.scenes import news
from ritual.screens.checkin.table import Table
from ritual.screens.guided.stage import covered, field
from ritual.spoken import WRITTEN
from ritual.widgets.both import LONG_TEXT
from ritual.widgets.choice import Choice
from ritual.widgets.picker import WordPicker
from ritual.widgets.scale import Scale

NEW, NOTHING = "+", "-"
"""The ids of the two choices that are no topics."""


def topic_line(topic: Topic, tonight: date) -> Content:
    """A topic in one line of a list, with the day on which it comes back where that is still ahead."""
    on = topic.on if topic.on and topic.on > tonight else None
    when = "  " + (with_year(on) if on.year != tonight.year else day_and_month(on)) if on else ""
    return Content(news.short(topic.text, news.WIDE - len(when))) + Content.styled(when, "$quiet")


class Lines(Static):
    """A few lines in the middle."""

    DEFAULT_CSS = """
    Lines { width: 100%; padding: 0 4; text-align: center; color: $quiet; }
    Lines.-read { text-align: left; color: $foreground; }
    """

    def __init__(self, text: str | Content, *, read: bool = False) -> None:
        super().__init__(text, markup=False, classes=f"-read {LONG_TEXT}" if read else "")


def thing(checkin: CheckIn) -> Widget | None:
    """What one does in the beat that `checkin` is at."""
    beat, house = checkin.beat, checkin.house
    if checkin.is_covered():
        return covered(checkin)
    match beat.kind:
        case "welcome":
            return Lines("\n".join(found)) if (found := news.waiting(house)) else None
        case "thanks":
            return Lines(_thanks(checkin), read=True) if checkin.thanks else None
        case "look-back":
            wish = checkin.wish(beat.about)
            return Choice(scenes.ANSWERS, wish.answered if wish else None)
        case "goal-back":
            goal = checkin.goal(beat.about)
            return Choice(scenes.GOINGS, "reached" if goal and goal.reached else "on")
        case "rating":
            scale = checkin_words().scale(beat.about)
            return Scale(scale.low, scale.high, checkin.rated())
        case "feelings":
            return WordPicker([(one.name, one.feelings) for one in feelings().families], checkin.chosen(need=False))
        case "needs":
            return WordPicker([(one.name, one.needs) for one in needs().families], checkin.chosen(need=True))
        case "together":
            return None if checkin.is_sealed else Table(checkin.said, checkin.name)
        case "topic":
            return _topics(checkin)
        case "outcome":
            return Choice(scenes.OUTCOMES, checkin.topic.outcome if checkin.topic else None)
        case kind if kind in WRITTEN:
            return field(checkin, many_lines=kind == "reflection")
        case _:
            return None


def _thanks(checkin: CheckIn) -> Content:
    house, lines = checkin.house, []
    for one in checkin.thanks:
        said = whose(one, house.people)
        lines.append(Content.assemble((f"{said}\n" if said else "", "$quiet"), on_screen(one.text)))
    return Content("\n\n").join(lines)


def _topics(checkin: CheckIn) -> OptionList:
    options = []
    for topic in checkin.topics:
        options.append(Option(topic_line(topic, checkin.house.night), id=topic.id))
    other = _("Something else …") if options else _("There is something …")
    options += [Option(other, id=NEW), Option(_("Nothing today"), id=NOTHING)]
    choices = OptionList(*options, markup=False)
    places = [one.id for one in options]
    chosen = checkin.session.topic
    choices.highlighted = places.index(chosen) if chosen in places else 0
    return choices
