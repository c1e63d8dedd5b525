"""Closeness before and after the evenings of a year: two soft lines from month to month."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import fmean

from ritual.keepsake.book import Closeness
from ritual.keepsake.pictures.frame import by_month, circle, figure, middle, months, text
from ritual.keepsake.telling import closeness, near
from ritual.keepsake.writing import Markup, element, joined
from ritual.language import _

ENOUGH = 3
"""Months without which there is no line."""
TOP, BOTTOM, HEIGHT = 42, 142, 172

Point = tuple[float, float]


def picture(year: int, evenings: Sequence[Closeness]) -> Markup | None:
    """The picture of these evenings, which are all of `year` and in order; none where they are too few for a line."""
    course = {
        month: (fmean(one.before for one in found), fmean(one.after for one in found))
        for month, found in ((month, list(of)) for month, of in groupby(evenings, key=lambda one: one.night.month))
    }
    if len(course) < ENOUGH:
        return None
    before, after = ([(middle(month), _height(both[number])) for month, both in course.items()] for number in (0, 1))
    drawn = joined(
        _line("between", before, after),
        _line("before", before),
        _line("after", after),
        *(circle(*point, 3, class_="before") for point in before),
        *(circle(*point, 3.6, class_="light") for point in after),
        _legend(),
        months(HEIGHT - 4),
    )
    told = {
        month: _("{before} before, {after} after", before=near(came), after=near(left))
        for month, (came, left) in course.items()
    }
    sentence = closeness([(one.before, one.after) for one in evenings])
    title = _("Closeness before and after the evenings of {year}", year=year)
    return figure(f"closeness-{year}", title, sentence, by_month(told), drawn, HEIGHT)


def _height(value: float) -> float:
    """Where an answer from 1 to 7 stands."""
    return round(BOTTOM - (BOTTOM - TOP) * (value - 1) / 6, 1)


def _line(name: str, course: Sequence[Point], back: Sequence[Point] = ()) -> Markup:
    """A soft line through these points; with a line to come back on, what lies between the two."""
    drawn = f"M{_at(course[0])}{_curve(course)}"
    if back:
        home = back[::-1]
        drawn += f"L{_at(home[0])}{_curve(home)}Z"
    return element("path", d=drawn, class_=name)


def _curve(course: Sequence[Point]) -> str:
    """On from point to point, level at each of them, so that it never swings beyond."""
    return "".join(
        f"C{_at(((x + to) / 2, y))} {_at(((x + to) / 2, down))} {_at((to, down))}"
        for (x, y), (to, down) in pairwise(course)
    )


def _at(point: Point) -> str:
    return f"{point[0]:g},{point[1]:g}"


def _legend() -> Markup:
    """Which line is which, and which way is closer: two rings, more and more one."""
    return joined(
        element("path", d="M60,12H92", class_="before"),
        text(_("when you arrived"), 100, 16),
        element("path", d="M252,12H284", class_="after"),
        text(_("at the end"), 292, 16),
        circle(8, TOP - 8, 6, class_="ring"),
        circle(13, TOP - 8, 6, class_="ring"),
        circle(6, BOTTOM + 2, 6, class_="ring"),
        circle(19, BOTTOM + 2, 6, class_="ring"),
    )
