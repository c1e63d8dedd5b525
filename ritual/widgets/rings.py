"""Thin circles drawn with braille dots: one for the breath, two for closeness."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content, Span

ACROSS, DOWN = 2, 4
"""Dots in one cell."""

BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a braille sign, by row and column (Unicode, block U+2800)."""


class Ring(NamedTuple):
    """A circle, measured in dots from the top left corner."""

    x: float
    y: float
    radius: float
    style: str
    """Its colour, as a style of Textual."""


def draw(rings: Sequence[Ring], width: int, height: int) -> Content:
    """`rings` on a ground of `width` × `height` cells. Where two share a cell the later colour shows."""
    cells: dict[tuple[int, int], int] = {}
    styles: dict[tuple[int, int], str] = {}
    for ring in rings:
        steps = max(8, int(ring.radius * 12))
        for step in range(steps):
            angle = 2 * math.pi * step / steps
            x, y = round(ring.x + ring.radius * math.cos(angle)), round(ring.y + ring.radius * math.sin(angle))
            cell = (y // DOWN, x // ACROSS)
            if 0 <= cell[0] < height and 0 <= cell[1] < width:
                cells[cell] = cells.get(cell, 0) | BITS[y % DOWN][x % ACROSS]
                styles[cell] = ring.style
    lines = [
        "".join(chr(0x2800 + cells[row, x]) if (row, x) in cells else " " for x in range(width))
        for row in range(height)
    ]
    spans = [Span(row * (width + 1) + x, row * (width + 1) + x + 1, style) for (row, x), style in styles.items()]
    return Content("\n".join(lines), spans=spans)
