"""In which ways they were thankful over the last months: bars, and a sentence. No figures, no comparing."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import places
from ritual.core.appreciation import WAY_NAMES, WAYS, ways_in_words, ways_of
from ritual.core.records import Appreciation
from ritual.language import _
from ritual.screens.place import SmallWindow
from ritual.widgets.bars import bar

DAYS = 91
"""Three months."""
WAY, NAME = 13, 9
"""Cells for a way and for a name."""


class Ways(SmallWindow[None]):
    """The ways that were named, by whom."""

    HERE = places.SMALL_WINDOW
    ABOUT = _("The ways in which you were thankful over the last three months. There is no right amount of anything.")

    def __init__(self, appreciations: Sequence[Appreciation]) -> None:
        super().__init__()
        self._appreciations = appreciations

    def page(self) -> Iterable[Widget]:
        """The sentence, and below it a bar for whatever somebody named."""
        house = self.ritual.house
        ways = ways_of(self._appreciations, house.night - timedelta(DAYS))
        yield Static(f"{ways_in_words(ways.values())}\n", markup=False)
        most = max((max(each.values()) for each in ways.values()), default=0)
        width = max(min(self.app.size.width, 76) - WAY - NAME - 5, 4)
        bars: list[Content] = []
        for way in WAYS:
            lines: list[Content] = []
            named = [one for one in house.people if one.id in ways and ways[one.id][way]]
            for place, one in enumerate(named):
                color = "$accent" if one == house.people[0] else "$secondary"
                drawn = bar(ways[one.id][way], most, width)
                name = Content.styled(one.name, "$quiet").truncate(NAME - 1, ellipsis=True)
                head = Content(f"{'' if place else WAY_NAMES[way]:<{WAY}}") + name.pad_right(NAME - name.cell_length)
                lines.append(Content.assemble(head, (drawn, color)))
            bars += [Content("\n").join(lines)] if lines else []
        apart = Content("\n\n").join(bars)
        fits = len(apart.split("\n", allow_blank=True)) <= self.app.size.height // 2
        yield Static(apart if fits else Content("\n").join(bars), id="bars")

    async def on_mount(self) -> None:
        """The arrows scroll."""
        self.scroll_by_keys()
