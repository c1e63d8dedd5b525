"""A field for a few words, or for many. What is typed can be undone with ctrl+z; Enter keeps a short text."""

from rich.cells import cell_len
from rich.text import Text
from textual.events import Key
from textual.widgets import TextArea

from ritual.core.text import on_screen

PATIENCE = 1
"""Seconds after Enter in which the screen takes the words."""

DOTS = ("\u200b", "·", "・")
"""What stands for a hidden sign of no cell, of one and of two."""


class Words(TextArea):
    """Text one writes; it wraps softly and grows with what is in it."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Words {
        width: 100%; height: auto; min-height: 3; max-height: 6; padding: 0 1; min-width: 10;
        border: none; border-left: outer $accent; background: $surface; color: $foreground;
        &:focus { border: none; border-left: outer $accent; }
        &:blur { border-left: outer $surface; }
        & .text-area--cursor-line { background: $surface; }
        &:light .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    }
    .-low Words { max-height: 4; }
    .-tall Words, .-vast Words { max-height: 11; }
    """

    def __init__(
        self, text: str = "", *, many_lines: bool = False, unseen: bool = False, id: str | None = None
    ) -> None:
        """With `many_lines` Enter begins a new line; what is copied `unseen` the next one cannot paste."""
        super().__init__(text, id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", theme="css")
        self.cursor_blink = False
        self.many_lines = many_lines
        self.unseen = unseen
        self.ahead = ""
        """What quick fingers typed after Enter."""
        self._entered = False
        self._hidden = False
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """Remember what was there to paste before."""
        self._pasteboard = self.app.clipboard

    def on_unmount(self) -> None:
        """What was copied from here goes with it."""
        if self.unseen and self.app.clipboard != self._pasteboard:
            self.app.copy_to_clipboard("")

    def on_key(self, event: Key) -> None:
        """Enter is for the screen, unless it begins a new line; what is typed after it is for the next field."""
        if self._entered:
            event.stop()
            event.prevent_default()
            self.ahead += event.character if event.is_printable and event.character else ""
        elif event.key == "enter" and not self.many_lines:
            event.prevent_default()
            self._entered = True
            self.set_timer(PATIENCE, self.reopen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """F6 and F7 are ours, also while somebody types: Textual would mark a line with them, or everything."""
        return action not in ("select_line", "select_all")

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown: what was pasted cannot steer the terminal."""
        line = on_screen(self.document.get_line(line_index))
        shown = "".join(DOTS[cell_len(sign)] for sign in line) if self._hidden else line
        return Text(shown, end="", no_wrap=True)

    def hide(self, hidden: bool) -> None:
        """Show dots in place of what is typed, or the words again."""
        self._hidden = hidden
        self.notify_style_update()
        self.refresh()

    def reopen(self) -> None:
        """These words could not be kept, or Enter led nowhere: go on writing."""
        self._entered = False
        self.insert(self.ahead)
        self.ahead = ""
