"""The words of the weekly check-in: its sentences, and the vocabulary of feelings and needs."""

import re
from collections.abc import Iterator
from string import Formatter

import msgspec
import pytest

from ritual import content
from ritual.content.weekly import Scale
from ritual.core import checkin, wording
from tests.test_content import DECKS, NARROW, SENTENCE_END, lines_of

WORDS = content.checkin_words()
LINES = [(path, text) for path, text in lines_of(WORDS) if not re.search(r"\.(?:id|deck|reading)$", path)]
EVERY_SCALE = pytest.mark.parametrize("scale", WORDS.ratings, ids=lambda one: one.id)

ALLOWED = {
    r"\.words\.sentence": {"feelings", "needs"},
    r"\.goal\.(?:after|celebrate)": {"goal"},
    r"\.(?:appreciate|back|topic|wish|goal)\.(?!solo|examples|none)": {"name", "other"},
}
"""What may stand in braces, and where; nothing elsewhere."""
MEASURE = re.compile(
    r"\b(?:score|points?|percent|better than|worse than|should|must|ought|always|never)\b", re.IGNORECASE
)
"""What would be a mark, a comparison or a reproach."""


def placeholders(text: str) -> set[str]:
    return {field for _, field, *_ in Formatter().parse(text) if field is not None}


def families() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every family of words: its list, its id and its words."""
    yield from (("feelings", one.id, one.feelings) for one in content.feelings().families)
    yield from (("needs", one.id, one.needs) for one in content.needs().families)


def test_a_line_is_two_short_sentences_at_most() -> None:
    assert [path for path, text in LINES if text != " ".join(text.split()) or not text] == []
    assert [path for path, text in LINES if len(text) > 160 or len(SENTENCE_END.findall(text)) > 2] == []
    begun = re.compile(r"[A-Z\"{']")
    assert [path for path, text in LINES if not begun.match(text) and not path.endswith((".low", ".high"))] == []


def test_a_line_is_for_any_two_people_and_gives_no_marks() -> None:
    assert [path for path, text in LINES if NARROW.search(text) or MEASURE.search(text) or "!" in text] == []


def test_only_what_is_filled_in_stands_in_braces() -> None:
    for path, text in LINES:
        allowed = next((names for where, names in ALLOWED.items() if re.match(where, path)), set())
        assert placeholders(text) <= allowed, path
        filled = text.format(name="Ana", other="Sam", goal="to swim", feelings="tired", needs="rest")
        assert not {"{", "}"} & set(filled), path


def test_frames_hold_what_they_are_for() -> None:
    assert all(placeholders(one) == {"feelings", "needs"} for one in WORDS.words.sentence)
    assert all(placeholders(one) == {"goal"} for one in (*WORDS.goal.after, *WORDS.goal.celebrate))
    assert all('"{goal}"' in one for one in (*WORDS.goal.after, *WORDS.goal.celebrate))
    assert all("{name}" in one for one in (*WORDS.wish.ask, *WORDS.goal.ask))
    assert any("overwhelmed" in one.feelings for one in content.feelings().families)
    assert "support" in {word for one in content.needs().families for word in one.needs}
    assert any("fine" in one for one in (*WORDS.words.feelings, *WORDS.words.sentence))


def test_every_list_has_something_to_say_and_says_nothing_twice() -> None:
    fields = msgspec.to_builtins(WORDS)
    lists = [lines for name, part in fields.items() if name != "ratings" for lines in part.values()]
    assert all(lines for lines in lists)
    texts = [text for _, text in LINES]
    assert sorted({one for one in texts if texts.count(one) > 1}) == []
    assert len(WORDS.wish.examples) >= 20


def test_lines_for_one_alone_speak_of_no_other() -> None:
    alone = [text for path, text in LINES if ".solo" in path]
    assert len(alone) > 20
    assert [text for text in alone if placeholders(text) or "each other" in text or "both of you" in text] == []


def test_where_they_see_something_differently_it_is_a_question() -> None:
    for text in (*WORDS.together.differ, *WORDS.together.alike):
        assert text.endswith("?")
        assert not re.search(r"\d", text)
    assert "You see this differently. What does each of you see?" in WORDS.together.differ


def test_the_eight_scales_stand_in_their_order_with_names_for_people() -> None:
    assert tuple(one.id for one in WORDS.ratings) == checkin.SCALES
    assert len(checkin.SCALES) == 8
    assert set(checkin.SCALES) <= wording.SCALES.keys()
    assert len(set(wording.SCALES.values())) == len(wording.SCALES)
    assert WORDS.scale("heard").id == "heard"


@EVERY_SCALE
def test_a_scale_asks_one_question_with_two_ends(scale: Scale) -> None:
    assert scale.ask.endswith("?")
    assert scale.ask.count("?") == 1
    assert "you feel" in scale.ask
    assert 0 < max(len(scale.low), len(scale.high)) <= 24
    assert scale.low.casefold() != scale.high.casefold()
    assert scale.deck in {deck.id for deck in DECKS}


@EVERY_SCALE
def test_a_trend_is_one_sentence_without_figures_and_without_blame(scale: Scale) -> None:
    trends = (scale.steady, scale.rising, scale.falling)
    assert len(set(trends)) == 3
    for text in trends:
        assert len(SENTENCE_END.findall(text)) == 1
        assert text.endswith(".")
        assert re.findall(r"\d|\b(?:you|your|one of you)\b", text, re.IGNORECASE) == []


def test_there_are_words_enough() -> None:
    feelings, needs = content.feelings().families, content.needs().families
    assert sum(len(one.feelings) for one in feelings) >= 140
    assert len(feelings) >= 8
    assert sum(len(one.needs) for one in needs) >= 60
    assert len(needs) >= 6


@pytest.mark.parametrize("which", ["feelings", "needs"])
def test_each_word_stands_once_in_one_family(which: str) -> None:
    found = [(name, words) for kind, name, words in families() if kind == which]
    words = [word.casefold() for _, of_family in found for word in of_family]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert len({name for name, _ in found}) == len(found)
    assert all(len(of_family) >= 3 for _, of_family in found)
    names = [one.name for one in (content.feelings() if which == "feelings" else content.needs()).families]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("kind", "name", "words"), list(families()), ids=lambda one: one if isinstance(one, str) else ""
)
def test_words_complete_a_sentence_about_oneself(kind: str, name: str, words: tuple[str, ...]) -> None:
    """None is an opinion about the other one in disguise, and none says what the other has to do."""
    for word in words:
        assert word.replace(" I ", " i ") == " ".join(word.split()).lower() != ""
        assert len(word) <= 24
        assert re.search(r"[.,;!?{}\"]|\byou\b|\byour\b", word) is None
        assert word not in (
            "fine",
            "good",
            "bad",
            "okay",
            "ignored",
            "rejected",
            "attacked",
            "blamed",
            "betrayed",
            "used",
        )
    assert re.fullmatch(r"[a-z-]+", name)
