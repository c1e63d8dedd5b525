"""A card in a session: added once, and without making it longer."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ritual.core import lengths, session
from tests.core.conftest import SOLO, TWO, at, begun


def test_an_added_card_comes_behind_the_talk() -> None:
    talking = at("turn", begun(5))
    added = session.add_card(talking, TWO, talking.seen)
    assert added.beat == talking.beat
    assert added.has_card
    assert added.legs[:3] == talking.legs[:3]
    assert [leg.step for leg in added.legs[3:]] == ["card", "appreciate", "close"]
    assert sum(leg.planned for leg in added.legs) == sum(leg.planned for leg in talking.legs) == 300
    assert all(0 < leg.planned < before.planned for leg, before in zip(added.legs[4:], talking.legs[3:], strict=True))
    assert added.legs[3].planned > 0
    assert added.spent == (*talking.spent[:3], 0, *talking.spent[3:])


@given(st.integers(2, 9), st.sampled_from([TWO, SOLO]), st.integers(0, 20))
def test_an_added_card_leaves_the_evening_as_long_as_they_chose(
    minutes: int, people: Sequence[str], steps: int
) -> None:
    progress = begun(minutes, people)
    for _ in range(steps):
        progress = session.forward(progress, progress.seen + 1)
    added = session.add_card(progress, people, progress.seen)
    turns = [leg.planned for leg in added.legs if leg.step == "talk"]
    assert sum(leg.planned for leg in added.legs) == minutes * 60
    assert all(leg.planned > 0 for leg in added.legs)
    assert len(set(turns)) == 1
    assert turns == [leg.planned for leg in progress.legs if leg.step == "talk"]
    assert [leg.step for leg in added.legs].count("card") == 1
    assert (added.beat.kind, added.beat.person) == (progress.beat.kind, progress.beat.person)


def test_a_card_added_late_leaves_the_place_where_it_is() -> None:
    writing = at("note", begun(5))
    added = session.add_card(writing, TWO, writing.seen)
    assert (added.beat.kind, added.beat.person) == ("note", "ana")
    assert added.leg.step == "close"


def test_there_is_one_card_at_most() -> None:
    with_card = begun(20)
    assert session.add_card(with_card, TWO, 1001) == with_card


def test_quiet_time_has_no_card() -> None:
    quiet = session.begin(lengths.quiet(20), TWO, now=0)
    assert session.add_card(quiet, TWO, 1) == quiet
