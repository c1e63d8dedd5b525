"""The ways of their appreciations: a bar for each that was named."""

from collections import Counter

from ritual.core.appreciation import IN_WORDS, WAYS
from ritual.core.numbers import number
from ritual.core.records import Way
from ritual.keepsake.pictures.frame import WIDTH, figure, text
from ritual.keepsake.telling import sentence, thanks
from ritual.keepsake.writing import Markup, element, joined
from ritual.language import _

ROW, THICK, LEFT = 25, 11, 168


def picture(year: int, ways: Counter[Way], *, two: bool) -> Markup:
    """The picture of how often each way was named."""
    named = sorted((way for way in WAYS if ways[way]), key=lambda way: -ways[way])
    bars = [_bar(IN_WORDS[way], ways[way] / max(ways.values()), row) for row, way in enumerate(named)]
    told = " ".join(sentence(f"{IN_WORDS[way]}: {number(ways[way])}") for way in named)
    height = len(named) * ROW + 6
    return figure(
        f"ways-{year}", _("Thank-yous of {year}", year=year), thanks(ways, two=two), told, joined(*bars), height
    )


def _bar(name: str, share: float, row: int) -> Markup:
    y = 3 + row * ROW
    wide = max(THICK, (WIDTH - LEFT - 4) * share)
    bar = element(
        "rect", x=f"{LEFT}", y=f"{y + 5}", width=f"{wide:.4g}", height=f"{THICK}", rx=f"{THICK / 2:g}", class_="light"
    )
    return joined(text(name, LEFT - 14, y + 15, text_anchor="end"), bar)
