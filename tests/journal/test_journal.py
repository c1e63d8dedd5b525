"""What the journal keeps, finds and survives."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Leg, Mark, Note, Rating, Session, Topic
from ritual.journal import Journal
from ritual.journal.codec import digest
from ritual.settings import Folders
from tests.conftest import CET, EVENING, TurnedClock

NIGHT = date(2026, 11, 22)
LATER = 30
"""Seconds after which a process that hangs is given up."""

WRITER = """
import sys
from datetime import date
from ritual.core.records import Note
from ritual.journal import Journal
from ritual.settings import Folders

journal, name, night = Journal(Folders.find(sys.argv[1])), sys.argv[2], date(2026, 11, 22)
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    journal.keep(Note(id=f"{name} {number}", at=journal.clock.now(), night=night, text=f"{name} says {number}"))
    journal.keep(Note(id="both", at=journal.clock.now(), night=night, text=f"{name} {number}"))
"""

HOLDER = """
import sys
from filelock import FileLock

with FileLock(sys.argv[1]):
    print("ready", flush=True)
    sys.stdin.readline()
"""

FULL_DISK = """
import resource, sys
from datetime import date
from ritual.core.errors import RitualError
from ritual.core.records import Note
from ritual.journal import Journal
from ritual.settings import Folders

journal = Journal(Folders.find(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    journal.keep(Note(id="two", at=journal.clock.now(), night=date(2026, 11, 22), text="does not fit"))
except RitualError as fault:
    print(fault)
"""


@pytest.fixture
def journal(folders: Folders, clock: TurnedClock) -> Journal:
    return Journal(folders, clock)


@pytest.fixture
def theirs(tmp_path: Path, clock: TurnedClock) -> Journal:
    """The journal of the other laptop."""
    return Journal(Folders.find(tmp_path / "theirs"), clock)


def note(key: str, text: str = "some words", night: date = NIGHT, at: datetime = EVENING) -> Note:
    return Note(id=key, at=at, night=night, text=text)


def session(key: str, night: date, state: str = "kept") -> Session:
    at = datetime(night.year, night.month, night.day, 21, tzinfo=CET)
    legs = [Leg(step="quiet", planned=600)]
    return Session(id=key, at=at, night=night, starter="ana", legs=legs, state="kept" if state == "kept" else "open")


def path_of(journal: Journal, name: str = "2026-11") -> Path:
    return journal.folder / journal.device / f"{name}.json"


def again(journal: Journal) -> Journal:
    """Another journal on the same folders, as the next start would have it."""
    return Journal(journal.folders, TurnedClock(EVENING + timedelta(minutes=1)))


def texts(journal: Journal) -> list[str]:
    return [one.text for one in journal.nights(Note)]


def bring(theirs: Journal, journal: Journal) -> Path:
    """Put the folder of their device beside ours; give back its month file."""
    there = journal.folder / theirs.device
    shutil.copytree(theirs.folder / theirs.device, there, dirs_exist_ok=True)
    return there / "2026-11.json"


def start(*arguments: str) -> "subprocess.Popen[str]":
    """Python in a process of its own, up to the point where it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_what_is_kept_is_given_back_as_it_lies_on_the_disk(journal: Journal) -> None:
    kept = journal.keep(note("one"))
    assert (kept.text, kept.at, kept.versions, kept.former) == ("some words", EVENING, {journal.device: 1}, [])
    assert again(journal).get(Note, "one", NIGHT) == kept


def test_a_record_is_on_the_disk_when_keeping_returns(journal: Journal) -> None:
    for number in range(5):
        journal.keep(note(str(number)))
        assert len(again(journal).nights(Note)) == number + 1
        assert str(number) in json.loads(path_of(journal).read_bytes())["note"]


def test_a_change_keeps_the_time_and_the_former_wording(journal: Journal, clock: TurnedClock) -> None:
    journal.keep(note("one", "first"))
    clock.turn(60)
    journal.keep(note("one", "second", at=clock.now()))
    clock.turn(60)
    journal.keep(note("one", "third", at=clock.now()))
    found = again(journal).get(Note, "one", NIGHT)
    assert found is not None
    assert (found.text, found.at, found.versions) == ("third", EVENING, {journal.device: 3})
    assert found.former == [
        {"text": "first", "until": "2026-11-22T21:31:00+01:00"},
        {"text": "second", "until": "2026-11-22T21:32:00+01:00"},
    ]


def test_a_change_of_something_else_adds_no_former_wording(journal: Journal) -> None:
    journal.keep(session("one", NIGHT, "open"))
    changed = journal.keep(session("one", NIGHT))
    assert (changed.state, changed.former, changed.versions) == ("kept", [], {journal.device: 2})


def test_the_sum_of_a_kept_record_is_right(journal: Journal) -> None:
    kept = journal.keep(note("one", "für dich"))
    on_disk = json.loads(path_of(journal).read_bytes())["note"]["one"]
    assert on_disk["sum"] == kept.sum == digest("note", "one", on_disk) != ""
    changed = journal.keep(note("one", "für uns"))
    on_disk = json.loads(path_of(journal).read_bytes())["note"]["one"]
    assert on_disk["sum"] == changed.sum == digest("note", "one", on_disk) != kept.sum


def test_the_sum_is_right_where_a_later_ritual_left_a_field_we_do_not_know(journal: Journal) -> None:
    journal.keep(note("one"))
    path = path_of(journal)
    path.write_bytes(path.read_bytes().replace(b'"text":', b'"mood":"light","text":'))
    journal.keep(note("one", "changed"))
    on_disk = json.loads(path.read_bytes())["note"]["one"]
    assert on_disk["sum"] == digest("note", "one", on_disk)


@pytest.mark.parametrize(
    "wrong",
    [
        Rating(id="one", at=EVENING, night=NIGHT, scale="closeness-before", value=11),
        Rating(id="one", at=EVENING.replace(tzinfo=None), night=NIGHT, scale="closeness-before", value=4),
    ],
    ids=["value", "offset"],
)
def test_a_record_that_could_not_be_read_again_is_not_taken(journal: Journal, wrong: Rating) -> None:
    kept = None
    try:
        kept = journal.keep(wrong)
    except (RitualError, ValueError):
        assert not path_of(journal).exists()
    assert again(journal).get(Rating, "one", NIGHT) == kept


def test_a_removed_record_can_be_brought_back(journal: Journal, clock: TurnedClock) -> None:
    kept = journal.keep(note("one"))
    clock.turn(60)
    removed = journal.remove(kept)
    assert removed.removed == clock.now()
    assert again(journal).nights(Note) == []
    assert again(journal).get(Note, "one", NIGHT) == removed
    back = journal.restore(removed)
    assert (back.removed, back.text, back.former, back.versions) == (None, "some words", [], {journal.device: 3})
    assert again(journal).nights(Note) == [back]


def test_removing_from_an_old_copy_keeps_what_was_written_meanwhile(journal: Journal) -> None:
    old = journal.keep(note("one", "old words"))
    again(journal).keep(note("one", "new words"))
    journal.remove(old)
    found = journal.get(Note, "one", NIGHT)
    assert found is not None
    assert "new words" in [found.text, *(one["text"] for one in found.former)]


def test_what_is_not_there_is_not_found(journal: Journal) -> None:
    journal.keep(note("one"))
    assert journal.get(Note, "two", NIGHT) is None
    assert journal.get(Note, "one", date(2026, 12, 1)) is None
    assert journal.get(Topic, "one", NIGHT) is None
    assert Journal(Folders.find(journal.folders.data / "nowhere")).nights(Note) == []


def test_looking_writes_nothing(journal: Journal) -> None:
    journal.nights(Note)
    journal.standing(Topic)
    journal.last_evenings(NIGHT)
    assert not journal.folders.data.parent.exists()


def test_what_stands_comes_oldest_first(journal: Journal) -> None:
    for key, minutes in (("late", 5), ("early", 1)):
        journal.keep(Topic(id=key, at=EVENING + timedelta(minutes=minutes), text=key))
    journal.keep(Mark(id="mark", at=EVENING, card="everyday-quiet-win"))
    gone = journal.keep(Topic(id="gone", at=EVENING, text="gone"))
    journal.remove(gone)
    assert [one.id for one in again(journal).standing(Topic)] == ["early", "late"]
    assert [one.id for one in again(journal).standing(Mark)] == ["mark"]


def test_nights_come_oldest_first_across_months(journal: Journal) -> None:
    nights = [date(2026, 2, 3), date(2025, 12, 31), date(2026, 1, 1)]
    for night in nights:
        journal.keep(note(str(night), night=night, at=datetime(night.year, night.month, night.day, 22, tzinfo=CET)))
    assert journal.months() == ["2025-12", "2026-01", "2026-02"]
    assert [one.night for one in journal.nights(Note)] == sorted(nights)
    assert [one.night for one in journal.nights(Note, ["2026-01"])] == [date(2026, 1, 1)]


def test_recent_is_this_month_and_the_one_before_also_across_the_years_end(journal: Journal) -> None:
    for night in (date(2025, 11, 30), date(2025, 12, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 1)):
        journal.keep(note(str(night), night=night, at=datetime(night.year, night.month, night.day, 22, tzinfo=CET)))
    found = again(journal).recent(Note, date(2026, 1, 15))
    assert [str(one.night) for one in found] == ["2025-12-01", "2025-12-31", "2026-01-01"]


def test_recent_reads_no_older_month(journal: Journal) -> None:
    journal.keep(note("old", night=date(2026, 9, 1)))
    journal.keep(note("new"))
    path_of(journal, "2026-09").write_bytes(b"damaged")
    later = again(journal)
    assert [one.id for one in later.recent(Note, NIGHT)] == ["new"]
    assert later.problems == []


def test_the_last_evenings_look_further_back_only_where_none_was_kept_lately(journal: Journal) -> None:
    for night in (date(2025, 12, 5), date(2026, 3, 7), date(2026, 3, 8)):
        journal.keep(session(str(night), night))
    journal.keep(session("begun", NIGHT, "open"))
    assert [one.id for one in journal.last_evenings(NIGHT)] == ["2026-03-07", "2026-03-08", "begun"]
    journal.keep(session("kept", date(2026, 10, 1)))
    assert [one.id for one in journal.last_evenings(NIGHT)] == ["kept", "begun"]


def test_two_journals_side_by_side_lose_nothing(journal: Journal) -> None:
    beside = again(journal)
    for number in range(10):
        journal.keep(note(f"ours {number}"))
        beside.keep(note(f"theirs {number}"))
        (journal if number % 2 else beside).keep(note("both", f"wording {number}"))
    expected = {f"{who} {number}" for who in ("ours", "theirs") for number in range(10)} | {"both"}
    for one in (journal, beside, again(journal)):
        assert {found.id for found in one.nights(Note)} == expected
    both = journal.get(Note, "both", NIGHT)
    assert both is not None
    assert both.versions == {journal.device: 10}
    assert [one["text"] for one in both.former] == [f"wording {number}" for number in range(9)]


def test_two_processes_writing_flat_out_lose_nothing(journal: Journal) -> None:
    home = str(journal.folders.data.parent)
    writers = [start(WRITER, home, name) for name in ("Ana", "Sam")]
    for one in writers:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    for one in writers:
        one.communicate(timeout=LATER)
        assert one.returncode == 0
    found = {one.id: one for one in journal.nights(Note)}
    assert set(found) == {f"{name} {number}" for name in ("Ana", "Sam") for number in range(40)} | {"both"}
    both = found["both"]
    assert both.versions == {journal.device: 80}
    wordings = [both.text, *(one["text"] for one in both.former)]
    assert sorted(wordings) == sorted(f"{name} {number}" for name in ("Ana", "Sam") for number in range(40))
    assert journal.problems == []
    assert [one.name for one in journal.folder.iterdir()] == [journal.device]


def test_a_lock_that_is_held_is_waited_for_and_then_said_in_one_line(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.keep(note("one"))
    monkeypatch.setattr("ritual.journal.lock.PATIENCE", 0.4)
    before = path_of(journal).read_bytes()
    holder = start(HOLDER, str(journal.folders.state / "journal.lock"))
    began = time.monotonic()
    with pytest.raises(RitualError, match="Another ritual is writing") as fault:
        journal.keep(note("two"))
    assert 0.4 <= time.monotonic() - began < 4
    assert len(str(fault.value).splitlines()) == 1
    assert path_of(journal).read_bytes() == before
    assert texts(journal) == ["some words"]
    holder.communicate("\n", timeout=LATER)
    journal.keep(note("two"))
    assert len(again(journal).nights(Note)) == 2


@pytest.mark.parametrize("wrong", [b'{"id":"one","text":7}', b'{"text":"no id"}', b"[1, 2]", b'"words"', b"7", b"null"])
def test_a_document_of_the_wrong_shape_is_passed_over_and_left(journal: Journal, wrong: bytes) -> None:
    path = path_of(journal)
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{\n"note":{\n"one":' + wrong + b"\n}\n}\n")
    journal.keep(note("two"))
    assert [one.id for one in journal.nights(Note)] == ["two"]
    assert [one.id for one in journal.nights(Note)] == ["two"]
    assert len(journal.problems) == 1
    assert len(journal.problems[0].splitlines()) == 1
    journal.keep(note("three"))
    assert b'"one":' + wrong in path.read_bytes()
    assert not (journal.folders.data / "quarantine").exists()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda content: content[: len(content) // 2],
    "emptied": lambda content: b"",
    "binary": lambda content: bytes(range(256)),
    "zeros": lambda content: b"\0" * len(content),
    "flipped": lambda content: content.replace(b"some words", b"some w\xffrds", 1),
    "a list": lambda content: b"[]",
    "no tables": lambda content: b'{"note": 3}',
    "nested": lambda content: b'{"note":{"one":' + b"[" * 5000 + b"]" * 5000 + b"}}",
    "nested without an end": lambda content: b'{"note":{"one":' + b"[" * 100_000,
    "nested within a document": lambda content: content.replace(b'"text":', b'"x":' + b"[" * 5000 + b',"text":', 1),
    "a merge's marks": lambda content: b"<<<<<<< HEAD\n" + content,
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_file_is_set_aside_untouched_and_its_copy_serves(journal: Journal, kind: str) -> None:
    journal.keep(note("one"))
    journal.keep(note("two", "other words"))
    path = path_of(journal)
    damaged = DAMAGE[kind](path.read_bytes())
    path.write_bytes(damaged)
    later = again(journal)
    assert texts(later) == ["some words"]
    assert texts(later) == ["some words"]
    assert len(later.problems) == 1
    assert len(later.problems[0].splitlines()) == 1
    assert [one.read_bytes() for one in (journal.folders.data / "quarantine").iterdir()] == [damaged]
    later.keep(note("three", "new words"))
    later.keep(note("four", "last words"))
    assert texts(again(journal)) == ["some words", "new words", "last words"]
    assert path.with_name(path.name + ".bak").read_bytes() != damaged
    assert [one.read_bytes() for one in (journal.folders.data / "quarantine").iterdir()] == [damaged]


def test_a_damaged_file_is_repaired_before_it_is_written(journal: Journal) -> None:
    journal.keep(note("one"))
    journal.keep(note("two"))
    path_of(journal).write_bytes(b"damaged")
    later = again(journal)
    later.keep(note("three"))
    assert {one.id for one in again(journal).nights(Note)} == {"one", "three"}
    assert [one.read_bytes() for one in (journal.folders.data / "quarantine").iterdir()] == [b"damaged"]


def test_damage_costs_only_its_own_file(journal: Journal) -> None:
    journal.keep(note("old", night=date(2026, 9, 1), at=EVENING.replace(month=9)))
    journal.keep(note("new"))
    path_of(journal).write_bytes(b"damaged")
    later = again(journal)
    assert [one.id for one in later.nights(Note)] == ["old"]
    assert len(later.problems) == 1


def test_where_the_copy_is_damaged_too_the_rest_is_there_and_nothing_is_thrown_away(journal: Journal) -> None:
    journal.keep(note("old", night=date(2026, 9, 1), at=EVENING.replace(month=9)))
    journal.keep(note("one"))
    path = path_of(journal)
    path.write_bytes(b"damaged")
    path.with_name(path.name + ".bak").write_bytes(b"damaged too")
    for _ in range(3):
        later = again(journal)
        assert [one.id for one in later.nights(Note)] == ["old"]
    later.keep(note("two"))
    assert {one.id for one in again(journal).nights(Note)} == {"old", "two"}
    everywhere = [one.read_bytes() for one in journal.folders.data.rglob("*") if one.is_file()]
    assert b"damaged" in everywhere
    assert b"damaged too" in everywhere


@pytest.mark.parametrize("depth", range(900, 1100, 20))
def test_however_deep_something_is_nested_it_costs_only_a_sentence(journal: Journal, depth: int) -> None:
    journal.keep(note("old", night=date(2026, 9, 1), at=EVENING.replace(month=9)))
    journal.keep(note("one"))
    path_of(journal).write_bytes(b'{"note":{"deep":' + b"[" * depth + b"]" * depth + b"}}")
    later = again(journal)
    assert [one.id for one in later.nights(Note)] == ["old"]
    assert len(later.problems) == 1
    assert later.keep(note("two")).id == "two"
    assert [one.id for one in again(journal).nights(Note)] == ["old", "two"]


@pytest.fixture
def unmendable(journal: Journal) -> Journal:
    """A journal with a damaged month, and a plain file where the quarantine should be."""
    journal.keep(note("old", night=date(2026, 9, 1), at=EVENING.replace(month=9)))
    journal.keep(note("one"))
    journal.keep(note("two"))
    path_of(journal).write_bytes(b"damaged")
    (journal.folders.data / "quarantine").write_bytes(b"in the way")
    return journal


def test_where_nothing_can_be_mended_the_copy_is_read_and_all_stays_as_it_was(unmendable: Journal) -> None:
    before = {one: one.read_bytes() for one in unmendable.folders.data.rglob("*") if one.is_file()}
    later = again(unmendable)
    for _ in range(2):
        assert [one.id for one in later.nights(Note)] == ["old", "one"]
    assert len(later.problems) == 1
    assert "Its last whole copy is used" in later.problems[0]
    assert all(len(one.splitlines()) == 1 and one.endswith(".") for one in later.problems)
    assert {one: one.read_bytes() for one in unmendable.folders.data.rglob("*") if one.is_file()} == before


def test_where_only_a_damaged_copy_is_left_and_cannot_be_mended_the_rest_is_read(unmendable: Journal) -> None:
    path = path_of(unmendable)
    path.replace(path.with_name(path.name + ".bak"))
    later = again(unmendable)
    assert [one.id for one in later.nights(Note)] == ["old"]
    assert len(later.problems) == 1


def test_two_damages_in_one_second_are_both_kept(journal: Journal) -> None:
    journal.keep(note("one"))
    journal.keep(note("two"))
    for damaged in (b"first", b"second"):
        path_of(journal).write_bytes(damaged)
        assert texts(again(journal)) == ["some words"]
    found = {one.read_bytes() for one in (journal.folders.data / "quarantine").iterdir()}
    assert found == {b"first", b"second"}


def test_a_repair_that_was_cut_short_is_finished_by_the_next_start(journal: Journal) -> None:
    journal.keep(note("one"))
    journal.keep(note("two"))
    path_of(journal).unlink()
    later = again(journal)
    assert [one.id for one in later.recent(Note, NIGHT)] == ["one"]
    later.keep(note("three"))
    assert {one.id for one in again(journal).nights(Note)} == {"one", "three"}


def test_a_reader_that_repairs_takes_nothing_back_that_was_written_meanwhile(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ritual.journal.lock.PATIENCE", 0.1)
    journal.keep(note("one"))
    journal.keep(note("two"))
    path_of(journal).write_bytes(b"damaged")
    written: list[str] = []

    class Meanwhile(TurnedClock):
        """Lets another process write just when the reader is about to repair."""

        def now(self) -> datetime:
            if not written:
                try:
                    written.append(again(journal).keep(note("three")).id)
                except RitualError:
                    written.append("one")
            return super().now()

    Journal(journal.folders, Meanwhile()).nights(Note)
    assert set(written) <= {one.id for one in again(journal).nights(Note)}


def test_the_record_that_was_changed_more_often_wins(journal: Journal, theirs: Journal) -> None:
    theirs.keep(note("one", "first"))
    bring(theirs, journal)
    assert texts(journal) == ["first"]
    journal.keep(note("one", "ours"))
    assert texts(again(journal)) == ["ours"]
    theirs.keep(note("one", "second"))
    theirs.keep(note("one", "third"))
    bring(theirs, journal)
    assert texts(again(journal)) == ["third"]
    assert texts(journal) == ["third"]


def test_an_edit_of_their_record_goes_into_our_folder_and_leaves_theirs(journal: Journal, theirs: Journal) -> None:
    theirs.keep(note("one", "theirs"))
    theirs.keep(note("two", "also theirs"))
    there = bring(theirs, journal)
    before = {one: one.read_bytes() for one in there.parent.iterdir()}
    changed = journal.keep(note("one", "ours"))
    assert changed.versions == {theirs.device: 1, journal.device: 1}
    assert [one["text"] for one in changed.former] == ["theirs"]
    assert {one: one.read_bytes() for one in there.parent.iterdir()} == before
    assert list(json.loads(path_of(journal).read_bytes())["note"]) == ["one"]
    assert sorted(texts(again(journal))) == ["also theirs", "ours"]
    assert theirs.device != journal.device


def test_a_removal_of_their_record_holds_here(journal: Journal, theirs: Journal) -> None:
    theirs.keep(note("one"))
    bring(theirs, journal)
    known = journal.get(Note, "one", NIGHT)
    assert known is not None
    journal.remove(known)
    assert texts(again(journal)) == []


def test_their_months_count_too(journal: Journal, theirs: Journal) -> None:
    journal.keep(note("ours"))
    theirs.keep(note("theirs", night=date(2026, 7, 1), at=EVENING.replace(month=7)))
    bring(theirs, journal)
    assert journal.months() == ["2026-07", "2026-11"]
    assert [one.id for one in journal.nights(Note)] == ["theirs", "ours"]


def test_a_damaged_file_of_theirs_is_left_for_them(journal: Journal, theirs: Journal) -> None:
    journal.keep(note("ours", "ours"))
    theirs.keep(note("one", "first of theirs"))
    theirs.keep(note("two", "second of theirs"))
    there = bring(theirs, journal)
    there.write_bytes(there.read_bytes()[:-20])
    before = {one.name: one.read_bytes() for one in there.parent.iterdir()}
    later = again(journal)
    assert "ours" in texts(later)
    assert len(later.problems) == 1
    assert {one.name: one.read_bytes() for one in there.parent.iterdir()} == before


def test_a_full_disk_leaves_the_file_whole_and_is_said_in_one_line(journal: Journal) -> None:
    journal.keep(note("one"))
    before = {one.name: one.read_bytes() for one in path_of(journal).parent.iterdir()}
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(journal.folders.data.parent), "200"],
        capture_output=True,
        text=True,
        timeout=LATER,
    )
    assert done.stderr == ""
    assert "could not be saved" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert "does not fit" not in done.stdout
    assert {one.name: one.read_bytes() for one in path_of(journal).parent.iterdir()} == before
    assert texts(again(journal)) == ["some words"]


def test_a_disk_that_is_full_from_the_first_is_said_in_one_line_too(folders: Folders) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(folders.data.parent), "10"], capture_output=True, text=True, timeout=LATER
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("in_the_way", ["data", "state"])
def test_a_folder_that_cannot_be_made_is_said_in_one_line(journal: Journal, in_the_way: str) -> None:
    folder = journal.folders.data.parent / in_the_way
    folder.parent.mkdir()
    folder.write_bytes(b"a file where a folder should be")
    with pytest.raises(RitualError) as fault:
        journal.keep(note("one"))
    assert len(str(fault.value).splitlines()) == 1
    assert folder.read_bytes() == b"a file where a folder should be"


def test_what_could_not_be_saved_does_not_count_in_memory(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.keep(note("one"))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("ritual.files._write_through", full)
        for change in (note("one", "changed"), note("two")):
            with pytest.raises(RitualError, match="No space left on device"):
                journal.keep(change)
    assert texts(journal) == ["some words"]
    assert journal.keep(note("two", "now it fits")).versions == {journal.device: 1}
    assert sorted(texts(journal)) == ["now it fits", "some words"]
