"""The least that a Textual app can be: what Home is compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        yield Static("hello from textual")


if __name__ == "__main__":
    Hello().run()
