"""The light of the whole screen: it changes softly, once, when a turn's time is up."""

from functools import partial

from textual.color import Color
from textual.screen import Screen
from textual.widget import Widget

SOFTLY, STEPS = 2, 8
"""Seconds in which the light changes, and in how many steps."""

BRIGHT = "-time-up"
"""The class of a screen whose light has changed."""


def is_bright(screen: Screen[None]) -> bool:
    """Whether the light has changed, or is changing."""
    return screen.has_class(BRIGHT)


def brighten(screen: Screen[None], *, moves: bool) -> None:
    """Change the light: softly, or at once where nothing `moves` or a colour is the terminal's own."""
    screen.add_class(BRIGHT)
    colors = screen.app.theme_variables
    start, end = Color.parse(colors["background"]), Color.parse(colors["panel"])
    if not moves or start.ansi is not None or end.ansi is not None:
        _shine(screen, end)
        return
    for step in range(1, STEPS + 1):
        screen.set_timer(SOFTLY * step / STEPS, partial(_dawn, screen, start.blend(end, step / STEPS)))


def dim(screen: Screen[None]) -> None:
    """Give the light back to the theme, at once."""
    screen.remove_class(BRIGHT)
    _shine(screen, None)


def _dawn(screen: Screen[None], light: Color) -> None:
    """One step towards the light, unless they have gone on meanwhile."""
    if is_bright(screen):
        _shine(screen, light)


def _shine(screen: Screen[None], light: Color | None) -> None:
    """Paint the ground; Textual does not by itself tell what lies on it."""
    screen.styles.background = light
    for widget in screen.walk_children(Widget):
        widget.notify_style_update()
        widget.refresh()
