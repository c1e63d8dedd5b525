"""Thank-yous: which wait, which are remembered, which are found, and the help for an empty page."""

import itertools
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ritual.core import appreciation
from ritual.core.appreciation import IN_WORDS, WAYS, Sought, Thanks
from ritual.core.records import Appreciation, Leg, Reply, Session, Visibility, Way
from tests.conftest import EVENING

TONIGHT = EVENING.date()
SOME = st.sampled_from([*WAYS, None])


def thanks(
    key: str = "t",
    *,
    days_ago: int = 0,
    by: str = "ana",
    to: str | None = "sam",
    text: str = "for the tea",
    way: Way | None = None,
    about: str | None = None,
    visibility: Visibility = "shared",
) -> Appreciation:
    at = EVENING - timedelta(days=days_ago)
    return Appreciation(
        id=key, at=at, night=at.date(), by=by, to=to, text=text, way=way, about=about, visibility=visibility
    )


def reply(about: str, text: str = "received ♥", hours: int = 1) -> Reply:
    at = EVENING + timedelta(hours=hours)
    return Reply(id=f"r{about}{hours}", at=at, night=TONIGHT, by="sam", about=about, text=text)


def evening(hours: int, *, kept: bool = True) -> Session:
    legs = [Leg(step="quiet", planned=60)]
    return Session(id="s", at=EVENING + timedelta(hours=hours), legs=legs, state="kept" if kept else "open")


def find(log: Sequence[Thanks], **sought: object) -> list[str]:
    wanted = Sought(**sought)  # type: ignore[arg-type]
    numbers = appreciation.found(log, [appreciation.said(one) for one in log], wanted)
    return [log[number].said.id for number in numbers]


def test_what_was_left_waits_until_it_is_answered_or_an_evening_was_kept() -> None:
    left = thanks()
    assert appreciation.waiting([left], [], []) == [left]
    assert appreciation.waiting([left], [reply("t")], []) == []
    assert appreciation.waiting([left], [reply("another")], []) == [left]
    assert appreciation.waiting([left], [], [evening(-1)]) == [left]
    assert appreciation.waiting([left], [], [evening(1, kept=False)]) == [left]
    assert appreciation.waiting([left], [], [evening(1)]) == []


def test_what_was_said_in_an_evening_to_nobody_or_covered_does_not_wait() -> None:
    assert appreciation.waiting([thanks(about="s")], [], []) == []
    assert appreciation.waiting([thanks(to=None)], [], []) == []
    assert appreciation.waiting([thanks(visibility="sealed"), thanks(visibility="private")], [], []) == []


@pytest.mark.parametrize(
    ("night", "today", "is_it"),
    [
        (date(2025, 11, 22), date(2026, 11, 22), True),
        (date(1998, 11, 22), date(2026, 11, 22), True),
        (date(2026, 11, 22), date(2026, 11, 22), False),
        (date(2027, 11, 22), date(2026, 11, 22), False),
        (date(2025, 11, 21), date(2026, 11, 22), False),
        (date(2024, 2, 29), date(2026, 2, 28), True),
        (date(2024, 2, 28), date(2026, 2, 28), True),
        (date(2024, 2, 29), date(2026, 3, 1), False),
        (date(2024, 2, 29), date(2028, 2, 28), False),
        (date(2024, 2, 29), date(2028, 2, 29), True),
    ],
)
def test_this_day_in_an_earlier_year(night: date, today: date, is_it: bool) -> None:
    assert appreciation.is_this_day(night, today) is is_it


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.integers(1, 60))
def test_every_day_is_met_once_in_every_later_year(night: date, years: int) -> None:
    first = date(night.year + years, 1, 1)
    days = (first + timedelta(day) for day in range(366))
    met = [day for day in days if day.year == first.year and appreciation.is_this_day(night, day)]
    assert len(met) == 1
    assert abs((met[0] - date(first.year, night.month, min(night.day, 28))).days) <= 3


@pytest.mark.parametrize(
    ("night", "today", "words"),
    [
        (date(2025, 11, 22), date(2026, 11, 22), "A year ago today"),
        (date(2019, 11, 22), date(2026, 11, 22), "7 years ago today"),
        (date(2024, 2, 29), date(2026, 2, 28), "On 29 February 2024"),
        (date(2024, 2, 29), date(2028, 2, 29), "4 years ago today"),
    ],
)
def test_how_long_ago_it_was(night: date, today: date, words: str) -> None:
    assert appreciation.years_ago(night, today) == words


@given(st.integers(2, 120), st.dates(), st.integers(0, 5))
def test_a_prompt_never_comes_two_nights_in_a_row_and_all_are_met(count: int, night: date, turn: int) -> None:
    lines = [str(number) for number in range(count)]
    some = min(night, date(9000, 1, 1))
    met = [appreciation.prompt(lines, some + timedelta(days), turn) for days in range(count + 1)]
    assert all(one != other for one, other in itertools.pairwise(met))
    assert set(met[:count]) == set(lines)


@given(st.integers(16, 120), st.dates(max_value=date(9000, 1, 1)))
def test_what_was_asked_for_besides_does_not_come_again_tomorrow(count: int, night: date) -> None:
    lines = [str(number) for number in range(count)]
    tonight, tomorrow = (
        [appreciation.prompt(lines, night + timedelta(days), turn) for turn in range(7)] for days in (0, 1)
    )
    assert len(set(tonight)) == 7
    assert not set(tonight) & set(tomorrow)


def test_the_only_prompt_is_given() -> None:
    assert appreciation.prompt(["one"], TONIGHT, 3) == "one"


def test_ways_are_counted_for_each_since_a_night() -> None:
    said = [
        thanks(way="help"),
        thanks(way="help", days_ago=3),
        thanks(way="gift", by="sam"),
        thanks(way="touch", days_ago=100),
        thanks(),
    ]
    assert appreciation.ways_of(said, TONIGHT - timedelta(3)) == {"ana": Counter(help=2), "sam": Counter(gift=1)}


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        ([], "When you name the way something was given, you will see it here."),
        ([{"help": 2, "gift": 1}], "Lately you were most often thankful for help."),
        ([{"help": 1}, {"time": 1}], "Lately you were most often thankful for help and time together."),
        ([{"help": 1, "gift": 1}, {"time": 1}], "What you are thankful for comes in many ways."),
    ],
)
def test_ways_in_one_sentence(ways: list[dict[Way, int]], words: str) -> None:
    assert appreciation.ways_in_words(map(Counter, ways)) == words


@given(st.lists(st.dictionaries(st.sampled_from(WAYS), st.integers(1, 50)), max_size=2))
def test_the_sentence_has_no_figure_and_does_not_say_who(ways: list[dict[Way, int]]) -> None:
    words = appreciation.ways_in_words(map(Counter, ways))
    assert words == appreciation.ways_in_words(map(Counter, reversed(ways)))
    assert not any(sign.isdigit() for sign in words)
    assert words.endswith(".")


def test_every_way_can_be_said() -> None:
    assert set(IN_WORDS) == set(WAYS)


def test_the_log_is_by_night_the_newest_first_with_the_last_answer() -> None:
    old, new = thanks("a", days_ago=2), thanks("b")
    late = Appreciation(id="c", at=EVENING + timedelta(hours=1), night=old.night, by="ana", text="told later")
    answers = [reply("b", "second", hours=2), reply("b", "first", hours=1)]
    found = appreciation.log([old, new, late], answers)
    assert [(one.said.id, one.reply.text if one.reply else None) for one in found] == [
        ("b", "second"),
        ("c", None),
        ("a", None),
    ]


def test_what_is_sealed_or_private_is_not_in_the_log() -> None:
    hidden = Reply(id="r", at=EVENING, about="t", text="a secret", visibility="private")
    found = appreciation.log([thanks(), thanks("p", visibility="private"), thanks("s", visibility="sealed")], [hidden])
    assert found == [Thanks(thanks())]


LOG = appreciation.log(
    [
        thanks("tea", text="for the Tea, and\nthe straße", way="help"),
        thanks("soup", text="for the soup", by="sam", to="ana", days_ago=1, way="gift"),
        thanks("cafe", text="for the café", days_ago=400),
    ],
    [reply("soup", "With PLEASURE")],
)


@pytest.mark.parametrize(
    ("sought", "ids"),
    [
        ({}, ["tea", "soup", "cafe"]),
        ({"words": "tea"}, ["tea"]),
        ({"words": "and TEA"}, ["tea"]),
        ({"words": "strasse"}, ["tea"]),
        ({"words": "cafe\u0301"}, ["cafe"]),
        ({"words": "pleasure"}, ["soup"]),
        ({"words": "tea soup"}, []),
        ({"words": " "}, ["tea", "soup", "cafe"]),
        ({"by": "ana"}, ["tea", "cafe"]),
        ({"way": "gift"}, ["soup"]),
        ({"year": 2026}, ["tea", "soup"]),
        ({"year": 2025, "by": "ana", "words": "for"}, ["cafe"]),
        ({"year": 2025, "by": "sam"}, []),
    ],
)
def test_what_is_sought_is_found(sought: dict[str, object], ids: list[str]) -> None:
    assert find(LOG, **sought) == ids


def test_seeking_nothing_is_seeking_all() -> None:
    assert Sought().all
    assert not Sought(words="x").all
    assert not Sought(year=2026).all


@given(st.lists(st.tuples(st.text(min_size=1), SOME, st.sampled_from(["ana", "sam"])), max_size=8), st.data())
def test_every_entry_is_found_by_its_own_words(said: list[tuple[str, Way | None, str]], data: st.DataObject) -> None:
    log = appreciation.log(
        [thanks(str(number), text=text, way=way, by=by) for number, (text, way, by) in enumerate(said)], []
    )
    assert find(log) == [one.said.id for one in log]
    for one in log:
        words = data.draw(st.lists(st.sampled_from(one.said.text.split() or [""]), max_size=3))
        assert one.said.id in find(log, words=" ".join(words), by=one.said.by, year=2026)


def test_only_a_short_line_is_shown_in_passing() -> None:
    assert appreciation.is_short(thanks(text="x" * appreciation.SHORT))
    assert not appreciation.is_short(thanks(text="x" * (appreciation.SHORT + 1)))
    assert not appreciation.is_short(thanks(text="two\nlines"))


def test_there_is_one_answer_to_each() -> None:
    assert appreciation.reply_id(thanks("a")) == appreciation.reply_id(thanks("a", text="other words"))
    assert appreciation.reply_id(thanks("a")) != appreciation.reply_id(thanks("b"))
