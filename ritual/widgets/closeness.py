"""How close one feels, 1 to 7, drawn as two circles that overlap more and more."""

from textual.binding import Binding
from textual.events import Key
from textual.message import Message
from textual.widgets import Static

from ritual.widgets.rings import ACROSS, DOWN, Ring, draw

HEIGHT, WIDTH = 6, 26
LEAST, MOST = 1, 7


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
        radius = HEIGHT * DOWN / 2 - 1
        middle = (WIDTH * ACROSS - 1) / 2, (HEIGHT * DOWN - 1) / 2
        apart = radius * (2.15 - 1.9 * ((self.value or LEAST) - LEAST) / (MOST - LEAST))
        styles = ("$quiet", "$quiet") if self.value is None else ("$accent", "$secondary")
        rings = [
            Ring(middle[0] - apart / 2, middle[1], radius, styles[0]),
            Ring(middle[0] + apart / 2, middle[1], radius, styles[1]),
        ]
        scale = "   ".join(
            f"[{number}]" if number == self.value else f" {number} " for number in range(LEAST, MOST + 1)
        )
        self.update(draw(rings, WIDTH, HEIGHT) + f"\n\n{scale}")
