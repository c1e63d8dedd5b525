import pytest

from ritual.core import wording
from ritual.core.records import (
    Appreciation,
    Checkin,
    Draw,
    Feeling,
    Leg,
    Note,
    Occasion,
    Person,
    Rating,
    Record,
    Reply,
    Session,
    Topic,
)
from tests.conftest import EVENING

NIGHT = EVENING.date()
WHO = [Person(id="a", at=EVENING, name="Ana"), Person(id="s", at=EVENING, name="Sam", seat=1)]
CARDS = {"win": "A small win?"}


def evening(seconds: int) -> Session:
    return Session(id="x", at=EVENING, night=NIGHT, legs=[Leg(step="quiet", planned=600, seconds=seconds)])


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Note(id="x", at=EVENING, text="rain\nand wind"), "rain\nand wind"),
        (Topic(id="x", at=EVENING, text="the holidays"), "the holidays"),
        (Occasion(id="x", at=EVENING, name="the day we met", day=NIGHT), "the day we met"),
        (Feeling(id="x", at=EVENING, word="tired"), "tired"),
        (Draw(id="x", at=EVENING, card="win"), "A small win?"),
        (Draw(id="x", at=EVENING, card="win", passed=True), "passed: A small win?"),
        (Rating(id="x", at=EVENING, scale="closeness-after", value=5), "closeness, at the end: 5"),
        (Rating(id="x", at=EVENING, scale="our own", value=0), "our own: 0"),
        (Rating(id="x", at=EVENING, scale="nothing-unsaid", value=3), "nothing unsaid between us: 3"),
        (Checkin(id="x", at=EVENING), "check-in"),
        (Checkin(id="x", at=EVENING, seconds=89), "check-in"),
        (Checkin(id="x", at=EVENING, seconds=1700), "check-in, 28 minutes"),
        (evening(1200), "20 minutes together"),
        (evening(80), "a moment together"),
        (evening(0), "a moment together"),
    ],
)
def test_what_an_entry_says(entry: Record, said: str) -> None:
    assert wording.what(entry, lambda card: CARDS[card]) == said


def test_the_reply_that_needs_no_words_is_kept_in_one_language_and_read_in_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wording, "SAYS_RECEIVED", "angenommen ♥")
    received = Reply(id="x", at=EVENING, text="received ♥", also=[{"text": "received ♥"}, {"text": "With joy."}])
    assert wording.text(received) == "angenommen ♥"
    assert wording.also(received) == ["also: angenommen ♥", "also: With joy."]
    assert wording.text(Note(id="x", at=EVENING, text="received ♥")) == "received ♥"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Note(id="x", at=EVENING, by="a", text=""), "Ana"),
        (Note(id="x", at=EVENING, text=""), ""),
        (Note(id="x", at=EVENING, by="somebody", text=""), ""),
        (Appreciation(id="x", at=EVENING, by="a", to="s", text=""), "Ana to Sam"),
        (Appreciation(id="x", at=EVENING, by="a", text=""), "Ana"),
        (Appreciation(id="x", at=EVENING, by="a", to="somebody", text=""), "Ana"),
        (Appreciation(id="x", at=EVENING, to="s", text=""), ""),
    ],
)
def test_whose_it_is(entry: Record, said: str) -> None:
    assert wording.whose(entry, WHO) == said


def test_when_it_was() -> None:
    assert wording.when(Note(id="x", at=EVENING, night=NIGHT, text="")) == "Sunday 22 November 2026"
    assert wording.when(Topic(id="x", at=EVENING, text="")) == "Sunday 22 November 2026"


def test_what_was_written_elsewhere_at_the_same_time_is_said_too() -> None:
    assert wording.also(Note(id="x", at=EVENING, text="", also=[{"text": "rain"}, {"tags": ["a"]}])) == ["also: rain"]
    assert wording.also(Note(id="x", at=EVENING, text="")) == []
