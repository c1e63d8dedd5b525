"""What the journal keeps, changes and removes."""

import json

import pytest

from ritual.core.errors import RitualError
from ritual.core.records import Note, Rating
from ritual.journal import Journal
from ritual.journal.format import digest
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of, session


def test_what_is_kept_is_given_back_as_it_lies_on_the_disk(journal: Journal) -> None:
    kept = journal.keep(note("one"))
    assert (kept.text, kept.at, kept.versions, kept.former) == ("some words", EVENING, {journal.device: 1}, [])
    assert again(journal).get(Note, "one", NIGHT) == kept


def test_a_record_is_on_the_disk_when_keeping_returns(journal: Journal) -> None:
    for number in range(5):
        journal.keep(note(str(number)))
        assert len(again(journal).nights(Note)) == number + 1
        assert str(number) in json.loads(path_of(journal).read_bytes())["note"]


def test_a_change_keeps_the_time_and_the_former_wording(journal: Journal, clock: TurnedClock) -> None:
    journal.keep(note("one", "first"))
    clock.turn(60)
    journal.keep(note("one", "second", at=clock.now()))
    clock.turn(60)
    journal.keep(note("one", "third", at=clock.now()))
    found = again(journal).get(Note, "one", NIGHT)
    assert found is not None
    assert (found.text, found.at, found.versions) == ("third", EVENING, {journal.device: 3})
    assert found.former == [
        {"text": "first", "until": "2026-11-22T21:31:00+01:00"},
        {"text": "second", "until": "2026-11-22T21:32:00+01:00"},
    ]


def test_a_change_of_something_else_adds_no_former_wording(journal: Journal) -> None:
    journal.keep(session("one", NIGHT, "open"))
    changed = journal.keep(session("one", NIGHT))
    assert (changed.state, changed.former, changed.versions) == ("kept", [], {journal.device: 2})


def test_the_sum_of_a_kept_record_is_right(journal: Journal) -> None:
    kept = journal.keep(note("one", "für dich"))
    on_disk = json.loads(path_of(journal).read_bytes())["note"]["one"]
    assert on_disk["sum"] == kept.sum == digest("note", "one", on_disk) != ""
    changed = journal.keep(note("one", "für uns"))
    on_disk = json.loads(path_of(journal).read_bytes())["note"]["one"]
    assert on_disk["sum"] == changed.sum == digest("note", "one", on_disk) != kept.sum


def test_the_sum_is_right_where_a_later_ritual_left_a_field_we_do_not_know(journal: Journal) -> None:
    journal.keep(note("one"))
    path = path_of(journal)
    path.write_bytes(path.read_bytes().replace(b'"text":', b'"mood":"light","text":'))
    journal.keep(note("one", "changed"))
    on_disk = json.loads(path.read_bytes())["note"]["one"]
    assert on_disk["sum"] == digest("note", "one", on_disk)


@pytest.mark.parametrize(
    "wrong",
    [
        Rating(id="one", at=EVENING, night=NIGHT, scale="closeness-before", value=11),
        Rating(id="one", at=EVENING.replace(tzinfo=None), night=NIGHT, scale="closeness-before", value=4),
    ],
    ids=["value", "offset"],
)
def test_a_record_that_could_not_be_read_again_is_not_taken(journal: Journal, wrong: Rating) -> None:
    kept = None
    try:
        kept = journal.keep(wrong)
    except (RitualError, ValueError):
        assert not path_of(journal).exists()
    assert again(journal).get(Rating, "one", NIGHT) == kept


def test_a_removed_record_can_be_brought_back(journal: Journal, clock: TurnedClock) -> None:
    kept = journal.keep(note("one"))
    clock.turn(60)
    removed = journal.remove(kept)
    assert removed.removed == clock.now()
    assert again(journal).nights(Note) == []
    assert again(journal).get(Note, "one", NIGHT) == removed
    back = journal.restore(removed)
    assert (back.removed, back.text, back.former, back.versions) == (None, "some words", [], {journal.device: 3})
    assert again(journal).nights(Note) == [back]


def test_removing_from_an_old_copy_keeps_what_was_written_meanwhile(journal: Journal) -> None:
    old = journal.keep(note("one", "old words"))
    again(journal).keep(note("one", "new words"))
    journal.remove(old)
    found = journal.get(Note, "one", NIGHT)
    assert found is not None
    assert "new words" in [found.text, *(one["text"] for one in found.former)]
