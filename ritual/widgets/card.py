"""A question card: the one thing on a page that has a border."""

from textual.content import Content
from textual.widgets import Static

from ritual.core.cards import DEPTH_NAMES
from ritual.core.text import on_screen
from ritual.language import amid

DEPTHS = {depth: f"{sign} {name}" for sign, (depth, name) in zip("○◐●", DEPTH_NAMES.items(), strict=True)}


class CardView(Static):
    """A question, its deck and its depth."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    CardView {
        width: 100%; max-width: 66; height: auto; padding: 1 3; color: $foreground;
        border: round $accent; border-subtitle-color: $quiet; border-subtitle-align: right;
    }
    .-low CardView { padding: 0 2; }
    .-tall CardView, .-vast CardView { padding: 2 4; }
    """

    def __init__(self, text: str, deck: str = "", depth: int = 1, follow_up: str | None = None) -> None:
        super().__init__(markup=False)
        self.meet(text, deck, depth, follow_up)

    def meet(self, text: str, deck: str, depth: int, follow_up: str | None = None) -> None:
        """Show another card, or the same one step deeper with its `follow_up`."""
        content = Content(on_screen(text))
        if follow_up:
            content = content + Content.styled(f"\n\n{on_screen(follow_up)}", "$accent")
        self.update(content)
        self.border_subtitle = Content(" · ".join(part for part in (amid(on_screen(deck)), DEPTHS[depth]) if part))
