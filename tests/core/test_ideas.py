"""Which ideas fit."""

from hypothesis import given
from hypothesis import strategies as st

from ritual.core.ideas import COSTS, LENGTHS, Idea, Looked, fitting

IDEAS = st.builds(
    Idea,
    id=st.uuids().map(str),
    text=st.just("Walk to the river."),
    minutes=st.integers(5, 480),
    cost=st.sampled_from(COSTS),
    where=st.sampled_from(["indoors", "outdoors", "either"]),
    apart=st.booleans(),
    stage=st.sampled_from([None, "beginning", "long-term", "new-chapter"]),
)
LOOKED = st.builds(
    Looked,
    minutes=st.sampled_from([None, *LENGTHS]),
    cost=st.sampled_from([None, *COSTS]),
    where=st.sampled_from([None, "indoors", "outdoors"]),
    apart=st.booleans(),
)
STAGES = st.sampled_from([None, "beginning", "long-term", "new-chapter"])


def idea(**what: object) -> Idea:
    return Idea(**{"id": "walk", "text": "Walk.", "minutes": 30, "cost": "little", "where": "outdoors", **what})  # type: ignore[arg-type]


@given(st.lists(IDEAS, max_size=8), LOOKED, STAGES)
def test_what_fits_is_of_the_ideas_and_keeps_their_order(ideas: list[Idea], looked: Looked, stage: object) -> None:
    found = fitting(ideas, looked, stage)  # type: ignore[arg-type]
    assert found == [one for one in ideas if one in found]
    for one in found:
        assert looked.minutes is None or one.minutes <= looked.minutes
        assert looked.cost is None or COSTS.index(one.cost) <= COSTS.index(looked.cost)
        assert looked.where is None or one.where in (looked.where, "either")
        assert one.apart or not looked.apart
        assert None in (one.stage, stage) or one.stage == stage


@given(st.lists(IDEAS, max_size=8))
def test_who_looks_for_nothing_sees_everything(ideas: list[Idea]) -> None:
    assert fitting(ideas, Looked()) == ideas


def test_each_wish_leaves_out_what_does_not_meet_it() -> None:
    for looked in (Looked(minutes=15), Looked(cost="free"), Looked(where="indoors"), Looked(apart=True)):
        assert fitting([idea()], looked) == []
    for looked in (Looked(minutes=30), Looked(cost="little"), Looked(cost="more"), Looked(where="outdoors")):
        assert fitting([idea()], looked) == [idea()]
    assert fitting([idea(apart=True)], Looked(apart=True)) != []
    assert fitting([idea(where="either")], Looked(where="indoors")) != []


def test_an_idea_of_a_stage_is_for_that_stage_and_for_those_who_told_none() -> None:
    one = idea(stage="beginning")
    assert fitting([one], Looked(), "beginning") == fitting([one], Looked(), None) == [one]
    assert fitting([one], Looked(), "long-term") == []
