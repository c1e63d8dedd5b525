"""How a date returns, in German words; the English ones stay known."""

from collections.abc import Iterator

import pytest

from ritual import language
from ritual.core import german_rules, rule_words
from ritual.core.errors import Refused
from ritual.core.rule_words import rule_in, rule_in_words
from ritual.core.rules import taken_apart
from tests.core.test_dates_german import named_in


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    language.use(["de"])
    yield
    language.use([])


def test_every_phrase_and_its_rule_are_the_same() -> None:
    for phrase, rule in german_rules.phrases().items():
        assert (rule_in(phrase), rule_in_words(rule)) == (rule, phrase)
        assert taken_apart(rule)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("einmal", None),
        ("once", None),
        ("JEDES JAHR", "FREQ=YEARLY"),
        ("jährlich", "FREQ=YEARLY"),
        ("ja\u0308hrlich", "FREQ=YEARLY"),
        ("jede zweite Woche", "FREQ=WEEKLY;INTERVAL=2"),
        ("jedes zweite Jahr", "FREQ=YEARLY;INTERVAL=2"),
        ("alle zwei Wochen", "FREQ=WEEKLY;INTERVAL=2"),
        ("alle 3 Monate", "FREQ=MONTHLY;INTERVAL=3"),
        ("alle 14 Tage", "FREQ=WEEKLY;INTERVAL=2"),
        ("freitags", "FREQ=WEEKLY;BYDAY=FR"),
        ("jeden 2. Freitag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("jeden Sonnabend", "FREQ=WEEKLY;BYDAY=SA"),
        ("am ersten Freitag jedes Monats", "FREQ=MONTHLY;BYDAY=1FR"),
        ("am letzten Tag des Monats", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every second friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("yearly", "FREQ=YEARLY"),
    ],
)
def test_people_may_say_it_in_several_ways(words: str, rule: str | None) -> None:
    assert rule_in(words) == rule


def test_the_rules_that_the_german_sentence_names_are_understood() -> None:
    assert [rule_in(one) for one in named_in(rule_words.HOW)] == [
        None,
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        "FREQ=MONTHLY",
        "FREQ=YEARLY",
    ]


@pytest.mark.parametrize("words", ["", "jede", "jeden ersten Freitag", "jeden Vollmond", "Ostern", "alle 0 Tage"])
def test_what_is_not_understood_is_asked_back(words: str) -> None:
    with pytest.raises(Refused):
        rule_in(words)
