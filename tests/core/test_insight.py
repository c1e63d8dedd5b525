"""What weeks of check-ins show: trends, one gentle suggestion, what returns."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import insight
from ritual.core.checkin import SCALES
from ritual.core.insight import HELP, Week
from ritual.core.records import Suggestion
from tests.core.insights import ANA, SAM, check_in, course, feeling, night, rating, suggested, wish

VALUES = st.integers(0, 10)
HISTORIES = st.lists(
    st.dictionaries(st.sampled_from(SCALES), st.tuples(VALUES, VALUES) | st.tuples(VALUES), max_size=8), max_size=9
)


def tonight(weeks: Sequence[Week], *known: Suggestion) -> str | None:
    """What is suggested on the night of the last week."""
    return insight.suggestion(weeks, known, weeks[-1].night)


def low(*scales: str) -> dict[str, int]:
    return dict.fromkeys(scales, 2)


def test_a_week_holds_what_both_answered() -> None:
    ratings = [rating(0, ANA, 7), rating(0, SAM, 4), rating(0, ANA, 3, "heard"), rating(0, SAM, 3, "our own")]
    assert insight.weeks([check_in(0)], ratings) == [Week(night(0), {"close": (7, 4)})]


def test_of_one_alone_their_own_answers_count() -> None:
    assert insight.weeks([check_in(0, [ANA])], [rating(0, ANA, 7)]) == [Week(night(0), {"close": (7,)})]


def test_weeks_come_in_their_order_and_of_two_check_ins_in_a_week_the_later_one_counts() -> None:
    again = check_in(1, on=-2, id="again")
    ratings = [rating(week, by, 5 + week) for week in (0, 1) for by in (ANA, SAM)]
    ratings += [rating(1, by, 1, about="again", id=f"again {by}") for by in (ANA, SAM)]
    found = insight.weeks([check_in(1), again, check_in(0)], ratings)
    assert [(one.night, one.values) for one in found] == [
        (night(0), {"close": (5, 5)}),
        (night(1), {"close": (6, 6)}),
    ]


@pytest.mark.parametrize(
    ("values", "trend"),
    [
        ([], None),
        ([5], None),
        ([5, 5], "steady"),
        ([5, 5.5], "steady"),
        ([5, 6], "rising"),
        ([6, 5], "falling"),
        ([0, 9, 9, 9, 9], "steady"),
        ([9, 9, 9, 9, 7.5], "falling"),
        ([1, 2, 3, 4], "rising"),
        ([4, 8, 2, 5], "steady"),
    ],
)
def test_a_trend_is_the_last_answer_beside_the_three_before(values: list[float], trend: str | None) -> None:
    assert insight.trend(values) == trend


@given(st.lists(VALUES, min_size=2, max_size=8))
def test_a_trend_turned_upside_down_is_the_opposite(values: list[int]) -> None:
    opposite = {"rising": "falling", "falling": "rising", "steady": "steady"}
    assert insight.trend([10 - one for one in values]) == opposite[str(insight.trend(values))]


def test_trends_are_of_both_together_and_only_of_scales_that_have_one() -> None:
    weeks = course({"close": (2, 8), "heard": 5}, {"close": (8, 4)}, {"close": (9, 9), "safe": 1})
    assert insight.course(weeks, "close") == [5, 6, 9]
    assert insight.trends(weeks) == {"close": "rising"}


@pytest.mark.parametrize(
    ("values", "is_suggested"),
    [
        ([3, 3, 3], True),
        ([9, 3, 0, 2], True),
        ([3, 3], False),
        ([3, 3, 4], False),
        ([3, 4, 3, 3], False),
        ([8, 7, 6], True),
        ([8, 7, 7], False),
        ([9, 8], False),
        ([6, 5, 7], False),
        ([10, 4, 5], False),
    ],
)
def test_low_or_falling_for_three_weeks_is_suggested_about(values: list[int], is_suggested: bool) -> None:
    assert tonight(course(*values)) == ("close" if is_suggested else None)


def test_the_one_who_feels_less_of_it_is_looked_after() -> None:
    assert tonight(course({"close": (10, 3)}, {"close": (2, 10)}, {"close": (10, 1)})) == "close"
    assert tonight(course({"close": (10, 8)}, {"close": (7, 10)}, {"close": (10, 6)})) == "close"


def test_of_several_the_lowest_comes_first_and_then_what_was_not_suggested_lately() -> None:
    weeks = course(*[{"close": 3, "heard": 1, "safe": 2}] * 4)
    assert tonight(weeks) == "heard"
    assert tonight(weeks, suggested("heard", 0)) == "safe"
    assert tonight(weeks, suggested("heard", 0), suggested("safe", 1), suggested("close", 2)) == "heard"


def test_what_is_no_longer_answered_is_let_be() -> None:
    assert tonight(course(2, 2, 2, {"heard": 8})) is None
    assert tonight(course(2, 2, 2, {})) is None
    assert tonight(course(2, 2, {"heard": 8}, 2)) == "close"


def test_there_is_at_most_one_suggestion_in_a_week() -> None:
    weeks = course(*[low("close", "heard")] * 5)
    made = suggested("close", 4)
    days = [insight.suggestion(weeks, [made], night(4) + timedelta(days=on)) for on in range(8)]
    assert days == ["close", None, None, None, None, None, None, "heard"]


def test_one_that_was_dismissed_never_comes_again() -> None:
    weeks = course(*[low("close", "heard")] * 5)
    assert tonight(weeks, suggested("close", 4, dismissed=True)) is None
    assert tonight(weeks, suggested("close", 2, dismissed=True)) == "heard"
    assert tonight(weeks, suggested("close", None, dismissed=True), suggested("heard", 1, dismissed=True)) is None


def test_help_is_suggested_after_six_weeks_in_which_many_stay_low() -> None:
    many = low("close", "heard", "safe", "deep")
    assert tonight(course(*[many] * 6)) == HELP
    assert tonight(course(*[many] * 5)) in SCALES
    assert tonight(course(*[many] * 5, many | {"deep": 4})) in SCALES
    assert tonight(course({"close": 9}, *[many] * 6)) == HELP
    assert tonight(course(*[low("close", "heard", "safe")] * 8)) in SCALES
    assert tonight(course(*[many] * 6), suggested(HELP, 1, dismissed=True)) in SCALES


@given(HISTORIES, st.lists(st.sampled_from([*SCALES, HELP]), max_size=4, unique=True), st.integers(0, 20))
def test_a_suggestion_is_about_something_low_that_may_be_suggested(
    said: list[dict[str, tuple[int, ...]]], known: list[str], on: int
) -> None:
    weeks = course(*said)
    remembered = [suggested(what, number, dismissed=number == 0) for number, what in enumerate(known)]
    found = insight.suggestion(weeks, remembered, night(on))
    if found is None:
        return
    assert found not in known[:1], "it was dismissed"
    shown_again = any(one.what == found and one.shown == night(on) for one in remembered)
    recent = [one for one in remembered if one.shown and (night(on) - one.shown).days in range(7)]
    assert shown_again or not recent
    if found != HELP and not shown_again:
        lowest = [min(week.values[found]) for week in weeks if found in week.values]
        assert len(lowest) >= 3
        assert max(lowest[-3:]) <= 3 or lowest[-3] > lowest[-2] > lowest[-1]


@given(st.lists(st.tuples(VALUES, VALUES), min_size=3, max_size=8))
def test_who_answers_high_and_alike_is_suggested_nothing(pairs: list[tuple[int, int]]) -> None:
    high = [{scale: (max(one, 4), max(other, 4)) for scale in SCALES} for one, other in pairs]
    weeks = course(*[high[0]] * len(high))
    assert tonight(weeks) is None


def test_what_both_see_very_differently_is_apart() -> None:
    assert insight.apart([8, 5])
    assert not insight.apart([8, 6])
    assert not insight.apart([1])
    assert not insight.apart([])


def test_a_feeling_returns_where_it_was_named_in_several_check_ins() -> None:
    weeks = [feeling(week, ANA, "tired") for week in range(4)] + [feeling(week, SAM, "calm") for week in range(3)]
    both_at_once = [feeling(week, by, "stuck") for week in (0, 1) for by in (ANA, SAM)]
    needs = [feeling(week, ANA, "rest", need=True) for week in range(3)]
    assert insight.returning([*both_at_once, *needs, *weeks]) == ["tired", "calm"]
    assert insight.returning([*weeks, *needs], need=True) == ["rest"]
    assert insight.returning(weeks, often=4) == ["tired"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([], ""),
        (["not-yet", "let-go", None], ""),
        (["yes", "not-yet"], "A wish came true, at least in part."),
        (["yes", "partly", "let-go"], "2 wishes came true, at least in part."),
    ],
)
def test_of_wishes_only_those_are_told_that_came_true(answers: list[str | None], said: str) -> None:
    assert insight.wishes_in_words([wish(number, one) for number, one in enumerate(answers)]) == said
