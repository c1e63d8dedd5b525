"""`ritual list`, as people read it."""

import json

import pytest

from ritual.core.records import KINDS, Note
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, NIGHT, entries, one_line, run
from tests.conftest import EVENING

LISTED = [
    "session",
    "draw",
    "checkin",
    "appreciation",
    "reply",
    "answer",
    "rating",
    "feeling",
    "note",
    "occasion",
    "topic",
    "wish",
    "goal",
]
SHOWN = ["s", "r", "d", "a", "t", "n", "topic", "wish", "goal", "occasion"]


def test_list_shows_what_was_kept_a_line_each_and_the_newest_last(filled: House) -> None:
    done = run(filled.folders, "list")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Sunday 22 November 2026 · session · 10 minutes together",
        "Sunday 22 November 2026 · rating · Sam · closeness, arriving: 4",
        "Sunday 22 November 2026 · draw · What small thing did you get right today that probably nobody noticed?",
        "Sunday 22 November 2026 · answer · Ana · the answer",
        "Sunday 22 November 2026 · appreciation · Ana to Sam · für den Tee ♥",
        "Sunday 22 November 2026 · note · Sam · a line",
        "Sunday 22 November 2026 · topic · Ana · the holidays",
        "Sunday 22 November 2026 · wish · Sam · a walk on Sunday",
        "Sunday 22 November 2026 · goal · Sam · learn the cello",
        "Sunday 22 November 2026 · occasion · Ana · the day we met",
    ]


def test_list_shows_nothing_unfinished_removed_sealed_private_or_of_the_house(filled: House) -> None:
    assert [one["id"] for one in entries(filled.folders)] == SHOWN
    for done in (run(filled.folders, "list"), run(filled.folders, "list", "--json")):
        assert "hidden" not in done.output


def test_list_says_on_stderr_that_nothing_is_kept(folders: Folders) -> None:
    done = run(folders, "list")
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["appreciation"], ["t"]),
        (["session"], ["s"]),
        (["wish"], ["wish"]),
        (["--by", "Ana"], ["a", "t", "topic", "occasion"]),
        (["--by", "SAM"], ["r", "n", "wish", "goal"]),
        (["note", "--by", "sam"], ["n"]),
        (["note", "--by", "ana"], []),
        (["--limit", "3"], SHOWN[-3:]),
        (["--limit", "1000"], SHOWN),
        (["--by", "Ana", "--limit", "1"], ["occasion"]),
    ],
)
def test_list_can_be_narrowed(filled: House, arguments: list[str], shown: list[str]) -> None:
    assert [one["id"] for one in entries(filled.folders, *arguments)] == shown
    assert len(run(filled.folders, "list", *arguments).stdout.splitlines()) == len(shown)


def test_a_renamed_person_is_called_by_the_new_name_everywhere(filled: House) -> None:
    filled.settle(("Anna", "Sam"))
    assert {one["by"] for one in entries(filled.folders)} == {"Anna", "Sam", None}
    assert "Ana " not in run(filled.folders, "list").stdout


@pytest.mark.parametrize("arguments", [["dream"], ["--limit", "0"], ["--limit", "few"], ["--colour"], ["note", "wish"]])
def test_list_says_in_one_line_what_it_does_not_understand(filled: House, arguments: list[str]) -> None:
    done = run(filled.folders, "list", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert one_line(done.stderr)


def test_a_wrong_kind_is_answered_with_the_kinds_there_are(filled: House) -> None:
    assert "appreciation" in run(filled.folders, "list", "thanks").stderr


@pytest.mark.parametrize("kind", ["person", "couple", "card", "mark", "pause"])
def test_a_kind_that_is_no_entry_is_answered_with_those_that_are(filled: House, kind: str) -> None:
    assert kind in KINDS
    for how in ([], ["--json"]):
        done = run(filled.folders, "list", kind, *how)
        assert (done.exit_code, done.stdout) == (2, "")
        assert one_line(done.stderr)
        _, there_are = done.stderr.split("There are: ")
        assert there_are.strip(".\n").split(", ") == LISTED


def test_every_kind_that_is_named_can_be_listed(filled: House) -> None:
    for kind in LISTED:
        assert {one["kind"] for one in entries(filled.folders, kind)} <= {kind}


@pytest.mark.parametrize("name", ["Kim", "K\x1b[2Jim", "K\nim"])
def test_list_by_somebody_unknown_could_not_be_done(filled: House, name: str) -> None:
    done = run(filled.folders, "list", "--by", name)
    assert (done.exit_code, done.stdout) == (1, "")
    assert one_line(done.stderr)
    assert "Ana and Sam" in done.stderr
    assert "\x1b" not in done.stderr


def test_control_characters_are_neutralised_for_people_and_kept_in_json(house: House) -> None:
    wild = "a\x1b[2Jb\x07c\x9bd\x7fe"
    house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text=wild))
    done = run(house.folders, "list")
    assert done.stdout == "Sunday 22 November 2026 · note · Ana · a�[2Jb�c�d�e\n"
    assert [one["text"] for one in entries(house.folders)] == [wild]


def test_list_says_on_stderr_what_is_damaged_and_shows_the_rest(filled: House) -> None:
    own = filled.journal.folder / filled.journal.device
    (own / "2026-10.json").write_bytes(b"damaged")
    done = run(filled.folders, "list", "--json")
    assert (done.exit_code, len(json.loads(done.stdout))) == (0, len(SHOWN))
    assert one_line(done.stderr)


@pytest.mark.parametrize("how", [[], ["--json"]])
def test_list_says_on_stderr_that_the_names_are_damaged(filled: House, how: list[str]) -> None:
    (filled.journal.folder / filled.journal.device / "standing.json").write_bytes(b"damaged")
    done = run(filled.folders, "list", "note", *how)
    assert done.exit_code == 0
    assert "a line" in done.stdout
    assert one_line(done.stderr)
