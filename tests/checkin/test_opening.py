"""Sealed answers: opened by both together, all of it or nothing, or kept private instead."""

import errno
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from ritual.checkin import CheckIn
from ritual.core.errors import RitualError
from ritual.core.records import Feeling, Note, Rating, Record
from ritual.house import House
from ritual.journal import lock
from ritual.scenes import checkin as scenes
from tests.checkin.conftest import (
    ANA,
    SAM,
    again,
    answer,
    back_to,
    both_answer,
    covers,
    finish,
    go,
    on_disk,
    where,
)
from tests.cli.conftest import entries, run

SECRETS = ("lonely", "tired", "calm", "play", "Ana's sentence", "Sam's sentence")


def printed(house: House) -> str:
    """All that the shell tells of this home."""
    asked = (
        ("list",),
        ("list", "rating"),
        ("list", "feeling"),
        ("list", "--json"),
        ("list", "--search", "sentence"),
        ("list", "--search", "lonely", "--json"),
        ("export", "--format", "json"),
        ("export", "--format", "markdown"),
        ("export", "--only", "Ana"),
    )
    done = [run(house.folders, *words) for words in asked]
    assert {one.exit_code for one in done} == {0}
    return "\n".join(one.stdout + one.stderr for one in done)


def anas(checkin: CheckIn) -> list[Record]:
    return next(one.all for one in checkin.said if one.person == ANA)


def test_everything_is_sealed_until_it_is_opened(checkin: CheckIn) -> None:
    answer(checkin, ANA, feelings=["tired"])
    assert scenes.scene(checkin).guidance == "{go_on} seals it until you open it together."
    both_answer(back_to(checkin, "hand-over", ANA))
    assert checkin.is_sealed
    assert set(covers(checkin.house).values()) == {"sealed"}
    checkin.open_answers()
    assert not checkin.is_sealed
    assert covers(checkin.house) == {
        "Ana close": "shared",
        "Ana heard": "shared",
        "Ana lonely": "shared",
        "Ana tired": "shared",
        "Ana rest": "shared",
        "Ana Ana's sentence": "shared",
        "Sam close": "shared",
        "Sam heard": "shared",
        "Sam calm": "shared",
        "Sam play": "shared",
        "Sam Sam's sentence": "shared",
    }


def test_nobody_can_read_find_or_count_it_before(checkin: CheckIn) -> None:
    both_answer(checkin)
    told = printed(checkin.house)
    assert [secret for secret in (*SECRETS, "sealed", "rating", "close to you") if secret in told] == []
    finish(checkin)
    assert [secret for secret in SECRETS if secret in printed(checkin.house)] == []
    back_to(checkin, "together").open_answers()
    assert [secret for secret in SECRETS if secret not in printed(checkin.house)] == []
    assert {(one["by"], one["scale"], one["value"]) for one in entries(checkin.house.folders, "rating")} == {
        ("Ana", "close", 3),
        ("Ana", "heard", 6),
        ("Sam", "close", 8),
        ("Sam", "heard", 6),
    }


@pytest.mark.parametrize("fails", range(1, 8))
def test_it_is_opened_all_or_nothing(checkin: CheckIn, monkeypatch: pytest.MonkeyPatch, fails: int) -> None:
    """Whichever write it is that the disk does not take."""
    both_answer(checkin)
    written, real = [], os.fsync

    def full(file: int) -> None:
        written.append(file)
        if len(written) >= fails:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file)

    with monkeypatch.context() as patched, suppress(RitualError):
        patched.setattr(os, "fsync", full)
        checkin.open_answers()
    assert len(set(covers(checkin.house).values())) == 1
    later = again(checkin)
    assert len(set(covers(checkin.house).values())) == 1
    later.open_answers()
    assert set(covers(checkin.house).values()) == {"shared"}


def test_a_new_start_between_the_two_changes_nothing(checkin: CheckIn) -> None:
    answer(checkin, ANA, {"close": 3}, ["lonely"])
    checkin.forward()
    later = again(checkin)
    assert (where(later), later.is_covered()) == (("hand-over", SAM), False)
    answer(later, SAM, {"close": 8})
    latest = again(go(later, "together"))
    assert where(latest) == ("together", None)
    assert set(covers(latest.house).values()) == {"sealed"}
    latest.open_answers()
    assert set(covers(latest.house).values()) == {"shared"}
    assert not again(latest).is_sealed


def test_one_who_passes_everything_leaves_the_others_to_be_opened(checkin: CheckIn) -> None:
    go(checkin, "hand-over", SAM)
    answer(checkin, SAM, {"close": 8}, ["calm"])
    go(checkin, "together").open_answers()
    assert covers(checkin.house) == {"Sam close": "shared", "Sam calm": "shared"}
    assert checkin.in_question is None
    checkin.forward()
    assert where(checkin) == ("topic", None)


def test_any_answer_is_kept_private_instead(checkin: CheckIn) -> None:
    both_answer(checkin)
    first = next(one for one in checkin.said if one.person == ANA)
    checkin.keep_private([first.ratings["close"], *first.feelings])
    assert checkin.is_sealed
    checkin.open_answers()
    private = {name for name, cover in covers(checkin.house).items() if cover == "private"}
    assert private == {"Ana close", "Ana lonely", "Ana tired"}
    assert checkin.values["close"] == [8]
    assert checkin.in_question == "heard"
    finish(checkin)
    told = printed(checkin.house)
    assert [secret for secret in ("lonely", "tired", "private") if secret in told] == []


def test_what_is_all_kept_private_waits_for_nothing(checkin: CheckIn) -> None:
    both_answer(checkin)
    checkin.keep_private([one for said in checkin.said for one in said.all])
    assert not checkin.is_sealed
    checkin.open_answers()
    assert set(covers(checkin.house).values()) == {"private"}
    assert checkin.in_question is None


def test_keeping_private_holds_for_the_answer_as_it_is_by_now(checkin: CheckIn) -> None:
    both_answer(checkin)
    as_seen = anas(checkin)
    other = back_to(again(checkin), "sentence", ANA)
    other.say("in other words")
    checkin.keep_private(as_seen)
    assert covers(checkin.house)["Ana in other words"] == "private"


def test_nobody_keeps_private_while_it_is_being_opened(checkin: CheckIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either it stays private, or they are told that it could not be."""
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    both_answer(checkin)
    other, refused = again(checkin), list[BaseException | None]()
    real: Callable[[list[Record]], list[Record]] = checkin.house.journal.keep_all

    def meanwhile(records: list[Record]) -> list[Record]:
        with ThreadPoolExecutor(1) as elsewhere:
            refused.append(elsewhere.submit(other.keep_private, anas(other)).exception())
        return real(records)

    monkeypatch.setattr(checkin.house.journal, "keep_all", meanwhile)
    checkin.open_answers()
    assert [type(one) for one in refused] == [RitualError]
    assert set(covers(checkin.house).values()) == {"shared"}


def test_what_another_window_kept_private_is_not_opened_here(checkin: CheckIn) -> None:
    both_answer(checkin)
    other = again(checkin)
    other.keep_private(anas(other))
    checkin.open_answers()
    assert {name[:3]: cover for name, cover in covers(checkin.house).items()} == {"Ana": "private", "Sam": "shared"}


def test_who_answers_after_the_opening_has_nothing_to_seal(checkin: CheckIn) -> None:
    answer(checkin, ANA, {"close": 3})
    go(checkin, "together").open_answers()
    back_to(checkin, "hand-over", SAM)
    answer(checkin, SAM, {"close": 4}, ["calm"], sentence="so it is")
    assert (where(checkin), scenes.scene(checkin).guidance) == (("sentence", SAM), "{go_on} keeps it.")
    assert set(covers(checkin.house).values()) == {"shared"}
    assert not checkin.is_sealed


def test_an_answer_that_is_changed_before_the_opening_stays_sealed(checkin: CheckIn) -> None:
    both_answer(checkin)
    back_to(checkin, "rating", ANA).rate(5)
    assert checkin.beat.about == "nothing-unsaid"
    assert covers(checkin.house)["Ana nothing-unsaid"] == "sealed"
    checkin.rate(None)
    assert "Ana nothing-unsaid" not in covers(checkin.house)


def test_what_they_see_most_differently_is_asked_about(checkin: CheckIn) -> None:
    answer(checkin, ANA, {"close": 3, "heard": 9, "deep": 5, "safe": 0})
    answer(checkin, SAM, {"close": 4, "heard": 2, "deep": 5})
    go(checkin, "together")
    assert (checkin.in_question, checkin.values["close"]) == (None, [])
    checkin.open_answers()
    assert (checkin.in_question, checkin.values["heard"]) == ("heard", [9, 2])
    checkin.forward()
    assert where(checkin) == ("apart", None)


def test_where_they_see_all_alike_one_of_these_is_asked_about(checkin: CheckIn) -> None:
    answer(checkin, ANA, {"heard": 6, "deep": 6})
    answer(checkin, SAM, {"heard": 6, "deep": 6, "close": 1})
    go(checkin, "together").open_answers()
    assert checkin.in_question == "heard"


def test_who_goes_on_without_opening_leaves_it_sealed(checkin: CheckIn) -> None:
    finish(both_answer(checkin))
    assert set(covers(checkin.house).values()) == {"sealed"}
    journal = on_disk(checkin.house)
    assert [len(journal.nights(kind)) for kind in (Rating, Feeling, Note)] == [4, 5, 2]
