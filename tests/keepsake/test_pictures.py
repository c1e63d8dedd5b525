"""The pictures of a year."""

import calendar
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core.appreciation import WAYS
from ritual.core.records import Way
from ritual.keepsake.book import Closeness
from ritual.keepsake.pictures import closeness, evenings, ways
from ritual.keepsake.styles import SHEET
from tests.keepsake.parsed import Node, parse

YEARS = st.integers(1, 9999)


def drawn(markup: str | None) -> Node:
    assert markup is not None
    return parse(markup).one("figure")


def lights(page: Node) -> list[tuple[float, float, float]]:
    """Where a circle stands, and how large it is."""
    found = [one.attributes for one in page.all("circle") if one.attributes["class"] in ("light", "still")]
    return [(float(one["cx"]), float(one["cy"]), float(one["r"])) for one in found]


@given(YEARS)
def test_each_week_of_a_year_has_one_place_in_its_month(year: int) -> None:
    night = date(year, 6, 15)
    found = lights(drawn(evenings.picture(year, [night], 900, two=True)))
    days = 366 if calendar.isleap(year) else 365
    assert len(found) in (53, 54)
    assert len(found) * 7 >= days
    assert len({(x, y) for x, y, _ in found}) == len(found)
    assert len({x for x, _, _ in found}) == 12
    assert max(Counter(x for x, _, _ in found).values()) <= 6


@given(YEARS, st.sets(st.integers(0, 364), min_size=1))
def test_a_circle_grows_with_the_evenings_of_its_week(year: int, days: set[int]) -> None:
    nights = [date(year, 1, 1) + timedelta(day) for day in days]
    sizes = Counter(size for _, _, size in lights(drawn(evenings.picture(year, nights, 900, two=True))))
    weeks = Counter(Counter(night.toordinal() - night.weekday() for night in nights).values())
    lit = {size: count for size, count in sizes.items() if size > evenings.SMALLEST}
    assert [lit[size] for size in sorted(lit)] == [weeks[count] for count in sorted(weeks)]
    assert max(sizes) < evenings.ROW / 2


def test_the_evenings_are_told_by_month() -> None:
    nights = [date(2026, 11, 21), date(2026, 11, 22), date(2026, 3, 1)]
    page = drawn(evenings.picture(2026, nights, 3600, two=True))
    assert page.one("desc").text == "March: one. November: two."
    assert page.one("title").text == "The evenings of 2026, week by week"
    assert page.texts("text") == [name for name in calendar.month_abbr if name]


@given(st.dictionaries(st.sampled_from(WAYS), st.integers(1, 999), min_size=1))
def test_a_bar_is_as_long_as_its_way_was_frequent(named: dict[Way, int]) -> None:
    page = drawn(ways.picture(2026, Counter(named), two=True))
    lengths = [float(one.attributes["width"]) for one in page.all("rect")]
    assert len(lengths) == len(page.texts("text")) == len(named)
    assert lengths == sorted(lengths, reverse=True)
    assert max(lengths) + ways.LEFT < 480
    assert min(lengths) >= ways.THICK


def course(*months: int, value: float = 4) -> list[Closeness]:
    return [Closeness(date(2026, month, 8), value, min(value + 1, 7)) for month in months]


@pytest.mark.parametrize("months", [(), (1,), (1, 12), (1, 1, 1, 2)])
def test_a_line_needs_three_months(months: tuple[int, ...]) -> None:
    assert closeness.picture(2026, course(*months)) is None


@given(st.lists(st.integers(1, 12), min_size=3, unique=True), st.lists(st.floats(1, 7), min_size=24, max_size=24))
def test_the_line_stays_within_its_picture(months: list[int], values: list[float]) -> None:
    found = [Closeness(date(2026, month, 1), values[month - 1], values[-month]) for month in sorted(months)]
    page = drawn(closeness.picture(2026, found))
    points = [one.attributes for one in page.all("circle") if one.attributes["class"] in ("light", "before")]
    assert len(points) == 2 * len(months)
    assert all(closeness.TOP <= float(one["cy"]) <= closeness.BOTTOM for one in points)
    assert {"before", "after", "between"} <= {one.attributes["class"] for one in page.all("path")}


def test_closeness_is_told_in_words() -> None:
    page = drawn(closeness.picture(2026, course(1, 2, 3)))
    assert page.one("desc").text.startswith("January: rather close before, close after. February: ")
    assert {"when you arrived", "at the end"} <= set(page.texts("text"))


def test_the_two_lines_differ_without_their_colours() -> None:
    sheet = SHEET.read_text("utf-8")
    assert "stroke-dasharray" in sheet.split("path.before {")[1].split("}")[0]
    assert "stroke-dasharray" not in sheet.split("path.after {")[1].split("}")[0]
    assert "fill: var(--ground)" in sheet.split("circle.before {")[1].split("}")[0]
