"""What is read of files that are not as they were written, one kind of damage at a time."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Note, Person, Topic
from ritual.journal import Drafts, Journal
from ritual.journal.doctor import Doctor
from ritual.journal.format import VERSION
from ritual.journal.mending import repair
from ritual.journal.reading import former_of, understood
from tests.conftest import EVENING
from tests.journal.conftest import NIGHT, again, note, path_of, texts


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """Three notes, of which the former state knows two."""
    for words in ("first", "second", "third"):
        journal.keep(note(words, words))
    return journal


def doctor(journal: Journal) -> Doctor:
    return Doctor(journal, Drafts(journal.folders))


def set_aside(journal: Journal) -> list[bytes]:
    """What lies in the quarantine."""
    return [one.read_bytes() for one in journal.shelf.quarantine.all()]


def everything(folder: Path) -> dict[Path, bytes]:
    return {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_no_flipped_bit_goes_unnoticed_and_each_costs_one_document_at_most(kept: Journal) -> None:
    content = path_of(kept).read_bytes()
    sound = understood(content).raw["note"]
    for at in range(len(content)):
        for bit in range(8):
            found = understood(content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :])
            assert found.fault
            same = [key for key, raw in found.raw.get("note", {}).items() if raw == sound.get(key)]
            assert len(same) >= 2
            assert not found.changed & {("note", key) for key in same}


def test_a_file_cut_off_anywhere_gives_all_before_the_cut(kept: Journal) -> None:
    content = path_of(kept).read_bytes()
    sound = understood(content).raw["note"]
    ends = {key: content.index(bytes(raw)) + len(bytes(raw)) for key, raw in sound.items()}
    for at in range(len(content)):
        found = understood(content[:at])
        assert found.fault
        assert set(found.raw.get("note", {})) == {key for key, end in ends.items() if end <= at}


@pytest.mark.parametrize("copy", [True, False], ids=["with its former state", "alone"])
def test_an_empty_file_is_damage_and_not_emptiness(kept: Journal, copy: bool) -> None:
    path = path_of(kept)
    path.write_bytes(b"")
    if not copy:
        former_of(path).unlink()
    later = again(kept)
    assert texts(later) == (["first", "second"] if copy else [])
    assert later.problems == ["2026-11.json is empty. What is whole in it is here. ritual doctor tells more."]
    later.keep(note("new", "new"))
    assert texts(again(kept)) == (["first", "second", "new"] if copy else ["new"])
    assert doctor(later).examine() == []


SHAPES = [b"[]", b'"x"', b"7", b"null", b"{}", b"\n", b'{"note":[]}', b'{"note":null}', b'{"note":{"a":7}}']
SHAPES += [
    b'{"note":{"a":{}}}',
    b'{"_format":7,"note":{}}',
    b'{"":{"first":{"id":"first"}}}',
    b"{" * 3000,
    b"\xff" * 99,
]


@pytest.mark.parametrize("copy", [True, False], ids=["with its former state", "alone"])
@pytest.mark.parametrize("shape", SHAPES, ids=lambda one: one[:20].decode(errors="replace"))
def test_what_has_another_shape_is_set_aside_and_the_former_state_serves(
    kept: Journal, shape: bytes, copy: bool
) -> None:
    path = path_of(kept)
    path.write_bytes(shape)
    if not copy:
        former_of(path).unlink()
    later = again(kept)
    whole = ["first", "second"] if copy else []
    assert texts(later) == whole
    assert len(later.problems) == 1
    assert set_aside(later) == [shape]
    later.keep(note("new", "new"))
    last = again(kept)
    assert (texts(last), last.problems) == ([*whole, "new"], [])
    assert set_aside(last) == [shape]


@pytest.mark.parametrize("depth", [50, 400, *range(850, 1050, 10), 3000])
def test_an_entry_in_which_something_is_nested_deeply_stops_nobody(kept: Journal, depth: int) -> None:
    path = path_of(kept)
    deep = b'"x":' + b'{"x":[' * (depth // 2) + b"]}" * (depth // 2) + b',"text":"first"'
    path.write_bytes(path.read_bytes().replace(b'"text":"first"', deep, 1))
    later = again(kept)
    assert sorted(texts(later)) == ["first", "second", "third"]
    assert len(later.problems) == 1
    assert [one.cure for one in doctor(later).examine()] in (["accept"], ["repair"])
    repair(doctor(later))
    later.keep(note("new", "new"))
    assert sorted(texts(again(kept))) == ["first", "new", "second", "third"]
    assert doctor(later).examine() == []


@pytest.mark.parametrize("name", ["2026-11.json", "2026-11.json.bak"])
@pytest.mark.parametrize("by_import", [False, True], ids=["by keeping", "by an import"])
def test_a_folder_where_a_file_should_be_is_moved_away_by_the_next_write(
    kept: Journal, name: str, by_import: bool
) -> None:
    there = path_of(kept).with_name(name)
    there.unlink()
    there.mkdir()
    (there / "theirs").write_bytes(b"words")
    later = again(kept)
    expected = ["first", "second"] if name.endswith("json") else ["first", "second", "third"]
    assert texts(later) == expected
    if by_import:
        later.absorb([note("new", "new")])
    else:
        later.keep(note("new", "new"))
    assert texts(again(kept)) == [*expected, "new"]
    assert [one.read_bytes() for one in later.shelf.quarantine.folder.rglob("theirs")] == [b"words"]
    assert doctor(later).examine() == []


def test_the_version_in_the_head_may_be_damaged_too(kept: Journal) -> None:
    path = path_of(kept)
    for number in (0, 1, 3, 7, 99, 123456789012345678901):
        damaged = path.read_bytes().replace(b'"version":2', b'"version":%d' % number, 1)
        path.write_bytes(damaged)
        later = again(kept)
        assert len(texts(later)) >= 3
        assert len(later.problems) == 1
        assert "newer" not in later.problems[0]
        assert damaged in set_aside(later)
        later.keep(note(f"after {number}", f"after {number}"))
        assert b'"version":%d,' % VERSION in path.read_bytes()
    assert len(texts(again(kept))) == 9


def test_a_newer_format_is_read_and_nothing_is_written(kept: Journal) -> None:
    path = path_of(kept)
    body = path.read_bytes().split(b"\n", 2)[2]
    head = {"version": VERSION + 1, "sum": hashlib.sha256(body).hexdigest(), "more": {"than": "we know"}}
    newer = b'{\n"_format":' + json.dumps({"file": head}).encode() + b",\n" + body
    path.write_bytes(newer)
    before = everything(kept.folders.data)
    later = again(kept)
    found = later.nights(Note)
    assert [one.text for one in found] == ["first", "second", "third"]
    assert later.problems == [
        "2026-11.json was written by a newer ritual. It can be read here; please update to write in it."
    ]
    writes: list[Callable[[], object]] = [
        lambda: later.keep(note("new")),
        lambda: later.keep(note("first", "changed")),
        lambda: later.remove(found[0]),
        lambda: later.absorb([note("new")]),
        lambda: later.move(found[0], date(2026, 10, 1)),
    ]
    for write in writes:
        with pytest.raises(RitualError, match="newer ritual") as fault:
            write()
        assert len(str(fault.value).splitlines()) == 1
    assert [one.cure for one in doctor(later).examine()] == ["elsewhere"]
    repair(doctor(later))
    assert everything(kept.folders.data) == before
    later.keep(note("older", "older", night=date(2026, 10, 1)))
    assert path.read_bytes() == newer


def test_a_damaged_former_state_beside_a_damaged_file_gives_what_is_whole_in_either(kept: Journal) -> None:
    path = path_of(kept)
    damaged, former = path.read_bytes(), former_of(path).read_bytes()
    damaged = damaged.replace(b'"text":"first"', b'"text":\0first"').replace(b'"text":"second"', b'"text":\0second"')
    former = former.replace(b'"text":"first"', b'"text":\0first"')
    path.write_bytes(damaged)
    former_of(path).write_bytes(former)
    later = again(kept)
    assert sorted(texts(later)) == ["second", "third"]
    assert sorted(set_aside(later)) == sorted([damaged, former])
    repair(doctor(later))
    assert doctor(later).examine() == []
    assert (understood(path.read_bytes()).fault, understood(former_of(path).read_bytes()).fault) == ("", "")
    assert sorted(texts(again(kept))) == ["second", "third"]
    assert sorted(set_aside(later)) == sorted([damaged, former])


def test_what_stands_is_read_as_far_as_it_is_whole_too(journal: Journal) -> None:
    journal.keep(Person(id="ana", at=EVENING, name="Ana"))
    journal.keep(Topic(id="holidays", at=EVENING, text="the holidays"))
    journal.keep(Topic(id="money", at=EVENING, text="money"))
    path = path_of(journal, "standing")
    path.write_bytes(path.read_bytes()[:-60])
    later = again(journal)
    assert [one.name for one in later.standing(Person)] == ["Ana"]
    assert [one.text for one in later.standing(Topic)] == ["the holidays"]
    assert [one.split(".")[0] for one in later.problems] == ["standing"]
    later.keep(Topic(id="money", at=EVENING, text="money, again"))
    last = again(journal)
    assert [one.text for one in last.standing(Topic)] == ["the holidays", "money, again"]
    assert last.problems == []


def test_what_a_later_ritual_added_survives_damage_beside_it(kept: Journal) -> None:
    path = path_of(kept)
    later = again(kept)
    table = later.shelf.file(path)
    lines = table.lines("note")
    lines["second"] = {**lines["second"], "mood": {"light": [1, 2.5, "x"]}}
    dreams = table.lines("dream")
    dreams["one"] = {"id": "one", "of": "the sea"}
    table.replace(note=lines, dream=dreams)
    path.write_bytes(path.read_bytes().replace(b'"text":"first"', b'"text":"First"'))
    last = again(kept)
    assert texts(last) == ["First", "second", "third"]
    last.keep(note("new", "new"))
    on_disk = json.loads(path.read_bytes())
    assert on_disk["note"]["second"]["mood"] == {"light": [1, 2.5, "x"]}
    assert on_disk["dream"] == {"one": {"id": "one", "of": "the sea"}}


def test_a_month_that_is_gone_is_read_from_its_former_state(kept: Journal) -> None:
    path_of(kept).unlink()
    later = again(kept)
    assert texts(later) == ["first", "second"]
    assert later.months() == [NIGHT.isoformat()[:7]]
    assert later.problems == ["2026-11.json is missing. What is whole in it is here. ritual doctor tells more."]
    repair(doctor(later))
    assert doctor(later).examine() == []
    assert texts(again(kept)) == ["first", "second"]
