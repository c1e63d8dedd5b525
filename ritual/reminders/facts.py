"""What `ritual nudge` needs to know, taken from the journal."""

from contextlib import suppress
from datetime import date, timedelta

import msgspec

from ritual import files
from ritual.core import occasions, rhythm
from ritual.core.records import Checkin, Occasion, Pause, Session
from ritual.core.sealing import is_shared
from ritual.journal import Journal
from ritual.journal.catalogue import month_of
from ritual.reminders.known import FILE, WEEK, Facts, stamps

AHEAD = timedelta(days=60)
"""So far ahead the days of occasions are written down."""


def remember(journal: Journal, tonight: date) -> Facts:
    """Take it, and write it down for the next time, as far as that goes."""
    facts = _taken(journal, tonight)
    with suppress(OSError):
        files.write(journal.folders.state / FILE, msgspec.json.encode(facts))
    return facts


def _taken(journal: Journal, tonight: date) -> Facts:
    seen = stamps(journal.folders, tonight)  # first of all: what is written after it is read anew
    months = dict.fromkeys(map(month_of, (tonight - WEEK, tonight)))
    sessions, checkins = journal.nights(Session, months), journal.nights(Checkin, months)
    unfinished = (rhythm.unfinished(sessions), rhythm.unfinished(checkins))
    shared = [one for one in journal.standing(Occasion) if is_shared(one)]
    return Facts(
        seen=seen,
        until=tonight + AHEAD,
        evenings=_nights(sessions, tonight),
        checkins=_nights(checkins, tonight),
        begun=max((one.at for one in unfinished if one), default=None),
        rests=[(one.since, one.last) for one in journal.standing(Pause)],
        occasions=sorted({day for one in shared for day in occasions.dates(one, tonight, tonight + AHEAD)}),
    )


def _nights(found: list[Session] | list[Checkin], tonight: date) -> list[date]:
    return sorted({one.night for one in found if one.state == "kept" and one.night and one.night >= tonight - WEEK})
