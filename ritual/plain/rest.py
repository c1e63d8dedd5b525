"""A break, when it gets too much: when they come back."""

from datetime import timedelta
from typing import TYPE_CHECKING

from ritual.content import evening_words
from ritual.core import nights
from ritual.language import _
from ritual.scenes.rest import LENGTHS, back_at

if TYPE_CHECKING:
    from ritual.plain.guided import Guided


def agreed(guided: "Guided") -> bool:
    """Whether they agreed on when to come back; then it rests until that time."""
    sitting, clock, talk = guided.sitting, guided.house.clock, guided.talk
    asked = clock.now()
    talk.say(sitting.chance("rest").choice(evening_words().rest.propose))
    times = [
        _("at {time}, {words}", time=f"{asked + timedelta(minutes=minutes):%H:%M}", words=words)
        for minutes, words in LENGTHS.items()
    ]
    prompt = _("Type a number. Enter alone goes on without a break.")
    place = guided.one_of(_("When would you like to come back?"), times, prompt)
    if not isinstance(place, int):
        return False
    back = back_at(asked, list(LENGTHS)[place], clock.now())
    if not guided.attempt(lambda: sitting.rest(back)):
        return False
    time = nights.clock_time(back, clock.now())
    talk.say(_("Your break lasts until {time}. Everything is kept.", time=time))
    return True
