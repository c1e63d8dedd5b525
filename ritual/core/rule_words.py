"""How a date returns, in words and back: `every year`, `every second Friday`, `once`."""

import re
from functools import cache

from ritual.core.errors import Refused
from ritual.core.rules import DAYS, taken_apart
from ritual.core.text import quoted

ONCE = "once"
OF_ITS_OWN = "by a rule of its own"
"""What is said of a rule that there are no plain words for."""

UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PLACES = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last"}

SAME = {"daily": "every day", "weekly": "every week", "monthly": "every month", "yearly": "every year"} | {
    "annually": "every year",
    "fortnightly": "every second week",
    "only once": ONCE,
    "just once": ONCE,
}
"""Other words for the same."""
HOW = "Please write it like once, every week, every second Friday, every month or every year."


@cache
def phrases() -> dict[str, str]:
    """The rule (RFC 5545, section 3.3.10) that each phrase means."""
    units = {f"every {unit}": f"FREQ={frequency}" for unit, frequency in UNITS.items()}
    for number, ordinal in enumerate(ORDINALS[1:], 2):
        units |= {f"every {ordinal} {unit}": f"FREQ={name};INTERVAL={number}" for unit, name in UNITS.items()}
    named = list(zip(NAMES, DAYS, strict=True))
    weekly = {f"every {name}": f"FREQ=WEEKLY;BYDAY={day}" for name, day in named}
    other = {f"every second {name}": f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}" for name, day in named}
    monthly = {
        f"every {place} {name} of the month": f"FREQ=MONTHLY;BYDAY={number}{day}"
        for number, place in PLACES.items()
        for name, day in named
    }
    return units | weekly | other | monthly | {"every last day of the month": "FREQ=MONTHLY;BYMONTHDAY=-1"}


def rule_in(words: str) -> str | None:
    """The rule that `words` mean; none where it comes once. `every second Friday` is every other one.

    Raises `Refused` for what is not understood.
    """
    plain = " ".join(words.casefold().split())
    if SAME.get(plain, plain) == ONCE:
        return None
    said = [_usual(word) for word in re.sub(r"^((every|each|on|the)\b ?)*", "", SAME.get(plain, plain)).split()]
    rule = {phrase.casefold(): rule for phrase, rule in phrases().items()}.get(" ".join(["every", *filter(None, said)]))
    if rule is None:
        raise Refused(f"{quoted(words)} is no rule that I know. {HOW}" if plain else f"There is no rule yet. {HOW}")
    return rule


def rule_in_words(rule: str | None) -> str:
    """The words for `rule`; `once` where there is none, or it is nonsense."""
    parts = taken_apart(rule) if rule else None
    if parts is None:
        return ONCE
    said = {name: value for name, value in parts.items() if (name, value) != ("INTERVAL", "1")}
    return next((phrase for phrase, known in phrases().items() if taken_apart(known) == said), OF_ITS_OWN)


def _usual(word: str) -> str:
    """A word as the phrases have it: numbers as ordinals, one Friday of several."""
    if word in ("every", "each"):
        return "the"
    if word in ("1", "one"):
        return ""
    number = re.fullmatch(r"(\d{1,2})(st|nd|rd|th)?", word)
    place = int(number[1]) if number else NUMBERS.index(word) + 1 if word in NUMBERS else 2 if word == "other" else 0
    return ORDINALS[place - 1] if 0 < place <= len(ORDINALS) else word.removesuffix("s")
