"""What they ask for, why nothing comes, and what they write themselves."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import cards
from ritual.core.cards import Deck, QuestionCard, Wanted
from ritual.core.errors import Refused
from ritual.core.records import Card, Mark, Stage
from ritual.core.text import has_controls
from tests.conftest import EVENING
from tests.core.test_cards import STAGES, cards_with_marks, mark


def deck_of(*depths: int, name: str = "d") -> Deck:
    return Deck(
        id=name,
        name=name,
        cards=tuple(QuestionCard(id=f"{name}-{n}", text="What?", depth=depth) for n, depth in enumerate(depths)),
    )


def test_what_they_ask_for_is_open() -> None:
    ours, own = deck_of(1, 2, 3), deck_of(1, 3, name=cards.YOURS)

    def found(wanted: Wanted) -> list[str]:
        return [one.id for one in cards.fitting([ours, own], deepest=1, wanted=wanted)]

    assert found(Wanted()) == ["d-0", "yours-0"]
    assert found(Wanted(depth=3)) == ["d-2", "yours-1"]
    assert found(Wanted(favourites=True)) == ["d-0", "d-1", "d-2", "yours-0", "yours-1"]
    assert found(Wanted(decks=frozenset({cards.YOURS}))) == ["yours-0", "yours-1"]
    assert found(Wanted(decks=frozenset({"d"}))) == ["d-0"]
    assert found(Wanted(depth=1, favourites=True)) == ["d-0", "yours-0"]


WANTED = st.builds(
    Wanted,
    decks=st.frozensets(st.sampled_from(["deck-0", "deck-1", "gone"])),
    depth=st.none() | st.integers(1, 3),
    favourites=st.booleans(),
)


@given(cards_with_marks(), WANTED, st.none() | st.sampled_from(STAGES), st.integers(1, 3), st.sets(st.integers(0, 11)))
def test_where_no_card_comes_the_sentence_is_true(
    given_cards: tuple[list[QuestionCard], dict[str, Mark]],
    wanted: Wanted,
    stage: Stage | None,
    reach: int,
    liked: set[int],
) -> None:
    deck, marks = given_cards
    names = {one.id: one for one in deck}
    for number in liked:
        known = marks.get(f"card-{number}")
        gone = known is not None and known.not_for_us
        marks[f"card-{number}"] = Mark(id="m", at=EVENING, card=f"card-{number}", favourite=True, not_for_us=gone)
    half = len(deck) // 2
    decks = [Deck(id=f"deck-{n}", name="d", cards=tuple(part)) for n, part in enumerate((deck[:half], deck[half:]))]
    coming = cards.order(
        cards.fitting(decks, stage=stage, deepest=reach, wanted=wanted), marks, Random(1), wanted=wanted
    )
    if coming:
        assert all(cards.suits(one, decks, marks, wanted) for one in coming)
        return
    asked = [one for one in names.values() if cards.suits(one, decks, marks, wanted)]
    here = [one for one in asked if stage is None or not one.stages or stage in one.stages]
    said = cards.none_left(decks, marks, wanted, stage)
    if said == cards.DEEPER:
        assert here
        assert all(one.depth > reach for one in here)
    else:
        assert here == []
    if said == cards.ASIDE:
        assert not wanted.favourites
    if said == cards.NO_FAVOURITES:
        assert not any(one.favourite and not one.not_for_us for one in marks.values())


def test_each_reason_has_its_sentence() -> None:
    decks = [deck_of(3), deck_of(1, name="early")]
    decks[1] = Deck(id="early", name="e", cards=(QuestionCard(id="e-0", text="W?", depth=1, stages=("beginning",)),))
    liked = {"d-0": Mark(id="m", at=EVENING, card="d-0", favourite=True)}

    def said(marks: dict[str, Mark], stage: Stage | None = None, **wanted: object) -> str:
        return cards.none_left(decks, marks, Wanted(**wanted), stage)  # type: ignore[arg-type]

    assert said({}, favourites=True) == cards.NO_FAVOURITES
    assert said({"d-0": mark("d-0", not_for_us=True)}, decks=frozenset({"d"})) == cards.ASIDE
    assert said({}, decks=frozenset({"d"})) == cards.DEEPER
    assert said({}, stage="long-term", decks=frozenset({"early"})) == cards.NONE
    assert said(liked, favourites=True, depth=1) == cards.NONE
    assert said({}, decks=frozenset({"gone"})) == cards.NONE


@given(st.text(max_size=200))
def test_a_question_is_one_line_that_fits_a_card_or_refused(typed: str) -> None:
    try:
        asked = cards.question(typed)
    except Refused:
        plain = " ".join(typed.split())
        assert not plain or len(plain) > cards.LONGEST or has_controls(typed)
        return
    assert asked == " ".join(typed.split())
    assert 0 < len(asked) <= cards.LONGEST
    assert cards.question(asked) == asked


def test_a_question_has_room_for_160_signs_and_says_how_many_it_has() -> None:
    assert cards.question(f"  {'日' * 160}\n") == "日" * 160
    with pytest.raises(Refused, match=r"room for 160 characters, and this has 161\."):
        cards.question("x" * 161)
    with pytest.raises(Refused, match=r"There is no question yet\."):
        cards.question(" \n ")


@given(st.lists(st.tuples(st.text("abc", min_size=1), st.integers(1, 3), st.none() | st.just("And?")), max_size=5))
def test_what_they_wrote_is_a_deck_as_soon_as_there_is_one(written: list[tuple[str, int, str | None]]) -> None:
    found = [
        Card(id=f"c-{n}", at=EVENING, text=text, depth=depth, follow_up=deeper)
        for n, (text, depth, deeper) in enumerate(written)
    ]
    deck = cards.own(found)
    assert (deck is None) is (not written)
    shown = [(one.text, one.depth, one.follow_up) for one in deck.cards] if deck else []
    assert shown == written
