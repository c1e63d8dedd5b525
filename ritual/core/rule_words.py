"""How a date returns, in words and back: `every year`, `every second Friday`, `once`."""

import re
from functools import cache
from unicodedata import normalize

from ritual import language
from ritual.core import german_rules
from ritual.core.errors import Refused
from ritual.core.rules import DAYS, taken_apart
from ritual.core.text import quoted
from ritual.language import _

ONCE = _("once")
OF_ITS_OWN = _("by a rule of its own")
"""What is said of a rule that there are no plain words for."""

UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PLACES = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last"}

SAME = {"daily": "every day", "weekly": "every week", "monthly": "every month", "yearly": "every year"} | {
    "annually": "every year",
    "fortnightly": "every second week",
}
"""Other words for the same."""
JUST_ONCE = frozenset({"once", "only once", "just once", ONCE.casefold()})
HOW = _("Please write it like once, every week, every second Friday, every month or every year.")


def phrases() -> dict[str, str]:
    """The rule (RFC 5545, section 3.3.10) that each phrase of the language means that is spoken."""
    return german_rules.phrases() if language.spoken() == "de" else _english()


@cache
def _english() -> dict[str, str]:
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
    plain = " ".join(normalize("NFC", words).casefold().split())
    is_german = language.spoken() == "de"
    if plain in JUST_ONCE or (is_german and plain in german_rules.ONCE):
        return None
    if rule := (is_german and german_rules.rule_in(plain)) or _rule_in(plain):
        return rule
    told = _("{words} is no rule that I know.", words=quoted(words)) if plain else _("There is no rule yet.")
    raise Refused(f"{told} {HOW}")


def _rule_in(plain: str) -> str | None:
    said = [_usual(word) for word in re.sub(r"^((every|each|on|the)\b ?)*", "", SAME.get(plain, plain)).split()]
    known = {phrase.casefold(): rule for phrase, rule in _english().items()}
    return known.get(" ".join(["every", *filter(None, said)]))


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
