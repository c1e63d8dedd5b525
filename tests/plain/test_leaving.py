"""Leaving in the middle, wherever that is, and what waits afterwards."""

import pytest

from ritual import weeks
from ritual.core.records import Answer, Appreciation, Checkin, Note, Session
from ritual.core.rhythm import unfinished
from ritual.evening import Evening
from ritual.house import House
from ritual.plain.opening import Where
from tests.evening.conftest import ANA, on_disk
from tests.plain.conftest import Plays


def waits_at(house: House) -> int | None:
    """The beat that waits on the disk, of an evening or a check-in."""
    again = House(house.folders, house.clock)
    left = unfinished(again.sessions) or weeks.unfinished(again)
    return left.place if left else None


@pytest.mark.parametrize("where", ["tonight", "checkin"])
def test_input_may_end_in_every_beat_and_the_next_start_goes_on_there(where: Where, play: Plays, house: House) -> None:
    told = play(where, (".*", None))
    assert told.status == 0
    told = play(where, ("Enter begins", ""), ("Arrive|Check-in", None))
    assert "Nothing was begun yet." in told
    places: list[int] = []
    for _ in range(60):
        told = play(where, ("(?s)(Enter begins, m|Enter goes on, (k|x)).*", "", "", "", None))
        assert told.status == 0
        if (place := waits_at(house)) is None:
            break
        assert "is waiting where you left it." in told
        places.append(place)
    assert place is None
    assert places == sorted(set(places))
    assert len(places) > 5


def test_words_begun_without_enter_wait_as_a_draft(play: Plays, house: House) -> None:
    play("tonight", ("Ana thanks Sam", "the end\x04"))
    assert [one.text for one in house.drafts.all()] == ["the end"]
    assert not on_disk(house).nights(Appreciation)
    told = play(
        "tonight", ("Enter goes on, k", ""), ("your words are covered", "/u"), ("So far: “the end”", ""), ("", None)
    )
    assert [(one.by, one.text) for one in on_disk(house).nights(Appreciation)] == [(ANA, "the end")]
    assert house.drafts.all() == []
    assert told.count("the end") == 1


def test_covered_words_stay_where_one_only_goes_on(play: Plays, house: House) -> None:
    play(
        "tonight",
        ("Ana\nHow close", "6"),
        ("Ana thanks Sam", "for the tea"),
        ("Sam thanks", "/b"),
        ("Ana thanks", None),
    )
    told = play("tonight", ("your words are covered", ""), ("Sam thanks", "/back", "/pass", "/leave"))
    assert "for the tea" not in told
    assert not on_disk(house).nights(Appreciation)
    assert "Ana, you were writing here" in told


def test_sealed_words_are_never_shown_again_before_they_are_opened(play: Plays, house: House) -> None:
    told = play(
        "tonight",
        ("Ana, the keyboard", "", "first words"),
        ("Sam, the keyboard", "", "/b"),
        ("Ana, the keyboard.*", "", "/u", ""),
        ("Sam, the keyboard", "", None),
    )
    assert "Ana, your words are kept here, unseen." in told
    assert "first words" not in told
    told = play(
        "tonight", ("Enter goes on, k", ""), ("Sam, the keyboard", "", "/b"), ("Ana, the key", "", "new words", None)
    )
    assert "words" in told
    assert "new words" not in told
    assert [(one.text, one.visibility) for one in on_disk(house).nights(Answer)] == [("new words", "sealed")]


def test_a_draft_of_a_sealed_answer_is_sealed_without_being_shown(play: Plays, house: House) -> None:
    play("tonight", ("Ana, the keyboard", "", "half a\x04"))
    told = play("tonight", ("Ana, the keyboard", "", "/keep"), ("Both|has written", None))
    assert "half a" not in told
    assert [(one.text, one.visibility) for one in on_disk(house).nights(Answer)] == [("half a", "sealed")]


def test_a_break_is_agreed_on_and_ends_it_for_now(play: Plays, house: House) -> None:
    told = play("tonight", ("Ana speaks", "g", "", "g", "9", "2"))
    assert "2: at 22:00, in half an hour" in told
    assert "Your break lasts until 22:00. Everything is kept." in told
    (session,) = on_disk(house).nights(Session)
    assert session.state == "resting"
    again = play("tonight", ("until 22:00. Everything is kept", ""), ("Ana speaks", None))
    assert "Your evening is waiting where you left it." in again


def test_an_unfinished_evening_is_kept_or_let_go_and_brought_back(play: Plays, house: House) -> None:
    play("tonight", ("Ana speaks", None))
    told = play(
        "tonight", ("Enter goes on, k", "x"), ("Ana starts", "z"), ("is waiting where", "k"), ("evening is kept", None)
    )
    assert told.status == 0
    assert [one.state for one in on_disk(house).nights(Session)] == ["kept"]


def test_an_unfinished_check_in_is_let_go(play: Plays, house: House) -> None:
    play("checkin", ("Ana · 1 of 8", "3", None))
    told = play("checkin", ("Your check-in is waiting", "x"), ("side by side", "z"), ("is waiting", "", None))
    assert "Ana · 2 of 8" in told
    assert [one.state for one in on_disk(house).nights(Checkin)] == ["open"]


def test_one_goes_back_and_further_on_as_in_the_app(play: Plays, house: House) -> None:
    told = play(
        "tonight",
        ("Arrive", "b"),
        ("This is the beginning", "n"),
        ("Ana speaks", "n"),
        ("Sam speaks", "b"),
        ("Ana speaks", "n", "n"),
        ("A card", "n"),
        ("Ana thanks", "/n"),
        ("Ana\nHow close", "n"),
    )
    assert "Your evening is kept." in told
    assert not on_disk(house).nights(Note)


def test_another_window_may_have_ended_the_evening_meanwhile(play: Plays, house: House) -> None:
    def keeps() -> None:
        other = House(house.folders, house.clock)
        waiting = unfinished(other.sessions)
        assert waiting is not None
        Evening.resume(other, waiting).close()

    told = play("tonight", ("Ana speaks", keeps, ""), ("Sam speaks", None))
    assert told.status == 0
    assert [one.state for one in on_disk(house).nights(Session)] == ["kept"]
