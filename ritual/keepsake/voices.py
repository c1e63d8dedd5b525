"""Whose words they are, and the words."""

from collections.abc import Sequence

from ritual.core import people, wording
from ritual.core.records import Feeling, Record
from ritual.keepsake.book import Book
from ritual.keepsake.writing import Markup, element, filled, joined, name, words
from ritual.language import _

ALSO = _("And, written elsewhere at the same time:")


def who(person: str | None, book: Book, told: str = "{name}", *, nobody: str = "", **more: str) -> Markup:
    """Whose words these are: what is `told` of a name, and of `more`; `nobody` where no name is known."""
    known = people.name_of(book.people, person)
    seat = " second" if person in [one.id for one in book.people[1:]] else ""
    if known:
        return element("p", filled(told, name=name(known), **more), class_=f"who{seat}")
    return element("p", nobody, class_="who") if nobody else Markup()


def said(record: Record) -> Markup:
    """The words of a record, and what was written elsewhere at the same time."""
    also = (wording.as_read(record, str(one["text"])) for one in record.also if "text" in one)
    return joined(words(wording.text(record)), *(joined(aside(ALSO), words(one)) for one in also))


def aside(text: str) -> Markup:
    """A few words of ours beside theirs."""
    return element("p", text, class_="aside")


def felt(feelings: Sequence[Feeling]) -> Markup:
    """What somebody felt and needed, in a line each."""
    felt, needed = ([one.word for one in feelings if one.need is need] for need in (False, True))
    lines = [
        element("p", filled(told, words=listed(found)), class_="felt")
        for told, found in ((_("felt {words}"), felt), (_("needed {words}"), needed))
        if found
    ]
    return joined(*lines)


def listed(found: Sequence[str]) -> Markup:
    """Words of theirs in a sentence: `a, b and c`."""
    if len(found) == 1:
        return name(found[0])
    return filled(_("{first} and {second}"), first=joined(*parted(found[:-1], ", ")), second=name(found[-1]))


def parted(found: Sequence[str], by: str) -> list[str]:
    """Words of theirs, with `by` between them."""
    return [piece for one in found for piece in (by, name(one))][1:]


def order(records: Sequence[Record], book: Book) -> list[str | None]:
    """Who wrote these, those who live here first and in their order."""
    seats: list[str | None] = [one.id for one in book.people]
    found = dict.fromkeys(one.by for one in records)
    return [*(one for one in seats if one in found), *(one for one in found if one not in seats)]


def side_by_side(voices: Sequence[Markup]) -> Markup:
    """What each of them says, beside each other where there is room."""
    several = "both" if len(voices) > 1 else "one"
    return (
        element("div", *(element("div", one, class_="voice") for one in voices), class_=several) if voices else Markup()
    )
