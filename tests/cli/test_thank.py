"""`ritual thank`, without a terminal. tests/terminal has what it asks on one."""

import pytest

from ritual.core.records import Appreciation
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, SAM, could_not, entries, one_line, run

WORDS = "für den Tee ♥"


def thanks(house: House) -> list[Appreciation]:
    return House(house.folders).journal.nights(Appreciation)


def test_a_thank_you_is_kept_and_confirmed_without_its_words(house: House) -> None:
    done = run(house.folders, "thank", WORDS, "--from", "Ana", "--way", "Help")
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert "Tee" not in done.stderr
    (kept,) = thanks(house)
    assert (kept.by, kept.to, kept.text, kept.way, kept.about) == (ANA, SAM, WORDS, "help", None)
    assert [one["text"] for one in entries(house.folders)] == [WORDS]


def test_the_name_may_be_written_in_any_case(house: House) -> None:
    assert run(house.folders, "thank", WORDS, "--from", " sAM ").exit_code == 0
    assert [one.by for one in thanks(house)] == [SAM]


def test_the_words_need_no_quotes(house: House) -> None:
    assert run(house.folders, "thank", "for", "the", "tea", "--from", "Sam").exit_code == 0
    assert [one.text for one in thanks(house)] == ["for the tea"]


def test_a_hyphen_reads_the_words_from_a_pipe(house: House) -> None:
    done = run(house.folders, "thank", "-", "--from", "Sam", typed="  for the tea\r\nand the walk\n\n")
    assert (done.exit_code, done.stdout) == (0, "")
    assert [one.text for one in thanks(house)] == ["for the tea\nand the walk"]


def test_who_lives_alone_is_not_asked_who_it_is(empty_house: House) -> None:
    empty_house.settle(("Ana",))
    done = run(empty_house.folders, "thank", WORDS)
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert [(one.by, one.to) for one in thanks(empty_house)] == [(ANA, None)]


def test_where_nobody_lives_yet_the_next_step_is_told(folders: Folders) -> None:
    done = run(folders, "thank", WORDS, "--from", "Ana")
    assert could_not(done)
    assert "ritual setup" in done.stderr
    assert not folders.data.exists()


@pytest.mark.parametrize("name", ["Kim", "", "  ", "K\x1b[2Jim", "K\nim", "A\udcffna"])
def test_somebody_unknown_could_not_be_thanked_for(house: House, name: str) -> None:
    done = run(house.folders, "thank", WORDS, "--from", name)
    assert could_not(done)
    assert "Ana and Sam" in done.stderr
    assert "\x1b" not in done.stderr
    assert thanks(house) == []


@pytest.mark.parametrize(
    "arguments",
    [
        [WORDS],
        ["--from", "Ana"],
        ["", "--from", "Ana"],
        [" \n\t", "--from", "Ana"],
        ["-", "--from", "Ana"],
        ["secret\x1b[2J", "--from", "Ana"],
        ["secret\x00", "--from", "Ana"],
        ["secret\udcff", "--from", "Ana"],
        ["secret " * 2000, "--from", "Ana"],
        ["secret", "--from", "Ana", "--way", "love"],
        ["secret", "--from", "Ana", "--way", ""],
        ["secret", "--form", "Ana"],
        ["secret", "--from"],
    ],
    ids=lambda arguments: ascii(" ".join(arguments))[:30],
)
def test_what_is_not_understood_is_said_in_one_line_and_nothing_is_kept(house: House, arguments: list[str]) -> None:
    done = run(house.folders, "thank", *arguments)
    assert could_not(done, 2)
    assert "secret" not in done.stderr
    assert "Tee" not in done.stderr
    assert thanks(house) == []


def test_without_a_name_both_are_offered(house: House) -> None:
    said = run(house.folders, "thank", WORDS).stderr
    assert "--from Ana" in said
    assert "--from Sam" in said


def test_what_could_not_be_saved_is_said_in_one_line_without_the_words(house: House) -> None:
    (house.folders.state / "journal.lock").unlink(missing_ok=True)
    (house.folders.state / "journal.lock").mkdir()
    done = run(house.folders, "thank", "secret", "--from", "Ana")
    assert could_not(done)
    assert "secret" not in done.stderr
    assert thanks(house) == []
    assert house.drafts.all() == []
