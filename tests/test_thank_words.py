"""The sentences around a thank-you."""

import re
from itertools import combinations

import pytest

from ritual.content import appreciation_words
from ritual.core.text import words
from tests.test_content import NARROW, SENTENCE_END, lines_of

CONTENT = appreciation_words()
LINES = [pytest.param(text, id=path) for path, text in lines_of(CONTENT)]
PROMPTS = [*CONTENT.prompts, *CONTENT.solo]
LITTLE = set(
    re.findall(
        r"[a-z]+",
        "a about after all an and any are as at be by did do does for from had has have her here how if in is it its "
        "just last like made me need no not of on one or so something tell than that the their them then there they "
        "this to was were what when where which who will with would you your",
    )
)
"""Words that carry little of what a sentence is about."""
ALIKE = 0.75


def carried(text: str) -> set[str]:
    """The words that carry what a sentence is about."""
    return set(re.findall(r"[a-z]+", text.lower())) - LITTLE


def alike(one: str, other: str) -> float:
    """How many of their words they share, from 0 to 1 (Jaccard)."""
    first, second = carried(one), carried(other)
    return len(first & second) / len(first | second)


def test_there_are_prompts_for_more_than_forty_nights() -> None:
    assert len(CONTENT.prompts) >= 40
    assert len(CONTENT.solo) >= 10
    assert len(CONTENT.memory) >= 5
    assert CONTENT.empty


def test_no_two_lines_are_alike() -> None:
    for lines in (PROMPTS, CONTENT.memory, CONTENT.empty):
        close = [(one, other) for one, other in combinations(lines, 2) if alike(one, other) >= ALIKE]
        assert close == []


def test_likeness_is_seen() -> None:
    assert alike("What did they carry for you?", "What do they carry for you?") == 1
    assert alike("Which gift did you like?", "Which walk did you like?") < ALIKE


@pytest.mark.parametrize("text", LINES)
def test_a_line_is_short_and_clean(text: str) -> None:
    assert 10 <= len(text) <= 90
    assert text == words(text) == " ".join(text.split())
    assert len(SENTENCE_END.findall(text)) <= 2
    assert "{" not in text


@pytest.mark.parametrize("text", LINES)
def test_a_line_is_for_any_two_people(text: str) -> None:
    assert NARROW.findall(text) == []


@pytest.mark.parametrize("text", LINES)
def test_a_line_presses_nobody(text: str) -> None:
    assert re.findall(r"!|\b(?:must|should|always|never|every day|streak|missed)\b", text, re.IGNORECASE) == []


@pytest.mark.parametrize("text", CONTENT.memory)
def test_before_an_old_thank_you_stands_a_colon(text: str) -> None:
    assert text.endswith(":")


@pytest.mark.parametrize("text", PROMPTS)
def test_a_prompt_is_a_whole_sentence(text: str) -> None:
    assert text[0].isupper()
    assert text[-1] in ".?"


def test_lines_for_one_alone_speak_of_the_other_and_not_of_both_at_the_table() -> None:
    assert [text for text in CONTENT.solo if re.search(r"\btell them\b|\beach other\b|\baloud\b", text, re.I)] == []
