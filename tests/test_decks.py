"""The decks as a whole: two years of evenings without a repeat, and no two cards alike."""

import re
from collections import Counter
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from random import Random

from ritual import content
from ritual.core import cards
from ritual.core.records import Mark
from tests.conftest import EVENING

DECKS = content.decks()[0]
CARDS = [card for deck in DECKS for card in deck.cards]
COMMON = """
a about all also am an and any are as at be been before but by can could did do does ever for from
get had has have how i if in into is it its let like made make me might more most much my of on one
or our out so some something than that the their them then there they thing this to too up us was we
were what when where which who why will with would you your yours
"""
STOP = frozenset(COMMON.split())
TWO_YEARS = 730


def words(text: str) -> frozenset[str]:
    """The content words of a question."""
    return frozenset(re.findall(r"[a-z']+", text.lower())) - STOP


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of words share (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0


def test_there_are_cards_for_two_years_of_evenings() -> None:
    assert len(CARDS) >= TWO_YEARS
    assert len(DECKS) >= 16
    assert sum(card.follow_up is not None for card in CARDS) >= 300


def test_no_two_cards_are_alike() -> None:
    said = [(card.id, card.text, words(card.text)) for card in CARDS]
    near = [(one, other) for one, other in combinations(said, 2) if alike(one[2], other[2]) > 0.4]
    assert [(one[0], other[0]) for one, other in near if alike(one[2], other[2]) >= 0.75] == []
    close = [(one[0], other[0]) for one, other in near if SequenceMatcher(None, one[1], other[1]).ratio() >= 0.9]
    assert close == []


def test_the_test_for_likeness_finds_what_is_alike() -> None:
    one = "What would you like me to know about your day?"
    assert alike(words(one), words("Which things about your day would you like me to know?")) >= 0.6
    assert alike(words(one), words("Which song would you sing in the rain?")) < 0.4


def test_two_years_of_draws_bring_no_card_twice_and_then_the_longest_unmet() -> None:
    marks: dict[str, Mark] = {}
    met: list[str] = []
    for number in range(len(CARDS) + 50):
        night = date(2027, 1, 1) + timedelta(days=number)
        depth = cards.deepest(cards.evenings_with_a_card(marks.values()))
        card = cards.order(cards.fitting(DECKS, deepest=depth), marks, Random(night.isoformat()), decks=DECKS)[0]
        marks[card.id] = Mark(id=card.id, at=EVENING, card=card.id, met=night)
        met.append(card.id)
    assert len(set(met[: len(CARDS)])) == len(CARDS)
    assert met[len(CARDS) :] == met[:50]


def two_years() -> list[str]:
    """The ids of the cards that a couple on the long road meets on 730 evenings."""
    marks: dict[str, Mark] = {}
    met: list[str] = []
    for number in range(TWO_YEARS):
        night = date(2027, 1, 1) + timedelta(days=number)
        reach = cards.deepest(cards.evenings_with_a_card(marks.values()))
        fitting = cards.fitting(DECKS, stage="long-term", deepest=reach)
        card = cards.order(fitting, marks, Random(night.isoformat()), decks=DECKS, stage="long-term")[0]
        marks[card.id] = Mark(id=card.id, at=EVENING, card=card.id, met=night)
        met.append(card.id)
    return met


DEPTH_OF = {card.id: card.depth for card in CARDS}
DECK_OF = {card.id: deck.id for deck in DECKS for card in deck.cards}


def test_in_two_years_depth_opens_slowly_and_the_decks_mix() -> None:
    met = two_years()
    assert {DEPTH_OF[one] for one in met[:6]} == {1}
    assert max(DEPTH_OF[one] for one in met[:18]) == 2
    halves = [sum(DEPTH_OF[one] for one in half) / len(half) for half in (met[:365], met[365:])]
    assert halves[0] < halves[1]
    seasons = [Counter(DECK_OF[one] for one in met[start : start + 90]) for start in range(0, 720, 90)]
    assert all(len(season) >= 10 for season in seasons)
    first_year = Counter(DECK_OF[one] for one in met[:180])
    assert first_year["the-long-road"] > max(first_year["the-beginning"], first_year["new-chapter"])


def test_the_two_years_in_the_documentation_are_these() -> None:
    met, rows = two_years(), []
    for start in range(0, TWO_YEARS, 73):
        cards_met = met[start : start + 73]
        depths = Counter(DEPTH_OF[one] for one in cards_met)
        decks_met = len({DECK_OF[one] for one in cards_met})
        signs = "".join(sign * round(depths[depth] / 2) for depth, sign in ((1, "○"), (2, "◐"), (3, "●")))
        row = (f"{start + 1} to {start + 73}", depths[1], depths[2], depths[3], decks_met, signs)
        rows.append(f"| {' | '.join(map(str, row))} |")
    documentation = (Path(__file__).parents[1] / "docs" / "decks.md").read_text("utf-8")
    assert [line for line in documentation.splitlines() if re.match(r"\| \d+ to", line)] == rows
