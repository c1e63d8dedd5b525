"""Numbers, lengths and a whole year, in words. Never a percentage, a streak, or the one held against the other."""

from collections import Counter
from collections.abc import Sequence

from ritual.core.appreciation import IN_WORDS, WAYS
from ritual.core.records import Way

SMALL = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

PARTS = {15: "a quarter of an hour", 30: "half an hour", 45: "three quarters of an hour", 60: "an hour"}
"""Minutes that have a name."""

NEAR = ((6, "very close"), (5, "close"), (4, "rather close"), (3, "in between"), (2, "a little apart"), (0, "apart"))
"""What an answer from 1 to 7 says, from so much on."""


def number(count: int) -> str:
    """`sixty-one`; figures from a thousand on."""
    if count < 20:
        return SMALL[count]
    if count < 100:
        return TENS[count // 10 - 2] + (f"-{SMALL[count % 10]}" if count % 10 else "")
    if count < 1000:
        return f"{SMALL[count // 100]} hundred" + (f" and {number(count % 100)}" if count % 100 else "")
    return f"{count:,}"


def counted(count: int, one: str, more: str) -> str:
    """`one evening`, `twelve evenings`."""
    return f"{number(count)} {one if count == 1 else more}"


def length(seconds: int) -> str:
    """`twenty minutes`, `an hour and a half`; less than a minute and a half is a moment."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return "a moment"
    if minutes <= 60:
        return PARTS.get(minutes) or f"{number(minutes)} minutes"
    hours, rest = divmod(minutes, 60)
    whole = "an hour" if hours == 1 else f"{number(hours)} hours"
    if rest == 30:
        return "an hour and a half" if hours == 1 else f"{number(hours)} and a half hours"
    return f"{whole} and {counted(rest, 'minute', 'minutes')}" if rest else whole


def in_all(seconds: int) -> str:
    """The sum of many lengths, not to the minute."""
    hours = round(seconds / 3600)
    return length(seconds) if hours < 2 else f"{number(hours)} hours"


def together(evenings: int, seconds: int, *, two: bool) -> str:
    """How many evenings there were, and how long they were in all."""
    kept = f"You kept {counted(evenings, 'evening', 'evenings')}{' together' if two else ''}"
    return f"{kept}, about {in_all(seconds)} in all." if seconds >= 90 else f"{kept}."


def thanks(ways: Counter[Way], *, two: bool) -> str:
    """For what they were thankful most often."""
    thanked = "you thanked each other" if two else "you were thankful"
    most = [way for way in WAYS if ways[way] == max(ways.values())]
    if len(most) > 2:
        return f"{thanked.capitalize()} for many things."
    said = f"{thanked} for {' and '.join(IN_WORDS[way] for way in most)}."
    return said.capitalize() if len(most) == len(ways) else f"Most often {said}"


def closeness(evenings: Sequence[tuple[float, float]]) -> str:
    """How close they felt before and after; each evening is a pair of the two."""
    closer = sum(after > before for before, after in evenings)
    further = sum(after < before for before, after in evenings)
    if closer * 2 > len(evenings):
        return "On most evenings you felt closer at the end than when you arrived."
    if further * 2 > len(evenings):
        return "You kept these evenings, the easy ones and the others."
    return "You mostly ended an evening as close as you came to it, or closer."


def near(value: float) -> str:
    """How close somebody felt who chose `value` of 1 to 7."""
    return next(said for least, said in NEAR if value >= least)
