"""Damaged files: set aside, read as far as they are whole, and never made worse."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Note
from ritual.journal import Journal
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of, texts


@pytest.mark.parametrize("wrong", [b'{"id":"one","text":7}', b'{"text":"no id"}', b"[1, 2]", b'"words"', b"7", b"null"])
def test_a_document_of_the_wrong_shape_is_passed_over_and_set_aside(journal: Journal, wrong: bytes) -> None:
    path = path_of(journal)
    path.parent.mkdir(parents=True)
    damaged = b'{\n"note":{\n"one":' + wrong + b"\n}\n}\n"
    path.write_bytes(damaged)
    journal.keep(note("two"))
    assert [one.id for one in journal.nights(Note)] == ["two"]
    assert [one.id for one in journal.nights(Note)] == ["two"]
    assert len(journal.problems) == 1
    assert len(journal.problems[0].splitlines()) == 1
    journal.keep(note("three"))
    later = again(journal)
    assert [one.id for one in later.nights(Note)] == ["two", "three"]
    assert later.problems == []
    assert set_aside(journal) == [damaged]


def set_aside(journal: Journal) -> list[bytes]:
    """What lies in the quarantine."""
    return [one.read_bytes() for one in (journal.folders.data / "quarantine").iterdir()]


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
SPARED = ("flipped", "nested within a document", "a merge's marks")
"""What leaves the second of the two entries as it was."""


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_file_is_set_aside_untouched_and_what_is_whole_serves(journal: Journal, kind: str) -> None:
    journal.keep(note("one"))
    journal.keep(note("two", "other words"))
    path = path_of(journal)
    damaged = DAMAGE[kind](path.read_bytes())
    path.write_bytes(damaged)
    later = again(journal)
    whole = {"some words", "other words"} if kind in SPARED else {"some words"}
    for _ in range(2):
        assert set(texts(later)) == whole
    assert len(later.problems) == 1
    assert len(later.problems[0].splitlines()) == 1
    assert set_aside(journal) == [damaged]
    assert path.read_bytes() == damaged
    later.keep(note("three", "new words"))
    later.keep(note("four", "last words"))
    last = again(journal)
    assert set(texts(last)) == whole | {"new words", "last words"}
    assert last.problems == []
    assert path.with_name(path.name + ".bak").read_bytes() != damaged
    assert set_aside(journal) == [damaged]


def test_a_damaged_file_is_repaired_before_it_is_written(journal: Journal) -> None:
    journal.keep(note("one"))
    journal.keep(note("two"))
    path_of(journal).write_bytes(b"damaged")
    later = again(journal)
    later.keep(note("three"))
    assert {one.id for one in again(journal).nights(Note)} == {"one", "three"}
    assert set_aside(journal) == [b"damaged"]


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
    assert later.problems[0].startswith("2026-11.json is damaged.")
    assert all(len(one.splitlines()) == 1 and one.endswith(".") for one in later.problems)
    assert {one: one.read_bytes() for one in unmendable.folders.data.rglob("*") if one.is_file()} == before


def test_what_cannot_be_set_aside_is_not_written_over(unmendable: Journal) -> None:
    before = {one: one.read_bytes() for one in unmendable.folders.data.rglob("*") if one.is_file()}
    later = again(unmendable)
    for write in (lambda: later.keep(note("three")), lambda: later.absorb([note("three")])):
        with pytest.raises(RitualError, match="could not be saved") as fault:
            write()
        assert len(str(fault.value).splitlines()) == 1
    assert {one: one.read_bytes() for one in unmendable.folders.data.rglob("*") if one.is_file()} == before
    assert later.keep(note("older", night=date(2026, 9, 2))).id == "older"


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
    assert sorted(set_aside(journal)) == [b"first", b"second"]


def test_the_same_damage_is_set_aside_once_however_often_it_is_read(journal: Journal) -> None:
    journal.keep(note("one"))
    path_of(journal).write_bytes(b"damaged")
    for _ in range(3):
        later = again(journal)
        assert texts(later) == []
        later.forget()
        assert texts(later) == []
    assert set_aside(journal) == [b"damaged"]


def test_a_file_that_is_gone_comes_back_from_its_former_state(journal: Journal) -> None:
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
