"""The calendar file, read back and expanded: the right evenings, at the right hour."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from ritual.core.records import Pause
from ritual.reminders import calendar as module
from ritual.reminders.calendar import CHECKIN, EVENING, is_ours
from ritual.settings import Settings
from tests.conftest import EVENING as NOW
from tests.reminders.conftest import TONIGHT, asked, calendar, event, events, expanded, in_days, occasion, until


@pytest.mark.parametrize(
    ("zone", "change"),
    [
        ("Europe/Berlin", date(2027, 3, 28)),
        ("Europe/Berlin", date(2027, 10, 31)),
        ("America/New_York", date(2027, 3, 14)),
        ("America/New_York", date(2027, 11, 7)),
    ],
)
def test_every_evening_keeps_its_hour_when_the_clock_is_changed(zone: str, change: date) -> None:
    tonight = change - timedelta(3)
    file = calendar(tonight=tonight, now=datetime.combine(tonight, time(12), ZoneInfo(zone)))
    found = until(event(file, EVENING), change + timedelta(3))
    assert found == [datetime.combine(tonight + timedelta(on), time(21, 30)) for on in range(7)]
    there = [when.replace(tzinfo=ZoneInfo(zone)) for when in found]
    assert {when.timetz().replace(tzinfo=None) for when in there} == {time(21, 30)}
    assert there[0].utcoffset() != there[-1].utcoffset()
    assert len({when.astimezone(UTC).time() for when in there}) == 2


def test_no_time_names_a_zone_so_that_it_travels_along() -> None:
    lines = calendar(occasions=[occasion("met", in_days(3))], pauses=[pause(2, 3)]).decode().splitlines()
    times = [line for line in lines if line.startswith(("DTSTART", "EXDATE", "RRULE"))]
    assert len(times) > 4
    assert not [line for line in times if "TZID" in line or line.endswith("Z")]


def test_evenings_come_on_the_days_they_chose_and_the_check_in_on_its_own() -> None:
    chosen = Settings(evening_days=("friday", "tuesday"), evening_at=time(20, 15), checkin_day="wednesday", minutes=45)
    file = calendar(chosen)
    evenings, checkins = event(file, EVENING), event(file, CHECKIN)
    assert until(evenings, in_days(14)) == [datetime.combine(in_days(on), time(20, 15)) for on in (2, 5, 9, 12)]
    assert until(checkins, in_days(14)) == [datetime.combine(in_days(on), time(20)) for on in (3, 10)]
    assert evenings["DURATION"].dt == timedelta(minutes=45)
    assert checkins["DURATION"].dt == timedelta(minutes=30)


def test_an_evening_after_midnight_belongs_to_the_night_before() -> None:
    file = calendar(Settings(evening_at=time(0, 30), evening_days=("sunday", "monday")))
    found = until(event(file, EVENING), in_days(8))
    assert found == [datetime.combine(in_days(on), time(0, 30)) for on in (1, 2, 8)]


def test_without_days_there_are_no_evenings() -> None:
    assert [one["SUMMARY"] for one in events(calendar(Settings(evening_days=())))] == [CHECKIN]


def pause(first: int, last: int | None) -> Pause:
    return Pause(id=f"{first}", at=NOW, since=in_days(first), last=in_days(last) if last is not None else None)


@pytest.mark.parametrize(
    ("pauses", "expected"),
    [
        ([(2, 4)], [0, 1, 5, 6, 7]),
        ([(-3, 1)], [2, 3, 4, 5, 6, 7]),
        ([(3, None)], [0, 1, 2]),
        ([(1, 1), (2, 3), (6, None)], [0, 4, 5]),
        ([(-9, -1)], [0, 1, 2, 3, 4, 5, 6, 7]),
        ([(-2, None)], []),
        ([(-2, 9000)], []),
    ],
)
def test_a_planned_rest_is_left_out(pauses: list[tuple[int, int | None]], expected: list[int]) -> None:
    file = calendar(pauses=[pause(*one) for one in pauses])
    evenings = [one for one in events(file) if one["SUMMARY"] == EVENING]
    found = [when.date() for one in evenings for when in until(one, in_days(7))]
    assert found == [in_days(on) for on in expected]


def test_the_ids_stay_and_are_all_different() -> None:
    kept = [occasion("met", in_days(3), "FREQ=YEARLY"), occasion("picnic", in_days(5))]
    first, later = calendar(occasions=kept), calendar(occasions=kept, tonight=in_days(2), titles=True)
    ids = [str(one["UID"]) for one in events(first)]
    assert len(set(ids)) == 4
    assert [str(one["UID"]) for one in events(later)] == ids
    assert not set(ids) & {str(one["UID"]) for one in events(calendar(occasions=kept, household="bo"))}


def test_it_is_the_same_byte_for_byte_and_known_as_ours() -> None:
    one, other = module.written(asked()), module.written(asked())
    assert one == other
    assert is_ours(one)
    assert not is_ours(b"BEGIN:VCALENDAR\r\nPRODID:-//somebody//else\r\n")


def test_every_event_rings_and_says_when_it_was_written() -> None:
    file = calendar(occasions=[occasion("met", in_days(20))])
    for one in events(file):
        assert one["DTSTAMP"].dt == NOW.astimezone(UTC)
        assert one["CLASS"] == "PRIVATE"
        assert [alarm["ACTION"] for alarm in one.walk("VALARM")] != []
    (bell,) = event(file, EVENING).walk("VALARM")
    assert bell["TRIGGER"].dt == timedelta(0)
    rings = [in_days(20) for _ in range(2)]
    start = datetime.combine(rings[0], time())
    met = next(one for one in events(file) if one["DTSTART"].dt == in_days(20))
    assert [start + alarm["TRIGGER"].dt for alarm in met.walk("VALARM")] == [
        datetime.combine(in_days(on), time(21, 30)) for on in (13, 19)
    ]


def test_the_lines_are_as_the_standard_wants_them() -> None:
    content = calendar(occasions=[occasion("für dich, " * 30, TONIGHT)], titles=True)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_it_goes_on_for_years() -> None:
    nights = expanded(event(calendar(), EVENING))
    assert [next(nights) for _ in range(3000)][-1] == datetime.combine(in_days(2999), time(21, 30))
