"""`ritual bin` and `ritual restore`: what was removed, back again or gone for good."""

import pytest

from ritual.core.records import Note, Wish
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, NIGHT, could_not, entries, one_line, run, with_words
from tests.conftest import EVENING

REMOVED, FORMER, HIDDEN, STAYS = "purple", "crimson", "emerald", "golden"


@pytest.fixture
def binned(house: House) -> House:
    """A house with something in its bin: a removed note, a private one, a wish, and an earlier wording."""
    keep, remove = house.journal.keep, house.journal.remove
    remove(keep(Note(id="aaaa-bbbb-1", at=EVENING, night=NIGHT, by=ANA, text=REMOVED)))
    remove(keep(Note(id="aaaa-bbbb-2", at=EVENING, night=NIGHT, by=ANA, text=HIDDEN, visibility="private")))
    remove(keep(Wish(id="cccc-dddd-3", at=EVENING, by=ANA, text=f"{REMOVED}\nand more\x1b[2J")))
    keep(Note(id="eeee-ffff-4", at=EVENING, night=NIGHT, by=ANA, text=FORMER))
    keep(Note(id="eeee-ffff-4", at=EVENING, night=NIGHT, by=ANA, text=STAYS))
    return house


def test_the_bin_lists_what_was_removed_with_as_much_of_the_id_as_is_needed(binned: House) -> None:
    done = run(binned.folders, "bin")
    assert done.exit_code == 0
    assert sorted(done.stdout.splitlines()) == [
        "aaaa-bbbb-1  Sunday 22 November 2026 · note · Ana · purple",
        "aaaa-bbbb-2  Sunday 22 November 2026 · note · Ana · private",
        "cccc-dddd-3  Sunday 22 November 2026 · wish · Ana · purple and more�[2J",
    ]
    assert one_line(done.stderr)
    assert "3 removed entries and 1 earlier wording" in done.stderr


def test_ids_that_differ_soon_are_shown_short(house: House) -> None:
    for key in ("0123456789", "abcdefghij"):
        house.journal.remove(house.journal.keep(Note(id=key, at=EVENING, night=NIGHT, text="x")))
    assert [line.split()[0] for line in run(house.folders, "bin").stdout.splitlines()] == ["01234567", "abcdefgh"]


def test_the_words_of_what_is_sealed_or_private_stay_covered(binned: House) -> None:
    assert HIDDEN not in run(binned.folders, "bin").output


@pytest.mark.parametrize("how", [[], ["--empty"]])
def test_an_empty_bin_is_told_and_asks_nothing(house: House, how: list[str]) -> None:
    done = run(house.folders, "bin", *how)
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)


@pytest.mark.parametrize("beginning", ["cccc-dddd-3", "cccc-dddd", "c"])
def test_restore_brings_an_entry_back(binned: House, beginning: str) -> None:
    done = run(binned.folders, "restore", beginning)
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert REMOVED not in done.stderr
    assert [one["id"] for one in entries(binned.folders, "wish")] == ["cccc-dddd-3"]
    assert "cccc" not in run(binned.folders, "bin").stdout


def test_a_restored_entry_can_be_removed_and_restored_again(binned: House) -> None:
    run(binned.folders, "restore", "aaaa-bbbb-1")
    (known,) = [one for one in House(binned.folders).journal.nights(Note) if one.id == "aaaa-bbbb-1"]
    House(binned.folders).journal.remove(known)
    assert run(binned.folders, "restore", "aaaa-bbbb-1").exit_code == 0
    assert {one["text"] for one in entries(binned.folders)} == {REMOVED, STAYS}


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("aaaa", "2 removed entries"),
        ("eeee-ffff-4", "is not removed"),
        ("eeee", "ritual bin"),
        ("nowhere", "ritual bin"),
        ("", "ritual bin"),
        ("x\x1b[2J", "ritual bin"),
        ("../../x", "ritual bin"),
    ],
)
def test_what_cannot_be_restored_is_said_in_one_line(binned: House, named: str, said: str) -> None:
    before = run(binned.folders, "bin").stdout
    done = run(binned.folders, "restore", named)
    assert could_not(done)
    assert said in done.stderr
    assert run(binned.folders, "bin").stdout == before


def test_an_id_that_begins_another_one_is_meant_when_it_is_whole(house: House) -> None:
    for key in ("one", "one more"):
        house.journal.remove(house.journal.keep(Note(id=key, at=EVENING, night=NIGHT, text=key)))
    assert run(house.folders, "restore", "one").exit_code == 0
    assert [one["id"] for one in entries(house.folders)] == ["one"]


@pytest.mark.parametrize("arguments", [["restore"], ["restore", "a", "b"], ["bin", "x"], ["bin", "--full"]])
def test_wrong_usage_is_said_in_one_line(binned: House, arguments: list[str]) -> None:
    assert could_not(run(binned.folders, *arguments), 2)


def test_restore_in_an_empty_home_could_not_be_done(folders: Folders) -> None:
    assert could_not(run(folders, "restore", "a"))


def test_the_bin_is_emptied_after_being_asked_twice(binned: House) -> None:
    done = run(binned.folders, "bin", "--empty", typed="y\nyes\n")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.count("[y/N]") == 2
    assert with_words(binned.folders.data.parent, REMOVED, FORMER, HIDDEN) == []
    assert with_words(binned.folders.data.parent, STAYS) != []
    assert [one["text"] for one in entries(binned.folders)] == [STAYS]
    assert run(binned.folders, "bin").stdout == ""
    assert could_not(run(binned.folders, "restore", "aaaa-bbbb-1"))


@pytest.mark.parametrize("typed", ["n\n", "\n", "maybe\ny\n", "y\nn\n", "y\n\n", "y\nmaybe\ny\n"])
def test_declining_either_question_leaves_everything(binned: House, typed: str) -> None:
    before = files(binned)
    done = run(binned.folders, "bin", "--empty", typed=typed)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Nothing was erased" in done.stderr
    assert files(binned) == before


@pytest.mark.parametrize("typed", ["", "y\n"])
def test_an_end_of_input_at_either_question_leaves_everything(binned: House, typed: str) -> None:
    before = files(binned)
    done = run(binned.folders, "bin", "--empty", typed=typed)
    assert (done.exit_code, done.stdout) == (130, "")
    assert done.stderr.endswith("\n")
    assert files(binned) == before


def test_what_was_damaged_and_set_aside_goes_too(binned: House) -> None:
    run(binned.folders, "bin", "--empty", typed="y\ny\n")
    month = next(binned.journal.shelf.own.glob("*-11.json"))
    month.write_bytes(month.read_bytes()[:-30])
    assert run(binned.folders, "doctor", "--repair").exit_code == 0
    done = run(binned.folders, "bin")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 damaged file set aside" in done.stderr
    assert "restore" not in done.stderr
    assert run(binned.folders, "bin", "--empty", typed="y\ny\n").exit_code == 0
    assert not (binned.folders.data / "quarantine").exists()


def test_a_damaged_journal_is_mended_before_the_bin_is_emptied(binned: House) -> None:
    month = next(binned.journal.shelf.own.glob("*-11.json"))
    month.write_bytes(month.read_bytes().replace(STAYS.encode(), b"silver"))
    done = run(binned.folders, "bin", "--empty", typed="y\ny\n")
    assert done.exit_code == 1
    assert "ritual doctor" in done.stderr
    assert with_words(binned.folders.data.parent, REMOVED) != []


def files(house: House) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in house.folders.data.rglob("*") if one.is_file()}
