"""The journal as a text to read: by month, by night."""

from collections.abc import Sequence
from itertools import groupby

from ritual.core import people, wording
from ritual.core.records import Person, Record
from ritual.core.text import for_terminal


def as_markdown(records: Sequence[Record], who: Sequence[Person], card_text: wording.CardText) -> bytes:
    """`records`, oldest first, under a heading for each month and each night."""
    lines = [f"# {people.in_words([one.name for one in who]) or 'ritual'}", ""]
    nights = sorted(records, key=lambda one: (one.night or one.at.date(), one.at))
    for month, of_month in groupby(nights, key=lambda one: f"{one.night or one.at:%B %Y}"):
        lines += [f"## {month}", ""]
        for night, entries in groupby(of_month, key=wording.when):
            lines += [f"### {night}", ""]
            for entry in entries:
                lines += _entry(entry, who, card_text)
    return "\n".join(lines).encode()


def _entry(entry: Record, who: Sequence[Person], card_text: wording.CardText) -> list[str]:
    """A line that says what it is and whose, and the words below it, set apart as a quotation."""
    hidden = {"shared": "", "sealed": "sealed", "private": "private"}[entry.visibility]
    way = str(getattr(entry, "way", None) or "")
    removed = "removed" if entry.removed else ""
    head = " · ".join(part for part in (entry.kind(), wording.whose(entry, who), way, hidden, removed) if part)
    words = for_terminal(wording.what(entry, card_text))
    return [f"**{head}**", "", *(f"> {line}".rstrip() for line in words.split("\n")), ""]
