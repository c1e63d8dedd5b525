"""`ritual setup`, which answers the first questions."""

from datetime import date

import pytest

from ritual.core.records import Couple
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import one_line, run


def test_setup_answers_the_first_questions(folders: Folders) -> None:
    done = run(folders, "setup", "--names", " Ana ,  Sam ", "--stage", "long-term", "--since", "2019-06-01")
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert "Ana and Sam" in done.stderr
    house = House(folders)
    assert [one.name for one in house.people] == ["Ana", "Sam"]
    assert house.stage == "long-term"


def test_setup_works_for_one(folders: Folders) -> None:
    assert run(folders, "setup", "--names", "Ana").exit_code == 0
    assert [one.name for one in House(folders).people] == ["Ana"]
    assert run(folders, "setup", "--names", "Ana & Sam").exit_code == 0
    assert [one.name for one in House(folders).people] == ["Ana", "Sam"]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--names", ""],
        ["--names", "   "],
        ["--names", "Ana,"],
        ["--names", ","],
        ["--names", "Ana,ana"],
        ["--names", "Ana,Sam,Kim"],
        ["--names", "A" * 200],
        ["--names", "An\x1b[31ma,Sam"],
        ["--names", "Ana\nSam"],
        ["--names", "Ana\u009b2J"],
        ["--names", "Ana,S\udcffm"],
        ["--names", "Ana,Sam", "--stage", "sometimes"],
        ["--names", "Ana,Sam", "--since", "3/4"],
        ["--names", "Ana,Sam", "--sinse", "2019-06-01"],
        ["--names"],
        [],
        ["Ana,Sam"],
    ],
    ids=lambda wrong: ascii(" ".join(wrong))[:30],
)
def test_setup_says_in_one_line_what_is_wrong(folders: Folders, wrong: list[str]) -> None:
    done = run(folders, "setup", *wrong)
    assert (done.exit_code, done.stdout) == (2, "")
    assert one_line(done.stderr)
    assert not any(sign in done.stderr for sign in "\x1b\x9b")
    assert not folders.data.parent.exists()


def test_setup_of_one_where_two_live_could_not_be_done(house: House) -> None:
    done = run(house.folders, "setup", "--names", "Ana")
    assert (done.exit_code, done.stdout) == (1, "")
    assert one_line(done.stderr)
    assert [one.name for one in House(house.folders).people] == ["Ana", "Sam"]


@pytest.mark.parametrize("in_the_way", ["data", "state"])
def test_setup_says_in_one_line_that_it_cannot_write(folders: Folders, in_the_way: str) -> None:
    folders.data.parent.mkdir()
    (folders.data.parent / in_the_way).write_bytes(b"in the way")
    done = run(folders, "setup", "--names", "Ana,Sam")
    assert (done.exit_code, done.stdout) == (1, "")
    assert one_line(done.stderr)


def test_setup_says_who_is_now_called_what_and_changes_one_name_at_a_time(house: House) -> None:
    both = run(house.folders, "setup", "--names", "Bea,Tom")
    assert both.exit_code == 1
    assert [one.name for one in House(house.folders).people] == ["Ana", "Sam"]
    one = run(house.folders, "setup", "--names", "Ana,Tom")
    assert "Sam is now called Tom." in one.stderr
    assert [one.name for one in House(house.folders).people] == ["Ana", "Tom"]


def test_setup_takes_a_day_and_says_how_to_write_one(house: House) -> None:
    wrong = run(house.folders, "setup", "--names", "Ana,Sam", "--since", "2019")
    assert wrong.exit_code == 2
    assert "more than one day. Please write it like" in wrong.stderr
    early = run(house.folders, "setup", "--names", "Ana,Sam", "--since", "2099-01-01")
    assert (early.exit_code, early.stderr) == (2, "“2099-01-01” is still to come. Please give a day that has been.\n")
    right = run(house.folders, "setup", "--names", "Ana,Sam", "--since", "2019-06-01", "--stage", "Long-Term")
    assert right.exit_code == 0
    (couple,) = house.journal.standing(Couple)
    assert (couple.since, couple.stage) == (date(2019, 6, 1), "long-term")
