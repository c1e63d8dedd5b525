"""The evenings of a year: a circle for each week, the larger the more evenings it held."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from ritual.core.numbers import number
from ritual.keepsake.pictures.frame import by_month, circle, figure, middle, months
from ritual.keepsake.telling import together
from ritual.keepsake.writing import Markup, joined
from ritual.language import _

ROW, TOP, SMALLEST, LARGEST = 30, 17, 1.4, 13
HINT = _("Each circle is a week. The more evenings it held, the larger it is.")


def picture(year: int, nights: Collection[date], seconds: int, *, two: bool) -> Markup:
    """The picture of these nights, which are all of `year`; the evenings were `seconds` long in all."""
    held = Counter(_week(night) for night in nights)
    places = _places(year)
    rows = max(row for month, row in places.values()) + 1
    circles = [_circle(month, row, held[week]) for week, (month, row) in places.items()]
    told = by_month({month: number(count) for month, count in Counter(night.month for night in nights).items()})
    height = TOP + rows * ROW + 14
    drawn = joined(*circles, months(height - 4))
    sentence = together(len(nights), seconds, two=two)
    title = _("The evenings of {year}, week by week", year=year)
    return figure(f"evenings-{year}", title, sentence, told, drawn, height, HINT)


def _week(night: date) -> int:
    """The number of the Monday before a night, or of the night itself."""
    return night.toordinal() - night.weekday()


def _places(year: int) -> dict[int, tuple[int, int]]:
    """Where each week of a year stands: in which month, where its Thursday lies, and as the how manieth there."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    in_month: Counter[int] = Counter()
    found = {}
    for week in range(_week(first), last.toordinal() + 1, 7):
        month = date.fromordinal(min(max(week + 3, first.toordinal()), last.toordinal())).month
        found[week] = month, in_month[month]
        in_month[month] += 1
    return found


def _circle(month: int, row: int, evenings: int) -> Markup:
    x, y = middle(month), TOP + row * ROW
    if not evenings:
        return circle(x, y, SMALLEST, class_="still")
    radius = SMALLEST + (LARGEST - SMALLEST) * (min(evenings, 7) / 7) ** 0.6
    return joined(circle(x, y, radius + 2.5, class_="glow"), circle(x, y, radius, class_="light"))
