"""How a date returns, in German: `jedes Jahr`, `jeden zweiten Freitag`."""

import re
from functools import cache

from ritual.core.rules import DAYS

UNITS = {"DAILY": ("Tag", "en"), "WEEKLY": ("Woche", "e"), "MONTHLY": ("Monat", "en"), "YEARLY": ("Jahr", "es")}
"""With the ending of the word for every."""
NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")
NUMBERS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
PLACES = {"1": "ersten", "2": "zweiten", "3": "dritten", "4": "vierten", "-1": "letzten"}

SAME = {
    "täglich": "jeden tag",
    "wöchentlich": "jede woche",
    "monatlich": "jeden monat",
    "jährlich": "jedes jahr",
    "vierzehntägig": "jede zweite woche",
    "alle vierzehn tage": "jede zweite woche",
    "alle 14 tage": "jede zweite woche",
}
"""Other words for the same."""
ONCE = frozenset({"einmal", "einmalig", "nur einmal"})

EVERY = re.compile(r"(jede[nsmr]?|alle[ns]?|an|am|im|in|de[rsnm]|die|das)")
USUAL = {"woche": "woche", "wochen": "woche"} | {
    name.casefold() + ending: name.casefold()
    for name in (*NAMES, "Tag", "Monat", "Jahr")
    for ending in ("", "e", "en", "s", "es")
}
ORDINAL = re.compile(rf"({'|'.join(ORDINALS)}|letzt)e[nrs]?")


@cache
def phrases() -> dict[str, str]:
    """The rule that each phrase means."""
    found = {f"jed{end} {unit}": f"FREQ={frequency}" for frequency, (unit, end) in UNITS.items()}
    for number, ordinal in enumerate(ORDINALS[1:], 2):
        for frequency, (unit, end) in UNITS.items():
            found[f"jed{end} {ordinal}{end.removesuffix('s')} {unit}"] = f"FREQ={frequency};INTERVAL={number}"
    for name, day in zip(NAMES, DAYS, strict=True):
        found[f"jeden {name}"] = f"FREQ=WEEKLY;BYDAY={day}"
        found[f"jeden zweiten {name}"] = f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"
        for nth, place in PLACES.items():
            found[f"jeden {place} {name} im Monat"] = f"FREQ=MONTHLY;BYDAY={nth}{day}"
    return found | {"jeden letzten Tag im Monat": "FREQ=MONTHLY;BYMONTHDAY=-1"}


def rule_in(plain: str) -> str | None:
    """The rule that these words mean, where they are German and mean one."""
    return _reduced().get(_heart(SAME.get(plain, plain)))


@cache
def _reduced() -> dict[str, str]:
    return {_heart(phrase.casefold()): rule for phrase, rule in phrases().items()}


def _heart(plain: str) -> str:
    """What counts in a phrase: numbers, days and units in one form each."""
    return " ".join(filter(None, map(_usual, plain.split())))


def _usual(word: str) -> str:
    if EVERY.fullmatch(word) or word in ("1", "ein", "eine", "einen"):
        return ""
    if found := ORDINAL.fullmatch(word):
        return "-1" if found[1] == "letzt" else f"{ORDINALS.index(found[1]) + 1}."
    if word in NUMBERS:
        return f"{NUMBERS.index(word) + 1}."
    if found := re.fullmatch(r"(\d{1,2})\.?", word, re.ASCII):
        return f"{int(found[1])}."
    return USUAL.get(word.replace("sonnabend", "samstag"), word)
