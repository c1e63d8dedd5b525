"""The doctor: what is not as it should be is told in plain sentences, and mended where it can be."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Note, Topic
from ritual.journal import Draft, Drafts, Journal
from ritual.journal.doctor import Doctor, Finding
from ritual.journal.mending import accept, repair
from ritual.journal.reading import former_of
from tests.conftest import EVENING
from tests.journal.conftest import NIGHT, again, note, path_of, session, texts


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """Two months, an entry that stands, and an unfinished text."""
    for words in ("first", "second"):
        journal.keep(note(words, words))
    journal.keep(note("older", "older", night=date(2026, 10, 3), at=EVENING.replace(month=10)))
    journal.keep(session("evening", NIGHT))
    journal.keep(Topic(id="holidays", at=EVENING, text="the holidays"))
    Drafts(journal.folders).save(draft("unfinished"))
    return journal


def draft(key: str) -> Draft:
    return Draft(id=key, kind="note", by="ana", night=NIGHT, at=EVENING, text="I wanted to s")


def doctor(journal: Journal) -> Doctor:
    return Doctor(again(journal), Drafts(journal.folders))


def examined(journal: Journal) -> list[Finding]:
    return doctor(journal).examine()


def state_of(folder: Path) -> dict[Path, tuple[bytes, int, int]]:
    """Every file's bytes, mode and time."""
    found = [one for one in folder.rglob("*") if one.is_file()]
    return {one: (one.read_bytes(), one.stat().st_mode, one.stat().st_mtime_ns) for one in found}


def test_where_all_is_well_there_is_nothing_to_tell_and_all_entries_are_counted(kept: Journal) -> None:
    before = state_of(kept.folders.data)
    one = doctor(kept)
    assert (one.examine(), one.entries) == ([], 5)
    assert (one.examine(), one.entries) == ([], 5)
    assert state_of(kept.folders.data) == before


def test_where_all_is_well_mending_changes_nothing(kept: Journal) -> None:
    before = state_of(kept.folders.data.parent)
    repair(doctor(kept))
    accept(doctor(kept))
    assert state_of(kept.folders.data.parent) == before


def test_a_home_in_which_nothing_is_yet_is_well(journal: Journal) -> None:
    one = Doctor(journal, Drafts(journal.folders))
    assert (one.examine(), one.entries) == ([], 0)
    repair(one)
    accept(one)
    assert one.examine() == []


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o666, 0o755])
@pytest.mark.parametrize("name", ["2026-11.json", "2026-11.json.bak", "standing.json"])
def test_a_file_that_others_may_open_is_found_and_closed(kept: Journal, mode: int, name: str) -> None:
    path = path_of(kept).with_name(name)
    path.chmod(mode)
    assert examined(kept) == [Finding("Some files could be opened by other accounts of this machine.", "repair")]
    repair(doctor(kept))
    assert examined(kept) == []
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["data", "data/journal", "state", "state/drafts", "data/journal/ours"])
def test_a_folder_that_others_may_open_is_found_and_closed(kept: Journal, name: str) -> None:
    folder = kept.folders.data.parent / name.replace("ours", kept.device)
    folder.chmod(0o755)
    assert [one.cure for one in examined(kept)] == ["repair"]
    repair(doctor(kept))
    assert examined(kept) == []
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_lies_in_the_quarantine_is_closed_too(kept: Journal) -> None:
    path_of(kept).write_bytes(b"damaged")
    repair(doctor(kept))
    (aside,) = kept.shelf.quarantine.all()
    aside.chmod(0o644)
    assert [one.cure for one in examined(kept)] == ["repair"]
    repair(doctor(kept))
    assert examined(kept) == []
    assert (aside.read_bytes(), aside.stat().st_mode & 0o777) == (b"damaged", 0o600)


@pytest.mark.parametrize("where", ["journal", "drafts"])
def test_what_an_interrupted_save_left_is_found_and_removed(kept: Journal, where: str) -> None:
    folder = path_of(kept).parent if where == "journal" else kept.folders.state / "drafts"
    left = folder / ".2026-11.json.4711.tmp"
    left.write_bytes(b"half a fi")
    left.chmod(0o600)
    assert [one.cure for one in examined(kept)] == ["repair"]
    assert str(folder) in examined(kept)[0].sentence
    repair(doctor(kept))
    assert examined(kept) == []
    assert not left.exists()
    assert len(texts(again(kept))) == 3


@pytest.mark.parametrize("damaged", [b"", b'{"id":"bad","kind":"no', b"\xff\xfe\x00", b"[]", b'{"id":"unfinished"}'])
def test_an_unfinished_text_that_cannot_be_read_is_set_aside(kept: Journal, damaged: bytes) -> None:
    path = kept.folders.state / "drafts" / "bad.json"
    path.write_bytes(damaged)
    path.chmod(0o600)
    assert examined(kept) == [Finding("An unfinished text cannot be read (bad.json).", "repair")]
    repair(doctor(kept))
    assert examined(kept) == []
    assert not path.exists()
    assert [one.read_bytes() for one in kept.shelf.quarantine.all()] == [damaged]
    assert Drafts(kept.folders).all() == [draft("unfinished")]


def test_several_damages_at_once_are_each_told_and_all_mended(kept: Journal) -> None:
    path_of(kept).write_bytes(path_of(kept).read_bytes()[:-90])
    path_of(kept, "2026-10").write_bytes(b"")
    path_of(kept, "standing").write_bytes(b"\0" * 400)
    shutil.copy(path_of(kept, "2026-10"), path_of(kept, "2026-10 copy"))
    (kept.folders.state / "drafts" / "bad.json").write_bytes(b"\xff")
    former_of(path_of(kept)).write_bytes(b"damaged")
    told = [one.sentence for one in examined(kept)]
    for name in (
        "2026-11.json is damaged",
        "2026-10.json is empty",
        "standing.json is damaged",
        "copy.json",
        "bad.json",
    ):
        assert any(name in sentence for sentence in told)
    assert all(len(one.splitlines()) == 1 and one.endswith(".") for one in told)
    repair(doctor(kept))
    assert examined(kept) == []
    assert texts(again(kept)) == ["first", "second"]


def test_the_sentences_tell_nothing_of_what_was_written(kept: Journal) -> None:
    path = path_of(kept)
    path.write_bytes(path.read_bytes().replace(b'"text":"first"', b'"text":"my secret"'))
    shutil.copy(path, path_of(kept, "2026-11 copy"))
    told = " ".join(one.sentence for one in examined(kept))
    assert "2026-11 copy.json" in told
    assert "secret" not in told
    assert "second" not in told


def test_a_damaged_former_state_beside_a_whole_file_is_found_and_made_anew(kept: Journal) -> None:
    former = former_of(path_of(kept))
    former.write_bytes(b"damaged")
    assert examined(kept) == [Finding("The former state of 2026-11.json is damaged.", "repair")]
    before = path_of(kept).read_bytes()
    repair(doctor(kept))
    assert examined(kept) == []
    assert (path_of(kept).read_bytes(), former.read_bytes()) == (before, before)
    assert [one.read_bytes() for one in kept.shelf.quarantine.all()] == [b"damaged"]


def test_a_damaged_former_state_never_hinders_a_save(kept: Journal) -> None:
    former_of(path_of(kept)).write_bytes(b"damaged")
    kept.keep(note("third", "third"))
    assert examined(kept) == []
    assert len(texts(again(kept))) == 4


DAMAGES = [b"", b"damaged", b"[]"]


@pytest.mark.parametrize("damaged", DAMAGES, ids=["empty", "damaged", "a list"])
def test_a_damaged_file_of_another_device_is_told_and_left_to_it(
    kept: Journal, theirs: Journal, damaged: bytes
) -> None:
    theirs.keep(note("theirs", "theirs"))
    theirs.keep(note("also theirs", "also theirs"))
    there = kept.folder / theirs.device
    shutil.copytree(theirs.folder / theirs.device, there)
    (there / "2026-11.json").write_bytes(damaged)
    before = state_of(there)
    assert sorted(texts(again(kept))) == ["first", "older", "second", "theirs"]
    findings = examined(kept)
    assert [one.cure for one in findings] == ["elsewhere"]
    assert f"{theirs.device}/2026-11.json" in findings[0].sentence
    assert "the device that writes it" in findings[0].sentence
    repair(doctor(kept))
    accept(doctor(kept))
    assert examined(kept) == findings
    again(kept).keep(note("third", "third"))
    assert state_of(there) == before
    assert kept.shelf.quarantine.all() == []


@pytest.mark.parametrize("what", ["edited", "copied", "misplaced"])
def test_what_is_odd_with_another_device_is_told_and_left_to_it(kept: Journal, theirs: Journal, what: str) -> None:
    theirs.keep(note("theirs", "theirs"))
    there = kept.folder / theirs.device
    shutil.copytree(theirs.folder / theirs.device, there)
    month = there / "2026-11.json"
    if what == "edited":
        month.write_bytes(month.read_bytes().replace(b'"text":"theirs"', b'"text":"by hand"'))
    else:
        month.replace(there / ("2026-09.json" if what == "misplaced" else "2026-11 2.json"))
    before = state_of(there)
    assert len(texts(again(kept))) == 4
    assert {one.cure for one in examined(kept)} == {"elsewhere"}
    repair(doctor(kept))
    accept(doctor(kept))
    assert {one.cure for one in examined(kept)} == {"elsewhere"}
    assert state_of(there) == before
    assert len(texts(again(kept))) == 4


def test_writing_several_files_that_was_interrupted_is_found_and_settled(kept: Journal) -> None:
    staged = kept.folders.data / ".staged"
    staged.mkdir(mode=0o700)
    (staged / "0").write_bytes(b"never committed")
    assert examined(kept) == [Finding("Writing several files was interrupted.", "repair")]
    repair(doctor(kept))
    assert examined(kept) == []
    assert not staged.exists()


def test_a_disk_that_does_not_take_the_repair_is_said_and_nothing_is_lost(kept: Journal) -> None:
    path_of(kept).write_bytes(path_of(kept).read_bytes()[:-20])
    (kept.folders.data / "quarantine").write_bytes(b"a file where a folder should be")
    before = state_of(path_of(kept).parent)
    with pytest.raises(RitualError) as fault:
        repair(doctor(kept))
    assert len(str(fault.value).splitlines()) == 1
    assert state_of(path_of(kept).parent) == before
    assert {"first", "second", "older"} == set(texts(again(kept)))
    assert again(kept).get(Note, "first", NIGHT) is not None
