"""docs/format.md is all that one needs: a journal is read by that text alone."""

import json
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core import unite
from ritual.core.records import KINDS, Note, Person, Topic, Wish
from ritual.journal import Bin, Journal
from ritual.journal.format import digest, frame
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of
from tests.journal.format_doc import EVERYTHING, SUMS, fields_of, only_tinydb, run, with_tinydb
from tests.journal.samples import ANA, samples

Program = Callable[[Path], list[dict[str, Any]]]


@pytest.fixture(params=["Python alone", "TinyDB"])
def everything(request: pytest.FixtureRequest, tmp_path: Path) -> Program:
    """The program of the text, run on a folder."""
    if request.param == "Python alone":
        return lambda folder: json.loads(run(EVERYTHING, folder))
    libraries = only_tinydb(tmp_path / "libraries")
    return lambda folder: json.loads(run(with_tinydb(EVERYTHING), folder, libraries=libraries))


def share(*journals: Journal) -> None:
    """Give each the folders of the others."""
    for one in journals:
        for other in journals:
            if one is not other and (one.folder / one.device).is_dir():
                shutil.copytree(one.folder / one.device, other.folder / one.device, dirs_exist_ok=True)


def named(found: Iterable[dict[str, Any]], names: dict[str, str]) -> list[dict[str, Any]]:
    fields = ("by", "to", "starter")
    return [{**one, **{name: names.get(one[name], one[name]) for name in fields if name in one}} for one in found]


def as_the_journal_says(journal: Journal) -> dict[str, Any]:
    """All that counts today, as one can compare it."""
    names = {one.id: one.name for one in journal.standing(Person)}
    found = {}
    for record in journal.everything(*KINDS.values()):
        if record.removed is None:
            said = unite.own(record)
            apart = named([said | wording for wording in record.also], names)
            common = {name: getattr(record, name) for name in ("at", "night", "about", "visibility", "moved")}
            alone = {} if apart else {"former": record.former, "sum": record.sum}
            whole = named([{**said, **msgspec.to_builtins(common), "by": record.by, **alone}], names)[0]
            found[f"{record.kind()} {record.id}"] = whole, sorted(map(repr, apart))
    return found


def as_the_text_says(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """The same of what the program of the text has printed."""
    assert [one["at"] for one in entries] == sorted(one["at"] for one in entries)
    names = {one["id"]: one["name"] for one in entries if one["kind"] == "person"}
    found = {}
    for one in entries:
        kind, also = one.pop("kind"), one.pop("also")
        own = [field.name for field in fields_of(kind)]
        said = named([{name: other[name] for name in own} for other in also], names)
        apart = [other for other in said if any(other[name] != one[name] for name in own)]
        left_out = {"id", "removed", "versions"} | ({"former", "sum"} if apart else set())
        whole = {name: value for name, value in one.items() if name not in left_out}
        found[f"{kind} {one['id']}"] = whole, sorted(map(repr, apart))
    return found


def kept(journal: Journal, key: str) -> Note:
    found = journal.get(Note, key, NIGHT)
    assert found is not None
    return found


def lived(journal: Journal, theirs: Journal, clock: TurnedClock) -> None:
    """Let two devices write everything that can be written, together and apart."""
    for number, record in enumerate(samples()):
        (journal, theirs)[number % 2 if record.kind() != "person" else 0].keep(record)
    for key in ("edited", "apart", "moved", "moved and edited", "moved and back"):
        journal.keep(note(key, f"first: {key}"))
    for key in ("removed", "removed and edited", "erased", "erased and edited"):
        journal.keep(note(key, f"first: {key}"))
    journal.keep(Topic(id="to a night", at=EVENING, text="the holidays"))
    share(journal, theirs)
    clock.turn(60)

    def texts(one: Journal, **changed: str) -> None:
        for key, text in changed.items():
            one.keep(replace(kept(one, key.replace("_", " ")), text=text))

    texts(theirs, edited="second")
    texts(theirs, edited="third", apart="theirs", moved_and_edited="theirs")
    texts(theirs, removed_and_edited="theirs", erased_and_edited="theirs")
    texts(journal, apart="ours", erased="second: erased")
    for key in ("erased", "erased and edited"):
        journal.remove(kept(journal, key))
    for key in ("moved", "moved and edited", "moved and back"):
        moved = journal.move(kept(journal, key), date(2026, 10, 31))
        if key == "moved and back":
            journal.move(moved, NIGHT)
    topic = journal.get(Topic, "to a night")
    assert topic is not None
    journal.move(topic, NIGHT)
    for one, text in ((journal, "ours"), (theirs, "theirs")):
        one.absorb([note("imported", text), note("imported by both")])
        one.keep(Wish(id="wish apart", at=EVENING, by=ANA, text=text))
    clock.turn(60)
    Bin(journal).empty()
    for key in ("removed", "removed and edited"):
        journal.remove(kept(journal, key))
    share(journal, theirs)


def test_every_kind_is_among_what_we_try_it_on() -> None:
    assert {one.kind() for one in samples()} == set(KINDS)


def test_all_that_two_devices_wrote_is_read_by_that_text_alone(
    journal: Journal, theirs: Journal, clock: TurnedClock, everything: Program
) -> None:
    lived(journal, theirs, clock)
    for one in (journal, theirs):
        said = as_the_text_says(everything(one.folder))
        assert said == as_the_journal_says(again(one))
        assert {key.partition(" ")[0] for key in said} == set(KINDS)
        texts = {
            key.removeprefix("note "): whole["text"] for key, (whole, _) in said.items() if key.startswith("note ")
        }
        assert texts["edited"] == "third"
        assert texts["moved"] == "first: moved"
        assert {"removed", "erased"} & texts.keys() == set()
        assert {key for key, (_, apart) in said.items() if apart} == {
            *(f"note {key}" for key in ("apart", "removed and edited", "moved and edited", "imported")),
            "wish wish apart",
        }
    assert again(journal).problems == []


def test_a_journal_of_one_device_is_read_by_that_text_alone(journal: Journal, everything: Program) -> None:
    assert everything(journal.folder) == []
    for record in samples():
        journal.keep(record)
    entries = everything(journal.folder)
    assert [one["also"] for one in entries] == [[]] * len(samples())
    assert {one["by"] for one in entries} <= {"Ana", "Sam", None}
    assert as_the_text_says(entries) == as_the_journal_says(again(journal))


def test_the_files_of_version_1_are_read_by_that_text_too(journal: Journal, everything: Program) -> None:
    path_of(journal).parent.mkdir(parents=True)
    for file in (Path(__file__).parent / "version1").glob("*.json"):
        shutil.copy(file, path_of(journal, file.stem))
    entries = everything(journal.folder)
    assert {(one["kind"], one["id"]) for one in entries} == {
        (one.kind(), one.id) for one in journal.everything(*KINDS.values())
    }
    assert {one.get("text") for one in entries} >= {"rain on the roof, and we stayed", "for the tea — ♥"}
    assert run(SUMS, *sorted(journal.folder.glob("*/*.json"))) == ""


def test_the_sums_can_be_taken_again_by_that_text(journal: Journal, theirs: Journal, clock: TurnedClock) -> None:
    lived(journal, theirs, clock)
    files = [one for one in sorted(journal.folder.glob("*/*.json*")) if one.is_file()]
    assert len(files) > 6
    assert run(SUMS, *files) == ""


def test_a_change_by_hand_is_seen_by_that_text(journal: Journal) -> None:
    for key in ("one", "two"):
        journal.keep(note(key, "für dich ♥"))
    path = path_of(journal)
    whole = path.read_bytes()
    path.write_bytes(whole.replace("für dich".encode(), "für uns".encode(), 1))
    file, document = f"{path} is not as it was written\n", f"{path} note one is not as it was written\n"
    assert run(SUMS, path) == file + document
    again(journal).keep(note("three"))
    assert frame(path.read_bytes()).head.changed == [("note", "one")]
    assert run(SUMS, path) == document
    path.write_bytes(whole.replace(b'"version":2', b'"version":3'))
    assert run(SUMS, path) == file


def functions(program: str) -> dict[str, Any]:
    """The functions of a program, without running it."""
    found: dict[str, Any] = {}
    exec(program.partition("\nfor ")[0], found)
    return found


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.text(), st.text(), st.dictionaries(st.text() | st.just("sum"), values))
def test_the_sum_of_any_document_comes_out_the_same(table: str, key: str, document: dict[str, Any]) -> None:
    assert functions(SUMS)["sum_of_document"](table, key, document) == digest(table, key, document)
