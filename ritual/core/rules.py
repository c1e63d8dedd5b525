"""How a date returns: the part of RFC 5545's recurrence rules (section 3.3.10) that an occasion may have.

`FREQ` is `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`. Beside it there may be `INTERVAL`, `COUNT` or `UNTIL`, and `WKST`;
by the week `BYDAY`; by the month `BYDAY` or `BYMONTHDAY`; by the year `BYMONTH`, and then one of these two. Whatever
else there is makes it no rule to us: what is left can be answered at once, and never asks for a 30 February. Dates
that follow the moon (Easter, the lunar new year, Ramadan) cannot be said so, and are entered as single dates.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from itertools import islice

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week as RFC 5545 writes them."""

DAY = rf"({'|'.join(DAYS)})"
MONTHDAY, NTH = r"[+-]?([12]?[1-9]|10|20|30|31)", rf"([+-]?[1-5])?{DAY}"
SHAPES = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,2}",
    "COUNT": r"[1-9]\d{0,3}",
    "UNTIL": r"\d{8}(T\d{6}Z?)?",
    "WKST": DAY,
    "BYMONTH": "[1-9]|1[0-2]",
    "BYMONTHDAY": f"{MONTHDAY}(,{MONTHDAY})*",
    "BYDAY": f"{NTH}(,{NTH})*",
}
"""What each part of a rule may say."""

CHOICES: dict[str, list[set[str]]] = {
    "DAILY": [set()],
    "WEEKLY": [set(), {"BYDAY"}],
    "MONTHLY": [set(), {"BYDAY"}, {"BYMONTHDAY"}],
    "YEARLY": [set(), {"BYMONTH"}, {"BYMONTH", "BYDAY"}, {"BYMONTH", "BYMONTHDAY"}],
}
"""What may stand beside each frequency to choose among its days."""

LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Parts = dict[str, str]
"""A rule, taken apart."""


def taken_apart(rule: str) -> Parts | None:
    """The parts of `rule`; none where it is no rule to us."""
    pairs = [part.partition("=")[::2] for part in rule.strip().upper().split(";")]
    parts = dict(pairs)
    sound = all(name in SHAPES and re.fullmatch(SHAPES[name], value, re.ASCII) for name, value in pairs)
    if not sound or len(parts) < len(pairs) or not _agree(parts):
        return None
    if "UNTIL" in parts:
        parts["UNTIL"] = parts["UNTIL"][:8]
        try:
            date.fromisoformat(parts["UNTIL"])
        except ValueError:
            return None
    return parts


def _agree(parts: Parts) -> bool:
    """Whether the parts go together, and there is a day that they mean."""
    chosen = {name for name in parts if name.startswith("BY")}
    if chosen not in CHOICES.get(parts.get("FREQ", ""), []) or {"COUNT", "UNTIL"} <= parts.keys():
        return False
    if parts["FREQ"] == "WEEKLY":
        return not re.search(r"\d", parts.get("BYDAY", ""))
    longest = LENGTHS[int(parts.get("BYMONTH", 1)) - 1]
    return all(abs(int(day)) <= longest for day in parts.get("BYMONTHDAY", "1").split(","))


def put_together(parts: Parts) -> str:
    """The rule of these parts."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


def spelled_out(rule: str, day: date) -> Parts | None:
    """The parts of `rule`, with all that it leaves to `day`, its first date, said; none where it is no rule to us.

    Where a month is too short, the date falls on its last day: the 31st of every month on 30 April, and a 29 February
    on 28 February between leap years. RFC 5545 would skip them, so it is said in a way that it does not skip. Who
    writes `BYMONTHDAY=31` means the months that have a 31st, as RFC 5545 says.
    """
    parts = taken_apart(rule)
    if parts is None or "BYDAY" in parts or "BYMONTHDAY" in parts:
        return parts
    match parts["FREQ"]:
        case "WEEKLY":
            return parts | {"BYDAY": DAYS[day.weekday()]}
        case "MONTHLY":
            latest = {"BYMONTHDAY": ",".join(map(str, range(28, day.day + 1))), "BYSETPOS": "-1"}
            return parts | (latest if day.day > 28 else {"BYMONTHDAY": str(day.day)})
        case "YEARLY":
            month = int(parts.get("BYMONTH", day.month))
            always = day.day < 29 or (month != 2 and day.day <= LENGTHS[month - 1])
            return parts | {"BYMONTH": str(month), "BYMONTHDAY": str(day.day) if always else "-1"}
    return parts


def dates(rule: str | None, day: date, first: date, last: date) -> Iterator[date]:
    """The dates from `first` to `last`, oldest first, of what begins on `day` and returns by `rule`.

    Without a rule, or with one that is none to us, it comes once.
    """
    parts = spelled_out(rule, day) if rule else None
    if parts is None:
        yield from [day] if first <= day <= last else []
        return
    with suppress(OverflowError, ValueError):  # at the ends of the calendar
        yield from _returning(parts, day, first, last)


def _returning(parts: Parts, day: date, first: date, last: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr

    first = max(first, day)
    start = day if "COUNT" in parts else _shortly_before(parts, day, first)
    last = min(last, date.fromisoformat(parts["UNTIL"])) if "UNTIL" in parts else last
    told = {name: value for name, value in parts.items() if name != "COUNT"} | {"UNTIL": f"{last:%Y%m%d}".zfill(8)}
    found = islice(rrulestr(put_together(told), dtstart=_at(start)), int(parts["COUNT"]) if "COUNT" in parts else None)
    return (one.date() for one in found if one.date() >= first)


def _shortly_before(parts: Parts, day: date, first: date) -> date:
    """Where a period of the rule begins that is not after `first`: one need not count from the first date on."""
    every = int(parts.get("INTERVAL", 1))
    match parts["FREQ"]:
        case "DAILY":
            return day + timedelta((first - day).days // every * every)
        case "WEEKLY":
            into = (day.weekday() - DAYS.index(parts.get("WKST", "MO"))) % 7
            return day + timedelta(((first - day).days + into) // 7 // every * every * 7 - into)
        case "MONTHLY":
            month, months = day.year * 12 + day.month - 1, first.year * 12 + first.month - 1
            month += (months - month) // every * every
            return date(month // 12, month % 12 + 1, 1)
    return date(day.year + (first.year - day.year) // every * every, 1, 1)


def _at(day: date) -> datetime:
    return datetime.combine(day, time())
