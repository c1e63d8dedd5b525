"""Numbers, lengths and a year in words."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core.records import Way
from ritual.keepsake import telling

COMPARES = ("%", "percent", "streak", "missed", "only", "more than you", "less than", "in a row", "score", "goal of")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "a moment"),
        (89, "a moment"),
        (91, "two minutes"),
        (900, "a quarter of an hour"),
        (1200, "twenty minutes"),
        (1790, "half an hour"),
        (3600, "an hour"),
        (3660, "an hour and one minute"),
        (5400, "an hour and a half"),
        (7200, "two hours"),
        (9000, "two and a half hours"),
        (9900, "two hours and forty-five minutes"),
    ],
)
def test_lengths(seconds: int, words: str) -> None:
    assert telling.length(seconds) == words


@pytest.mark.parametrize(
    ("evenings", "seconds", "two", "words"),
    [
        (1, 1200, True, "You kept one evening together, about twenty minutes in all."),
        (1, 30, True, "You kept one evening together."),
        (61, 72_000, True, "You kept sixty-one evenings together, about twenty hours in all."),
        (2, 5000, False, "You kept two evenings, about an hour and twenty-three minutes in all."),
    ],
)
def test_a_year_of_evenings(evenings: int, seconds: int, two: bool, words: str) -> None:
    assert telling.together(evenings, seconds, two=two) == words


@pytest.mark.parametrize(
    ("ways", "two", "words"),
    [
        ({"help": 1}, True, "You thanked each other for help."),
        ({"help": 2, "time": 2}, True, "You thanked each other for help and time together."),
        ({"help": 2, "time": 1}, True, "Most often you thanked each other for help."),
        ({"help": 2, "time": 2, "gift": 1}, False, "Most often you were thankful for help and time together."),
        ({"help": 2, "time": 2, "gift": 2}, True, "You thanked each other for many things."),
    ],
)
def test_a_year_of_thank_yous(ways: dict[Way, int], two: bool, words: str) -> None:
    assert telling.thanks(Counter(ways), two=two) == words


def test_a_year_of_closeness() -> None:
    assert "closer at the end" in telling.closeness([(3, 5), (3, 4), (4, 4)])
    assert "as close as you came to it" in telling.closeness([(3, 3), (3, 4), (4, 3)])
    assert "the easy ones and the others" in telling.closeness([(5, 3), (5, 4), (4, 4)])


@given(st.floats(1, 7))
def test_closeness_has_words(value: float) -> None:
    assert telling.near(value)


@given(
    st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=1, max_size=9),
    st.dictionaries(st.sampled_from(["help", "time", "gift"]), st.integers(1, 9), min_size=1),
    st.integers(1, 400),
    st.booleans(),
)
def test_no_sentence_counts_against_anybody(
    felt: list[tuple[float, float]], ways: dict[Way, int], evenings: int, two: bool
) -> None:
    said = [telling.closeness(felt), telling.thanks(Counter(ways), two=two), telling.together(evenings, 900, two=two)]
    assert not [word for word in COMPARES for sentence in said if word in sentence]
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in said)
