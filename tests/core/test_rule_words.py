from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core.errors import Refused
from ritual.core.rule_words import OF_ITS_OWN, phrases, rule_in, rule_in_words
from ritual.core.rules import dates, taken_apart
from ritual.core.text import has_controls
from tests.core.test_rules import NONSENSE


@pytest.mark.parametrize("phrase", phrases())
def test_every_phrase_and_its_rule_are_the_same(phrase: str) -> None:
    rule = rule_in(phrase)
    assert rule == phrases()[phrase]
    assert rule_in_words(rule) == phrase
    assert rule
    assert taken_apart(rule)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("once", None),
        (" Just  once ", None),
        ("EVERY YEAR", "FREQ=YEARLY"),
        ("yearly", "FREQ=YEARLY"),
        ("each month", "FREQ=MONTHLY"),
        ("every second friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every other Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every 2nd friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("fridays", "FREQ=WEEKLY;BYDAY=FR"),
        ("on Fridays", "FREQ=WEEKLY;BYDAY=FR"),
        ("every two weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("every 3 months", "FREQ=MONTHLY;INTERVAL=3"),
        ("every one week", "FREQ=WEEKLY"),
        ("the first friday of every month", "FREQ=MONTHLY;BYDAY=1FR"),
        ("on the last day of each month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ],
)
def test_people_may_say_it_in_several_ways(words: str, rule: str | None) -> None:
    assert rule_in(words) == rule


@pytest.mark.parametrize(
    "words",
    [
        "",
        "every",
        "every third friday",
        "every first Friday",
        "every full moon",
        "easter",
        "every 0 days",
        "every 77 weeks",
    ],
)
def test_what_is_not_understood_is_answered_in_one_kind_line(words: str) -> None:
    with pytest.raises(Refused, match=r"^[^\n]+ Please write it like once, every week.*\.$"):
        rule_in(words)


@given(st.text())
def test_whatever_is_typed_is_a_rule_or_refused_in_a_line_that_is_safe_to_show(words: str) -> None:
    said = ""
    try:
        rule = rule_in(words)
    except Refused as fault:
        rule, said = None, str(fault)
    assert rule is None or taken_apart(rule)
    assert len(said.splitlines()) <= 1
    assert not has_controls(said)


def test_a_rule_without_plain_words_is_called_one_of_its_own() -> None:
    assert rule_in_words("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH") == OF_ITS_OWN
    assert rule_in_words("freq=yearly;interval=1") == "every year"


@pytest.mark.parametrize("rule", [None, *NONSENSE])
def test_nonsense_comes_once_and_is_called_so(rule: str | None) -> None:
    assert rule_in_words(rule) == "once"


def test_the_last_friday_of_the_month_is_the_last() -> None:
    found = dates(rule_in("every last friday of the month"), date(2026, 11, 1), date(2026, 11, 1), date(2027, 1, 31))
    assert list(found) == [date(2026, 11, 27), date(2026, 12, 25), date(2027, 1, 29)]
