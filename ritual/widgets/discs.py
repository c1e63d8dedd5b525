"""Soft discs drawn with half blocks: one for the breath, two for closeness."""

from collections.abc import Sequence
from itertools import groupby
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


def draw(discs: Sequence[Disc], width: int, height: int, shared: str) -> list[Content]:
    """`discs` on a ground of `width` × `height` cells, row by row. Where two of them overlap the colour is `shared`.

    Neighbours that look alike are one piece: each piece costs the terminal thirty bytes, at every move.
    """

    def color(x: int, y: int) -> str:
        over = [disc.color for disc in discs if disc.holds(x + 0.5, y + 0.5)]
        return shared if len(over) > 1 else "".join(over)

    def row(y: int) -> Content:
        cells = [_cell(color(x, 2 * y), color(x, 2 * y + 1)) for x in range(width)]
        return Content.assemble(*((sign * len(list(run)), style) for (sign, style), run in groupby(cells)))

    return [row(y) for y in range(height)]


def _cell(top: str, bottom: str) -> tuple[str, str]:
    """A cell with the colours of its two halves."""
    if top == bottom:
        return " ", f"on {top}" if top else ""
    if not bottom:
        return "▀", top
    return ("▄", bottom) if not top else ("▀", f"{top} on {bottom}")
