"""The beats of a session, and the way through them."""

from collections.abc import Sequence

import pytest

from ritual.core import lengths, session
from ritual.core.records import Leg, Session
from ritual.core.session import Progress
from tests.conftest import EVENING
from tests.core.conftest import SOLO, TWO, at, begun, kept_of


def walk(progress: Progress) -> list[str]:
    """Every beat from here to the end, as `kind person`."""
    seen = [progress]
    while not seen[-1].is_last:
        seen.append(session.forward(seen[-1], seen[-1].seen + 1))
    return [" ".join(filter(None, (one.beat.kind, one.beat.person))) for one in seen]


def test_an_evening_for_two() -> None:
    assert walk(begun()) == [
        "breathe",
        "closeness ana",
        "closeness sam",
        "turn ana",
        "turn sam",
        "card",
        "answer ana",
        "answer sam",
        "opening",
        "appreciation ana",
        "appreciation sam",
        "closeness ana",
        "closeness sam",
        "note ana",
        "note sam",
        "closing",
    ]


def test_an_evening_alone() -> None:
    assert walk(begun(people=SOLO)) == [
        "breathe",
        "closeness ana",
        "write ana",
        "card",
        "answer ana",
        "appreciation ana",
        "closeness ana",
        "note ana",
        "closing",
    ]


def test_a_short_evening() -> None:
    assert walk(begun(5)) == [
        "breathe",
        "turn ana",
        "turn sam",
        "appreciation ana",
        "appreciation sam",
        "closeness ana",
        "closeness sam",
        "note ana",
        "note sam",
        "closing",
    ]


def test_a_short_evening_alone() -> None:
    assert walk(begun(5, SOLO)) == ["breathe", "write ana", "appreciation ana", "closeness ana", "note ana", "closing"]


@pytest.mark.parametrize(("planned", "asked"), [(10, []), (59, []), (60, list(TWO)), (61, list(TWO))])
def test_closeness_is_asked_on_arrival_where_there_is_a_minute_for_it(planned: int, asked: list[str]) -> None:
    beats = session.beats_of([Leg(step="arrive", planned=planned), Leg(step="close", planned=60)], TWO)
    assert [beat.person for beat in beats if beat.kind == "closeness" and beat.leg == 0] == asked
    assert [beat.person for beat in beats if beat.kind == "closeness" and beat.leg == 1] == list(TWO)


def test_a_short_evening_with_a_card() -> None:
    walked = walk(begun(5, card=True))
    assert walked[walked.index("card") : walked.index("appreciation ana")] == [
        "card",
        "answer ana",
        "answer sam",
        "opening",
    ]


def test_the_answers_are_opened_in_a_beat_of_both() -> None:
    opening = at("opening", begun())
    assert (opening.beat.person, opening.leg.step) == (None, "card")
    assert session.forward(opening, opening.seen).beat.kind == "appreciation"


@pytest.mark.parametrize("kind", ["breathe", "card", "answer"])
def test_there_is_a_way_to_the_opening_from_all_before_it(kind: str) -> None:
    progress = session.to_opening(at(kind, begun()), 1010)
    assert progress.beat.kind == "opening"
    assert sum(progress.spent) == 10


@pytest.mark.parametrize("people", [TWO, SOLO])
@pytest.mark.parametrize("minutes", [5, 20])
def test_where_no_opening_comes_its_key_leads_onward(minutes: int, people: Sequence[str]) -> None:
    late = at("appreciation", begun(minutes, people))
    assert session.to_opening(late, 1010) == session.onward(late, 1010)
    alone = at("breathe", begun(minutes, SOLO))
    assert session.to_opening(alone, 1010) == session.onward(alone, 1010)


@pytest.mark.parametrize("people", [TWO, SOLO])
def test_quiet_time(people: Sequence[str]) -> None:
    assert walk(session.begin(lengths.quiet(20), people, now=0)) == ["quiet", "parting"]


def test_at_the_end_forward_stays() -> None:
    end = at("closing", begun())
    assert session.forward(end, end.seen).place == end.place


def test_at_the_start_back_stays() -> None:
    assert session.back(begun(), 1000).place == 0


def test_onward_passes_what_is_left_of_the_step() -> None:
    progress, seen = begun(), []
    while not progress.is_last:
        progress = session.onward(progress, progress.seen)
        seen.append(progress.beat.kind)
    assert seen == ["turn", "turn", "card", "appreciation", "closeness", "closing"]


def test_a_place_beyond_the_end_is_the_end() -> None:
    progress = session.resume(Session(id="s", at=EVENING, legs=list(lengths.quiet(5)), place=99), now=0)
    assert progress.beat.kind == "parting"


@pytest.mark.parametrize("people", [TWO, TWO[::-1], SOLO])
@pytest.mark.parametrize("minutes", [5, 20])
def test_a_session_goes_on_with_those_who_had_a_turn(minutes: int, people: Sequence[str]) -> None:
    kept = kept_of(begun(minutes, people))
    assert kept.people == list(people)
    assert session.resume(kept, now=0).beats == begun(minutes, people).beats


def test_nobody_has_a_turn_in_quiet_time() -> None:
    kept = kept_of(session.begin(lengths.quiet(20), TWO, now=0))
    assert kept.people == []
    assert walk(session.resume(kept, now=0)) == ["quiet", "parting"]


def test_an_evening_is_begun_once_they_have_moved() -> None:
    assert not session.is_begun(begun())
    assert session.is_begun(session.forward(begun(), 1000))
