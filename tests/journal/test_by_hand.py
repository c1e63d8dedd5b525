"""Files that somebody edited by hand: seen as they are, told, and never made right without being asked."""

import json
from datetime import date
from typing import Any

import pytest

from ritual.core.records import Note, Record
from ritual.journal import Bin, Drafts, Journal
from ritual.journal.doctor import Doctor, Finding
from ritual.journal.format import digest
from ritual.journal.mending import accept, repair
from ritual.journal.reading import former_of, understood
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of, session, texts

TOLD = "2026-11.json was changed outside ritual. ritual doctor tells more."


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """Three notes, of which the former state knows two."""
    for words in ("first", "second", "third"):
        journal.keep(note(words, words))
    return journal


@pytest.fixture
def edited(kept: Journal) -> Journal:
    """The text of the first was edited by hand."""
    edit(kept, b'"text":"first"', b'"text":"by hand"')
    return again(kept)


def edit(journal: Journal, old: bytes, new: bytes) -> None:
    path = path_of(journal)
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new, 1))


def take_away(journal: Journal, key: str) -> None:
    """Delete an entry as with an editor."""
    path = path_of(journal)
    tables = json.loads(path.read_bytes())
    del tables["note"][key]
    path.write_text(json.dumps(tables, indent=1))


def doctor(journal: Journal) -> Doctor:
    return Doctor(again(journal), Drafts(journal.folders))


def examined(journal: Journal) -> list[Finding]:
    return doctor(journal).examine()


def on_disk(journal: Journal, key: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path_of(journal).read_bytes())["note"][key]
    return found


def is_right(document: dict[str, Any]) -> bool:
    return bool(document["sum"] == digest("note", document["id"], document))


def wordings(record: Record | None) -> list[str]:
    assert isinstance(record, Note)
    return [record.text, *(one["text"] for one in record.former)]


def test_words_edited_by_hand_are_seen_and_told_and_nothing_is_written(edited: Journal) -> None:
    before = path_of(edited).read_bytes()
    assert texts(edited) == ["by hand", "second", "third"]
    assert edited.problems == [TOLD]
    sentence, cure = examined(edited)[0]
    assert (len(examined(edited)), cure) == (1, "accept")
    assert sentence == "2026-11.json was changed outside ritual: changed a note of Sunday 22 November 2026."
    assert path_of(edited).read_bytes() == before


def test_words_edited_by_hand_keep_their_wrong_sum_through_other_writes(edited: Journal) -> None:
    edited.keep(note("fourth", "fourth"))
    edited.absorb([note("fifth", "fifth")])
    edited.keep(note("third", "third, changed"))
    later = again(edited)
    assert sorted(texts(later)) == ["by hand", "fifth", "fourth", "second", "third, changed"]
    assert later.problems == [TOLD]
    assert not is_right(on_disk(edited, "first"))
    assert all(is_right(on_disk(edited, key)) for key in ("second", "third", "fourth", "fifth"))
    assert [one.cure for one in examined(edited)] == ["accept"]


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
def test_accepting_makes_words_edited_by_hand_the_truth_and_keeps_the_former_ones(edited: Journal, writes: int) -> None:
    for number in range(writes):
        later = again(edited)
        later.absorb([note(str(number))]) if number == 1 else later.keep(note(str(number)))
    accept(doctor(edited))
    assert examined(edited) == []
    later = again(edited)
    assert wordings(later.get(Note, "first", NIGHT)) == ["by hand", "first"]
    assert len(texts(later)) == 3 + writes
    assert later.problems == []
    assert is_right(on_disk(edited, "first"))


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
def test_repairing_takes_back_what_was_edited_and_the_edit_lies_in_the_quarantine(edited: Journal, writes: int) -> None:
    before = path_of(edited).read_bytes()
    for number in range(writes):
        later = again(edited)
        later.absorb([note(str(number))]) if number == 1 else later.keep(note(str(number)))
    repair(doctor(edited))
    assert examined(edited) == []
    assert wordings(again(edited).get(Note, "first", NIGHT)) == ["first"]
    assert before in [one.read_bytes() for one in edited.shelf.quarantine.all()]


def test_an_edit_that_no_former_state_knows_waits_until_it_is_accepted(kept: Journal) -> None:
    edit(kept, b'"text":"third"', b'"text":"by hand"')
    for _ in range(2):
        repair(doctor(kept))
        assert texts(again(kept)) == ["first", "second", "by hand"]
        assert [one.cure for one in examined(kept)] == ["accept"]
    accept(doctor(kept))
    assert examined(kept) == []
    assert wordings(again(kept).get(Note, "third", NIGHT)) == ["by hand"]


def test_an_entry_edited_by_hand_can_be_changed_in_ritual(edited: Journal) -> None:
    edited.keep(note("first", "in ritual"))
    later = again(edited)
    assert wordings(later.get(Note, "first", NIGHT)) == ["in ritual", "by hand"]
    assert later.problems == []
    assert examined(edited) == []


def test_an_entry_deleted_by_hand_comes_back_until_the_deletion_is_accepted(kept: Journal) -> None:
    take_away(kept, "first")
    later = again(kept)
    assert sorted(texts(later)) == ["first", "second", "third"]
    assert later.problems == [TOLD]
    assert [one.cure for one in examined(kept)] == ["accept"]
    assert "taken away a note of Sunday 22 November 2026" in examined(kept)[0].sentence
    accept(doctor(kept))
    assert examined(kept) == []
    assert texts(again(kept)) == ["second", "third"]
    path_of(kept).write_bytes(b"damaged")
    assert texts(again(kept)) == ["second", "third"]


@pytest.mark.parametrize("by", ["a write", "a repair"])
def test_an_entry_deleted_by_hand_is_there_again_after_a_write_or_a_repair(kept: Journal, by: str) -> None:
    take_away(kept, "first")
    if by == "a write":
        again(kept).keep(note("fourth", "fourth"))
    else:
        repair(doctor(kept))
    later = again(kept)
    assert {"first", "second", "third"} <= set(texts(later))
    assert later.problems == []
    assert examined(kept) == []


def test_a_file_laid_out_anew_is_read_whole_and_told_once(kept: Journal, clock: TurnedClock) -> None:
    before = {one.id: one for one in kept.nights(Note)}
    for layout in ({"indent": 2}, {"sort_keys": True}, {"indent": "\t", "sort_keys": True}, {"ensure_ascii": True}):
        path = path_of(kept)
        former_of(path).unlink(missing_ok=True)
        path.write_text(json.dumps(json.loads(path.read_bytes()), **layout) + "\n")
        later = again(kept)
        assert {one.id: one for one in later.nights(Note)} == before
        assert later.problems == [TOLD]
        assert [one.sentence for one in examined(kept)] == ["2026-11.json was changed outside ritual: its form."]
        accept(doctor(kept))
        assert examined(kept) == []
        last = again(kept)
        assert {one.id: one for one in last.nights(Note)} == before
        assert last.problems == []


def test_an_entry_written_by_hand_is_one_and_waits_until_it_is_accepted(kept: Journal) -> None:
    mine = b'"mine":{"id":"mine","at":"2026-11-22T22:00:00+01:00","night":"2026-11-22","text":"all by hand"},'
    edit(kept, b'"note":{\n', b'"note":{\n' + mine + b"\n")
    assert texts(again(kept)) == ["first", "second", "third", "all by hand"]
    assert [one.cure for one in examined(kept)] == ["accept"]
    accept(doctor(kept))
    assert examined(kept) == []
    assert texts(again(kept)) == ["first", "second", "third", "all by hand"]
    assert is_right(on_disk(kept, "mine"))


def test_a_table_written_by_hand_stays_and_can_be_accepted(kept: Journal) -> None:
    edit(kept, b'"note":{\n', b'"garden":{"rose":{"colour":"red"}},\n"note":{\n')
    kept.keep(note("fourth", "fourth"))
    assert [one.cure for one in examined(kept)] == ["accept"]
    accept(doctor(kept))
    assert examined(kept) == []
    assert json.loads(path_of(kept).read_bytes())["garden"]["rose"]["colour"] == "red"
    assert sorted(texts(again(kept))) == ["first", "fourth", "second", "third"]


def test_a_night_changed_by_hand_moves_only_when_that_is_accepted(kept: Journal) -> None:
    former_of(path_of(kept)).unlink()
    edit(
        kept,
        b'"first","at":"2026-11-22T21:30:00+01:00","night":"2026-11-22"',
        b'"first","at":"2026-11-22T21:30:00+01:00","night":"2026-10-22"',
    )
    later = again(kept)
    assert sorted(texts(later)) == ["first", "second", "third"]
    assert later.problems == [TOLD]
    repair(doctor(kept))
    assert [one.cure for one in examined(kept)] == ["accept"]
    assert not path_of(kept, "2026-10").exists()
    accept(doctor(kept))
    assert examined(kept) == []
    moved = again(kept).get(Note, "first", date(2026, 10, 22))
    assert (moved and moved.text, len(texts(again(kept)))) == ("first", 3)
    assert list(json.loads(path_of(kept, "2026-10").read_bytes())["note"]) == ["first"]


def test_what_is_left_of_a_moved_entry_may_be_edited_too(kept: Journal) -> None:
    first = kept.get(Note, "first", NIGHT)
    assert first is not None
    kept.move(first, date(2026, 10, 1))
    edit(kept, b'"moved":"2026-10-01"', b'"moved":"2026-10-02"')
    assert [one.cure for one in examined(kept)] == ["accept"]
    accept(doctor(kept))
    assert examined(kept) == []
    assert sorted(texts(again(kept))) == ["first", "second", "third"]


def test_an_erased_entry_may_be_written_anew_by_hand(kept: Journal) -> None:
    first = kept.get(Note, "first", NIGHT)
    assert first is not None
    kept.remove(first)
    Bin(kept).empty()
    edit(kept, b'"erased":true', b'"text":"by hand"')
    edit(kept, b'"removed":"2026-11-22T21:30:00+01:00"', b'"removed":null')
    assert sorted(texts(again(kept))) == ["by hand", "second", "third"]
    accept(doctor(kept))
    assert examined(kept) == []
    assert sorted(texts(again(kept))) == ["by hand", "second", "third"]


def test_an_evening_edited_by_hand_can_be_accepted(journal: Journal) -> None:
    for _ in range(2):
        journal.keep(session("evening", NIGHT))
    edit(journal, b'"starter":"ana"', b'"starter":"sam"')
    assert [one.starter for one in again(journal).last_evenings(NIGHT)] == ["sam"]
    accept(doctor(journal))
    assert examined(journal) == []
    assert [one.starter for one in again(journal).last_evenings(NIGHT)] == ["sam"]
    assert understood(former_of(path_of(journal)).read_bytes()).fault == ""


def test_a_removal_taken_back_by_hand_brings_the_entry_back(kept: Journal) -> None:
    first = kept.get(Note, "first", NIGHT)
    assert first is not None
    removed = kept.remove(first).removed
    assert removed == EVENING
    edit(kept, f'"removed":"{removed.isoformat()}"'.encode(), b'"removed":null')
    assert "first" in texts(again(kept))
    accept(doctor(kept))
    assert examined(kept) == []
    assert "first" in texts(again(kept))
