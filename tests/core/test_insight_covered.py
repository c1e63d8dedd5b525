"""What is sealed, private, removed, or answered by only one of two never changes anything that is shown.

The other one may be looking: nothing may come, and nothing may stay away, because of what is covered.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core import insight
from ritual.core.checkin import SCALES
from ritual.core.records import Checkin, Feeling, Rating, Wish
from tests.conftest import EVENING
from tests.core.insights import ANA, SAM, TWO, check_in, feeling, night, rating, wish

WEEKS = 7
COVERED: list[dict[str, Any]] = [
    {"visibility": "sealed"},
    {"visibility": "private"},
    {"removed": EVENING},
    {"removed": EVENING, "visibility": "private"},
]
"""The ways in which a record is not for both to see."""

SOME = st.sampled_from(["close", "heard", "safe", "deep"])
VALUES = st.sampled_from([0, 2, 3, 4, 8])
ANSWERS = st.tuples(st.integers(0, WEEKS - 1), SOME)
OPEN = st.dictionaries(ANSWERS, st.tuples(VALUES, VALUES), max_size=WEEKS * 4)
HIDDEN = st.dictionaries(
    ANSWERS,
    st.tuples(st.sampled_from(["ana", "sam", "both"]), VALUES, st.sampled_from([*COVERED, {}])),
    max_size=WEEKS * 4,
)
CHECKINS = [check_in(week) for week in range(WEEKS)]


def shown(
    ratings: list[Rating],
    checkins: list[Checkin] = CHECKINS,
    feelings: list[Feeling] | None = None,
    wishes: list[Wish] | None = None,
) -> list[Any]:
    """All that is made of these."""
    weeks = insight.weeks(checkins, ratings)
    return [
        weeks,
        insight.trends(weeks),
        [insight.suggestion(weeks[: number + 1], [], one.night) for number, one in enumerate(weeks)],
        insight.returning(feelings or [], often=2),
        insight.returning(feelings or [], need=True, often=2),
        insight.wishes_in_words(wishes or []),
    ]


def covered(week: int, scale: str, whose: str, value: int, how: dict[str, Any]) -> list[Rating]:
    """Answers that are not open to both: covered ones, beside an open one of the other or not; or one of one alone."""
    people = TWO if whose == "both" and how else [SAM if whose == "sam" else ANA]
    hidden = [rating(week, by, value, scale, **how) for by in people]
    beside = [rating(week, by, 0, scale) for by in TWO if by not in people and how]
    return [*hidden, *beside]


@given(OPEN, HIDDEN)
def test_covered_answers_change_nothing(
    said: dict[tuple[int, str], tuple[int, int]], hidden: dict[tuple[int, str], tuple[str, int, dict[str, Any]]]
) -> None:
    both = [
        rating(week, by, value, scale)
        for (week, scale), values in said.items()
        for by, value in zip(TWO, values, strict=True)
    ]
    more = [
        one
        for (week, scale), (whose, value, how) in hidden.items()
        if (week, scale) not in said
        for one in covered(week, scale, whose, value, how)
    ]
    assert shown([*more, *both]) == shown([*both, *more]) == shown(both)


@pytest.mark.parametrize("how", COVERED, ids=str)
@pytest.mark.parametrize("by", TWO)
def test_lows_that_one_keeps_covered_suggest_nothing(how: dict[str, Any], by: str) -> None:
    open_ = [rating(week, one, 1, scale) for week in range(WEEKS) for one in TWO for scale in SCALES]
    assert insight.HELP in shown(open_)[2]
    one_covered = [replace(one, **how) if one.by == by else one for one in open_]
    assert shown(one_covered) == shown([])
    assert shown(one_covered) == shown([one for one in open_ if one.by != by])


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(TWO), st.sampled_from(["tired", "calm"]), st.booleans())))
def test_covered_feelings_needs_and_wishes_change_nothing(named: list[tuple[int, str, str, bool]]) -> None:
    words = [feeling(0, ANA, "tired"), feeling(1, SAM, "tired"), feeling(0, ANA, "rest", need=True)]
    wishes = [wish(0, "yes"), wish(1, "let-go")]
    more = [
        feeling(week, by, word, need=need, **COVERED[number % 4]) for number, (week, by, word, need) in enumerate(named)
    ]
    true = [wish(2 + number, "yes", **how) for number, how in enumerate(COVERED)]
    assert shown([], [], [*more, *words], [*true, *wishes]) == shown([], [], words, wishes)
    assert shown([], [], words, wishes)[3] == ["tired"]


@pytest.mark.parametrize(
    "how", [{"state": "open"}, {"state": "resting"}, {"removed": EVENING}, {"night": None}], ids=str
)
def test_a_check_in_that_is_not_kept_changes_nothing(how: dict[str, Any]) -> None:
    more = check_in(WEEKS, **how)
    ratings = [rating(week, by, 1) for week in range(WEEKS + 1) for by in TWO]
    assert shown(ratings, [*CHECKINS, more]) == shown(ratings)
    assert len(insight.weeks([*CHECKINS, check_in(WEEKS)], ratings)) == WEEKS + 1


def test_what_was_opened_counts_from_then_on() -> None:
    sealed = [rating(week, by, 2, visibility="sealed") for week in range(3) for by in TWO]
    assert shown(sealed)[2] == [None] * WEEKS
    opened = [replace(one, visibility="shared") for one in sealed]
    assert shown(opened)[2] == [None, None, "close", *[None] * (WEEKS - 3)]
    assert insight.weeks(CHECKINS, opened)[2].night == night(2)


def test_answers_of_somebody_who_took_no_part_change_nothing() -> None:
    alone = [check_in(week, [ANA]) for week in range(WEEKS)]
    own = [rating(week, ANA, 7) for week in range(WEEKS)]
    others = [rating(week, SAM, 0, visibility=how) for week in range(WEEKS) for how in ("sealed", "shared")]
    assert shown([*own, *others], alone) == shown(own, alone)
