"""One reading."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ritual.commands import library
from ritual.content.readings import SAFETY, Reading
from ritual.screens.place import SmallWindow


class ReadingPage(SmallWindow[None]):
    """A title, the text, what to try, and where its facts come from."""

    DEFAULT_CSS = """
    ReadingPage .title { color: $accent; text-style: bold; margin-bottom: 1; }
    ReadingPage .tonight { margin-top: 1; padding: 0 2; border-left: outer $accent; }
    ReadingPage .sources { margin-top: 1; color: $quiet; }
    """

    HERE = library.READING
    ABOUT = "The arrows go through the text. h leaves it for Home at once; nothing remembers what was read."

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.shown = reading

    def page(self) -> Iterable[Widget]:
        """All of it."""
        one = self.shown
        yield Static(one.title, classes="title", markup=False)
        yield Static(one.text, markup=False)
        tonight = Content.assemble(("Tonight\n", "$accent"), one.tonight)
        yield Static(tonight, classes="tonight", markup=False)
        if one.sources:
            yield Static("\n".join(f"· {source}" for source in one.sources), classes="sources", markup=False)

    async def on_mount(self) -> None:
        """The arrows scroll."""
        self.scroll_by_keys()

    def action_go_back(self) -> None:
        """Back to where they were; from the page on safety Home, since somebody may be looking."""
        if self.shown.id == SAFETY:
            self.ritual.go_home()
        else:
            self.dismiss(None)
