"""The cards they have met, and what they said to each."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import met
from ritual.core.met import Met
from ritual.core.records import Answer, Draw, Visibility
from tests.conftest import EVENING

NIGHT = EVENING.date()


def draw(name: str, card: str = "walk", *, days_ago: int = 0, minute: int = 0) -> Draw:
    at = EVENING - timedelta(days=days_ago) + timedelta(minutes=minute)
    return Draw(id=name, at=at, night=NIGHT - timedelta(days=days_ago), card=card)


def answer(about: str | None, text: str, visibility: Visibility = "shared", *, minute: int = 0) -> Answer:
    at = EVENING + timedelta(minutes=minute)
    return Answer(id=f"{about} {text}", at=at, night=NIGHT, about=about, visibility=visibility, text=text)


def told(found: list[Met]) -> list[tuple[str, list[str]]]:
    return [(one.draw.id, [said.text for said in one.answers]) for one in found]


def test_the_newest_comes_first_each_with_what_was_said_to_it() -> None:
    draws = [draw("old", days_ago=9), draw("late", minute=5), draw("early"), draw("older", days_ago=400)]
    answers = [answer("early", "second", minute=2), answer("early", "first", minute=1), answer("old", "then")]
    assert told(met.history(draws, answers)) == [
        ("late", []),
        ("early", ["first", "second"]),
        ("old", ["then"]),
        ("older", []),
    ]


def test_the_night_counts_before_the_hour_at_which_it_was_written_down() -> None:
    afterwards = Draw(id="brought in later", at=EVENING + timedelta(days=30), night=date(2020, 1, 1), card="walk")
    nowhere = Draw(id="of no night", at=EVENING + timedelta(days=60), card="walk")
    assert [one.draw.id for one in met.history([nowhere, afterwards, draw("tonight")], [])] == [
        "tonight",
        "brought in later",
        "of no night",
    ]


@pytest.mark.parametrize("visibility", ["sealed", "private"])
def test_what_is_covered_leaves_no_trace(visibility: Visibility) -> None:
    draws = [draw("one"), draw("two", minute=1)]
    with_it = met.history(draws, [answer("one", "open"), answer("one", "hidden", visibility)])
    assert with_it == met.history(draws, [answer("one", "open")])
    assert met.history(draws, [answer("two", "hidden", visibility)]) == met.history(draws, [])
    assert met.earlier(met.history(draws, [answer("one", "x", visibility)]), "walk", NIGHT + timedelta(1)) is None


def test_an_answer_without_its_draw_is_nowhere() -> None:
    assert told(met.history([draw("one")], [answer("gone", "lost"), answer(None, "loose")])) == [("one", [])]


def test_the_last_time_they_answered_it_before_tonight() -> None:
    draws = [
        draw("tonight"),
        draw("unanswered", days_ago=1),
        draw("last", days_ago=30),
        draw("first", days_ago=300),
        draw("another card", "sea", days_ago=2),
    ]
    answers = [answer(name, f"said {name}") for name in ("tonight", "last", "first", "another card")]
    history = met.history(draws, answers)

    def before(night: date) -> str | None:
        found = met.earlier(history, "walk", night)
        return found.draw.id if found else None

    assert before(NIGHT) == "last"
    assert before(NIGHT + timedelta(days=1)) == "tonight"
    assert before(NIGHT - timedelta(days=30)) == "first"
    assert before(NIGHT - timedelta(days=300)) is None
    assert met.earlier(history, "mountain", NIGHT) is None


def test_a_draw_of_no_night_was_never_earlier() -> None:
    history = met.history([Draw(id="n", at=EVENING, card="walk")], [answer("n", "said")])
    assert met.earlier(history, "walk", date.max) is None


DRAWS = st.lists(
    st.builds(draw, st.uuids().map(str), st.sampled_from(["walk", "sea"]), days_ago=st.integers(0, 900)), max_size=8
)


@given(DRAWS, st.data())
def test_every_draw_is_there_once_and_only_open_words_are(draws: list[Draw], data: st.DataObject) -> None:
    abouts = st.sampled_from([*(one.id for one in draws), "gone"])
    visibilities = st.sampled_from(["shared", "sealed", "private"])
    answers = data.draw(st.lists(st.builds(answer, abouts, st.text(max_size=3), visibilities), max_size=8))
    history = met.history(draws, answers)
    assert sorted(one.draw.id for one in history) == sorted(one.id for one in draws)
    nights = [one.draw.night or date.min for one in history]
    assert nights == sorted(nights, reverse=True)
    said = [one for entry in history for one in entry.answers]
    known = {one.id for one in draws}
    assert len(said) == sum(one.visibility == "shared" and one.about in known for one in answers)
    assert all(one.visibility == "shared" for one in said)
    assert all(one.about == entry.draw.id for entry in history for one in entry.answers)
