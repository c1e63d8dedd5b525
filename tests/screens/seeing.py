"""What can be read on a screen, and the sizes that are hard."""

from collections.abc import Iterator

from rich.color import ColorType
from textual.color import Color
from textual.pilot import Pilot

THEMES = ("candlelight", "daylight", "stillness")


def hard_sizes() -> Iterator[tuple[int, int]]:
    yield from ((1, 1), (40, 12), (300, 100))


GRAPHICS = set("▀▄█▌▐│─╭╮╰╯┃━┏┓┗┛╺╸╻╹┣┫▔▁▎▋▏▊╷╵╶╴├┤┌┐└┘┴┬╽╿▂▅▇▆▃")


def legible(pilot: Pilot[None], where: str) -> None:
    """Every letter on the screen stands out from its ground by at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    checked = 0
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            letters = [sign for sign in segment.text if not sign.isspace() and sign not in GRAPHICS]
            style = segment.style
            if not letters or style is None or style.color is None or style.bgcolor is None:
                continue
            if ColorType.DEFAULT in (style.color.type, style.bgcolor.type):
                continue
            checked += 1
            ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if style.reverse:
                ink, ground = ground, ink
            contrast = ratio(ink, ground)
            assert contrast >= 4.5, f"{where}: {segment.text!r} {ink.hex} on {ground.hex} is {contrast:.2f}"
    assert checked, where


def ratio(one: Color, other: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
