from datetime import date, timedelta
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import cards
from ritual.core.cards import Deck, Mood, QuestionCard, Wanted
from ritual.core.records import Mark, Stage
from tests.conftest import EVENING

STAGES: tuple[Stage, ...] = get_args(Stage)
NIGHT = date(2026, 11, 22)


def mark(card: str, *, met: date | None = None, not_for_us: bool = False, passed: bool = False) -> Mark:
    return Mark(id=card, at=EVENING, card=card, met=met, not_for_us=not_for_us, passed=passed)


@st.composite
def some_cards(draw: st.DrawFn, least: int = 0) -> list[QuestionCard]:
    count = draw(st.integers(least, 12))
    return [
        QuestionCard(
            id=f"card-{number}",
            text=f"What is {number}?",
            depth=draw(st.integers(1, 3)),
            stages=tuple(draw(st.lists(st.sampled_from(STAGES), unique=True))),
        )
        for number in range(count)
    ]


@st.composite
def cards_with_marks(draw: st.DrawFn) -> tuple[list[QuestionCard], dict[str, Mark]]:
    deck = draw(some_cards())
    nights = st.none() | st.dates(date(2020, 1, 1), NIGHT)
    marks = {
        card.id: mark(card.id, met=draw(nights), not_for_us=draw(st.booleans()), passed=draw(st.booleans()))
        for card in deck
        if draw(st.booleans())
    }
    return deck, marks


def _rested(known: Mark | None) -> date:
    """When a card was met; what they passed on counts as met a year later."""
    if known is None or known.met is None:
        return date.min
    return known.met + timedelta(days=365 if known.passed else 0)


@given(cards_with_marks(), st.integers())
def test_unmet_cards_come_first_then_the_longest_unmet(
    given_cards: tuple[list[QuestionCard], dict[str, Mark]], seed: int
) -> None:
    deck, marks = given_cards
    ordered = cards.order(deck, marks, Random(seed))
    met = [_rested(marks.get(card.id)) for card in ordered]
    assert met == sorted(met)


@given(cards_with_marks(), st.integers())
def test_what_is_not_for_them_never_comes_and_all_others_do_once(
    given_cards: tuple[list[QuestionCard], dict[str, Mark]], seed: int
) -> None:
    deck, marks = given_cards
    ordered = [card.id for card in cards.order(deck, marks, Random(seed))]
    wanted = [card.id for card in deck if card.id not in marks or not marks[card.id].not_for_us]
    assert sorted(ordered) == sorted(wanted)


@given(cards_with_marks(), st.integers(), st.randoms(use_true_random=False))
def test_the_same_seed_gives_the_same_order(
    given_cards: tuple[list[QuestionCard], dict[str, Mark]], seed: int, chance: Random
) -> None:
    deck, marks = given_cards
    mixed = chance.sample(deck, len(deck))
    assert cards.order(deck, marks, Random(seed)) == cards.order(mixed, marks, Random(seed))


@given(some_cards(least=1), st.integers(1, 3))
def test_no_card_comes_again_before_all_were_met(deck: list[QuestionCard], rounds: int) -> None:
    marks: dict[str, Mark] = {}
    for turn in range(rounds):
        met = []
        for number in range(len(deck)):
            night = NIGHT + timedelta(days=turn * len(deck) + number)
            card = cards.order(deck, marks, Random(night.isoformat()))[0]
            marks[card.id] = mark(card.id, met=night)
            met.append(card.id)
        assert sorted(met) == sorted(card.id for card in deck)


@given(some_cards(least=2))
def test_a_card_they_passed_on_counts_as_met_and_comes_back_much_later(deck: list[QuestionCard]) -> None:
    first = cards.order(deck, {}, Random(1))[0]
    others = {one.id: mark(one.id, met=NIGHT) for one in deck if one != first}
    passed = {first.id: mark(first.id, met=NIGHT - timedelta(days=100), passed=True)}
    assert cards.order(deck, others | passed, Random(2))[-1] == first
    long_ago = {first.id: mark(first.id, met=NIGHT - timedelta(days=400), passed=True)}
    assert cards.order(deck, others | long_ago, Random(2))[0] == first


@given(some_cards(), st.sets(st.integers(0, 11)))
def test_favourites_can_be_asked_for(deck: list[QuestionCard], liked: set[int]) -> None:
    marks = {f"card-{number}": Mark(id="m", at=EVENING, card=f"card-{number}", favourite=True) for number in liked}
    found = cards.order(deck, marks, Random(1), wanted=Wanted(favourites=True))
    assert {card.id for card in found} == {card.id for card in deck} & set(marks)


def test_a_deck_for_their_stage_comes_rather_early_and_another_rather_late() -> None:
    stages: tuple[Stage | None, ...] = ("beginning", "long-term", None)
    decks = [
        Deck(id=str(stage), name="d", stage=stage, cards=(QuestionCard(id=f"c-{number}", text="What?", depth=1),))
        for number, stage in enumerate(stages)
    ]
    deck = [card for one in decks for card in one.cards]
    first = [cards.order(deck, {}, Random(seed), decks=decks, stage="beginning")[0].id for seed in range(300)]
    assert first.count("c-0") > first.count("c-2") > first.count("c-1") > 0


@pytest.mark.parametrize(
    ("evenings", "mood", "depth"),
    [
        (0, "light", 1),
        (0, "open", 1),
        (0, "deep", 2),
        (10, "open", 2),
        (99, "light", 1),
        (99, "open", 2),
        (99, "deep", 3),
    ],
)
def test_depth_follows_the_mood_of_the_night(evenings: int, mood: Mood, depth: int) -> None:
    assert cards.deepest(evenings, mood) == depth


def test_a_depth_that_is_asked_for_is_open_and_the_only_one() -> None:
    deck = Deck(id="d", name="d", cards=tuple(QuestionCard(id=f"c-{n}", text="What?", depth=n) for n in (1, 2, 3)))
    assert [one.depth for one in cards.fitting([deck], deepest=1, wanted=Wanted(depth=3))] == [3]
    assert cards.fitting([deck], wanted=Wanted(decks=frozenset({"other"}))) == []
    assert len(cards.fitting([deck], wanted=Wanted(decks=frozenset({"d"})))) == 3


def test_lighter_cards_come_rather_earlier() -> None:
    deck = [QuestionCard(id=f"card-{depth}", text="What?", depth=depth) for depth in (1, 2, 3)]
    first = [cards.order(deck, {}, Random(seed))[0].depth for seed in range(300)]
    assert first.count(1) > first.count(2) > first.count(3) > 0


def test_an_empty_deck_has_no_order() -> None:
    assert cards.order([], {}, Random(1)) == []


def test_one_card_comes_again_and_again() -> None:
    card = QuestionCard(id="only", text="What?", depth=1)
    assert cards.order([card], {"only": mark("only", met=NIGHT)}, Random(1)) == [card]
    assert cards.order([card], {"only": mark("only", not_for_us=True)}, Random(1)) == []


def test_marks_of_cards_that_are_gone_change_nothing() -> None:
    card = QuestionCard(id="only", text="What?", depth=1)
    assert cards.order([card], {"gone": mark("gone", met=NIGHT)}, Random(1)) == [card]


@given(some_cards(least=1), st.none() | st.sampled_from(STAGES), st.integers(1, 3))
def test_fitting_cards_suit_the_stage_and_the_depth(
    deck: list[QuestionCard], stage: Stage | None, deepest: int
) -> None:
    half = len(deck) // 2
    decks = [Deck(id=f"deck-{n}", name="d", cards=tuple(part)) for n, part in enumerate((deck[:half], deck[half:]))]
    found = cards.fitting(decks, stage=stage, deepest=deepest)
    for card in deck:
        suits = card.depth <= deepest and (not card.stages or stage is None or stage in card.stages)
        assert (card in found) is suits
    assert found == [card for card in deck if card in found]


def test_without_decks_nothing_fits() -> None:
    assert cards.fitting([]) == []


def test_depth_opens_slowly() -> None:
    assert [cards.deepest(met) for met in (0, 5, 6, 17, 18, 1000)] == [1, 1, 2, 2, 3, 3]


@given(st.integers(0, 1000))
def test_depth_never_closes_again(met: int) -> None:
    assert 1 <= cards.deepest(met) <= cards.deepest(met + 1) <= 3


@given(some_cards(least=1), st.data())
def test_of_cards_met_tonight_the_one_met_first_comes_first(deck: list[QuestionCard], data: st.DataObject) -> None:
    tonight = data.draw(st.permutations([card.id for card in deck]))
    marks = {card.id: mark(card.id, met=NIGHT) for card in deck}
    assert [card.id for card in cards.order(deck, marks, Random(1), tonight=tonight)] == tonight
    again = [*tonight, tonight[0]]
    assert [card.id for card in cards.order(deck, marks, Random(1), tonight=again)] == again[1:]


@given(cards_with_marks(), st.integers(), st.lists(st.integers(0, 11)))
def test_what_was_met_tonight_comes_after_all_that_was_met_before(
    given_cards: tuple[list[QuestionCard], dict[str, Mark]], seed: int, lately: list[int]
) -> None:
    deck, marks = given_cards
    tonight = [f"card-{number}" for number in lately if f"card-{number}" in marks]
    marks |= {card: mark(card, met=NIGHT) for card in tonight}
    ordered = cards.order(deck, marks, Random(seed), tonight=tonight)
    met = [_rested(marks.get(card.id)) for card in ordered]
    assert met == sorted(met)
