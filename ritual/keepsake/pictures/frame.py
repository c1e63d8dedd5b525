"""What the pictures share: a frame with a sentence above it, and twelve months across."""

from ritual.core.dates import MONTHS, SHORT_MONTHS
from ritual.keepsake.writing import Markup, element, joined

WIDTH = 480
"""Of a picture, in its own units."""
MONTH = WIDTH // 12


def middle(month: int) -> float:
    """The middle of the column of a month, 1 to 12."""
    return MONTH * (month - 0.5)


def months(y: float) -> Markup:
    """The names of the months, in a row."""
    named = enumerate(SHORT_MONTHS, 1)
    return joined(*(text(name.capitalize(), middle(month), y, text_anchor="middle") for month, name in named))


def by_month(said: dict[int, str]) -> str:
    """`January: nine. March: four.`"""
    return " ".join(f"{MONTHS[month - 1]}: {words}." for month, words in sorted(said.items()))


def text(said: str, x: float, y: float, **attributes: str) -> Markup:
    """A few words in a picture."""
    return element("text", said, x=f"{x:g}", y=f"{y:g}", **attributes)


def circle(x: float, y: float, radius: float, **attributes: str) -> Markup:
    """A circle."""
    return element("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{radius:.3g}", **attributes)


def figure(identity: str, title: str, sentence: str, told: str, drawn: Markup, height: float, hint: str = "") -> Markup:
    """A picture with its `sentence`; `told` says in words what is drawn, and `hint` how to read it."""
    drawing = element(
        "svg",
        element("title", title, id=f"{identity}-title"),
        element("desc", told, id=f"{identity}-told"),
        drawn,
        viewBox=f"0 0 {WIDTH} {height:g}",
        role="img",
        aria_labelledby=f"{identity}-title {identity}-told",
    )
    caption = element("figcaption", element("p", sentence), *([element("p", hint, class_="hint")] if hint else []))
    return element("figure", caption, drawing, class_=f"picture {identity.partition('-')[0]}")
