"""`ritual topic`, without a terminal. tests/terminal has what it asks on one."""

from collections import Counter
from datetime import date

import pytest

from ritual.cli import typed
from ritual.core.errors import RitualError
from ritual.core.records import Topic
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Draft
from tests.cli.conftest import ANA, could_not, entries, one_line, run
from tests.conftest import EVENING, TurnedClock

WORDS = "die Ferien ♥"


@pytest.fixture(autouse=True)
def _on_that_sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ritual.house.SystemClock", TurnedClock)


def topics(house: House) -> list[Topic]:
    return House(house.folders).journal.standing(Topic)


def nobody_can_write(house: House) -> None:
    """A folder is where the lock should be."""
    (house.folders.state / "journal.lock").unlink(missing_ok=True)
    (house.folders.state / "journal.lock").mkdir()


def test_a_topic_is_parked_and_confirmed_without_its_words(house: House) -> None:
    done = run(house.folders, "topic", WORDS)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "Parked. It comes back at the next check-in.\n"
    (kept,) = topics(house)
    assert (kept.text, kept.on, kept.outcome, kept.by, kept.night, kept.visibility) == (
        WORDS,
        None,
        None,
        None,
        None,
        "shared",
    )
    assert kept.at == EVENING


def test_the_words_need_no_quotes(house: House) -> None:
    assert run(house.folders, "topic", "the", "holidays", "--on", "tomorrow").exit_code == 0
    assert [one.text for one in topics(house)] == ["the holidays"]


def test_a_hyphen_reads_the_words_from_a_pipe(house: House) -> None:
    done = run(house.folders, "topic", "-", "--on", "tomorrow", typed="  the holidays\r\nand the money\n\n")
    assert (done.exit_code, done.stdout) == (0, "")
    assert [(one.text, str(one.on)) for one in topics(house)] == [("the holidays\nand the money", "2026-11-23")]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-01", "2026-12-01"),
        ("1 december", "2026-12-01"),
        ("3 march", "2027-03-03"),
        ("today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("next friday", "2026-11-27"),
        ("friday", "2026-11-27"),
        ("in two weeks", "2026-12-06"),
        ("25.12.2026", "2026-12-25"),
        ("29 february", "2028-02-29"),
    ],
)
def test_the_day_may_be_said_in_words_and_is_one_to_come(house: House, words: str, day: str) -> None:
    done = run(house.folders, "topic", "golden", "--on", words)
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    (kept,) = topics(house)
    assert str(kept.on) == day
    assert f"It comes back on {date.fromisoformat(day):%A}" in done.stderr
    assert "golden" not in done.stderr


@pytest.mark.parametrize(
    "on",
    ["3/4", "yesterday", "2026-11-21", "last friday", "next week", "december", "2026-13-01", "soon", "", "a\x1b[2J"],
)
def test_a_day_that_is_over_or_could_be_another_is_asked_back(house: House, on: str) -> None:
    """Before anything is asked for or read."""
    done = run(house.folders, "topic", "secret", "--on", on)
    assert could_not(done, 2)
    assert "secret" not in done.stderr
    assert "\x1b" not in done.stderr
    assert topics(house) == []


def test_both_readings_of_an_ambiguous_day_are_named(house: House) -> None:
    assert "4 March or 3 April" in run(house.folders, "topic", "golden", "--on", "3/4").stderr


@pytest.mark.parametrize(
    ("arguments", "piped"),
    [
        ([], None),
        ([""], None),
        ([" \n\t"], None),
        (["-"], ""),
        (["-"], " \n "),
        (["-"], "secret\x1b[2J"),
        (["secret\x00"], None),
        (["secret\udcff"], None),
        (["secret " * 2000], None),
        (["secret", "--no"], None),
        (["secret", "--on"], None),
    ],
    ids=lambda said: ascii(said)[:30],
)
def test_what_is_not_understood_is_said_in_one_line_and_nothing_is_kept(
    house: House, arguments: list[str], piped: str | None
) -> None:
    done = run(house.folders, "topic", *arguments, typed=piped)
    assert could_not(done, 2)
    assert "secret" not in done.stderr
    assert topics(house) == []


def test_where_nobody_lives_yet_the_next_step_is_told(folders: Folders) -> None:
    done = run(folders, "topic", WORDS)
    assert could_not(done)
    assert "ritual setup" in done.stderr
    assert not folders.data.exists()


def test_who_it_is_from_is_known_where_one_lives_alone_or_the_settings_say_so(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    run(empty_house.folders, "topic", "alone")
    empty_house.settle(("Ana", "Sam"))
    run(empty_house.folders, "topic", "of either")
    empty_house.change(name="ana")
    run(empty_house.folders, "topic", "at her machine")
    assert {one.text: one.by for one in topics(empty_house)} == {"alone": ANA, "of either": None, "at her machine": ANA}
    assert Counter(one["by"] for one in entries(empty_house.folders, "topic")) == {"Ana": 2, None: 1}


def test_what_was_parked_is_listed(house: House) -> None:
    run(house.folders, "topic", "golden", "--on", "2026-12-01")
    (one,) = entries(house.folders, "topic")
    assert {name: one[name] for name in ("kind", "night", "by", "text", "on", "outcome")} == {
        "kind": "topic",
        "night": None,
        "by": None,
        "text": "golden",
        "on": "2026-12-01",
        "outcome": None,
    }
    assert run(house.folders, "list", "topic").stdout == "Sunday 22 November 2026 · topic · golden\n"


def test_what_could_not_be_saved_is_said_in_one_line_without_the_words(house: House) -> None:
    nobody_can_write(house)
    for piped, words in ((None, "secret"), ("secret", "-")):
        done = run(house.folders, "topic", words, typed=piped)
        assert could_not(done)
        assert "secret" not in done.stderr
    assert topics(house) == []


@pytest.mark.parametrize("by", [ANA, None])
def test_typed_words_that_cannot_be_kept_become_a_draft_and_then_the_same_topic(house: House, by: str | None) -> None:
    nobody_can_write(house)
    new = Topic(id="t", at=EVENING, by=by, text="golden", on=date(2026, 12, 1))
    with pytest.raises(RitualError, match="not lost") as fault:
        typed.keep(house, new, typed=True)
    assert one_line(f"{fault.value}\n")
    assert "golden" not in str(fault.value)
    (draft,) = house.drafts.all()
    night = EVENING.date()
    assert draft == Draft(id="t", kind="topic", by=by or "", night=night, at=EVENING, text="golden", on=new.on)
    (house.folders.state / "journal.lock").rmdir()
    house.keep_draft(draft, draft.text)
    assert [(one.id, one.by, one.text, one.on) for one in topics(house)] == [("t", by, "golden", new.on)]
    assert house.drafts.all() == []
