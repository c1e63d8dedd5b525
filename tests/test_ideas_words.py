"""The ideas for shared time and the words of the demo, as they are written."""

import re
from datetime import date
from itertools import combinations

from ritual import content
from ritual.core.ideas import COSTS, LENGTHS, Looked, fitting

IDEAS = content.ideas()
DEMO = content.demo_words()
FORBIDDEN = re.compile(
    r"\b(?:he|she|him|his|hers|husband|wife|marriage|married|god|kids|boyfriend|girlfriend|sexy?|intercourse|therap\w+"
    r"|diet|calories|alcohol|wine|beer|drunk|points|streaks?|must|should)\b",
    re.IGNORECASE,
)
LITTLE = frozenset(
    re.findall(
        r"\w+",
        """a an the and or of in on at to for with from by as is it its be you your each other one two both that this
        until what who how where which than then so no not only own up out into over all any something nothing let ten
        half hour minutes evening together turns about""",
    )
)


def content_words(text: str) -> frozenset[str]:
    """The words that carry the meaning."""
    return frozenset(re.findall(r"[a-z]{2,}", text.casefold())) - LITTLE


def test_there_are_at_least_120_and_each_is_one_of_its_own() -> None:
    assert len(IDEAS) >= 120
    assert len({one.id for one in IDEAS}) == len({one.text.casefold() for one in IDEAS}) == len(IDEAS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", one.id) for one in IDEAS)


def test_no_two_say_nearly_the_same() -> None:
    said = [(one.id, content_words(one.text)) for one in IDEAS]
    alike = [
        (first, second, round(len(one & two) / len(one | two), 2))
        for (first, one), (second, two) in combinations(said, 2)
        if len(one & two) >= 0.6 * len(one | two)
    ]
    assert alike == []


def test_each_is_one_calm_sentence_that_fits_a_small_window() -> None:
    for one in IDEAS:
        assert 15 <= len(one.text) <= 110, one.id
        assert one.text[0].isupper(), one.id
        assert one.text.endswith("."), one.id
        assert "!" not in one.text, one.id
        assert one.text == " ".join(one.text.split()), one.id
        assert one.text.isascii() or set(one.text) - set(map(chr, range(128))) <= set("’“”é"), one.id
        assert 10 <= one.minutes <= 480, one.id


def test_none_supposes_who_they_are_or_presses_them() -> None:
    assert [(one.id, found[0]) for one in IDEAS if (found := FORBIDDEN.search(one.text))] == []


def test_whatever_is_looked_for_something_is_there() -> None:
    for minutes in LENGTHS[1:]:
        for where in ("indoors", "outdoors"):
            for apart in (False, True):
                looked = Looked(minutes=minutes, cost="free", where=where, apart=apart)
                assert len(fitting(IDEAS, looked)) >= 3, looked
    assert {one.cost for one in IDEAS} == set(COSTS)
    for stage in ("beginning", "long-term", "new-chapter"):
        assert len(fitting(IDEAS, Looked(), stage)) >= 100


def test_the_demo_answers_cards_that_there_are() -> None:
    cards = {card.id for deck in content.decks()[0] for card in deck.cards}
    assert set(DEMO.answers) <= cards
    assert len(DEMO.answers) >= 10


def test_the_demo_has_two_names_and_dates_that_are_in_every_year() -> None:
    assert len(set(DEMO.names)) == 2
    assert len(DEMO.thanks) >= 15
    for one in DEMO.dates:
        date(2025, one.month, one.day)
