"""How close one feels, 1 to 7, drawn as two circles that overlap more and more."""

from textual.binding import Binding
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Static

from ritual.widgets.discs import Disc, draw

HEIGHT, WIDTH = 6, 28
LEAST, MOST = 1, 7
NUMBERS = tuple(str(number) for number in range(LEAST, MOST + 1))


class Closeness(Static, can_focus=True):
    """Two circles; arrows or a number bring them closer or further apart."""

    DEFAULT_CSS = """
    Closeness { width: 100%; height: auto; text-align: center; }
    """

    BINDINGS = [
        Binding("left,down", "move(-1)", "further", show=False),
        Binding("right,up", "move(1)", "closer", show=False),
    ]

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, value: int) -> None:
            self.value = value
            super().__init__()

    def __init__(self, value: int | None = None) -> None:
        super().__init__(markup=False)
        self.value = value

    def on_mount(self) -> None:
        """Draw."""
        self._show()

    def action_move(self, by: int) -> None:
        """Closer or further apart; the first move begins in the middle."""
        self.choose((LEAST + MOST) // 2 if self.value is None else self.value + by)

    def on_key(self, event: Key) -> None:
        """A number chooses at once."""
        if (
            event.character
            and event.character.isascii()
            and event.character.isdigit()
            and LEAST <= int(event.character) <= MOST
        ):
            event.stop()
            self.choose(int(event.character))

    def choose(self, value: int) -> None:
        """Take `value`, held between 1 and 7."""
        self.value = min(MOST, max(LEAST, value))
        self._show()
        self.post_message(self.Changed(self.value))

    def _show(self) -> None:
        apart = HEIGHT * (2.2 - 1.9 * ((self.value or LEAST) - LEAST) / (MOST - LEAST))
        first, second, shared = ("$panel",) * 3 if self.value is None else ("$accent", "$secondary", "$foreground")
        discs = [
            Disc((WIDTH - apart) / 2, HEIGHT, HEIGHT, first),
            Disc((WIDTH + apart) / 2, HEIGHT, HEIGHT, second),
        ]
        scale = Content("   ").join(
            Content.styled(str(number), "bold $accent" if number == self.value else "$quiet")
            for number in range(LEAST, MOST + 1)
        )
        self.update(draw(discs, WIDTH, HEIGHT, shared) + "\n\n" + scale)
