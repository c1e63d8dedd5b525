"""One reading."""

import re
from collections.abc import Iterable

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import library
from ritual.content.readings import SAFETY, Reading
from ritual.language import _
from ritual.screens.place import SmallWindow

ITEM = re.compile(r"(-|\d+\.) (.+)", re.DOTALL)
"""A paragraph that is one of a list."""


class ReadingPage(SmallWindow[None]):
    """A title, the text, what to try, and where its facts come from."""

    DEFAULT_CSS = """
    ReadingPage.-tall Page { padding: 3 2 2 2; }
    ReadingPage.-vast Page { padding: 5 2 2 2; }
    ReadingPage Static { padding-right: 2; }
    ReadingPage .title { color: $accent; text-style: bold; }
    ReadingPage .paragraph { margin-top: 1; }
    ReadingPage .item { height: auto; }
    ReadingPage .item.-first { margin-top: 1; }
    ReadingPage .item > .sign { width: 3; color: $quiet; }
    ReadingPage .item > .text { width: 1fr; }
    ReadingPage .tonight { margin-top: 1; padding: 0 2; border-left: outer $accent; }
    ReadingPage .source { color: $quiet; }
    """

    HERE = library.READING
    ABOUT = _("The arrows go through the text. {go_home} leaves it for Home at once; nothing remembers what was read.")

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.shown = reading

    def page(self) -> Iterable[Widget]:
        """All of it."""
        one = self.shown
        yield Static(one.title, classes="title", markup=False)
        yield from _text(one.text)
        tonight = Content.assemble((_("Tonight") + "\n", "$accent"), one.tonight)
        yield Static(tonight, classes="tonight", markup=False)
        for place, source in enumerate(one.sources):
            yield _item("·", source, "source", first=place == 0)

    async def on_mount(self) -> None:
        """The arrows scroll."""
        self.scroll_by_keys()

    def action_go_back(self) -> None:
        """Back to where they were; from the page on safety Home, since somebody may be looking."""
        if self.shown.id == SAFETY:
            self.action_go_home()
        else:
            self.dismiss(None)

    def action_go_home(self) -> None:
        """Home; from the page on safety whatever happens."""
        self.ritual.go_home(whatever=self.shown.id == SAFETY)


def _text(text: str) -> Iterable[Widget]:
    """Paragraphs, and lists with their signs in a column of their own."""
    in_list = False
    for paragraph in text.split("\n\n"):
        item = ITEM.fullmatch(paragraph)
        if item is None:
            yield Static(paragraph, classes="paragraph", markup=False)
        else:
            yield _item("·" if item[1] == "-" else item[1], item[2], "", first=not in_list)
        in_list = item is not None


def _item(sign: str, text: str, kind: str, *, first: bool) -> Widget:
    return Horizontal(
        Static(sign, classes="sign", markup=False),
        Static(text, classes=f"text {kind}".strip(), markup=False),
        classes="item -first" if first else "item",
    )
