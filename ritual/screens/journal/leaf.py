"""How an entry of the Journal is read."""

from collections.abc import Sequence
from datetime import date

from ritual.core import dates, nights, people, timeline, wording
from ritual.core.appreciation import WAY_NAMES
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
from ritual.core.sealing import is_shared
from ritual.core.text import on_screen
from ritual.core.timeline import Entry
from ritual.language import _
from ritual.widgets.leaves import Leaf

WENT = {"yes": _("came true"), "partly": _("came true in part"), "not-yet": _("not yet"), "let-go": _("let go")}
OUTCOMES = {
    "settled": _("settled"),
    "talking": _("to be continued"),
    "living-with": _("one of those we live with"),
}


def leaf(
    entry: Entry, tonight: date, who: Sequence[Person], card_text: wording.CardText, uncovered: str | None
) -> Leaf:
    """An entry: its night, whose it is and what it is, the words, and what belongs to it."""
    record = entry.record
    parts = [one for one in entry.parts if is_shared(one) or one.by == uncovered]
    group = nights.said_tonight(entry.night, tonight)
    head = " · ".join(one for one in (wording.whose(record, who), *_head(entry)) if one)
    said = [_body(record, card_text), *wording.also(record)]
    return Leaf(group, head, on_screen("\n".join(said)), on_screen("\n".join(_foot(record, parts, who))))


def _body(record: Record, card_text: wording.CardText) -> str:
    """What it says, beside the name of its kind."""
    took = wording.length(record) if isinstance(record, Checkin) else ""
    return took or wording.what(record, card_text)


def _head(entry: Entry) -> list[str]:
    record = entry.record
    covered = wording.COVERED[record.visibility]
    kind = timeline.NAMES[entry.kind]
    match record:
        case Appreciation():
            return [WAY_NAMES[record.way] if record.way else kind, covered]
        case Wish() if record.answered:
            return [kind, WENT[record.answered], covered]
        case Topic() if record.outcome:
            return [kind, OUTCOMES[record.outcome], covered]
        case Goal() if record.reached:
            return [kind, _("reached"), covered]
        case _:
            return [kind, covered]


def _foot(record: Record, parts: Sequence[Record], who: Sequence[Person]) -> list[str]:
    """What belongs to it: answers and replies with the names, feelings and needs by person."""
    lines = []
    if isinstance(record, Session) and record.starter and len(who) > 1:
        lines.append(_("{name} started.", name=people.name_of(who, record.starter)))
    if isinstance(record, Topic) and record.on:
        lines.append(_("again on {day}", day=dates.with_year(record.on)))
    if isinstance(record, Note) and record.tags:
        lines.append(", ".join(record.tags))
    for one in parts:
        if isinstance(one, Answer | Reply):
            name = people.name_of(who, one.by)
            lines += [
                _("{name}: {words}", name=name, words=words) if name else words
                for words in (wording.text(one), *wording.also(one))
            ]
    if isinstance(record, Checkin):
        for person in who:
            felt = [one.word for one in parts if isinstance(one, Feeling) and one.by == person.id and not one.need]
            needed = [one.word for one in parts if isinstance(one, Feeling) and one.by == person.id and one.need]
            lines += _named(person.name, ", ".join(felt), ", ".join(needed))
    return lines


def _named(name: str, felt: str, needed: str) -> list[str]:
    """A line about what one of them felt and needed; none where there was nothing."""
    if felt and needed:
        return [_("{name} felt {felt}; needed {needed}", name=name, felt=felt, needed=needed)]
    if felt:
        return [_("{name} felt {felt}", name=name, felt=felt)]
    return [_("{name} needed {needed}", name=name, needed=needed)] if needed else []
