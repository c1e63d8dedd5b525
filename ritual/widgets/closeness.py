"""How close one feels, 1 to 7, drawn as two circles that overlap more and more."""

from textual.binding import Binding
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from ritual.widgets.discs import Disc, draw

HEIGHT, WIDTH = 6, 28
LEAST, MOST = 1, 7


class Closeness(Static, can_focus=True):
    """Two circles; arrows or a number bring them closer or further apart."""

    DEFAULT_CSS = """
    Closeness { width: 100%; height: auto; text-align: center; }
    """

    BINDINGS = [
        Binding("left,down", "move(-1)", show=False),
        Binding("right,up", "move(1)", show=False),
    ]

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
        """A number chooses at once; 0 or Backspace takes the choice back."""
        if event.key in ("0", "backspace"):
            event.stop()
            self.value = None
            self._show()
        elif event.key in tuple("1234567"):
            event.stop()
            self.choose(int(event.key))

    def choose(self, value: int) -> None:
        """Take `value`, held between 1 and 7."""
        self.value = min(MOST, max(LEAST, value))
        self._show()

    def _show(self) -> None:
        apart = HEIGHT * (2.2 - 1.9 * ((self.value or LEAST) - LEAST) / (MOST - LEAST))
        first, second, shared = ("$quiet 30%",) * 3 if self.value is None else ("$accent", "$secondary", "$foreground")
        discs = [
            Disc((WIDTH - apart) / 2, HEIGHT, HEIGHT, first),
            Disc((WIDTH + apart) / 2, HEIGHT, HEIGHT, second),
        ]
        scale = Content("   ").join(
            Content.styled(str(number), "bold $accent" if number == self.value else "$quiet")
            for number in range(LEAST, MOST + 1)
        )
        self.update(Content("\n").join([*draw(discs, WIDTH, HEIGHT, shared), Content(""), scale]))
