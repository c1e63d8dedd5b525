"""Files of older versions: they load, they become today's at the first write, and what was there stays to be found."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from ritual.core.errors import RitualError
from ritual.core.records import Appreciation, Couple, Note, Person, Topic
from ritual.folders import Folders
from ritual.journal import Bin, Journal, migrations
from ritual.journal.format import VERSION, Raw, digest, frame, is_sound
from ritual.journal.migrations import STEPS, migrated, to_2
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of

HERE = Path(__file__).parent
OLDER = [file for version in range(1, VERSION) for file in sorted((HERE / f"version{version}").glob("*.json"))]
"""Real files, as ritual wrote them then."""

RAIN = "0b8e5f0e-6d0e-4c55-9a39-0c6f6e0f5a11"
TEA = "7d3f3c52-62d1-4f0b-93b1-6f5f9d0d7a12"
MONTH = (HERE / "version1" / "2026-11.json").read_bytes()


@pytest.fixture
def older(journal: Journal) -> Journal:
    """A journal that an older ritual has written."""
    path_of(journal).parent.mkdir(parents=True)
    for file in (HERE / "version1").glob("*.json"):
        shutil.copy(file, path_of(journal, file.stem))
    return again(journal)


def tables_of(content: bytes) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = json.loads(content)
    del tables["_format"]
    return tables


def aside(journal: Journal, name: str = "2026-11") -> list[bytes]:
    """What lies in the quarantine of one of our files."""
    return [
        one.read_bytes() for one in journal.shelf.quarantine.all() if one.name.startswith(f"{journal.device}-{name}.")
    ]


def raw_of(**tables: dict[str, dict[str, Any]]) -> Raw:
    return {
        name: {key: msgspec.Raw(json.dumps(one).encode()) for key, one in rows.items()} for name, rows in tables.items()
    }


def test_a_step_leads_on_from_every_version_there_was() -> None:
    assert list(STEPS) == list(range(1, VERSION))
    assert {file.parent.name for file in OLDER} == {f"version{version}" for version in STEPS}


@pytest.mark.parametrize("file", OLDER, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_files_we_try_it_on_are_as_they_were_written_then(file: Path) -> None:
    known = frame(file.read_bytes())
    assert (known.head.version, known.sound) == (int(file.parent.name.removeprefix("version")), True)
    tables = tables_of(file.read_bytes())
    assert all(is_sound(table, key, one) for table, rows in tables.items() for key, one in rows.items())


def test_from_1_to_2_notes_get_tags() -> None:
    assert to_2("note", {"id": "one", "text": "rain", "mystery": 1}) == {
        "tags": [],
        "id": "one",
        "text": "rain",
        "mystery": 1,
    }
    assert to_2("note", {"id": "one", "tags": ["walk"]}) == {"id": "one", "tags": ["walk"]}
    assert to_2("appreciation", {"id": "one"}) == {"id": "one"}


def test_from_1_to_2_the_sum_covers_the_head(older: Journal) -> None:
    older.keep(note("new"))
    content = path_of(older).read_bytes()
    for before, after in ((b'"version":2', b'"version":1'), (b'"changed":[]', b'"changed":[["note","new"]]')):
        assert frame(content).sound
        assert not frame(content.replace(before, after, 1)).sound
        assert before in content


def test_the_steps_are_taken_one_after_the_other_from_where_a_file_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    def step(to: int) -> migrations.Step:
        return lambda table, document: {**document, "seen": [*document.get("seen", []), f"{table} {to}"]}

    monkeypatch.setattr(migrations, "VERSION", 4)
    monkeypatch.setattr(migrations, "STEPS", {one: step(one + 1) for one in (1, 2, 3)})
    before = {"id": "one", "sum": digest("note", "one", {"id": "one"})}
    for version, seen in ((1, ["note 2", "note 3", "note 4"]), (3, ["note 4"]), (4, None)):
        after = json.loads(bytes(migrated(raw_of(note={"one": before}), set(), version)["note"]["one"]))
        assert after.get("seen") == seen
        assert is_sound("note", "one", after)


def test_a_migration_touches_nothing_that_is_not_as_it_was_written() -> None:
    sound, named = ({"id": key, "sum": digest("note", key, {"id": key})} for key in "ad")
    wrong, without = {"id": "b", "sum": "wrong"}, {"id": "c"}
    before = raw_of(note={"a": sound, "b": wrong, "c": without, "d": named}, other={"a": sound})
    before["note"]["e"] = msgspec.Raw(b"[ 7 ]")
    after = migrated(before, {("note", "d")}, 1)
    assert {key for key, one in after["note"].items() if one is not before["note"][key]} == {"a"}
    assert after["other"] == before["other"]
    assert is_sound("note", "a", json.loads(bytes(after["note"]["a"])))


def test_an_older_journal_is_read_as_it_is(older: Journal) -> None:
    before = {one: one.read_bytes() for one in older.folders.data.rglob("*") if one.is_file()}
    rain, tea = older.get(Note, RAIN, NIGHT), older.get(Appreciation, TEA, NIGHT)
    assert rain is not None
    assert tea is not None
    assert (rain.text, rain.tags, rain.moved, len(rain.former)) == ("rain on the roof, and we stayed", [], None, 1)
    assert (tea.text, tea.way) == ("for the tea — ♥", "help")
    assert {one.name for one in older.standing(Person)} == {"Ana", "Sam"}
    assert [(one.stage, one.since) for one in older.standing(Couple)] == [("long-term", date(2019, 6, 1))]
    assert older.problems == []
    assert {one: one.read_bytes() for one in older.folders.data.rglob("*") if one.is_file()} == before


def rain_of(journal: Journal) -> Note:
    found = journal.get(Note, RAIN, NIGHT)
    assert found is not None
    return found


WRITES: dict[str, Callable[[Journal], object]] = {
    "a new record": lambda journal: journal.keep(note("new")),
    "a change": lambda journal: journal.keep(replace(rain_of(journal), text="sunshine")),
    "a removal": lambda journal: journal.remove(rain_of(journal)),
    "a move": lambda journal: journal.move(rain_of(journal), date(2026, 10, 31)),
    "an import": lambda journal: journal.absorb([note("new"), note("newer", at=EVENING + timedelta(minutes=1))]),
    "emptying the bin": lambda journal: Bin(journal).empty(),
}


@pytest.mark.parametrize("write", WRITES)
def test_an_older_file_becomes_todays_at_the_first_write(older: Journal, write: str) -> None:
    before = tables_of(MONTH)
    WRITES[write](older)
    content = path_of(older).read_bytes()
    known = frame(content)
    assert (known.sound, known.head.version, known.head.changed) == (True, VERSION, [])
    after = tables_of(content)
    assert all(is_sound(table, key, one) for table, rows in after.items() for key, one in rows.items())
    assert after["appreciation"] == before["appreciation"]
    if write in ("a new record", "an import"):
        stays = {name: one for name, one in after["note"][RAIN].items() if name not in ("tags", "sum")}
        assert stays == {name: one for name, one in before["note"][RAIN].items() if name != "sum"}
        assert after["note"][RAIN]["tags"] == []
    assert again(older).problems == []


@pytest.mark.parametrize("write", [one for one in WRITES if one != "emptying the bin"])
def test_an_exact_copy_of_the_older_file_is_kept(older: Journal, write: str) -> None:
    WRITES[write](older)
    assert aside(older) == [MONTH]
    for key in ("later", "latest"):
        again(older).keep(note(key))
    assert aside(older) == [MONTH]
    assert path_of(older).with_name("2026-11.json.bak").read_bytes() != MONTH


def test_only_the_file_that_is_written_becomes_todays(older: Journal) -> None:
    standing = path_of(older, "standing").read_bytes()
    older.keep(note("new"))
    assert path_of(older, "standing").read_bytes() == standing
    assert aside(older, "standing") == []
    older.keep(Topic(id="holidays", at=EVENING, text="the holidays"))
    assert frame(path_of(older, "standing").read_bytes()).head.version == VERSION
    assert aside(older, "standing") == [standing]
    assert {one.name for one in again(older).standing(Person)} == {"Ana", "Sam"}


def test_emptying_the_bin_erases_the_copies_too(older: Journal) -> None:
    older.remove(rain_of(older))
    assert aside(older) == [MONTH]
    Bin(older).empty()
    everywhere = [one.read_bytes() for one in older.folders.data.parent.rglob("*") if one.is_file()]
    assert not [one for one in everywhere if b"rain on the roof" in one]


def test_an_older_file_that_cannot_be_set_aside_is_not_written_over(older: Journal) -> None:
    (older.folders.data / "quarantine").write_bytes(b"in the way")
    for write in ("a new record", "an import"):
        with pytest.raises(RitualError, match="could not be saved"):
            WRITES[write](older)
        assert path_of(older).read_bytes() == MONTH
    assert rain_of(again(older)).text == "rain on the roof, and we stayed"


CHANGED = MONTH.replace(b"rain on the roof, and we stayed", b"words of another")


def summed_up_anew(content: bytes) -> bytes:
    """As the older ritual wrote a file in which something had been changed outside: it kept the wrong sum below."""
    head, _, body = content.removesuffix(b"\n}\n").partition(b"},\n")
    return (
        re.sub(rb'"sum":"\w+"', b'"sum":"%b"' % hashlib.sha256(body).hexdigest().encode(), head)
        + b"},\n"
        + body
        + b"\n}\n"
    )


@pytest.mark.parametrize("content", [CHANGED, summed_up_anew(CHANGED)], ids=["just now", "before an older save"])
@pytest.mark.parametrize("write", [one for one in WRITES if one not in ("a change", "a removal", "a move")])
def test_a_migration_launders_no_wrong_sum(older: Journal, content: bytes, write: str) -> None:
    path_of(older).write_bytes(content)
    before = tables_of(content)["note"][RAIN]
    assert not is_sound("note", RAIN, before)
    if write == "emptying the bin":
        with pytest.raises(RitualError, match="doctor"):
            WRITES[write](again(older))
        return
    for _ in range(2):
        WRITES[write](again(older))
        after = tables_of(path_of(older).read_bytes())["note"][RAIN]
        assert after == before
        assert frame(path_of(older).read_bytes()).head.changed == [("note", RAIN)]
        later = again(older)
        assert rain_of(later).text == "words of another"
        assert ["was changed outside ritual" in one for one in later.problems] == [True]
    assert aside(older) == [content]


@pytest.mark.parametrize("length", [len(MONTH) - 3, len(MONTH) // 2, 200])
def test_what_is_whole_of_a_damaged_older_file_becomes_todays(older: Journal, folders: Folders, length: int) -> None:
    damaged = MONTH[:length]
    path_of(older).write_bytes(damaged)
    whole = {one.id for one in again(older).nights(Note)}
    Journal(folders, TurnedClock()).keep(note("new"))
    assert {one.id for one in again(older).nights(Note)} == {*whole, "new"}
    assert (RAIN in whole) == (length > len(MONTH) // 2)
    assert (frame(path_of(older).read_bytes()).head.version, aside(older)) == (VERSION, [damaged])
