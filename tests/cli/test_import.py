"""`ritual import`: everything in again, and once."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ritual.core.records import Appreciation, Note, Reply
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, NIGHT, SAM, entries, one_line, put_beside, run
from tests.cli.exchanged import AT, document, kept, note, sealed, taken
from tests.conftest import EVENING


def test_all_out_and_all_in_is_the_same_to_the_byte(full: House, elsewhere: Folders) -> None:
    content = sealed(full.folders)
    assert "came in" in taken(elsewhere, content)
    assert sealed(elsewhere) == content
    assert entries(elsewhere) == entries(full.folders)
    assert [(one.id, one.name, one.former) for one in House(elsewhere).people] == [
        (one.id, one.name, one.former) for one in full.people
    ]
    assert run(elsewhere, "doctor").exit_code == 0


def test_as_many_are_told_in_as_were_told_out(full: House, elsewhere: Folders, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    count = run(full.folders, "export", "--sealed", str(file)).stderr.split()[0]
    assert taken(elsewhere, file.read_bytes()).startswith(f"{count} entries came in.")


def test_twice_is_the_same_as_once(full: House, elsewhere: Folders) -> None:
    for content in (sealed(full.folders), run(full.folders, "export").stdout_bytes):
        taken(elsewhere, content)
        before = kept(elsewhere)
        said = taken(elsewhere, content)
        assert said.startswith("0 entries came in.")
        assert kept(elsewhere) == before


def test_an_export_comes_back_into_its_own_home_without_a_change(full: House) -> None:
    before = kept(full.folders)
    for content in (
        sealed(full.folders),
        run(full.folders, "export").stdout_bytes,
        run(full.folders, "list", "--json").stdout_bytes,
        run(full.folders, "list", "appreciation", "--json").stdout_bytes,
    ):
        assert taken(full.folders, content).startswith("0 entries came in.")
    assert kept(full.folders) == before


def test_a_plain_export_comes_in_with_its_names(full: House, elsewhere: Folders) -> None:
    taken(elsewhere, run(full.folders, "export").stdout_bytes)
    assert entries(elsewhere) == entries(full.folders)
    assert {one.name for one in House(elsewhere).people} == {"Anna", "Sam"}


def test_a_file_is_read_as_a_pipe_is(full: House, elsewhere: Folders, tmp_path: Path) -> None:
    (tmp_path / "all.json").write_bytes(sealed(full.folders))
    done = run(elsewhere, "import", tmp_path / "all.json")
    assert (done.exit_code, done.stdout) == (0, "")
    assert one_line(done.stderr)
    assert entries(elsewhere) == entries(full.folders)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_shell_may_have_written_it_in_any_encoding(house: House, encoding: str) -> None:
    taken(house.folders, json.dumps([note(text="für ♥")], ensure_ascii=False).encode(encoding))
    assert [one["text"] for one in entries(house.folders)] == ["für ♥"]


def test_what_was_changed_here_since_then_stays(house: House) -> None:
    first = house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="first"))
    content = sealed(house.folders)
    house.journal.keep(replace(first, text="second"))
    assert taken(house.folders, content).startswith("0 entries")
    assert [one["text"] for one in entries(house.folders)] == ["second"]


def test_what_was_changed_there_since_then_comes_in(house: House, elsewhere: Folders) -> None:
    first = house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="first"))
    taken(elsewhere, sealed(house.folders))
    house.journal.keep(replace(first, text="second"))
    assert taken(elsewhere, sealed(house.folders)).startswith("1 entry came in.")
    assert [one["text"] for one in entries(elsewhere)] == ["second"]
    assert sealed(elsewhere) == sealed(house.folders)


def test_what_was_changed_here_and_there_keeps_both_wordings(house: House, elsewhere: Folders) -> None:
    house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="first"))
    taken(elsewhere, sealed(house.folders))
    for home, text in ((house.folders, "golden"), (elsewhere, "silver")):
        journal = House(home).journal
        (known,) = journal.nights(Note)
        journal.keep(replace(known, text=text))
    taken(house.folders, sealed(elsewhere))
    (known,) = House(house.folders).journal.nights(Note)
    assert {known.text, *(one["text"] for one in known.former)} == {"first", "golden", "silver"}
    before = kept(house.folders)
    taken(house.folders, sealed(elsewhere))
    assert kept(house.folders) == before


def test_both_wordings_of_two_devices_come_out_and_in(house: House, elsewhere: Folders, tmp_path: Path) -> None:
    theirs = House(elsewhere, house.clock)
    theirs.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="golden"))
    house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="silver"))
    put_beside(theirs, house)
    content, third = sealed(house.folders), Folders.find(tmp_path / "third")
    taken(third, content)
    (known,) = House(third).journal.nights(Note)
    assert {known.text, *(one["text"] for one in known.former)} == {"golden", "silver"}
    assert sealed(third) == content


def test_removed_entries_stay_removed(house: House) -> None:
    known = house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by=ANA, text="golden"))
    contents = (sealed(house.folders), run(house.folders, "export").stdout_bytes)
    house.journal.remove(known)
    for emptied in (False, True):
        if emptied:
            assert run(house.folders, "bin", "--empty", typed="y\ny\n").exit_code == 0
        for content in contents:
            assert taken(house.folders, content).startswith("0 entries")
            assert entries(house.folders) == []


def test_a_reply_that_was_removed_does_not_come_back_within_what_it_answers(house: House) -> None:
    house.journal.keep(Appreciation(id="a", at=EVENING, night=NIGHT, by=ANA, to=SAM, text="golden"))
    reply = house.journal.keep(Reply(id="r", at=EVENING, night=NIGHT, by=SAM, about="a", text="silver"))
    content = run(house.folders, "list", "appreciation", "--json").stdout_bytes
    assert b"silver" in content
    house.journal.remove(reply)
    taken(house.folders, content)
    assert [one["reply"] for one in entries(house.folders, "appreciation")] == [None]


def test_what_is_left_out_never_overwrites(house: House) -> None:
    known = Appreciation(id="one", at=EVENING, night=NIGHT, by=ANA, to=SAM, text="golden", way="help")
    house.journal.keep(known)
    house.journal.keep(replace(known, visibility="private"))
    before = kept(house.folders)
    taken(house.folders, document({"kind": "appreciation", "id": "one", "at": AT, "by": "Ana", "text": "other"}))
    assert kept(house.folders) == before


def test_every_month_is_for_its_owner_only_whatever_the_umask(house: House) -> None:
    os.umask(0o000)
    nights = [date(1990 + number // 12, number % 12 + 1, 1) for number in range(100)]
    taken(house.folders, document(*(note(id=f"n{night}", night=night.isoformat()) for night in nights)))
    assert {one.stat().st_mode & 0o777 for one in house.folders.data.rglob("*.json")} == {0o600}
    assert len(entries(house.folders)) == 100
