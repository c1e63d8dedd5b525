"""Several records at once: all of them are kept, or none, whatever happens in between."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ritual.core.errors import RitualError
from ritual.core.records import Feeling, Note, Rating, Record, Topic, Wish
from ritual.journal import Journal
from tests.conftest import EVENING, TurnedClock
from tests.journal.conftest import NIGHT, again, note, path_of
from tests.journal.dying import every_death, in_memory
from tests.journal.test_staged import assert_all_or_nothing, deaths, everything, home_of
from tests.terminal.program import everything_below

OCTOBER = date(2026, 10, 31)
tmp_path = in_memory


@pytest.fixture
def sealed(journal: Journal) -> Journal:
    """A journal with answers that wait to be opened together, one of them of a night in the month before."""
    said: dict[str, Any] = {"at": EVENING, "night": NIGHT, "about": "c", "visibility": "sealed"}
    for by in ("ana", "sam"):
        journal.keep(Rating(id=f"close {by}", by=by, scale="close", value=3, **said))
        journal.keep(Feeling(id=f"tired {by}", by=by, word="tired", **said))
    journal.keep(replace(note("sentence", "first words", OCTOBER), by="ana", visibility="sealed"))
    journal.keep(replace(note("sentence", "second words", OCTOBER), by="ana", visibility="sealed"))
    journal.keep(note("beside", "other words"))
    journal.keep(Topic(id="topic", at=EVENING, text="the holidays"))
    return journal


def opened(journal: Journal) -> list[Record]:
    """All that waits, as it is once it was opened; a topic that was settled, and a new wish."""
    waiting = [one for kind in (Rating, Feeling, Note) for one in journal.nights(kind) if one.visibility == "sealed"]
    (topic,) = journal.standing(Topic)
    shared: list[Record] = [replace(one, visibility="shared") for one in waiting]
    return [*shared, replace(topic, outcome="settled"), Wish(id="wish", at=EVENING, by="sam", text="a walk")]


def test_all_of_them_are_kept_with_what_they_were_before(sealed: Journal, clock: TurnedClock) -> None:
    clock.turn(60)
    wanted = opened(sealed)
    kept = sealed.keep_all(wanted)
    assert [one.id for one in kept] == [one.id for one in wanted]
    assert {one.visibility for one in kept} == {"shared"}
    later = again(sealed)
    for one in kept:
        assert later.get(type(one), one.id, one.night) == one
        assert one.versions == {sealed.device: {"sentence": 3, "wish": 1}.get(one.id, 2)}
    (sentence,) = [one for one in kept if one.id == "sentence"]
    assert [(one["text"], one["until"]) for one in sentence.former] == [("first words", EVENING.isoformat())]
    topic = next(one for one in kept if one.id == "topic")
    assert topic.former == [{"outcome": None, "until": (EVENING + timedelta(seconds=60)).isoformat()}]
    assert later.nights(Note, ["2026-11"]) == [sealed.get(Note, "beside", NIGHT)]
    assert later.problems == []


def test_whenever_it_is_killed_all_are_open_or_none_is(sealed: Journal) -> None:
    before, wanted = everything(sealed), opened(sealed)
    outcomes = deaths(sealed, lambda: Journal(sealed.folders, TurnedClock()).keep_all(wanted))
    assert_all_or_nothing(outcomes, before)
    for said in (before, outcomes[-1]):
        answers = {one["visibility"] for one in said if one["id"] not in ("topic", "wish", "beside")}
        assert len(answers) == 1


def test_the_first_of_all_are_whole_or_nothing(journal: Journal) -> None:
    new = [note("one"), note("two", night=OCTOBER), Wish(id="wish", at=EVENING, text="a walk")]
    for number in every_death(home_of(journal), lambda: Journal(journal.folders, TurnedClock()).keep_all(new)):
        found = Journal(journal.folders, TurnedClock())
        found.settle()
        assert len(everything(found)) in ((0, 3) if number else (3,))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_that_cannot_be_kept_keeps_all_of_them_out(sealed: Journal, place: int) -> None:
    before = everything_below(sealed.folders.data)
    wanted: list[Record] = [note("new"), note("new too", night=OCTOBER)]
    wanted.insert(place, Rating(id="no", at=EVENING, night=NIGHT, scale="close", value=11))
    with pytest.raises(RitualError, match="cannot be kept as it is"):
        sealed.keep_all(wanted)
    assert everything_below(sealed.folders.data) == before
    assert [one.id for one in sealed.nights(Note)] == ["sentence", "beside"]
    assert again(sealed).get(Rating, "no", NIGHT) is None


def test_where_it_cannot_be_written_none_is_kept_and_memory_says_so(sealed: Journal) -> None:
    (sealed.folders.data / ".staged").write_bytes(b"in the way")
    before = everything(sealed)
    with pytest.raises(RitualError, match="could not be saved"):
        sealed.keep_all(opened(sealed))
    assert everything(sealed) == before
    (sealed.folders.data / ".staged").unlink()
    assert len(sealed.keep_all(opened(sealed))) == 7
    assert everything(again(sealed)) == everything(sealed)


def test_none_at_all_writes_nothing(sealed: Journal) -> None:
    data = sealed.folders.data

    def touched() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in (data, *data.rglob("*"))}

    before = touched()
    assert sealed.keep_all([]) == []
    assert sealed.absorb([]) == []
    assert touched() == before


def test_a_file_that_holds_none_of_them_is_left_alone(sealed: Journal) -> None:
    before = path_of(sealed, "2026-10").read_bytes()
    sealed.keep_all([one for one in opened(sealed) if one.id != "sentence"])
    assert path_of(sealed, "2026-10").read_bytes() == before


def test_what_another_device_wrote_meanwhile_is_counted_on(sealed: Journal, theirs: Journal) -> None:
    """Their wording stands among the former ones, and the next writing knows theirs."""
    known = sealed.get(Note, "beside", NIGHT)
    assert known is not None
    theirs.absorb([known])
    theirs.keep(replace(known, text="their words"))
    path = path_of(theirs)
    beside = sealed.folder / theirs.device / path.name
    beside.parent.mkdir()
    beside.write_bytes(path.read_bytes())
    at_once = Journal(sealed.folders, TurnedClock(datetime.fromisoformat("2026-11-22T22:00:00+01:00")))
    (kept,) = at_once.keep_all([replace(known, text="our words")])
    assert kept.versions == {sealed.device: 2, theirs.device: 1}
    assert isinstance(kept, Note)
    assert kept.text == "our words"
    assert [one["text"] for one in kept.former] == ["other words", "their words"]
