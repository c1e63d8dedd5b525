"""Where things are going over weeks: closeness, airtime. Plain words first; figures are for those who ask for them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import fmean

from msgspec import Struct

from ritual.core.records import Person, Rating, Session
from ritual.core.rhythm import kept
from ritual.core.sealing import is_shared
from ritual.language import _

WEEKS = 26
"""So far back they look."""
EVEN = 0.1
"""Shares of the time to speak that are no further from a half are about equal."""
MONTH = timedelta(days=30)
SCALES = ("closeness-before", "closeness-after")
"""Arriving, and at the end."""

CELLS = "▁▂▃▄▅▆▇█"
"""From the lowest answer there is to the highest."""


class Closeness(Struct, frozen=True):
    """How close they felt, by weeks; only weeks that have both."""

    before: list[float]
    after: list[float]

    @property
    def in_words(self) -> str:
        """One sentence."""
        if not self.after:
            return _("When you say how close you feel, you will see it here.")
        change = fmean(self.after) - fmean(self.before)
        if change >= 0.5:
            return _("You mostly feel closer at the end of an evening than at its beginning.")
        return _("You feel about as close at the end of an evening as at its beginning.")


def drawn(course: Iterable[float], least: int, most: int) -> str:
    """A cell for each week, on the whole scale, so that small changes look small."""
    return "".join(
        CELLS[round((min(max(one, least), most) - least) / (most - least) * (len(CELLS) - 1))] for one in course
    )


def closeness(ratings: Iterable[Rating], tonight: date) -> Closeness:
    """How close they felt, arriving and at the end, averaged over both and over each week; the oldest week first."""
    weeks: dict[date, dict[str, list[int]]] = {}
    for one in ratings:
        if one.night and is_shared(one) and one.removed is None and one.scale in SCALES:
            monday = one.night - timedelta(days=one.night.weekday())
            if tonight - monday < timedelta(weeks=WEEKS):
                weeks.setdefault(monday, {}).setdefault(one.scale, []).append(one.value)
    both = [weeks[monday] for monday in sorted(weeks) if len(weeks[monday]) == 2]
    return Closeness([fmean(one["closeness-before"]) for one in both], [fmean(one["closeness-after"]) for one in both])


def airtime(sessions: Iterable[Session], people: Sequence[Person], since: date) -> dict[str, int]:
    """The seconds that each of them spoke in turns since a night, by their ids."""
    found = {one.id: 0 for one in people}
    for session in kept(sessions):
        if session.night and session.night >= since and is_shared(session) and session.removed is None:
            for leg in session.legs:
                if leg.step == "talk" and leg.by in found:
                    found[leg.by] += leg.seconds
    return found


def airtime_in_words(spoken: dict[str, int], people: Sequence[Person]) -> str:
    """One sentence about the last weeks."""
    whole = sum(spoken.values())
    if len(people) < 2 or not whole:
        return _("When you have talked in turns, you will see here how you shared the time.")
    shares = {one.id: spoken.get(one.id, 0) / whole for one in people}
    listener = min(people, key=lambda one: shares[one.id])
    if abs(shares[listener.id] - 0.5) <= EVEN:
        return _("You shared the time about equally.")
    return _("{name} listened more this month.", name=listener.name)
