"""Where things are going, in plain words; figures only for those who ask."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core import trends
from ritual.core.records import Leg, Person, Rating, Session, Visibility
from ritual.core.trends import CELLS, SCALES, WEEKS, airtime, airtime_in_words, closeness, drawn
from tests.conftest import EVENING
from tests.core.entries import ANA, SAM, one

TONIGHT = EVENING.date()
BOTH = [Person(id=name, at=EVENING, by=name, name=name.title(), seat=seat) for seat, name in enumerate((ANA, SAM))]
SINCE = TONIGHT - trends.MONTH


def felt(
    before: int, after: int, *, weeks_ago: int = 0, by: str = ANA, visibility: Visibility = "shared"
) -> list[Rating]:
    """How close one of them felt on one evening, arriving and at the end."""
    return [
        one(
            Rating,
            f"{weeks_ago} {by} {scale}",
            days_ago=weeks_ago * 7,
            by=by,
            scale=scale,
            value=value,
            visibility=visibility,
        )
        for scale, value in zip(SCALES, (before, after), strict=True)
    ]


def talked(ana: int, sam: int, *, days_ago: int = 0, **said: object) -> Session:
    """An evening on which they spoke for so many minutes."""
    legs = [Leg(step="talk", by=by, planned=60, seconds=minutes * 60) for by, minutes in ((ANA, ana), (SAM, sam))]
    other = Leg(step="close", by=ANA, planned=60, seconds=9999)
    return one(Session, f"{days_ago}", days_ago=days_ago, legs=[*legs, other], **said)


def test_closeness_is_averaged_over_both_and_over_each_week() -> None:
    found = closeness([*felt(2, 4), *felt(4, 6, by=SAM), *felt(1, 1, weeks_ago=1)], TONIGHT)
    assert found.before == [1, 3]
    assert found.after == [1, 5]


def test_a_week_that_has_only_one_side_is_left_out() -> None:
    assert closeness(felt(2, 4)[:1], TONIGHT) == trends.Closeness([], [])
    assert closeness([*felt(2, 4)[:1], *felt(3, 5, weeks_ago=2)], TONIGHT).before == [3]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (3, 4, "You mostly feel closer at the end of an evening than at its beginning."),
        (4, 4, "You feel about as close at the end of an evening as at its beginning."),
        (5, 2, "You feel about as close at the end of an evening as at its beginning."),
    ],
)
def test_closeness_in_words_is_kind(before: int, after: int, words: str) -> None:
    assert closeness(felt(before, after), TONIGHT).in_words == words


def test_without_anything_there_are_still_words() -> None:
    assert closeness([], TONIGHT).in_words == "When you say how close you feel, you will see it here."
    nothing = "When you have talked in turns, you will see here how you shared the time."
    assert airtime_in_words(airtime([], BOTH, SINCE), BOTH) == nothing
    assert airtime_in_words(airtime([talked(0, 0)], BOTH, SINCE), BOTH) == nothing
    assert airtime_in_words({}, BOTH) == airtime_in_words({ANA: 5}, []) == nothing


@pytest.mark.parametrize("visibility", ["sealed", "private"])
def test_nothing_sealed_or_private_is_in_any_trend(visibility: Visibility) -> None:
    shared = felt(2, 4, by=SAM)
    assert closeness([*shared, *felt(7, 7, visibility=visibility)], TONIGHT) == closeness(shared, TONIGHT)
    assert airtime([talked(9, 1, visibility=visibility)], BOTH, SINCE) == {ANA: 0, SAM: 0}


def test_what_was_removed_or_not_kept_is_in_no_trend() -> None:
    assert closeness([replace(rating, removed=EVENING) for rating in felt(2, 4)], TONIGHT).after == []
    assert airtime([talked(9, 1, removed=EVENING), talked(9, 1, state="open")], BOTH, SINCE) == {ANA: 0, SAM: 0}


def test_they_look_back_half_a_year_at_closeness_and_a_month_at_airtime() -> None:
    assert len(closeness([*felt(2, 4, weeks_ago=WEEKS), *felt(2, 4, weeks_ago=WEEKS - 1)], TONIGHT).after) == 1
    assert airtime([talked(3, 4, days_ago=30), talked(9, 9, days_ago=31)], BOTH, SINCE) == {ANA: 180, SAM: 240}


def test_other_scales_and_the_time_of_others_count_for_nothing() -> None:
    assert closeness([replace(rating, scale="close") for rating in felt(2, 4)], TONIGHT).after == []
    stranger = one(Session, legs=[Leg(step="talk", by="eve", planned=1, seconds=60)])
    assert airtime([stranger], BOTH, SINCE) == {ANA: 0, SAM: 0}


@pytest.mark.parametrize(
    ("ana", "sam", "words"),
    [
        (10, 10, "You shared the time about equally."),
        (12, 8, "You shared the time about equally."),
        (15, 5, "Sam listened more this month."),
        (0, 5, "Ana listened more this month."),
    ],
)
def test_airtime_in_words_names_who_listened_and_blames_nobody(ana: int, sam: int, words: str) -> None:
    assert airtime_in_words(airtime([talked(ana, sam)], BOTH, SINCE), BOTH) == words


def test_one_alone_shares_the_time_with_nobody() -> None:
    solo = BOTH[:1]
    assert "listened" not in airtime_in_words(airtime([talked(9, 0)], solo, SINCE), solo)
    assert closeness(felt(2, 4), TONIGHT).after == [4]


@given(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7), st.integers(0, 40), st.sampled_from((ANA, SAM)))))
def test_the_words_hold_no_figure_and_both_courses_the_same_weeks(said: list[tuple[int, int, int, str]]) -> None:
    found = closeness(
        [one for before, after, ago, by in said for one in felt(before, after, weeks_ago=ago, by=by)], TONIGHT
    )
    assert len(found.before) == len(found.after) <= WEEKS
    assert all(1 <= value <= 7 for value in (*found.before, *found.after))
    assert not re.search(r"\d|%|worse|less", found.in_words)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_airtime_in_words_holds_no_figure(ana: int, sam: int) -> None:
    assert not re.search(r"\d|%|too|spoke more", airtime_in_words({ANA: ana, SAM: sam}, BOTH))


@given(st.lists(st.floats(0, 10)))
def test_a_course_is_drawn_in_as_many_cells_and_higher_is_never_lower(course: Sequence[float]) -> None:
    cells = drawn(course, 0, 10)
    assert len(cells) == len(course)
    assert [CELLS.index(one) for one in drawn(sorted(course), 0, 10)] == sorted(map(CELLS.index, cells))


def test_a_course_is_drawn_on_the_whole_scale() -> None:
    assert drawn([0, 5, 10], 0, 10) == "▁▅█"
    assert drawn([1, 4, 7, 9, 0], 1, 7) == "▁▅██▁"
    assert drawn([4.0, 4.1, 4.2], 1, 7) == "▅▅▅"


def test_a_night_of_next_year_is_in_the_right_week() -> None:
    ratings = [replace(rating, night=date(2026, 12, 31)) for rating in felt(2, 4)]
    ratings += [replace(rating, night=date(2027, 1, 1)) for rating in felt(4, 6, by=SAM)]
    assert closeness(ratings, date(2027, 1, 2) + timedelta(days=1)).after == [5]
