"""Parking a topic: something for later, with a day to come back to it, or without."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ritual.core import dates, nights
from ritual.core.errors import Refused
from ritual.core.records import Topic
from ritual.core.text import words
from ritual.language import _
from ritual.plain import can

if TYPE_CHECKING:
    from ritual.plain.teller import Teller


def park(teller: "Teller") -> None:
    """Ask for it, and for its day."""
    topic = written(teller, _("What would you like to talk about another time? Enter alone goes back."))
    if topic is None:
        return
    on = day(teller, _("When? A day like next friday; Enter leaves it to the next check-in."))
    if on is None:
        teller.talk.say(_("It is parked. The next check-in offers it."))
    elif teller.keep(lambda: teller.house.journal.keep(replace(topic, on=on))):
        teller.talk.say(_("It is parked until {day}.", day=dates.in_words(on)))


def written(teller: "Teller", question: str) -> Topic | None:
    """A topic in their words, kept at once; none where nothing is written."""
    house = teller.house
    here = house.people[0] if len(house.people) == 1 else house.here
    while typed := teller.talk.ask(question, teller.watch).strip():
        if typed == can.HELP.key or can.SLASH.fullmatch(typed):
            teller.talk.say(_("What you type is kept. Enter alone goes back."))
            continue
        try:
            wording = words(typed)
        except Refused as fault:
            teller.talk.say(str(fault))
            continue
        topic = Topic(id=house.journal.new_id(), at=house.clock.now(), by=here.id if here else None, text=wording)
        return topic if teller.keep(partial(house.journal.keep, topic)) else None
    return None


def day(teller: "Teller", question: str) -> date | None:
    """A day to come; none where nothing is typed."""
    while typed := teller.talk.ask(question, teller.watch).strip():
        try:
            return nights.day_in(typed, teller.house.night, ahead=True)
        except Refused as fault:
            teller.talk.say(str(fault))
    return None
