import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import text
from ritual.core.errors import Refused

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()))
ZWJ = "\N{ZERO WIDTH JOINER}"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("  Thank you.  ", "Thank you."),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("a\tb", "a\tb"),
        ("[b]not markup[/b]", "[b]not markup[/b]"),
        (f"👩{ZWJ}❤️{ZWJ}👨 שלום", f"👩{ZWJ}❤️{ZWJ}👨 שלום"),
        ("e\u0301", "e\u0301"),
        ("a" * text.LONGEST, "a" * text.LONGEST),
        (" " * 20_000 + "a", "a"),
    ],
)
def test_words_are_kept_as_they_are(typed: str, kept: str) -> None:
    assert text.words(typed) == kept


@pytest.mark.parametrize("typed", ["a\x1b[2Jb", "a\x00b", "a\x07b", "a\x7fb", "a\x9bb", "a\x85b", "a\ud800b", "a\x0bb"])
def test_control_characters_are_refused(typed: str) -> None:
    with pytest.raises(Refused, match="control character") as refusal:
        text.words(typed)
    assert typed not in str(refusal.value)


def test_too_long_is_refused_with_the_limit() -> None:
    with pytest.raises(Refused, match="10,000"):
        text.words("a" * (text.LONGEST + 1))


@given(ANYTHING)
def test_kept_words_can_be_kept_again_and_encoded(typed: str) -> None:
    try:
        kept = text.words(typed)
    except Refused:
        assert text.has_controls(typed.replace("\r", "\n"))
        return
    assert text.words(kept) == kept
    assert kept.encode().decode() == kept
    assert not text.has_controls(kept)


@given(ANYTHING)
def test_nothing_printed_can_steer_the_terminal(typed: str) -> None:
    shown = text.for_terminal(typed)
    assert len(shown) == len(typed)
    assert all(unicodedata.category(sign) not in ("Cc", "Cs") or sign in "\n\t" for sign in shown)
    assert text.has_controls(typed) is (shown != typed)


@given(ANYTHING.filter(lambda typed: not text.has_controls(typed)))
def test_plain_words_are_printed_as_they_are(typed: str) -> None:
    assert text.for_terminal(typed) == typed


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        (f"👩{ZWJ}❤️{ZWJ}👨", f"👩{ZWJ}❤️{ZWJ}👨"),
        (f"🏳️{ZWJ}🌈 👩🏽{ZWJ}🚀", f"🏳️{ZWJ}🌈 👩🏽{ZWJ}🚀"),
        (f"a{ZWJ}b{ZWJ}", "a\u2060b\u2060"),
        (f"👩{ZWJ} {ZWJ}👨", "👩\u2060 \u2060👨"),
        ("a\x1b[2Jb", "a\N{REPLACEMENT CHARACTER}[2Jb"),
        ("[b]שלום[/b]\n\t", "[b]שלום[/b]\n\t"),
    ],
)
def test_a_joiner_that_joins_no_emoji_is_drawn_as_nothing(typed: str, drawn: str) -> None:
    assert text.on_screen(typed) == drawn


@given(ANYTHING)
def test_what_is_drawn_has_a_sign_for_each_that_was_typed(typed: str) -> None:
    assert len(text.on_screen(typed)) == len(typed)
    assert text.on_screen(text.on_screen(typed)) == text.on_screen(typed)
