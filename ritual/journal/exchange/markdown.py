"""The journal as a text to read: by month, by night."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from ritual.core import people, wording
from ritual.core.appreciation import WAY_NAMES
from ritual.core.dates import in_full, month_and_year
from ritual.core.records import Appreciation, Person, Record
from ritual.core.text import for_terminal
from ritual.journal.exchange.entries import LISTED
from ritual.language import _


def as_markdown(records: Sequence[Record], who: Sequence[Person], card_text: wording.CardText) -> bytes:
    """The entries among `records`, oldest first, under a heading for each month and each night."""
    lines = [f"# {people.in_words([one.name for one in who]) or 'ritual'}", ""]
    days = sorted((one for one in records if isinstance(one, LISTED)), key=_day)
    for title, of_month in groupby(days, key=lambda one: month_and_year(_day(one))):
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
    covered = wording.COVERED[entry.visibility]
    way = WAY_NAMES[entry.way] if isinstance(entry, Appreciation) and entry.way else ""
    removed = _("removed") if entry.removed else ""
    kind = wording.KINDS[entry.kind()]
    head = " · ".join(part for part in (kind, wording.whose(entry, who), way, covered, removed) if part)
    texts = [wording.what(entry, card_text), *wording.also(entry)]
    quoted = [f"> {line}".rstrip() for text in texts if text for line in for_terminal(text).split("\n")]
    return [f"**{head}**", "", *([*quoted, ""] if quoted else [])]
