"""A long list one reads from the sofa: the marked entry is a card, the others lie around it. It draws what is seen."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.message import Message
from textual.widget import Widget

SHORT = 4
"""Lines that an entry shows while it is not marked."""
HEADING = 2
"""Lines that the group above an entry takes."""
LEAST = 2
"""Lines without which an entry is not begun at the end of the page: whose words these are, and the first of them."""
FAR = 1_000_000_000
"""A step beyond every end."""


class Leaf(NamedTuple):
    """One entry, as it is read."""

    group: str
    """What stands once above all entries that share it; nothing where they are in no groups."""
    head: str
    """Whose words these are."""
    body: str
    foot: str = ""
    """What belongs to it: an answer."""


class Leaves(Widget, can_focus=True):
    """Shows entries by their number, the marked one as a card."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Leaves { width: 100%; height: 1fr; min-height: 4; }
    """
    BINDINGS = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(5)", show=False),
        Binding("pageup", "move(-5)", show=False),
        Binding("home", f"move(-{FAR})", show=False),
        Binding("end", f"move({FAR})", show=False),
    ]

    class Chosen(Message):
        """Somebody clicked the marked entry."""

    class Marked(Message):
        """Another entry is marked."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._numbers: Sequence[int] = ()
        self._leaf: Callable[[int], Leaf] = lambda _: Leaf("", "", "")
        self._found: re.Pattern[str] | None = None
        self._top = 0
        self._inner = 0
        self._rows: list[int] = []
        self.at = 0
        """The place of the marked entry among those that are shown."""

    @property
    def count(self) -> int:
        """How many are shown."""
        return len(self._numbers)

    @property
    def marked(self) -> int | None:
        """The number of the marked entry."""
        return self._numbers[self.at] if self.at < len(self._numbers) else None

    def show(
        self, numbers: Sequence[int], leaf: Callable[[int], Leaf], words: Sequence[str] = (), at: int | None = None
    ) -> None:
        """Show the entries with these numbers, with the one at the place `at` marked; else the place stays marked.

        `leaf` tells what an entry says. Found `words` are marked in them.
        """
        self._numbers, self._leaf = numbers, leaf
        pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        self._found = re.compile(pattern, re.IGNORECASE) if pattern else None
        self.go(self.at if at is None else at)

    def go(self, at: int) -> None:
        """Mark the entry at this place among those that are shown."""
        before, self.at = self.at, min(max(at, 0), max(len(self._numbers) - 1, 0))
        self._keep_in_view()
        self._inner = min(self._inner, self._hidden()) if self.at == before else 0
        self.refresh()
        if self.at != before:
            self.post_message(self.Marked())

    def action_move(self, step: int) -> None:
        """Go on by `step` entries, or first through a long one."""
        inner = min(max(self._inner + step, 0), self._hidden())
        if inner != self._inner and abs(step) < FAR:
            self._inner = inner
            self.refresh()
        else:
            self.go(self.at + step)

    def render(self) -> RenderResult:
        """What fits."""
        lines: list[Content] = []
        self._rows = []
        for place in range(self._top, len(self._numbers)):
            if lines and len(lines) + LEAST + (HEADING if self._begins(place) else 0) > self.size.height:
                break
            block = self._block(place)
            if place == self.at and self._inner:
                block = block[self._inner :]
            lines += block
            self._rows += [place] * len(block)
            if len(lines) >= self.size.height:
                break
        return Content("\n").join(lines[: self.size.height])

    def on_resize(self, _: Resize) -> None:
        """Keep the marked entry in view."""
        self._inner = min(self._inner, self._hidden())
        self._keep_in_view()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel goes on."""
        event.stop()
        self.action_move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel goes back."""
        event.stop()
        self.action_move(-1)

    def on_click(self, event: Click) -> None:
        """Mark what is under the mouse; a click on the marked entry chooses it."""
        if event.y < len(self._rows):
            if self._rows[event.y] == self.at:
                self.post_message(self.Chosen())
            else:
                self.go(self._rows[event.y])

    def _keep_in_view(self) -> None:
        """Begin with an entry from which on all fits up to the marked one; with the same one, where that is so."""
        top, used = self.at, -1
        for place in range(self.at, min(self._top, self.at) - 1, -1) if self._numbers else ():
            used += len(self._entry(place))
            if place < self.at and used + (HEADING if self._group(place) else 0) > self.size.height:
                break
            top = place
            used += HEADING if self._begins(place) else 0
        self._top = top

    def _hidden(self) -> int:
        """How many lines of the marked entry do not fit, without the empty one below it."""
        return max(len(self._block(self.at)) - 1 - self.size.height, 0) if self._numbers else 0

    def _group(self, place: int) -> str:
        return self._leaf(self._numbers[place]).group

    def _begins(self, place: int) -> bool:
        """Whether a group begins with this entry."""
        group = self._group(place)
        return bool(group) and (place == 0 or self._group(place - 1) != group)

    def _block(self, place: int) -> list[Content]:
        """The lines of one entry, with the group above it where that begins here or the page does."""
        group = self._group(place)
        if not group or (place != self._top and not self._begins(place)):
            return self._entry(place)
        return [Content.styled(group, "$quiet"), Content(""), *self._entry(place)]

    def _entry(self, place: int) -> list[Content]:
        leaf, width = self._leaf(self._numbers[place]), max(self.size.width - 6, 8)
        return self._card(leaf, width) if place == self.at else self._plain(leaf, width)

    def _card(self, leaf: Leaf, width: int) -> list[Content]:
        line, left = "─" * (width + 2), Content.styled("│ ", "$accent")
        inside = self._wrapped(leaf.body, width)
        if leaf.foot:
            inside += [Content(""), *(one.stylize("$quiet") for one in self._wrapped(leaf.foot, width))]
        named = Content(leaf.head).truncate(width - 2, ellipsis=True)
        head = Content.assemble(" ", named, " ") if leaf.head else named
        below = Content.assemble(
            ("╰" + "─" * (width + 1 - head.cell_length), "$accent"), head.stylize("$quiet"), ("─╯", "$accent")
        )
        padded = (one.pad_right(max(width - one.cell_length, 0)) for one in inside)
        sides = [Content.assemble(left, one, Content.styled(" │", "$accent")) for one in padded]
        return [Content.styled(f"╭{line}╮", "$accent"), *sides, below, Content("")]

    def _plain(self, leaf: Leaf, width: int) -> list[Content]:
        lines = _short(self._wrapped(leaf.body, width), SHORT, width)
        space = Content("  ")
        head = Content.styled(leaf.head, "$quiet").truncate(width, ellipsis=True)
        below = _short(self._wrapped(leaf.foot, width), 1, width) if leaf.foot else []
        foot = [one.stylize("$quiet") for one in below]
        return [space + one for one in (head, *lines, *foot)] + [Content("")]

    def _wrapped(self, text: str, width: int) -> list[Content]:
        content = Content(text)
        if self._found:
            content = content.highlight_regex(self._found, style="$accent underline")
        return content.wrap(width)


def _short(lines: list[Content], most: int, width: int) -> list[Content]:
    """At most so many of the `lines`; where others follow, the last one says so."""
    if len(lines) <= most:
        return lines
    more = Content(" …")
    last, room = lines[most - 1].rstrip(), width - more.cell_length
    while last.cell_length > room:
        space = last.plain.rfind(" ")
        last = last[:space].rstrip() if space > 0 else last.truncate(room)
    return [*lines[: most - 1], last + more if last.plain else Content("…")]
