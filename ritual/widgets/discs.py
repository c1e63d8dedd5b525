"""Soft discs drawn with half blocks: one for the breath, two for closeness."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content


class Disc(NamedTuple):
    """A disc, measured in half cells from the top left corner: as wide as one cell, as high as half a cell."""

    x: float
    y: float
    radius: float
    color: str

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return (x - self.x) ** 2 + (y - self.y) ** 2 <= self.radius**2


def draw(discs: Sequence[Disc], width: int, height: int, shared: str) -> Content:
    """`discs` on a ground of `width` × `height` cells. Where two of them overlap the colour is `shared`."""

    def color(x: int, y: int) -> str:
        over = [disc.color for disc in discs if disc.holds(x + 0.5, y + 0.5)]
        return shared if len(over) > 1 else "".join(over)

    rows = [
        Content.assemble(*(_cell(color(x, 2 * row), color(x, 2 * row + 1)) for x in range(width)))
        for row in range(height)
    ]
    return Content("\n").join(rows)


def _cell(top: str, bottom: str) -> tuple[str, str]:
    """A cell with the colours of its two halves."""
    if not top and not bottom:
        return " ", ""
    if not bottom:
        return "▀", top
    return ("▄", bottom) if not top else ("▀", f"{top} on {bottom}")
