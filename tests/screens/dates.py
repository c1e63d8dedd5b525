"""Dates of theirs for the tests of Home, the occasions and the ideas."""

from datetime import date, timedelta

from msgspec.structs import replace

from ritual.core.records import Note, Occasion, Pause
from ritual.house import House
from ritual.journal import Draft
from tests.conftest import EVENING

NIGHT = EVENING.date()


def note_date(house: House, name: str, day: date, rule: str | None = None, idea: str | None = None) -> Occasion:
    """A date that was noted in another window."""
    journal = House(house.folders, house.clock).journal
    at = EVENING - timedelta(days=60, seconds=-len(journal.standing(Occasion)))
    return journal.keep(Occasion(id=journal.new_id(), at=at, name=name, day=day, rule=rule, idea=idea))


def rest(house: House, last: date | None) -> None:
    """A rest that began yesterday."""
    house.journal.keep(Pause(id=house.journal.new_id(), at=EVENING, since=NIGHT - timedelta(days=1), last=last))


def noted(house: House) -> dict[str, Occasion]:
    """The dates on the disk by their names."""
    return {one.name: one for one in House(house.folders, house.clock).journal.standing(Occasion)}


def told_notes(house: House) -> list[Note]:
    """What they told on the disk."""
    return House(house.folders, house.clock).journal.nights(Note)


def leave_words(house: House, by: str, text: str) -> None:
    """Words that one of them was writing when the program ended."""
    draft = Draft(id=house.journal.new_id(), kind="note", by=by, night=NIGHT, at=EVENING, text=text)
    house.drafts.save(replace(draft))
