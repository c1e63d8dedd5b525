"""Numbers in words."""

import pytest

from ritual.core import numbers


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "no"),
        (1, "one"),
        (12, "twelve"),
        (19, "nineteen"),
        (20, "twenty"),
        (61, "sixty-one"),
        (100, "one hundred"),
        (143, "one hundred and forty-three"),
        (905, "nine hundred and five"),
        (999, "nine hundred and ninety-nine"),
        (1000, "1,000"),
    ],
)
def test_numbers(count: int, words: str) -> None:
    assert numbers.number(count) == words


def test_every_number_has_words_of_its_own() -> None:
    assert len({numbers.number(count) for count in range(2000)}) == 2000
