"""Everything they kept, night by night: what is an entry, what belongs to it, and how it is found."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core import timeline
from ritual.core.nights import night_of
from ritual.core.records import (
    Answer,
    Appreciation,
    Checkin,
    Draw,
    Feeling,
    Goal,
    Note,
    Rating,
    Record,
    Reply,
    Session,
    Topic,
    Wish,
)
from ritual.core.search import plain
from ritual.core.timeline import KINDS, OF, PARTS, Entry, Sought, found, narrows, seen
from tests.core.entries import ANA, SAM, card_text, composed, journals, one, shown, words

soughts = st.builds(
    Sought,
    words=st.text("abßẞsé e\u0301 W", max_size=4),
    kind=st.none() | st.sampled_from(KINDS),
    by=st.none() | st.sampled_from((ANA, SAM)),
    private=st.none() | st.sampled_from((ANA, SAM)),
)


def search(entries: list[Entry], sought: Sought) -> list[str]:
    return [entries[number].record.id for number in found(entries, sought, seen(entries, sought.private))]


@given(journals())
def test_all_that_was_kept_is_an_entry_or_a_part_of_one(records: list[Record]) -> None:
    entries = composed(*records)
    told = {entry.record.id for entry in entries}
    parts = {part.id for entry in entries for part in entry.parts}
    for record in records:
        is_kept = record.removed is None and record.visibility != "sealed"
        if isinstance(record, PARTS):
            assert (record.id in parts) == (is_kept and record.about in told)
        elif isinstance(record, Draw) and record.passed:
            answered = any(part.about == record.id and _is_open(part) for part in records if isinstance(part, PARTS))
            assert (record.id in told) == (is_kept and answered)
        else:
            assert (record.id in told) == (is_kept and getattr(record, "state", "kept") == "kept")


@given(journals())
def test_nothing_sealed_or_removed_is_in_any_entry(records: list[Record]) -> None:
    for entry in composed(*records):
        assert all(_is_open(record) for record in (entry.record, *entry.parts))


@given(journals(), st.sampled_from((None, ANA, SAM)))
def test_what_is_sealed_or_private_changes_nothing_for_the_others(records: list[Record], private: str | None) -> None:
    allowed = [one for one in records if one.visibility == "shared" or (one.visibility, one.by) == ("private", private)]
    all_of_them, only_theirs = composed(*records), composed(*allowed)
    assert shown(all_of_them, private) == shown(only_theirs, private)
    texts = [{one.record.id: one.plain for one in entries} for entries in (all_of_them, only_theirs)]
    assert all(texts[0][name] == texts[1][name] for name in shown(all_of_them, private))


def test_a_private_card_that_was_passed_hints_at_no_private_answer_of_the_other() -> None:
    draw = one(Draw, "d", passed=True, by=SAM, visibility="private")
    assert shown(composed(draw, one(Answer, "a", about="d", by=ANA, visibility="private")), SAM) == []
    assert shown(composed(draw, one(Answer, "a", about="d", by=SAM, visibility="private")), SAM) == ["d"]


@given(journals())
def test_the_newest_night_comes_first_and_in_it_what_was_written_last(records: list[Record]) -> None:
    order = [(entry.night, entry.at) for entry in composed(*records)]
    assert order == sorted(order, reverse=True)


@given(journals(), soughts)
def test_search_finds_exactly_what_says_all_the_words(records: list[Record], sought: Sought) -> None:
    entries = composed(*records)
    for number in seen(entries, sought.private):
        entry, wanted = entries[number], plain(sought.words).split()
        says = all(word in entry.plain for word in wanted)
        is_kind = sought.kind in (None, entry.kind)
        is_by = sought.by is None or entry.by(sought.by)
        assert (entry.record.id in search(entries, sought)) == (says and is_kind and is_by)


@given(journals(), soughts, soughts, st.text("abßẞs\u0301 ", max_size=2))
def test_to_search_on_finds_the_same_as_to_search_anew(
    records: list[Record], before: Sought, other: Sought, more: str
) -> None:
    entries = composed(*records)
    for now in (other, replace(before, words=before.words + more)):
        if narrows(now, before):
            among = found(entries, before, seen(entries, before.private))
            assert found(entries, now, among) == found(entries, now, seen(entries, now.private))


def test_an_accent_that_is_typed_after_its_letter_is_searched_anew() -> None:
    entries = composed(one(Note, text="au café"))
    before, now = Sought(words="cafe"), Sought(words="cafe\u0301")
    assert search(entries, before) == []
    assert search(entries, now) == ["one"]
    assert not narrows(now, before)
    assert narrows(Sought(words="CAFE au"), before)


@given(st.lists(words, min_size=1), st.integers(0, 8))
def test_seen_can_go_on_from_where_it_was(texts: list[str], first: int) -> None:
    entries = composed(*(one(Note, f"{number}", text=text) for number, text in enumerate(texts)))
    assert seen(entries, None, first) == [number for number in seen(entries, None) if number >= first]


def test_every_kind_has_a_name_and_each_is_found_by_its_kind() -> None:
    entries = composed(*(one(kind, name) for kind, name in OF.items()))
    assert {entry.kind for entry in entries} == set(KINDS)
    for kind, name in OF.items():
        assert search(entries, Sought(kind=name)) == [name], kind


@pytest.mark.parametrize(
    ("record", "word"),
    [
        (one(Appreciation, text="for the tea"), "tea"),
        (one(Note, text="we laughed", tags=["umbrella"]), "umbrella"),
        (one(Draw, card="sea"), "bring home"),
        (one(Session), "10 minutes"),
        (one(Checkin, seconds=1700), "28 minutes"),
        (one(Topic, text="the holidays"), "holiday"),
        (one(Wish, text="a walk"), "walk"),
        (one(Goal, text="to sing again"), "sing"),
        (one(Note, text="mine", also=[{"text": "theirs"}]), "theirs"),
        (one(Note, text="Die Straße am Café"), "strasse CAFE\u0301"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Record) else value,
)
def test_each_kind_is_found_by_what_can_be_read_of_it(record: Record, word: str) -> None:
    assert search(composed(record), Sought(words=word)) == ["one"]
    assert search(composed(record), Sought(words=f"{word} heron")) == []


def test_what_belongs_to_an_entry_is_searched_too() -> None:
    thanks, draw, checkin = one(Appreciation, "t"), one(Draw, "d"), one(Checkin, "c")
    entries = composed(
        thanks,
        draw,
        checkin,
        one(Reply, "r", about="t", text="with pleasure"),
        one(Answer, "a", about="d", text="the stone", by=ANA),
        one(Feeling, "f", about="c", word="tender"),
    )
    for word, name in (("pleasure", "t"), ("stone", "d"), ("tender", "c")):
        assert search(entries, Sought(words=word)) == [name]


def test_a_figure_is_not_found_by_searching() -> None:
    entries = composed(one(Session, "s"), one(Rating, "r", about="s", value=7))
    assert search(entries, Sought(words="7")) == []
    assert search(entries, Sought(words="closeness")) == []


def test_from_whom_means_whose_words_are_in_it_and_tells_nothing_private() -> None:
    draw = one(Draw, "d")
    entries = composed(
        draw,
        one(Answer, "a", about="d", by=ANA),
        one(Answer, "b", about="d", by=SAM, visibility="private"),
        one(Note, "n", by=SAM),
    )
    assert search(entries, Sought(by=ANA)) == ["d"]
    assert search(entries, Sought(by=SAM)) == ["n"]


def test_private_words_are_seen_by_uncovering_ones_own() -> None:
    entries = composed(one(Note, "hers", by=ANA, visibility="private"), one(Note, "his", by=SAM, visibility="private"))
    assert shown(entries) == []
    assert shown(entries, ANA) == ["hers"]
    assert shown(entries, SAM) == ["his"]


def test_a_passed_card_with_a_private_answer_stands_there_only_for_its_author() -> None:
    entries = composed(one(Draw, "d", passed=True), one(Answer, "a", about="d", by=ANA, visibility="private"))
    assert shown(entries) == shown(entries, SAM) == []
    assert shown(entries, ANA) == ["d"]
    assert shown(composed(one(Draw, passed=True), one(Answer, "a", about="one", by=ANA))) == ["one"]


def test_uncovering_the_one_shows_nothing_private_that_the_other_one_was_answered_in() -> None:
    note = one(Appreciation, "t", by=SAM, visibility="private")
    assert shown(composed(note, one(Reply, "r", about="t", by=ANA)), ANA) == []


def test_a_wish_belongs_to_the_evening_of_its_checkin_and_a_topic_to_the_one_on_which_it_was_written() -> None:
    late = datetime(2026, 11, 23, 1, 30, tzinfo=timezone(timedelta(hours=9)))
    checkin = one(Checkin, "c", night=date(2026, 11, 22))
    parts = [checkin, one(Wish, "w", at=late, about="c"), one(Topic, "t", at=late)]
    early = timeline.compose(parts, [], card_text, lambda moment: moment.date())
    assert {entry.record.id: entry.night.day for entry in early} == {"c": 22, "w": 22, "t": 23}
    assert {entry.night.day for entry in composed(*parts)} == {22}


def test_what_was_written_elsewhere_to_an_entry_joins_it() -> None:
    (entry,) = composed(one(Appreciation, "t", by=ANA))
    reply = one(Reply, "r", about="t", by=SAM, text="with pleasure")
    joined = timeline.with_more(entry, [reply], card_text)
    assert joined == composed(entry.record, reply)[0]
    assert timeline.with_more(entry, [replace(reply, visibility="sealed")], card_text) is entry
    assert timeline.with_more(entry, [replace(reply, removed=reply.at)], card_text) is entry


def test_nothing_is_sought_unless_something_is() -> None:
    assert Sought().all
    for one_thing in (Sought(words="a"), Sought(kind="note"), Sought(by=ANA), Sought(private=ANA)):
        assert not one_thing.all


def test_a_night_ends_at_nightfall() -> None:
    midnight = datetime(2026, 11, 23, 0, 40, tzinfo=timezone(timedelta(hours=1)))
    (entry,) = composed(one(Goal, at=midnight))
    assert entry.night == night_of(midnight) == date(2026, 11, 22)


def _is_open(record: Record) -> bool:
    return record.removed is None and record.visibility != "sealed"
