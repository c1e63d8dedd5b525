import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core.records import Draw, Note, Record, Wish
from ritual.core.search import after, finder
from tests.conftest import EVENING

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def finds(wanted: str, entry: Record) -> bool:
    return finder(wanted, {"win": "A small win?"}.get)(entry)  # type: ignore[arg-type]


def note(text: str, *tags: str) -> Note:
    return Note(id="n", at=EVENING, text=text, tags=list(tags))


@given(TEXT)
def test_every_text_is_found_by_itself_and_by_each_of_its_words(text: str) -> None:
    for wanted in (text, *text.split()):
        assert finds(wanted, note(text))
    assert finds(text, note(f"before {text} after"))


@given(TEXT)
def test_it_does_not_matter_how_letters_are_composed(text: str) -> None:
    assert finds(unicodedata.normalize("NFD", text), note(unicodedata.normalize("NFC", text)))


@given(TEXT)
def test_no_word_finds_everything(text: str) -> None:
    assert finds(" \n", note(text))


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("straße", "STRASSE"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("ﬁn", "FIN"),
        ("愛 tea", "Tea, 愛"),
        ("b a", "a b"),
        ("ea", "tea"),
    ],
)
def test_case_and_order_do_not_matter(wanted: str, text: str) -> None:
    assert finds(wanted, note(text))


@pytest.mark.parametrize(("wanted", "text"), [("teas", "tea"), ("tea rain", "tea"), (".", "tea"), ("cafe", "café")])
def test_what_is_not_said_is_not_found(wanted: str, text: str) -> None:
    assert not finds(wanted, note(text))


def test_tags_cards_and_the_other_wording_are_searched_too() -> None:
    assert finds("walk rain", note("rain", "walk"))
    assert finds("small", Draw(id="d", at=EVENING, card="win"))
    assert finds("golden", Wish(id="w", at=EVENING, text="silver", also=[{"text": "golden"}]))
    assert finds("passed", Draw(id="d", at=EVENING, card="win", passed=True))


def test_after_the_last_choice_comes_the_first() -> None:
    assert [after([None, "a", "b"], one) for one in (None, "a", "b", "gone")] == ["a", "b", None, None]
