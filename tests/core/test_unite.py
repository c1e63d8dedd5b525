"""What becomes of a record that several devices write."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from itertools import count, permutations
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core import unite
from ritual.core.records import Leg, Note, Record, Session
from tests.conftest import EVENING

DEVICES = ("a", "b", "c")
vectors = st.dictionaries(st.sampled_from(DEVICES), st.integers(1, 3), min_size=1)
wordings = st.lists(st.builds(lambda text: {"text": text, "until": EVENING.isoformat()}, st.sampled_from("xyz")))
removals = st.none() | st.just(EVENING)


def summed(record: Note) -> Note:
    """`record` with a sum that says what it says, as every record from the disk has one."""
    plain = replace(record, sum="", also=[])
    return replace(record, sum=sha256(msgspec.json.encode(plain)).hexdigest())


@st.composite
def notes(draw: st.DrawFn) -> Note:
    """One writing of one note, as it may lie on any device."""
    return summed(
        Note(
            id="one",
            at=EVENING,
            text=draw(st.sampled_from("uvwxyz")),
            tags=draw(st.lists(st.sampled_from("pq"), max_size=1)),
            versions=draw(vectors),
            removed=draw(removals),
            former=draw(wordings),
        )
    )


def shown(record: Note) -> tuple[Any, ...]:
    """What people see of it, whatever the order of the wordings beside it."""
    also = sorted(map(repr, record.also))
    return record.text, record.tags, record.removed, sorted(record.versions.items()), also


def words(record: Note) -> set[str]:
    """Every text it has or had."""
    return {record.text} | {one["text"] for one in (*record.also, *record.former) if "text" in one}


@given(vectors, vectors)
def test_who_has_seen_both_has_seen_each(one: unite.Versions, other: unite.Versions) -> None:
    both = unite.merged(one, other)
    assert unite.knows(both, one)
    assert unite.knows(both, other)
    assert both == unite.merged(other, one)
    assert not unite.knows(one, other) or both == dict(sorted(one.items()))


@given(vectors, st.sampled_from(DEVICES))
def test_the_next_change_has_seen_the_one_before_and_not_the_other_way_round(
    versions: unite.Versions, device: str
) -> None:
    after = unite.next_of(versions, device)
    assert unite.knows(after, versions)
    assert not unite.knows(versions, after)


@given(notes(), st.sampled_from(DEVICES), st.sampled_from("uvwxyz"))
def test_the_next_writing_wins_over_the_one_before(before: Note, device: str, text: str) -> None:
    later = unite.changed(replace(before, text=text), before, EVENING)
    later = summed(replace(later, versions=unite.next_of(before.versions, device)))
    assert unite.unite(before, later) == unite.unite(later, before) == later
    assert words(later) >= words(before)


@given(notes())
def test_a_writing_united_with_itself_stays_as_it_is(one: Note) -> None:
    assert unite.unite(one, one) == one


@given(notes(), notes())
def test_it_does_not_matter_which_of_two_writings_is_read_first(one: Note, other: Note) -> None:
    assert shown(unite.unite(one, other)) == shown(unite.unite(other, one))


@given(notes(), notes())
def test_uniting_once_more_with_what_is_known_changes_nothing(one: Note, other: Note) -> None:
    both = unite.unite(one, other)
    assert shown(unite.unite(both, one)) == shown(unite.unite(both, other)) == shown(both)
    assert shown(unite.unite(one, both)) == shown(unite.unite(other, both)) == shown(both)


@given(notes(), notes())
def test_two_writings_that_do_not_know_each_other_keep_all_words(one: Note, other: Note) -> None:
    both = unite.unite(one, other)
    assert unite.knows(both.versions, one.versions)
    assert unite.knows(both.versions, other.versions)
    for writing, beside in ((one, other), (other, one)):
        if not unite.knows(beside.versions, writing.versions) or one.versions == other.versions:
            assert words(both) >= words(writing)
    if not unite.knows(one.versions, other.versions) and not unite.knows(other.versions, one.versions):
        assert (both.removed is None) == (one.removed is None or other.removed is None)


@dataclass
class Laptop:
    """A device with the writings of one note that it knows: its own, and the others' as they were last brought."""

    name: str
    folders: dict[str, Note] = field(default_factory=dict)

    def sees(self) -> Note | None:
        return unite.unite(*self.folders.values()) if self.folders else None

    def write(self, text: str, minute: int, *, remove: bool = False) -> None:
        now, known = EVENING + timedelta(minutes=minute), self.sees()
        record = Note(id="one", at=now, text=text)
        if known:
            record = unite.changed(replace(known, text=known.text if remove else text), known, now)
            record = replace(record, removed=now if remove else None)
        versions = unite.next_of(known.versions if known else {}, self.name)
        self.folders[self.name] = summed(replace(record, versions=versions))

    def bring(self, other: "Laptop") -> None:
        """The folder of `other`, as it is now, comes here."""
        if other.name in other.folders:
            self.folders[other.name] = other.folders[other.name]


@dataclass
class History:
    """What three laptops wrote and brought each other, and every text they ever saw."""

    laptops: dict[str, Laptop] = field(default_factory=lambda: {name: Laptop(name) for name in DEVICES})
    texts: set[str] = field(default_factory=set)
    minutes: Iterator[int] = field(default_factory=count)

    def happen(self, name: str, what: str) -> None:
        """`name` brings the folder of `what`, or writes."""
        laptop, minute = self.laptops[name], next(self.minutes)
        if what in DEVICES:
            laptop.bring(self.laptops[what])
            return
        known = laptop.sees()
        laptop.write(f"{name} {minute}", minute, remove=what == "remove")
        after = laptop.sees()
        assert after is not None
        assert known is None or words(after) >= words(known)
        self.texts |= words(after)

    def meet(self) -> list[Note | None]:
        """All bring each other everything; what each of them sees then."""
        for one in self.laptops.values():
            for other in self.laptops.values():
                one.bring(other)
        return [one.sees() for one in self.laptops.values()]


@st.composite
def histories(draw: st.DrawFn) -> History:
    history, what = History(), st.sampled_from(("write", "write", "remove", *DEVICES))
    for name, happened in draw(st.lists(st.tuples(st.sampled_from(DEVICES), what), max_size=25)):
        history.happen(name, happened)
    return history


@given(histories())
def test_whatever_three_laptops_write_and_bring_each_other_no_wording_is_ever_lost(history: History) -> None:
    one, *others = history.meet()
    assert others == [one, one]
    assert (words(one) if one else set()) == history.texts


@given(histories(), st.sampled_from(DEVICES))
def test_after_the_next_change_all_see_that_one_and_the_rest_is_earlier_wordings(history: History, name: str) -> None:
    history.meet()
    history.happen(name, "write")
    one, *others = history.meet()
    assert others == [one, one]
    assert one is not None
    assert one.text.startswith(name)
    assert (one.also, one.removed, words(one)) == ([], None, history.texts)


@given(histories())
def test_in_whatever_order_the_writings_of_three_are_read_the_same_words_are_kept(history: History) -> None:
    writings = [one.folders[name] for name, one in history.laptops.items() if name in one.folders]
    united = [unite.unite(*order) for order in permutations(writings) if order]
    assert all(words(one) == history.texts for one in united)
    assert all(one == united[0] for one in united)


def written(text: str, versions: unite.Versions, **more: Any) -> Note:
    return summed(Note(id="one", at=EVENING, text=text, versions=versions, **more))


def test_what_was_written_apart_stands_beside_and_is_an_earlier_wording_after_the_next_change() -> None:
    both = unite.unite(written("ours", {"a": 1}), written("theirs", {"b": 1}))
    assert sorted([both.text, *(one["text"] for one in both.also)]) == ["ours", "theirs"]
    assert both.versions == {"a": 1, "b": 1}
    later = unite.changed(replace(both, text="agreed"), both, EVENING)
    assert (later.also, words(later)) == ([], {"agreed", "ours", "theirs"})


def test_one_who_removes_does_not_take_away_what_the_other_writes_meanwhile() -> None:
    removed = written("first", {"a": 2}, removed=EVENING)
    edited = written("second", {"a": 1, "b": 1})
    for both in (unite.unite(removed, edited), unite.unite(edited, removed)):
        assert (both.text, both.removed) == ("second", None)
        assert words(both) == {"first", "second"}


def test_one_who_saw_the_edit_and_removes_it_removes_it() -> None:
    removed = written("second", {"a": 2, "b": 1}, removed=EVENING)
    assert unite.unite(written("second", {"a": 1, "b": 1}), removed) == removed


def test_a_count_that_is_the_same_with_other_words_keeps_both() -> None:
    both = unite.unite(written("ours", {"a": 1}), written("theirs", {"a": 1}))
    assert words(both) == {"ours", "theirs"}
    assert len(both.also) == 1


def test_the_same_words_written_apart_are_there_once() -> None:
    both = unite.unite(written("the same", {"a": 1}), written("the same", {"b": 1}))
    assert (both.text, both.also, both.versions) == ("the same", [], {"a": 1, "b": 1})


def test_the_earlier_wordings_of_both_stay_in_the_order_in_which_they_stood() -> None:
    def wording(text: str, minute: int) -> dict[str, str]:
        return {"text": text, "until": (EVENING + timedelta(minutes=minute)).isoformat()}

    ours = written("ours", {"a": 3}, former=[wording("first", 0), wording("second", 2)])
    theirs = written("theirs", {"a": 1, "b": 1}, former=[wording("first", 0), wording("between", 1)])
    for both in (unite.unite(ours, theirs), unite.unite(theirs, ours)):
        assert [one["text"] for one in both.former] == ["first", "between", "second"]


def test_what_the_bins_emptying_left_gives_way_to_what_was_removed_meanwhile_with_all_its_words() -> None:
    tombstone = Record(id="one", at=EVENING, removed=EVENING, versions={"a": 9}, sum="f")
    removed: Record = written("words", {"a": 1, "b": 1}, removed=EVENING)
    assert unite.unite(tombstone, removed).kind() == unite.unite(removed, tombstone).kind() == "note"


@pytest.mark.parametrize("state", ["open", "kept"])
def test_what_only_happened_has_no_earlier_wording(state: Any) -> None:
    known = Session(id="one", at=EVENING, legs=[Leg(step="quiet", planned=60)])
    assert unite.changed(replace(known, state=state), known, EVENING).former == []


def test_what_comes_from_elsewhere_is_written_once() -> None:
    theirs = written("theirs", {"b": 1})
    assert unite.absorbed([], theirs, "a", EVENING) == theirs
    assert unite.absorbed([theirs], theirs, "a", EVENING) is None
    assert unite.absorbed([theirs], replace(theirs, sum="another"), "a", EVENING) is None
    ours = written("ours", {"a": 1})
    assert unite.absorbed([ours, theirs], theirs, "a", EVENING) is None
    taken = unite.absorbed([ours], theirs, "a", EVENING)
    assert taken is not None
    assert (taken.also, words(taken)) == ([], {"ours", "theirs"})
    assert unite.absorbed([taken], theirs, "a", EVENING) is None
    assert unite.absorbed([taken], ours, "a", EVENING) is None
    later = written("later", {"b": 2})
    assert unite.absorbed([theirs], later, "a", EVENING) == later
    assert unite.absorbed([later], theirs, "a", EVENING) is None


@given(st.lists(notes(), min_size=1, max_size=4))
def test_any_writings_in_any_order_are_united_to_the_same(writings: list[Note]) -> None:
    united = unite.unite(*writings)
    assert all(unite.knows(united.versions, one.versions) for one in writings)
    for order in permutations(writings):
        assert unite.unite(*order) == united
    latest = [one for one in writings if not any(unite.knows(other.versions, one.versions) for other in writings)]
    assert words(united) >= {text for one in latest for text in words(one)}


def test_what_somebody_saw_and_changed_does_not_come_back_because_a_third_wrote_apart() -> None:
    first, changed = written("first", {"b": 1}), written("changed", {"b": 1, "a": 1})
    apart = written("apart", {"c": 1})
    for order in permutations((first, changed, apart)):
        united = unite.unite(*order)
        assert words(united) == {"changed", "apart"}
    gone = written("first", {"b": 1, "a": 1}, removed=EVENING)
    apart = written("apart", {"c": 2}, removed=EVENING)
    assert all(unite.unite(*order).removed for order in permutations((first, gone, apart)))
