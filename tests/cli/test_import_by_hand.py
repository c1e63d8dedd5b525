"""`ritual import` of files that somebody wrote by hand, or in which something was left out."""

import json
from datetime import date

from ritual.core.records import Checkin, Note, Person, Session
from ritual.folders import Folders
from ritual.house import House
from tests.cli.conftest import ANA, NIGHT, SAM, could_not, entries, run
from tests.cli.exchanged import AT, document, kept, note, sealed, session, taken
from tests.conftest import EVENING


def test_id_night_way_and_reply_may_be_missing(house: House) -> None:
    late = "2026-11-23T00:40:00+01:00"
    bare = {"kind": "appreciation", "at": late, "by": "ana", "to": "SAM", "text": "golden"}
    for _ in range(2):
        taken(house.folders, json.dumps([bare, bare]).encode())
    (found,) = entries(house.folders)
    assert (found["night"], found["by"], found["to"], found["way"]) == ("2026-11-22", "Ana", "Sam", None)


def test_a_reply_is_kept_as_what_it_is(house: House) -> None:
    thanks = {"kind": "appreciation", "at": AT, "by": "Ana", "to": "Sam", "text": "golden", "reply": "silver"}
    for _ in range(2):
        taken(house.folders, document(thanks))
    (reply,) = entries(house.folders, "reply")
    (found,) = entries(house.folders, "appreciation")
    assert (reply["by"], reply["about"], reply["text"]) == ("Sam", found["id"], "silver")
    assert found["reply"] == "silver"


def test_an_evening_may_say_only_its_turns(house: House) -> None:
    turns = [{"by": "Sam", "seconds": 200}, {"by": "Ana", "seconds": 100}]
    taken(house.folders, document(session(planned=1200, seconds=500, turns=turns)))
    (found,) = entries(house.folders)
    assert (found["starter"], found["planned"], found["seconds"], found["turns"]) == ("Ana", 1200, 500, turns)
    (known,) = House(house.folders).journal.nights(Session)
    assert known.people == [SAM, ANA]


def test_a_checkin_of_a_plain_export_is_a_kept_one(house: House, elsewhere: Folders) -> None:
    house.journal.keep(Checkin(id="c", at=EVENING, night=NIGHT, planned=900, state="kept"))
    taken(elsewhere, run(house.folders, "export").stdout_bytes)
    assert entries(elsewhere) == entries(house.folders) != []


def test_what_stands_has_no_night(house: House) -> None:
    taken(house.folders, document({"kind": "wish", "at": AT, "by": "Ana", "text": "a walk", "night": "2026-11-22"}))
    assert [one["night"] for one in entries(house.folders, "wish")] == [None]


def test_an_entry_that_is_here_stays_in_its_night(house: House) -> None:
    """Its night may be missing in the file, and `at` may tell of another one."""
    house.journal.keep(Note(id="one", at=EVENING, night=date(2026, 9, 1), by=ANA, text="golden"))
    before = kept(house.folders)
    for fields in ({}, {"night": "2025-01-01"}, {"night": None}):
        assert taken(house.folders, document(note(**fields))).startswith("0 entries")
        assert kept(house.folders) == before
    (known,) = house.journal.nights(Note)
    house.journal.remove(known)
    assert taken(house.folders, document(note())).startswith("0 entries")
    assert House(house.folders).journal.nights(Note, ["2026-11"]) == []


def test_people_come_in_where_there_is_a_place(empty_house: House) -> None:
    taken(empty_house.folders, document(note()))
    taken(empty_house.folders, document(note(id="two", by="Sam")))
    assert [(one.id, one.name, one.seat) for one in House(empty_house.folders).people] == [
        (ANA, "Ana", 0),
        (SAM, "Sam", 1),
    ]
    assert could_not(run(empty_house.folders, "import", "-", typed=document(note(id="three", by="Kim"))))


def test_a_renamed_person_is_the_same_one(house: House, elsewhere: Folders) -> None:
    content = sealed(house.folders)
    taken(elsewhere, content)
    House(elsewhere).settle(("Anna", "Sam"))
    taken(elsewhere, content.replace(b'"entries": [', b'"entries": [' + json.dumps(note()).encode() + b","))
    assert [one["by"] for one in entries(elsewhere)] == ["Anna"]


def test_three_people_of_three_laptops_come_out_and_in(house: House, elsewhere: Folders) -> None:
    house.journal.keep(Person(id="third", at=EVENING, by="third", name="Sam", seat=1))
    house.journal.keep(Note(id="n", at=EVENING, night=NIGHT, by="third", text="golden"))
    content = sealed(house.folders)
    taken(elsewhere, content)
    assert sealed(elsewhere) == content
    assert taken(elsewhere, content).startswith("0 entries")


def test_control_characters_in_words_come_in_and_are_made_visible(house: House) -> None:
    wild = "a\x1b[2Jb\x00c\x9bd"
    taken(house.folders, document(note(text=wild)))
    assert [one["text"] for one in entries(house.folders)] == [wild]
    assert run(house.folders, "list").stdout == "Sunday 22 November 2026 · note · Ana · a�[2Jb�c�d\n"
