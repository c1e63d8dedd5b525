"""Entries as they are printed: for people a line each, for programs JSON."""

from typing import Any

import msgspec

from ritual.core import people
from ritual.core.errors import RitualError
from ritual.core.nights import in_words
from ritual.core.records import KINDS, OF_A_NIGHT, Draw, Goal, Occasion, Rating, Record, Session, Topic, Wish
from ritual.core.text import for_terminal
from ritual.house import House

LISTED: tuple[type[Record], ...] = (*OF_A_NIGHT, Occasion, Topic, Wish, Goal)
"""The kinds that are entries of theirs; not persons, settings and what the program remembers of cards."""

SCALES = {"closeness-before": "closeness, arriving", "closeness-after": "closeness, at the end"}
"""The names of scales, for people."""

INNER = {*Record.__struct_fields__, "state"}
"""Fields that are printed in another form, or not at all."""


def entries(house: House, kind: str | None, by: str | None) -> list[Record]:
    """What was kept, newest last: no unfinished session, nothing removed, sealed or private."""
    wanted = [one for one in LISTED if kind is None or one is KINDS[kind]]
    person = _person(house, by) if by else None
    found: list[Record] = []
    for one in wanted:
        found += house.journal.nights(one) if one in OF_A_NIGHT else house.journal.standing(one)
    visible = (one for one in found if one.visibility == "shared" and getattr(one, "state", "kept") == "kept")
    return sorted((one for one in visible if person is None or one.by == person), key=lambda one: one.at)


def as_json(house: House, entry: Record) -> dict[str, Any]:
    """`entry` as the contract of `list --json` has it: names for people, turns for legs."""
    name = {one.id: one.name for one in house.people}
    own = {key: value for key, value in msgspec.to_builtins(entry).items() if key not in INNER}
    shown: dict[str, Any] = {
        "kind": entry.kind(),
        "id": entry.id,
        "at": entry.at,
        "night": entry.night,
        "by": name.get(entry.by or ""),
    }
    if entry.by is not None and entry.about is not None:
        shown["about"] = entry.about
    match entry:
        case Session():
            turns = [leg for leg in entry.legs if leg.step == "talk"]
            own = {
                "starter": name.get(entry.starter or ""),
                "planned": entry.planned,
                "seconds": entry.seconds,
                "turns": [{"by": name.get(leg.by or ""), "seconds": leg.seconds} for leg in turns],
                "steps": [msgspec.to_builtins(leg) | {"by": name.get(leg.by or "")} for leg in entry.legs],
                "cards": entry.cards,
                "passed": entry.passed,
            }
        case _ if "to" in own:
            own = {"to": name.get(own["to"] or ""), "text": own["text"], "way": own["way"], "reply": None}
    return shown | own


def line(house: House, entry: Record) -> str:
    """`entry` as a line for people, with control characters made visible."""
    by = people.name_of(house.people, entry.by)
    match entry:
        case Session():
            minutes = round(entry.seconds / 60)
            what = f"{minutes} minutes together" if minutes > 1 else "a moment together"
        case Draw():
            card = house.card(entry.card)
            what = f"{'passed: ' if entry.passed else ''}{card.text if card else entry.card}"
        case Rating():
            what = f"{SCALES.get(entry.scale, entry.scale)}: {entry.value}"
        case _:
            what = str(getattr(entry, "text", getattr(entry, "name", getattr(entry, "word", ""))))
    when = in_words(entry.night) + f" {entry.night.year}" if entry.night else f"{entry.at:%Y-%m-%d}"
    return for_terminal(" · ".join(part for part in (when, entry.kind(), by, what) if part))


def _person(house: House, name: str) -> str:
    for one in house.people:
        if one.name.casefold() == name.casefold():
            return one.id
    known = people.in_words([one.name for one in house.people]) or "nobody yet"
    raise RitualError(f"There is nobody called {for_terminal(name)} here. There is: {known}.")
