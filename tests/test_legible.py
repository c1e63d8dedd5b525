"""Text on terminals with few colours."""

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from ritual import legible, themes

FEW = (ColorSystem.EIGHT_BIT, ColorSystem.STANDARD)
GROUND = Color.parse("#000000")


def shown(text: str, style: Style, few: ColorSystem) -> Style:
    ((_, after, _),) = legible.Legible(few).apply([Segment(text, style)], GROUND)
    assert after
    return after


@pytest.mark.parametrize("few", FEW)
def test_every_text_of_our_themes_stands_out(few: ColorSystem) -> None:
    for theme in themes.load()[0].values():
        inks = (theme.foreground, theme.variables["quiet"], theme.accent, theme.secondary, theme.success)
        for ground in (theme.background, theme.surface, theme.panel):
            for ink in inks:
                colours = Style.from_color(*(Color.parse(one or "").rich_color for one in (ink, ground)))
                if Color.parse(ground or "").rich_color.is_default:
                    continue
                style = shown("word", colours + Style(bold=True), few)
                assert style.bold
                assert style.color
                assert style.bgcolor
                assert legible.contrast(style.color, style.bgcolor, few) >= 4.5, (theme.name, ink, ground)


def test_what_can_be_read_keeps_its_colour() -> None:
    style = Style(color="#e8a559", bgcolor="#17120e")
    assert [shown("word", style, few) for few in FEW] == [style, style]


@pytest.mark.parametrize("text", ["  ", "▌", "╭──╮", "▁▂█ "])
def test_lines_and_blocks_may_be_faint(text: str) -> None:
    style = Style(color="#f2eadb", bgcolor="#faf5ec")
    assert shown(text, style, ColorSystem.STANDARD) == style
    assert shown("●", style, ColorSystem.STANDARD).color == legible.BLACK


def test_a_terminal_with_all_colours_needs_nothing() -> None:
    assert [len(legible.filters(one)) for one in ("truecolor", None, "256", "standard")] == [0, 0, 1, 1]
