"""The command line, as people and scripts use it."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tinydb.table import Document

from ritual import __version__
from ritual.cli import main
from ritual.core.people import person_id
from ritual.core.records import (
    KINDS,
    Answer,
    Appreciation,
    Couple,
    Draw,
    Goal,
    Leg,
    Mark,
    Note,
    Occasion,
    Pause,
    Rating,
    Record,
    Session,
    Topic,
    Wish,
)
from ritual.house import House
from ritual.journal.codec import to_document
from ritual.journal.storage import MonthFile
from ritual.settings import Folders
from tests.conftest import EVENING

ANA, SAM = person_id("Ana"), person_id("Sam")
NIGHT = EVENING.date()
LATER = 30
"""Seconds after which a process that hangs is given up."""

COMMON = {"kind", "id", "at", "night", "by"}
CONTRACT = {
    "appreciation": {"to", "text", "way", "reply"},
    "draw": {"card", "passed"},
    "session": {"starter", "planned", "seconds", "turns", "cards"},
    "rating": {"about", "scale", "value"},
}
FURTHER = {"appreciation": {"about"}, "session": {"steps", "passed"}}
"""What is said beyond the contract."""

WITHOUT_TEXTUAL = """
import sys
from ritual.cli import main

try:
    main(sys.argv[1:])
finally:
    print([name for name in sys.modules if name.split(".")[0] == "textual"], file=sys.stderr)
"""


def run(folders: Folders, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--home", str(folders.data.parent), *arguments], prog_name="ritual")


def entries(folders: Folders, *arguments: str) -> list[dict[str, Any]]:
    done = run(folders, "list", "--json", *arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def process(
    *arguments: str, stdout: int = subprocess.PIPE, environment: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """The command in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "ritual", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | (environment or {}),
        timeout=LATER,
        encoding="utf-8",
        errors="replace",
    )


def one_line(text: str) -> bool:
    """Whether `text` is one line for people."""
    return text.endswith("\n") and len(text.splitlines()) == 1 and "Traceback" not in text and len(text) > 10


@pytest.fixture
def filled(house: House) -> House:
    """A house in which an evening, and this and that, was kept."""
    keep = house.journal.keep
    legs = [
        Leg(step="arrive", planned=60, seconds=70),
        Leg(step="talk", by=ANA, planned=300, seconds=290),
        Leg(step="talk", by=SAM, planned=300, seconds=200),
        Leg(step="close", planned=540, seconds=60),
    ]
    cards = ["everyday-quiet-win"]
    kept: list[Record] = [
        Session(id="s", at=EVENING, starter=ANA, legs=legs, cards=cards, passed=["gone"], state="kept", place=9),
        Rating(id="r", at=EVENING, by=SAM, about="s", scale="closeness-before", value=4),
        Draw(id="d", at=EVENING, about="s", card="everyday-quiet-win"),
        Answer(id="a", at=EVENING, by=ANA, about="d", text="the answer"),
        Appreciation(id="t", at=EVENING, by=ANA, to=SAM, text="für den Tee ♥", way="help"),
        Note(id="n", at=EVENING, by=SAM, about="s", text="a line"),
    ]
    standing: list[Record] = [
        Topic(id="topic", at=EVENING, by=ANA, text="the holidays", on=NIGHT),
        Wish(id="wish", at=EVENING, by=SAM, text="a walk on Sunday"),
        Goal(id="goal", at=EVENING, by=SAM, text="learn the cello"),
        Occasion(id="occasion", at=EVENING, by=ANA, name="the day we met", day=NIGHT),
        Mark(id="mark", at=EVENING, card="everyday-quiet-win", met=NIGHT),
        Pause(id="pause", at=EVENING, since=NIGHT),
    ]
    for number, record in enumerate([*kept, *standing]):
        at, night = EVENING + timedelta(minutes=number), NIGHT if record in kept else None
        keep(type(record)(**{**_fields(record), "at": at, "night": night}))
    keep(Note(id="sealed", at=EVENING, night=NIGHT, by=ANA, text="hidden: sealed", visibility="sealed"))
    keep(Note(id="private", at=EVENING, night=NIGHT, by=ANA, text="hidden: private", visibility="private"))
    house.journal.remove(keep(Note(id="removed", at=EVENING, night=NIGHT, by=ANA, text="hidden: removed")))
    house.journal.remove(keep(Topic(id="removed topic", at=EVENING, by=ANA, text="hidden: removed")))
    keep(Session(id="open", at=EVENING, night=NIGHT, starter=SAM, legs=legs))
    keep(Session(id="resting", at=EVENING, night=NIGHT, starter=SAM, legs=legs, state="resting"))
    return house


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


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


def test_the_version_is_told(folders: Folders) -> None:
    done = run(folders, "--version")
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"ritual {__version__}\n", "")


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_every_command(folders: Folders, flag: str) -> None:
    done = run(folders, flag)
    assert (done.exit_code, done.stderr) == (0, "")
    for command in ("tonight", "setup", "list", "where"):
        assert f"\n  {command} " in done.stdout
        about = run(folders, command, flag)
        assert (about.exit_code, about.stderr) == (0, "")
        assert f"ritual {command}" in about.stdout


def test_the_package_runs_as_a_module() -> None:
    done = process("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f" {__version__}\n")


def test_where_prints_bare_paths(folders: Folders) -> None:
    home = folders.data.parent
    assert run(folders, "where").stdout == f"{home}/data\n{home}/state\n{home}/config\n"
    for which in ("data", "config", "state"):
        done = run(folders, "where", which)
        assert (done.exit_code, done.stdout, done.stderr) == (0, f"{home}/{which}\n", "")
    assert not home.exists()


def test_the_flag_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RITUAL_HOME", str(tmp_path / "environment"))
    assert CliRunner().invoke(main, ["where", "data"]).stdout == f"{tmp_path}/environment/data\n"
    flagged = CliRunner().invoke(main, ["--home", str(tmp_path / "flag"), "where", "data"])
    assert flagged.stdout == f"{tmp_path}/flag/data\n"


def test_where_refuses_a_folder_there_is_not(folders: Folders) -> None:
    done = run(folders, "where", "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
    assert one_line(done.stderr)


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


def test_list_shows_what_was_kept_a_line_each_and_the_newest_last(filled: House) -> None:
    done = run(filled.folders, "list")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Sunday 22 November 2026 · session · 10 minutes together",
        "Sunday 22 November 2026 · rating · Sam · closeness, arriving: 4",
        "Sunday 22 November 2026 · draw · What small thing did you get right today that probably nobody noticed?",
        "Sunday 22 November 2026 · answer · Ana · the answer",
        "Sunday 22 November 2026 · appreciation · Ana · für den Tee ♥",
        "Sunday 22 November 2026 · note · Sam · a line",
        "2026-11-22 · topic · Ana · the holidays",
        "2026-11-22 · wish · Sam · a walk on Sunday",
        "2026-11-22 · goal · Sam · learn the cello",
        "2026-11-22 · occasion · Ana · the day we met",
    ]


def test_list_shows_nothing_unfinished_removed_sealed_private_or_of_the_house(filled: House) -> None:
    assert [one["id"] for one in entries(filled.folders)] == SHOWN
    for done in (run(filled.folders, "list"), run(filled.folders, "list", "--json")):
        assert "hidden" not in done.output


def test_list_json_is_as_the_contract_says(filled: House) -> None:
    found = {one["kind"]: one for one in entries(filled.folders)}
    common = {"night": "2026-11-22"}
    assert (
        found["session"].items()
        >= {
            **common,
            "id": "s",
            "at": "2026-11-22T21:30:00+01:00",
            "by": None,
            "starter": "Ana",
            "planned": 1200,
            "seconds": 620,
            "turns": [{"by": "Ana", "seconds": 290}, {"by": "Sam", "seconds": 200}],
            "cards": ["everyday-quiet-win"],
        }.items()
    )
    assert found["rating"] == {
        **common,
        "kind": "rating",
        "id": "r",
        "at": "2026-11-22T21:31:00+01:00",
        "by": "Sam",
        "about": "s",
        "scale": "closeness-before",
        "value": 4,
    }
    assert found["draw"] == {
        **common,
        "kind": "draw",
        "id": "d",
        "at": "2026-11-22T21:32:00+01:00",
        "by": None,
        "card": "everyday-quiet-win",
        "passed": False,
    }
    assert found["appreciation"] == {
        **common,
        "kind": "appreciation",
        "id": "t",
        "at": "2026-11-22T21:34:00+01:00",
        "by": "Ana",
        "to": "Sam",
        "text": "für den Tee ♥",
        "way": "help",
        "reply": None,
    }
    assert (found["answer"]["about"], found["answer"]["text"], found["note"]["text"]) == ("d", "the answer", "a line")
    assert (found["topic"]["night"], found["topic"]["on"], found["occasion"]["day"]) == (
        None,
        "2026-11-22",
        "2026-11-22",
    )


def test_list_json_tells_nothing_of_how_it_is_kept(filled: House) -> None:
    for one in entries(filled.folders):
        assert set(one) >= COMMON | CONTRACT.get(one["kind"], set())
        if one["kind"] in CONTRACT:
            assert set(one) <= COMMON | CONTRACT[one["kind"]] | FURTHER.get(one["kind"], set())
        assert {"visibility", "versions", "removed", "former", "sum", "state", "place", "back_at", "legs"}.isdisjoint(
            one
        )


def test_list_json_is_one_document_also_where_nothing_is_kept(folders: Folders) -> None:
    assert entries(folders) == []
    assert not folders.data.parent.exists()


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


@pytest.fixture
def failing(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """Folders in which nothing can be opened, for a reason that nobody foresaw."""

    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("ritual.house.House", fail)
    monkeypatch.setenv("RITUAL_HOME", str(folders.data.parent))
    return folders


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["setup", "--names", "Ana,Sam"]], ids=" ".join)
def test_what_nobody_foresaw_is_one_line_and_a_log_without_words_of_theirs(
    failing: Folders, arguments: list[str]
) -> None:
    done = CliRunner().invoke(main, arguments, prog_name="ritual")
    (log,) = (failing.state / "logs").iterdir()
    assert (done.exit_code, done.stdout) == (1, "")
    assert one_line(done.stderr)
    assert str(log) in done.stderr
    assert "builtins.RuntimeError\n" in log.read_text()
    assert "secret" not in done.stderr + log.read_text()
    assert not failing.data.exists()


def test_what_nobody_foresaw_is_one_line_also_where_no_log_can_be_written(failing: Folders) -> None:
    failing.state.mkdir(parents=True)
    (failing.state / "logs").write_bytes(b"in the way")
    done = CliRunner().invoke(main, ["list"], prog_name="ritual")
    assert (done.exit_code, done.stdout) == (1, "")
    assert one_line(done.stderr)
    assert "secret" not in done.stderr


def test_an_unknown_command_is_answered_with_the_one_that_was_meant(folders: Folders) -> None:
    for typed, meant in (("tonigth", "tonight"), ("lst", "list"), ("set-up", "setup")):
        done = run(folders, typed)
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"Did you mean {meant}?" in done.stderr
        assert one_line(done.stderr)


def test_an_unknown_command_unlike_any_other_is_answered_with_help(folders: Folders) -> None:
    done = run(folders, "x\x1b[2J")
    assert done.exit_code == 2
    assert "--help" in done.stderr
    assert "\x1b" not in done.stderr
    assert one_line(done.stderr)


@pytest.mark.parametrize("arguments", [[], ["tonight"]])
def test_without_a_terminal_the_app_does_not_open(folders: Folders, arguments: list[str]) -> None:
    done = process("--home", str(folders.data.parent), *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert one_line(done.stderr)
    assert not folders.data.parent.exists()


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["list"], ["list", "--json"], ["where"], ["setup", "--names", "Ana,Sam"], []],
    ids=" ".join,
)
def test_textual_is_not_imported_unless_a_screen_opens(filled: House, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_TEXTUAL, "--home", str(filled.folders.data.parent), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LATER,
    )
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "--json"], ["where"], ["--version"], ["--help"]], ids=" ".join
)
def test_a_reader_that_has_gone_gives_no_traceback(filled: House, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = process("--home", str(filled.folders.data.parent), *arguments, stdout=writing)
    finally:
        os.close(writing)
    assert done.stderr == ""


@pytest.mark.parametrize("how", ["list", "list --json"])
def test_a_long_list_can_be_cut_off_by_head(house: House, how: str) -> None:
    notes = [Note(id=f"n{number}", at=EVENING, night=NIGHT, by=ANA, text="words " * 200) for number in range(300)]
    table = MonthFile(house.journal.folder / house.journal.device / "2026-11.json").table("note")
    table.insert_multiple([Document(to_document(one), doc_id=one.id) for one in notes])  # type: ignore[arg-type]
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m ritual --home "$1" {how} | head -1', sys.executable, str(house.folders.data.parent)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LATER,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("how", [["list"], ["list", "--json"]], ids=" ".join)
def test_a_narrow_encoding_gives_no_traceback(filled: House, how: list[str], encoding: str) -> None:
    done = process("--home", str(filled.folders.data.parent), *how, environment={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, "")
    assert "a line" in done.stdout


def test_colours_do_not_go_into_a_pipe(filled: House) -> None:
    for arguments in (["list"], ["--help"], ["list", "--json"]):
        assert "\x1b" not in process("--home", str(filled.folders.data.parent), *arguments).stdout


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
    assert "2019-06-01" in wrong.stderr
    assert "Traceback" not in wrong.stderr
    right = run(house.folders, "setup", "--names", "Ana,Sam", "--since", "2019-06-01", "--stage", "Long-Term")
    assert right.exit_code == 0
    (couple,) = house.journal.standing(Couple)
    assert (couple.since, couple.stage) == (date(2019, 6, 1), "long-term")
