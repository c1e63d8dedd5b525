"""A disc that grows and shrinks with the breath. It moves at most four times a second; or words say the same."""

from collections.abc import Callable

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from ritual.language import _
from ritual.widgets.discs import Disc, draw

HEIGHT, WIDTH = 7, 14
LEAST = 1.5
"""The radius when the lungs are empty, in half cells."""
STEPS = 14
"""How many sizes there are between empty and full."""
MOVES = 4
"""A second."""


class Breath(Widget):
    """Shows the pace of in and out."""

    DEFAULT_CSS = """
    Breath { width: 32; max-width: 100%; height: auto; text-align: center; }
    """

    def __init__(self, breath: Callable[[], tuple[bool, float]], *, still: bool = False) -> None:
        """`breath` says whether one breathes in and how full the lungs are; `still` shows words alone."""
        super().__init__()
        self._breath = breath
        self._still = still
        self._rows = self._drawn()

    def on_mount(self) -> None:
        """Begin to breathe."""
        self.set_interval(1 if self._still else 1 / MOVES, self.move)

    def move(self) -> None:
        """Show the breath as it is now; only the rows that look different are painted."""
        before, self._rows = self._rows, self._drawn()
        changed = [y for y, row in enumerate(self._rows) if not row.is_same(before[y])]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render(self) -> RenderResult:
        """The disc, and what to do."""
        return Content("\n").join(self._rows)

    def _drawn(self) -> list[Content]:
        inwards, full = self._breath()
        words = Content(_("breathe in") if inwards else _("breathe out"))
        if self._still:
            return [words]
        radius = LEAST + (HEIGHT - LEAST) * round(full * STEPS) / STEPS
        return [*draw([Disc(WIDTH / 2, HEIGHT, radius, "$accent")], WIDTH, HEIGHT, "$accent"), Content(""), words]
