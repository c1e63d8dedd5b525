"""The line of keys at the foot: as many as fit, at most six, help first, none clipped."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from ritual.language import pgettext

MOST = 6
GAP = "   "

LABELS = {
    "question_mark": "?",
    "slash": "/",
    "escape": pgettext("key", "Esc"),
    "enter": pgettext("key", "Enter"),
    "space": pgettext("key", "Space"),
    "tab": pgettext("key", "Tab"),
}
CTRL = pgettext("key", "Ctrl")


class Hint(NamedTuple):
    """A key as the foot shows it."""

    key: str
    """As Textual names it."""
    name: str
    action: str
    """What a click on it does."""


def label(key: str) -> str:
    """A key as the foot has room for it: `^p`, `Esc`, `F1`, `a`."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return LABELS.get(key) or (key.upper() if re.fullmatch(r"f\d+", key) else key)


def written(key: str) -> str:
    """A key as a sentence says it: `Ctrl+P`, for those who never met `^p`."""
    return f"{CTRL}+{key.removeprefix('ctrl+').upper()}" if key.startswith("ctrl+") else label(key)


def length(hint: Hint) -> int:
    """How many cells `hint` takes."""
    return cell_len(label(hint.key)) + 1 + cell_len(hint.name)


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The first of `hints` that fit into `width` cells, at most six."""
    found: list[Hint] = []
    used = 0
    for hint in hints[:MOST]:
        needed = length(hint) + (len(GAP) if found else 0)
        if used + needed > width:
            break
        used += needed
        found.append(hint)
    return found


class Foot(Widget):
    """Shows hints and lets them be clicked."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Foot { height: 1; width: 100%; max-width: 76; padding: 0 1; color: $quiet; }
    .-wide Foot, .-generous Foot { padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._hints: Sequence[Hint] = ()

    def tell(self, hints: Sequence[Hint]) -> None:
        """Show these from now on."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def render(self) -> RenderResult:
        """One line."""
        return Content(GAP).join(
            Content.assemble((label(hint.key), "$accent"), f" {hint.name}")
            for hint in fitting(self._hints, self.size.width)
        )

    async def on_click(self, event: Click) -> None:
        """Do what the hint under the mouse says."""
        place = event.get_content_offset(self)
        start = 0
        for hint in fitting(self._hints, self.size.width) if place else ():
            end = start + length(hint)
            if place and start <= place.x < end:
                await self.run_action(hint.action)
            start = end + len(GAP)
