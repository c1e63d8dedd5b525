"""The journal as a text to read: by month, by night."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from ritual.core import people, wording
from ritual.core.dates import in_full, month
from ritual.core.records import Person, Record
from ritual.core.text import for_terminal
from ritual.journal.exchange.entries import LISTED


def as_markdown(records: Sequence[Record], who: Sequence[Person], card_text: wording.CardText) -> bytes:
    """The entries among `records`, oldest first, under a heading for each month and each night."""
    lines = [f"# {people.in_words([one.name for one in who]) or 'ritual'}", ""]
    days = sorted((one for one in records if isinstance(one, LISTED)), key=_day)
    for title, of_month in groupby(days, key=lambda one: f"{month(_day(one))} {_day(one).year}"):
        lines += [f"## {title}", ""]
        for day, entries in groupby(of_month, key=_day):
            lines += [f"### {in_full(day)}", ""]
            for entry in entries:
                lines += _entry(entry, who, card_text)
    return "\n".join(lines).encode()


def _day(entry: Record) -> date:
    """The night it belongs to, or the day it was written."""
    return entry.night or entry.at.date()


def _entry(entry: Record, who: Sequence[Person], card_text: wording.CardText) -> list[str]:
    """A line that says what it is and whose, and the words below it, set apart as a quotation."""
    covered = "" if entry.visibility == "shared" else entry.visibility
    way = str(getattr(entry, "way", None) or "")
    removed = "removed" if entry.removed else ""
    head = " · ".join(part for part in (entry.kind(), wording.whose(entry, who), way, covered, removed) if part)
    texts = [wording.what(entry, card_text), *wording.also(entry)]
    quoted = [f"> {line}".rstrip() for text in texts if text for line in for_terminal(text).split("\n")]
    return [f"**{head}**", "", *([*quoted, ""] if quoted else [])]
