"""What both answered unseen in a check-in: opened together, and told."""

from functools import partial

from ritual.checkin import CheckIn
from ritual.language import _
from ritual.plain import can, table
from ritual.plain.teller import Teller
from ritual.scenes import checkin as scenes


def open_together(teller: Teller, checkin: CheckIn) -> str:
    """Enter opens it, and then all of it is said; or the letter of what was chosen instead."""
    while checkin.is_sealed:
        asks = _("Enter opens what is sealed, k keeps one answer private, ? for help.")
        typed = teller.choose(asks, can.COVERED)
        if typed == can.COVERED.key:
            found = scenes.sealed(checkin)
            place = teller.one_of(_("Which answer stays private?"), [what for what, _records in found])
            if isinstance(place, int):
                teller.attempt(partial(checkin.keep_private, found[place][1]))
        elif typed:
            return typed
        else:
            teller.attempt(checkin.open_answers)
    teller.talk.say(*table.told(checkin.said, checkin.name))
    return ""
