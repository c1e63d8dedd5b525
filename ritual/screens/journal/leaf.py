"""How an entry of the Journal is read."""

from collections.abc import Sequence
from datetime import date

from ritual.core import dates, nights, people, wording
from ritual.core.records import (
    Answer,
    Appreciation,
    Checkin,
    Feeling,
    Goal,
    Note,
    Person,
    Record,
    Reply,
    Session,
    Topic,
    Wish,
)
from ritual.core.text import on_screen
from ritual.core.timeline import Entry
from ritual.widgets.leaves import Leaf

WENT = {"yes": "came true", "partly": "came true in part", "not-yet": "not yet", "let-go": "let go"}
RESTS = {"settled": "settled", "talking": "to be continued", "living-with": "one of those we live with"}


def leaf(
    entry: Entry, tonight: date, who: Sequence[Person], card_text: wording.CardText, uncovered: str | None
) -> Leaf:
    """An entry: its night, whose it is and what it is, the words, and what belongs to it."""
    record = entry.record
    parts = [one for one in entry.parts if one.visibility == "shared" or one.by == uncovered]
    group = nights.said_tonight(entry.night, tonight)
    head = " · ".join(one for one in (wording.whose(record, who), *_head(entry)) if one)
    said = [_body(record, card_text), *wording.also(record)]
    return Leaf(group, head, on_screen("\n".join(said)), on_screen("\n".join(_foot(record, parts, who))))


def _body(record: Record, card_text: wording.CardText) -> str:
    """What it says, beside the name of its kind."""
    said = wording.what(record, card_text)
    return said.removeprefix("check-in, ") if isinstance(record, Checkin) else said


def _head(entry: Entry) -> list[str]:
    record = entry.record
    covered = "private" if record.visibility == "private" else ""
    match record:
        case Appreciation():
            return [record.way or entry.kind, covered]
        case Wish() if record.answered:
            return [entry.kind, WENT[record.answered], covered]
        case Topic() if record.outcome:
            return [entry.kind, RESTS[record.outcome], covered]
        case Goal() if record.reached:
            return [entry.kind, "reached", covered]
        case _:
            return [entry.kind, covered]


def _foot(record: Record, parts: Sequence[Record], who: Sequence[Person]) -> list[str]:
    """What belongs to it: answers and replies with the names, feelings and needs by person."""
    lines = []
    if isinstance(record, Session) and record.starter and len(who) > 1:
        lines.append(f"{people.name_of(who, record.starter)} started.")
    if isinstance(record, Topic) and record.on:
        lines.append(f"again on {dates.with_year(record.on)}")
    if isinstance(record, Note) and record.tags:
        lines.append(", ".join(record.tags))
    for one in parts:
        if isinstance(one, Answer | Reply):
            name = people.name_of(who, one.by)
            lines += [f"{name}: {words}" if name else words for words in (one.text, *wording.also(one))]
    if isinstance(record, Checkin):
        for person in who:
            felt = [one.word for one in parts if isinstance(one, Feeling) and one.by == person.id and not one.need]
            needed = [one.word for one in parts if isinstance(one, Feeling) and one.by == person.id and one.need]
            words = "; ".join(
                f"{does} {', '.join(found)}" for does, found in (("felt", felt), ("needed", needed)) if found
            )
            lines += [f"{person.name} {words}"] if words else []
    return lines
