"""What the Journal has read, for the tests of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from ritual.core.appreciation import reply_id
from ritual.core.people import person_id
from ritual.core.records import Appreciation, Note, Record, Reply
from ritual.core.timeline import OF, PARTS, Entry, compose
from ritual.house import House
from ritual.screens.journal.pages import STANDING, JournalPages
from tests.conftest import EVENING
from tests.house.conftest import again

ANA, SAM = person_id("Ana"), person_id("Sam")


def note(house: House, text: str, *, days_ago: int = 0, **said: Any) -> Note:
    at = EVENING - timedelta(days=days_ago)
    record = Note(id=house.journal.new_id(), at=at, night=at.date(), by=ANA, text=text)
    return again(house).journal.keep(replace(record, **said))


def thank(house: House, text: str, *, days_ago: int = 0) -> Appreciation:
    at = EVENING - timedelta(days=days_ago)
    record = Appreciation(id=house.journal.new_id(), at=at, night=at.date(), by=ANA, to=SAM, text=text)
    return again(house).journal.keep(record)


def reply(house: House, said: Appreciation, text: str, *, days_ago: int = 0) -> Reply:
    at = EVENING - timedelta(days=days_ago)
    record = Reply(id=reply_id(said), at=at, night=at.date(), by=SAM, about=said.id, text=text)
    return again(house).journal.keep(record)


def opened(house: House) -> JournalPages:
    """The Journal as it is once all has been read."""
    book = JournalPages(house)
    book.read()
    read_on(book)
    return book


def read_on(book: JournalPages, order: Callable[[list[Callable[[], bool]]], None] = lambda _: None) -> None:
    *months, last = list(book.older())
    order(months)
    for step in (*months, last):
        step()


def told(book: JournalPages) -> list[str]:
    """What is shown, with what belongs to it."""
    return [" / ".join(text_of(one) for one in (entry.record, *entry.parts)) for entry in shown(book)]


def shown(book: JournalPages) -> list[Entry]:
    return [book.entries[number] for number in book.numbers]


def text_of(record: Record) -> str:
    return str(getattr(record, "text", record.kind()))


def at_once(house: House) -> list[Entry]:
    """All entries, made of all records at once."""
    journal = again(house).journal
    records: list[Record] = [one for kind in OF if kind not in STANDING for one in journal.nights(kind)]
    records += [one for kind in STANDING for one in journal.standing(kind)]
    parts = [one for kind in PARTS for one in journal.nights(kind)]
    return compose(records, parts, house.cards.text, house.night_of)
