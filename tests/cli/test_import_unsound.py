"""`ritual import` of what is not sound: it says where, and nothing comes in."""

import json
from pathlib import Path
from typing import Any

import pytest

from ritual.house import House
from tests.cli.conftest import could_not, entries, run
from tests.cli.exchanged import AT, checkin, document, kept, note, session

WRONG = {
    "nothing": b"",
    "null": b"null",
    "a number": b"5",
    "binary": bytes(range(256)),
    "zeros": bytes(100),
    "deep": b"[" * 100_000,
    "cut off": document(note())[:-5],
    "two documents": b"[] []",
    "half a letter": b'["\xff"]',
    "half a pair": json.dumps([note(text="\ud800")]).encode(),
    "no archive": b"PK\x03\x04 but nothing more",
    "of another program": b'{"format": "other", "entries": []}',
    "of no program": b'{"entries": {}}',
}


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG)
def test_what_is_no_export_is_said_in_one_line(house: House, content: bytes) -> None:
    before = kept(house.folders)
    assert could_not(run(house.folders, "import", "-", typed=content))
    assert kept(house.folders) == before


UNSOUND = {
    "entries[0] ": [5],
    "entries[1] ": [note(), None],
    "entries[0].kind ": [note(kind="dream")],
    "entries[0].kind is": [note(kind=["note"])],
    "entries[0].at is missing": [{"kind": "note", "text": "golden"}],
    "entries[0].at:": [note(at="2026-11-22T21:30:00")],
    "entries[0].at is out of range": [note(at="0001-01-01T01:00:00Z")],
    "entries[0].at is out": [note(at="9999-12-31T23:59:00-10:00", night="2026-11-22")],
    "entries[0].night:": [note(night="2026-13-01")],
    "entries[0].id:": [note(id=5)],
    "entries[0].id: Exp": [note(id=[])],
    "entries[0].id is no id": [note(id="../../journal.lock")],
    "entries[0].id is no": [note(id="a\x1b[2J")],
    "entries[1].id is there twice": [note(), note(text="other")],
    "entries[1].id is there": [note(), session(steps=[{"step": "quiet", "planned": 1}])],
    "entries[0].by is Kim, but Ana and Sam live here": [note(by="Kim")],
    "entries[0].by is no name": [note(by=["Ana"])],
    "entries[0].by is no": [note(by="K\x1b[2Jim")],
    "entries[0].text:": [note(text=5)],
    "entries[0].colour is no field of a note": [note(colour="red")],
    "Did you mean text?": [note(txet="golden")],
    "entries[0].reply ": [note(reply="silver")],
    "entries[0].reply is no text": [{"kind": "appreciation", "at": AT, "text": "golden", "reply": 5}],
    "entries[0].to is Kim": [{"kind": "appreciation", "at": AT, "text": "golden", "to": "Kim"}],
    "entries[0].way:": [{"kind": "appreciation", "at": AT, "text": "golden", "way": "love"}],
    "entries[0].tags[1]:": [note(tags=["a", 5])],
    "entries[0].visibility:": [note(visibility="open")],
    "entries[0].versions:": [note(versions=[])],
    "entries[0].versions are": [note(versions={"a": -1})],
    "entries[0].versions are no": [note(versions={"a": 10**30})],
    "entries[0].removed:": [note(removed=True)],
    "entries[0].also[0]:": [note(also=[5])],
    "entries[0].former:": [note(former="text")],
    "entries[0].former[0]:": [note(former=["text"])],
    "entries[0].former[1].text:": [note(former=[{"text": "a", "until": AT}, {"text": 5, "until": AT}])],
    "entries[0].former[0].until:": [note(former=[{"text": "a", "until": "then"}])],
    "entries[0].former[0].colour ": [note(former=[{"colour": "red", "until": AT}])],
    "entries[0].former[0].legs[0].colour ": [
        session(
            steps=[{"step": "quiet", "planned": 1}], former=[{"legs": [{"step": "talk", "planned": 1, "colour": 1}]}]
        )
    ],
    "entries[0].steps:": [session(steps={})],
    "entries[0].steps: Exp": [session(steps=[])],
    "entries[0].steps[0]:": [session(steps=["talk"])],
    "entries[0].steps[0].colour ": [session(steps=[{"step": "talk", "planned": 1, "colour": "red"}])],
    "entries[0].steps[0].step:": [session(steps=[{"step": "dance", "planned": 1}])],
    "entries[0].steps[1].by is Kim": [
        session(steps=[{"step": "arrive", "planned": 1}, {"step": "talk", "planned": 1, "by": "Kim"}])
    ],
    "entries[0].turns:": [session(turns="abc")],
    "entries[0].turns[0].x ": [session(turns=[{"by": "Ana", "seconds": 1, "x": 1}])],
    "entries[0].turns[0].by is Kim": [session(turns=[{"by": "Kim", "seconds": 1}])],
    "entries[0].planned:": [session(planned=-1)],
    "entries[0].legs ": [session(legs=[])],
    "entries[0].starter is Kim": [session(starter="Kim")],
    "entries[0].legs[0].colour ": [checkin(legs=[{"step": "rate", "planned": 1, "colour": "red"}])],
    "entries[0].legs[0].step:": [checkin(legs=[{"step": "dance", "planned": 1}])],
    "entries[0].legs[1].by is Kim": [
        checkin(legs=[{"step": "rate", "planned": 1, "by": one} for one in ("Ana", "Kim")])
    ],
    "entries[0].legs:": [checkin(legs={})],
    "entries[0].asked[1] is Kim": [checkin(asked=["Sam", "Kim"])],
    "entries[0].asked:": [checkin(asked="Sam")],
    "entries[0].wishes:": [checkin(wishes="w")],
    "entries[0].answered:": [{"kind": "wish", "at": AT, "text": "golden", "answered": "no"}],
    "entries[0].outcome:": [{"kind": "topic", "at": AT, "text": "golden", "outcome": "won"}],
    "entries[0].on:": [{"kind": "topic", "at": AT, "text": "golden", "on": "soon"}],
    "entries[0].what is missing": [{"kind": "suggestion", "at": AT}],
    "entries[0].value:": [{"kind": "rating", "at": AT, "scale": "a", "value": 11}],
    "entries[0] is Kim": [{"kind": "person", "id": "kim", "at": AT, "name": "Kim"}],
    "entries[0] is no person": [{"kind": "person", "id": "kim", "at": AT, "name": ""}],
}
"""Entries that are not sound, by what is said of them."""


@pytest.mark.parametrize("said", UNSOUND)
def test_what_is_not_sound_is_named_with_its_path_and_nothing_comes_in(house: House, said: str) -> None:
    before = kept(house.folders)
    wrong: Any = UNSOUND[said]
    content = json.dumps([*wrong, note(id="sound")]).encode()
    done = run(house.folders, "import", "-", typed=content)
    assert could_not(done)
    assert said in done.stderr
    assert "Nothing was imported" in done.stderr
    assert "\x1b" not in done.stderr
    assert kept(house.folders) == before


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"version": 2}, "newer ritual"),
        ({"version": 0}, "version"),
        ({"version": "1"}, "version"),
        ({"version": True}, "version"),
        ({"entries": {}}, "entries"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_the_head_of_an_export_is_looked_at_too(house: House, more: dict[str, Any], said: str) -> None:
    done = run(house.folders, "import", "-", typed=document(note(), **more))
    assert could_not(done)
    assert said in done.stderr
    assert entries(house.folders) == []


def test_a_file_that_cannot_be_read_is_said_in_one_line(house: House, tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "nowhere", tmp_path / "x\x1b[2J"):
        done = run(house.folders, "import", file)
        assert could_not(done)
        assert "\x1b" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["-", "--into", "x"]])
def test_wrong_usage_is_said_in_one_line(house: House, arguments: list[str]) -> None:
    assert could_not(run(house.folders, "import", *arguments), 2)


def test_where_it_cannot_be_written_nothing_comes_in(house: House) -> None:
    (house.folders.data / ".staged").write_bytes(b"in the way")
    before = kept(house.folders)
    assert could_not(run(house.folders, "import", "-", typed=document(note(), note(id="two", night="2025-01-01"))))
    assert kept(house.folders) == before
