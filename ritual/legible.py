"""A terminal with few colours takes the nearest that it has. Where text would fade into its ground, it stands out."""

import re
from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual import color
from textual.filter import LineFilter

LEAST = 4.5
"""The contrast of text that can be read (WCAG 2.2, 1.4.3)."""

FEW = {"256": ColorSystem.EIGHT_BIT, "standard": ColorSystem.STANDARD}

BLACK, WHITE = Color.from_rgb(0, 0, 0), Color.from_rgb(255, 255, 255)

SIXTEEN = tuple(
    [ColorTriplet(*bytes.fromhex(one)) for one in colors.split()]
    for colors in (
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
        " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
        " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    )
)
"""What xterm and what a console make of the sixteen. Nobody can ask a terminal for its own, so both must do."""

DRAWN = re.compile(r"[\s\u2500-\u259f]*")
"""Lines and blocks, which may be faint."""


def filters(color_system: str | None) -> list[LineFilter]:
    """What a terminal with these colours needs."""
    return [Legible(FEW[color_system])] if color_system in FEW else []


class Legible(LineFilter):
    """Black or white in place of what could not be read with `few` colours."""

    def __init__(self, few: ColorSystem) -> None:
        super().__init__()
        self.few = few

    def apply(self, segments: list[Segment], background: color.Color) -> list[Segment]:
        """The same words, readable."""
        return [
            one if one.style is None or DRAWN.fullmatch(one.text) else Segment(one.text, _readable(one.style, self.few))
            for one in segments
        ]


def contrast(ink: Color, ground: Color, few: ColorSystem) -> float:
    """How much `ink` stands out from `ground` where there are `few` colours, at the least."""
    pairs = zip(_shown(ink, few), _shown(ground, few), strict=True)
    return min(_ratio(*sorted(map(_light, pair))) for pair in pairs)


@lru_cache(1024)
def _readable(style: Style, few: ColorSystem) -> Style:
    ink, ground = style.color, style.bgcolor
    if ink is None or ground is None or ink.is_default or ground.is_default or contrast(ink, ground, few) >= LEAST:
        return style
    reached, best, other = max(
        (contrast(one, ground, few), one, other) for one, other in ((BLACK, WHITE), (WHITE, BLACK))
    )
    if reached >= LEAST:
        return style + Style(color=best)
    return style + Style(color=best, bgcolor=other)  # on a grey, of which each terminal has another


def _shown(tint: Color, few: ColorSystem) -> list[ColorTriplet]:
    near = tint.downgrade(few)
    if few is ColorSystem.STANDARD and near.number is not None:
        return [palette[near.number] for palette in SIXTEEN]
    return [near.get_truecolor()]


def _ratio(darker: float, lighter: float) -> float:
    return (lighter + 0.05) / (darker + 0.05)


def _light(triplet: ColorTriplet) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in triplet.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
