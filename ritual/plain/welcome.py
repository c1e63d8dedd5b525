"""The first questions, line by line: at most three, each of which may be skipped."""

from ritual.core import lengths, people
from ritual.core.errors import Refused
from ritual.house import House
from ritual.language import _
from ritual.plain import can
from ritual.plain.talk import Talk
from ritual.plain.teller import Teller
from ritual.scenes import welcome as scenes


def settle(talk: Talk, house: House) -> None:
    """Ask who lives here, and write it down."""
    teller = Teller(talk, house)
    talk.say(scenes.GREETING, scenes.where(house), scenes.QUESTIONS[0])
    if names := _names(talk):
        talk.say(scenes.met(names))
    stages = list(scenes.STAGES)
    place = teller.one_of(scenes.QUESTIONS[1], list(scenes.STAGES.values()), _("Type a number. Enter leaves it open."))
    stage = stages[place] if isinstance(place, int) else None
    usual = house.settings.minutes
    talk.say(scenes.QUESTIONS[2])
    asks = " ".join((scenes.MINUTES_HINT, _("Enter takes {count}.", count=usual)))
    typed = teller.choose(asks, takes=lambda typed: lengths.parse_minutes(typed) is not None)
    minutes = lengths.parse_minutes(typed) or usual
    house.settle(names or people.UNNAMED, stage)
    if minutes != usual:
        teller.attempt(lambda: house.change(minutes=minutes))


def _names(talk: Talk) -> tuple[str, ...]:
    asks = " ".join((scenes.NAMES_HINT, _("Enter leaves it open.")))
    while True:
        typed = talk.ask(asks)
        if typed.strip() == can.HELP.key:
            continue
        try:
            return people.parse_names(typed)
        except Refused as fault:
            talk.say(str(fault))
