"""A ring that grows and shrinks with the breath. It moves at most four times a second; or words say the same."""

from collections.abc import Callable

from textual.widgets import Static

from ritual.widgets.rings import ACROSS, DOWN, Ring, draw

HEIGHT, WIDTH = 7, 16
MOVES = 4
"""A second."""


class Breath(Static):
    """Shows the pace of in and out."""

    DEFAULT_CSS = """
    Breath { width: 100%; height: auto; text-align: center; color: $accent; }
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
        low, high = 4, HEIGHT * DOWN // 2 - 1
        radius = round(low + (high - low) * full)
        if (inwards, 0 if self._still else radius) == self._shown:
            return
        self._shown = (inwards, 0 if self._still else radius)
        words = "breathe in" if inwards else "breathe out"
        if self._still:
            self.update(words)
            return
        ring = Ring((WIDTH * ACROSS - 1) / 2, (HEIGHT * DOWN - 1) / 2, radius, "$accent")
        self.update(draw([ring], WIDTH, HEIGHT) + f"\n\n{words}")
