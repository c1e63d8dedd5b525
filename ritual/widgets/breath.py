"""A disc that grows and shrinks with the breath. It moves at most four times a second; or words say the same."""

from collections.abc import Callable

from textual.widgets import Static

from ritual.widgets.discs import Disc, draw

HEIGHT, WIDTH = 7, 14
LEAST = 1.5
"""The radius when the lungs are empty, in half cells."""
STEPS = 14
"""How many sizes there are between empty and full."""
MOVES = 4
"""A second."""


class Breath(Static):
    """Shows the pace of in and out."""

    DEFAULT_CSS = """
    Breath { width: 100%; height: auto; text-align: center; }
    """

    def __init__(self, breath: Callable[[], tuple[bool, float]], *, still: bool = False) -> None:
        """`breath` says whether one breathes in and how full the lungs are; `still` shows words alone."""
        super().__init__(markup=False)
        self._breath = breath
        self._still = still
        self._shown: tuple[bool, int] | None = None

    def on_mount(self) -> None:
        """Begin to breathe."""
        self.move()
        self.set_interval(1 if self._still else 1 / MOVES, self.move)

    def move(self) -> None:
        """Show the breath as it is now."""
        inwards, full = self._breath()
        steps = round(full * STEPS)
        radius = LEAST + (HEIGHT - LEAST) * steps / STEPS
        if (inwards, 0 if self._still else steps) == self._shown:
            return
        self._shown = (inwards, 0 if self._still else steps)
        words = "breathe in" if inwards else "breathe out"
        if self._still:
            self.update(words)
            return
        disc = Disc(WIDTH / 2, HEIGHT, radius, "$accent")
        self.update(draw([disc], WIDTH, HEIGHT, "$accent") + f"\n\n{words}")
