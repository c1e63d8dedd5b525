"""A disk with no room left, and a disk that can only be read: nothing is harmed, and the words are not lost."""

import resource
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Note
from ritual.folders import Folders
from ritual.house import House
from ritual.journal import Draft, Journal
from ritual.journal.doctor import Doctor
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of, texts
from tests.journal.disks import Disk, Kind
from tests.journal.dying import in_a_child, keep_copy
from tests.terminal.program import everything_below, shell

OCTOBER = date(2026, 10, 31)
WORDS = "what somebody wanted to say"


only_tmpfs = pytest.mark.parametrize("disk", ["tmpfs"], indirect=True)


@pytest.fixture(params=["tmpfs", "ext4"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    kind: Kind = request.param
    disk = Disk(tmp_path / "disk", kind)
    yield disk
    disk.unmount()


@pytest.fixture
def home(disk: Disk) -> House:
    """A home on that disk, with two months and something in the bin."""
    house = House(Folders.find(disk.folder / "home"), TurnedClock())
    house.settle(("Ana", "Sam"))
    for night in (NIGHT, OCTOBER):
        house.journal.keep(note(f"of {night}", "first words", night))
        house.journal.keep(note(f"of {night}", "second words", night))
    house.journal.remove(house.journal.keep(note("gone", "GONE words")))
    house.drafts.save(draft("words"))
    return house


def draft(text: str) -> Draft:
    return Draft(id="draft", kind="note", by="ana", night=NIGHT, at=EVENING, text=text)


def refused(house: House, because: str) -> None:
    """Every way of writing fails with one helpful line, and leaves every byte of the journal as it was."""
    journal, before = house.journal, everything_below(house.folders.data)
    known = journal.get(Note, f"of {NIGHT}", NIGHT)
    assert known is not None
    for write in (
        lambda: journal.keep(note("new", WORDS)),
        lambda: journal.keep(note("new", WORDS, date(2026, 8, 1))),
        lambda: journal.keep(note(f"of {NIGHT}", WORDS)),
        lambda: journal.remove(known),
        lambda: journal.move(known, OCTOBER),
        lambda: journal.absorb([note("new", WORDS), note("new too", WORDS, OCTOBER)]),
        house.bin.empty,
    ):
        with pytest.raises(RitualError, match=because) as fault:
            write()
        said = str(fault.value)
        assert len(said.splitlines()) == 1
        assert "Please make room or check the folder" in said
        assert str(journal.folder) in said
        assert WORDS not in said
        assert everything_below(house.folders.data) == before


def can_be_read(house: House) -> None:
    """The next start reads everything, and has nothing to complain of."""
    started = House(house.folders, TurnedClock())
    assert texts(started.journal) == ["second words", "second words"]
    assert [one.name for one in started.people] == ["Ana", "Sam"]
    assert started.all_problems() == []
    assert Doctor(started.journal, started.drafts).examine() == []


@pytest.mark.parametrize("text", [WORDS, "♥" * 10_000, "\x01" * 10_000], ids=["a line", "the longest", "the largest"])
def test_on_a_full_disk_nothing_is_harmed_and_the_words_are_in_the_draft(disk: Disk, home: House, text: str) -> None:
    disk.fill()
    refused(home, "No space left on device")
    home.drafts.save(draft(text))
    can_be_read(home)
    assert House(home.folders, TurnedClock()).drafts.all() == [draft(text)]
    disk.free()
    home.keep_draft(home.drafts.all()[0], text)
    assert text in texts(again(home.journal))
    assert home.drafts.all() == []
    home.drafts.save(draft("more"))
    assert home.drafts.reserve.stat().st_size > 60_000
    assert Doctor(again(home.journal), home.drafts).examine() == []


def test_one_can_go_on_typing_for_long_on_a_full_disk(disk: Disk, home: House) -> None:
    disk.fill()
    for number in range(100):
        home.drafts.save(draft(WORDS * number))
        assert House(home.folders, TurnedClock()).drafts.all() == [draft(WORDS * number)]


def with_more_and_more_room(disk: Disk, home: House, act: Callable[[], object]) -> Iterator[bool]:
    """Do `act` on a full disk, and then each time with a page more room; tells whether it was done, until it was."""
    root = home.folders.data.parent
    before = disk.folder.with_name("before")
    keep_copy(root, before)
    for pages in count():
        keep_copy(before, root)
        home.journal.forget()
        disk.fill(left=4096 * pages)
        said = None
        try:
            act()
        except RitualError as fault:
            said = str(fault)
        assert said is None or "make room" in said
        yield said is None
        disk.free()
        if said is None:
            return


@only_tmpfs
def test_where_there_is_room_for_a_part_all_of_it_is_done_or_nothing(disk: Disk, home: House) -> None:
    records = [note(f"new {number}", WORDS * 50, date(2026, number, 1)) for number in range(1, 8)]
    before, tries = everything_below(home.folders.data), 0
    for done in with_more_and_more_room(disk, home, lambda: home.journal.absorb(records)):
        tries += 1
        if not done:
            assert everything_below(home.folders.data) == before
            disk.free()
            assert House(home.folders, TurnedClock()).problems == []
            assert everything_below(home.folders.data) == before
            assert len(again(home.journal).absorb(records)) == len(records)
        assert len(texts(again(home.journal))) == len(records) + 2
        assert not home.journal.waits
        assert Doctor(again(home.journal), home.drafts).examine() == []
    assert tries > len(records)


@only_tmpfs
def test_emptying_the_bin_on_a_full_disk_is_finished_when_there_is_room(disk: Disk, home: House) -> None:
    waited = []
    for done in with_more_and_more_room(disk, home, home.bin.empty):
        assert texts(again(home.journal)) == ["second words", "second words"]
        if not done:
            waited.append(home.bin.waits)
            disk.free()
            house = House(home.folders, TurnedClock(EVENING + timedelta(hours=1)))
            assert house.problems == []
            if not waited[-1]:
                house.bin.empty()
        assert not home.bin.waits
        for content in everything_below(home.folders.data).values():
            assert b"GONE" not in content
            assert b"first words" not in content
        assert texts(again(home.journal)) == ["second words", "second words"]
    assert set(waited) == {False, True}


def test_a_disk_that_can_only_be_read_is_read(disk: Disk, home: House) -> None:
    disk.allow("ro")
    refused(home, "Read-only file system")
    with pytest.raises(OSError, match="Read-only file system"):
        home.drafts.save(draft(WORDS))
    can_be_read(home)
    assert home.drafts.all() == [draft("words")]
    root = home.folders.data.parent
    assert "second words" in shell(root, "list").stdout
    said = shell(root, "thank", "--from", "Ana", "for the soup", check=False)
    assert said.returncode != 0
    assert "Read-only file system" in said.stderr
    disk.allow("rw")
    home.journal.keep(note("new", WORDS))
    assert WORDS in texts(again(home.journal))


@only_tmpfs
def test_a_copy_on_a_disk_that_can_only_be_read_is_read_too(disk: Disk, home: House) -> None:
    """As a backup is looked at: it has no id of this place yet, and none can be given."""
    copy = disk.folder / "copy"
    keep_copy(home.folders.data.parent, copy)
    staged = copy / "data" / ".staged"
    staged.mkdir()
    disk.allow("ro")
    house = House(Folders.find(copy), TurnedClock())
    assert texts(house.journal) == ["second words", "second words"]
    assert [one.name for one in house.people] == ["Ana", "Sam"]
    assert house.drafts.all() == [draft("words")]
    assert len(house.problems) == 1
    assert "Read-only file system" in house.problems[0]
    with pytest.raises(RitualError, match="Read-only file system"):
        house.journal.keep(note("new", WORDS))


def test_a_file_that_is_cut_off_at_any_length_is_never_the_one_that_counts(journal: Journal) -> None:
    """The system lets a file grow to so many bytes only, as a quota does."""
    journal.keep(note("one", "first words"))
    journal.keep(note("one", "second words"))
    path = path_of(journal)
    whole = everything_below(journal.folders.data)

    def write_within_limits() -> None:
        said = ["File too large"]
        for limit in range(0, path.stat().st_size + 400, 9):
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            try:
                journal.keep(note("two", WORDS))
                said.append("kept")
            except RitualError as fault:
                said.append(str(fault))
            assert ("File too large" in said[-1]) == (everything_below(journal.folders.data) == whole)
            assert said[-1] == "kept" or "kept" not in said
        assert said.count("kept") > 1

    assert in_a_child(write_within_limits, lambda *_: None) == 0
    assert sorted(texts(again(journal))) == ["second words", WORDS]


def test_a_draft_that_is_cut_off_at_any_length_leaves_the_one_before(house: House) -> None:
    house.drafts.save(draft("the words so far"))

    def write_within_limits() -> None:
        for limit in range(0, 300, 3):
            before = house.drafts.all()
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            try:
                house.drafts.save(draft(f"{WORDS} {limit}"))
                assert house.drafts.all() == [draft(f"{WORDS} {limit}")]
            except OSError:
                assert house.drafts.all() == before
        assert WORDS in house.drafts.all()[0].text

    assert in_a_child(write_within_limits, lambda *_: None) == 0
