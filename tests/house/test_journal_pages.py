"""What the Journal has read: month by month or at once, and after every change, it says the same."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ritual.core.records import Appreciation, Reply, Topic, Wish
from ritual.core.timeline import Sought
from ritual.demo import furnish
from ritual.house import House
from ritual.screens.journal import pages as pages_of
from ritual.screens.journal.pages import JournalPages
from tests.conftest import EVENING
from tests.house.conftest import again
from tests.house.pages import ANA, SAM, at_once, note, opened, read_on, reply, thank, told


def test_a_year_read_month_by_month_in_any_order_says_the_same_as_read_at_once(empty_house: House) -> None:
    furnish(empty_house, Random(3))
    house = again(empty_house)
    late = next(one for one in house.journal.nights(Appreciation) if one.night and one.night.month == 3)
    house.journal.keep(Reply(id="late", at=EVENING, night=EVENING.date(), by=late.to, about=late.id, text="so late"))
    expected = at_once(house)
    assert len(expected) > 200
    for seed in range(3):
        book = JournalPages(again(house))
        if seed:
            book.read()
        read_on(book, Random(seed).shuffle if seed else lambda _: None)
        assert book.entries == expected
        assert book.complete
        assert [book.place_of(one.record.id) for one in expected] == list(range(len(expected)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(st.data())
def test_whatever_is_sought_while_months_come_the_same_is_found(house: House, data: st.DataObject) -> None:
    if not house.journal.months():
        for number in range(14):
            reply(house, thank(house, f"for tea {number % 3}", days_ago=number * 9), "with pleasure", days_ago=number)
    book = JournalPages(again(house))
    book.read()
    for step in book.older():
        step()
        book.seek(Sought(words=data.draw(st.sampled_from(("", "t", "te", "tea 1", "pleasure 2"))), by=None))
    sought = book.sought
    fresh = opened(again(house))
    fresh.seek(sought)
    assert told(book) == told(fresh)


def test_a_long_list_grows_at_its_end_without_being_shown_anew(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for days in range(0, 120, 30):
        note(house, f"{days}", days_ago=days)
    book = JournalPages(house)
    book.read()
    before = book.numbers
    monkeypatch.setattr(pages_of, "MANY", 0)
    shown = [step() for step in book.older()]
    assert told(book) == ["0", "30", "60", "90"]
    assert book.numbers is before
    assert shown[-1]
    assert not any(shown[1:-1])


def test_a_reply_in_a_later_month_belongs_to_its_thank_you_also_after_that_is_edited(house: House) -> None:
    old = thank(house, "for the tea", days_ago=100)
    reply(house, old, "with pleasure", days_ago=20)
    book = opened(house)
    assert told(book) == ["for the tea / with pleasure"]
    house.journal.keep(replace(old, text="for the soup"))
    book.know(old)
    assert told(book) == ["for the soup / with pleasure"]
    book.read()
    assert told(book) == ["for the soup / with pleasure"]


def test_a_removed_entry_goes_with_its_late_reply_and_comes_back_with_it(house: House) -> None:
    old = thank(house, "for the tea", days_ago=100)
    said = reply(house, old, "with pleasure", days_ago=20)
    book = opened(house)
    house.journal.keep_all([replace(one, removed=EVENING) for one in (old, said)])
    book.know(old)
    assert told(book) == []
    house.journal.keep_all([old, said])
    book.know(old)
    assert told(book) == ["for the tea / with pleasure"]


def test_a_thank_you_that_goes_to_another_day_takes_its_reply_along_wherever_that_lies(house: House) -> None:
    for days in (250, 2, 130):
        book = opened(house)
        before = next(iter(again(house).journal.nights(Appreciation)), None) or thank(house, "for tea", days_ago=100)
        if not book.entries:
            reply(house, before, "with pleasure", days_ago=100)
            book = opened(house)
        after = house.journal.move(before, (EVENING - timedelta(days=days)).date())
        book.know(before, after)
        assert told(book) == told(opened(again(house))) == ["for tea / with pleasure"]
        assert book.entries[0].night == after.night


def test_what_has_no_night_is_there_without_a_month_of_its_own(house: House) -> None:
    note(house, "today")
    at = EVENING - timedelta(days=200)
    wish = house.journal.keep(Wish(id="w", at=at, by=ANA, text="a walk"))
    house.journal.keep(Topic(id="t", at=EVENING - timedelta(days=400), text="the holidays"))
    book = opened(house)
    assert told(book) == ["today", "a walk", "the holidays"]
    house.journal.remove(wish)
    book.know(wish)
    assert told(book) == ["today", "the holidays"]


def test_what_another_window_takes_away_is_gone_after_reading_again(house: House) -> None:
    wish = house.journal.keep(Wish(id="w", at=EVENING - timedelta(days=200), by=ANA, text="a walk"))
    old = note(house, "old", days_ago=300)
    book = opened(house)
    elsewhere = again(house).journal
    elsewhere.remove(wish)
    elsewhere.remove(old)
    note(house, "older", days_ago=500)
    assert told(book) == ["a walk", "old"]
    read_on(book)
    assert told(book) == ["older"]


def test_reading_again_what_has_not_changed_shows_nothing_anew(house: House) -> None:
    for days in range(0, 300, 30):
        note(house, f"{days}", days_ago=days)
    book = opened(house)
    book.reading = "2026"
    entries = book.entries
    assert not any([step() for step in book.older()][:-1])
    assert book.entries is entries


def test_nothing_private_makes_itself_felt(house: House) -> None:
    note(house, "hers alone", visibility="private")
    book = opened(house)
    assert (book.is_empty, book.kinds, book.numbers) == (True, [], [])
    book.seek(Sought(private=SAM))
    assert book.is_empty
    book.seek(Sought(private=ANA))
    assert (book.is_empty, book.kinds, told(book)) == (False, ["note"], ["hers alone"])


def test_one_letter_back_is_known_and_nothing_old_is_found_after_a_change(house: House) -> None:
    for text in ("tea", "team", "tree"):
        note(house, text)
    book = opened(house)
    for words, count in (("t", 3), ("te", 2), ("tea", 2), ("team", 1), ("tea", 2), ("", 3), ("tr", 1)):
        book.seek_words(words)
        assert len(book.numbers) == count
    book.seek_words("tea")
    note(house, "teapot")
    book.read()
    assert sorted(told(book)) == ["tea", "team", "teapot"]
    book.seek_words("te")
    assert len(book.numbers) == 3


def test_a_day_is_found_by_the_newest_entry_that_is_not_after_it(house: House) -> None:
    for days in (0, 5, 5, 40):
        note(house, f"{days}", days_ago=days)
    book = opened(house)
    places = {days: book.place_at(EVENING.date() - timedelta(days=days)) for days in (-9, 0, 1, 5, 6, 40, 41)}
    assert places == {-9: 0, 0: 0, 1: 1, 5: 1, 6: 3, 40: 3, 41: None}


def test_the_reader_of_the_months_is_its_own(house: House) -> None:
    note(house, "old", days_ago=300)
    book = JournalPages(house)
    assert book._reader is not house.journal
    steps = book.older()
    assert not book.entries
    next(steps)()
    assert told(book) == ["old"]
    assert book.reading == "2026"
    assert not book.complete
