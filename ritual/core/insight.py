"""What weeks of check-ins show: trends in plain words, and now and then one gentle suggestion.

Only answers that are open to both count here. What is sealed or private triggers nothing, since the other one may be
looking. None of it is a diagnosis, a score, or a comparison.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from ritual.core.checkin import SCALES
from ritual.core.records import Checkin, Feeling, Rating, Suggestion, Wish
from ritual.core.sealing import is_shared
from ritual.language import ngettext

Trend = Literal["rising", "falling", "steady"]

LOW = 3
"""Up to here an answer from 0 to 10 is a low one."""
STAYS = 3
"""Weeks in which it is low, or falls, until something is suggested."""
FALLS = 2
"""How far it must fall in these weeks at least."""
MANY, LONG = 4, 6
"""So many scales that stay low for so many weeks suggest the page on getting help."""
APART = 3
"""Two answers so far from each other are seen differently."""
SELDOM = timedelta(days=7)
"""At most one suggestion in so long a time."""
HELP = "help"
"""The name of the suggestion to look for somebody to help."""


class Week(Struct, frozen=True):
    """What both opened in a check-in."""

    night: date
    values: dict[str, tuple[int, ...]]
    """The answers to each scale; only where everybody who took part opened theirs."""


def weeks(checkins: Iterable[Checkin], ratings: Iterable[Rating]) -> list[Week]:
    """The weeks there were, oldest first; of several check-ins in a week the last."""
    given: dict[tuple[str | None, str], dict[str, int]] = {}
    for one in ratings:
        if one.by and one.removed is None and is_shared(one):
            given.setdefault((one.about, one.scale), {})[one.by] = one.value
    found: dict[tuple[int, int], Week] = {}
    for checkin in sorted(checkins, key=lambda one: one.at):
        if checkin.state != "kept" or checkin.removed or checkin.night is None:
            continue
        asked = set(checkin.people)
        values = {
            scale: tuple(said[person] for person in sorted(asked))
            for scale in SCALES
            if asked and (said := given.get((checkin.id, scale), {})) and asked <= said.keys()
        }
        year, week, _ = checkin.night.isocalendar()
        found[year, week] = Week(checkin.night, values)
    return [found[week] for week in sorted(found)]


def trend(course: Sequence[float]) -> Trend | None:
    """Where the answers to a scale are going, over the last weeks; none before there are two."""
    if len(course) < 2:
        return None
    latest = course[-4:]
    change = latest[-1] - sum(latest[:-1]) / len(latest[:-1])
    if abs(change) < 1:
        return "steady"
    return "rising" if change > 0 else "falling"


def course(weeks: Iterable[Week], scale: str) -> list[float]:
    """The answers to a scale, week by week, the two of them taken together."""
    return [sum(values) / len(values) for week in weeks if (values := week.values.get(scale))]


def trends(weeks: Sequence[Week]) -> dict[str, Trend]:
    """The trend of each scale that has one."""
    found = {scale: trend(course(weeks, scale)) for scale in SCALES}
    return {scale: going for scale, going in found.items() if going is not None}


def suggestion(weeks: Sequence[Week], known: Iterable[Suggestion], tonight: date) -> str | None:
    """What to suggest tonight: `help`, a scale, or nothing.

    Only what both opened in the latest week comes in question: what they no longer answer is let be. A suggestion that
    was made tonight comes again tonight; after that there is none for a week.
    """
    remembered = {one.what: one for one in known}
    dismissed = {what for what, one in remembered.items() if one.dismissed}
    recent = [one for one in remembered.values() if one.shown and tonight - one.shown < SELDOM]
    if recent:
        last = max(recent, key=lambda one: one.shown or date.min)
        return last.what if last.shown == tonight and not last.dismissed else None
    answered = [scale for scale in SCALES if weeks and weeks[-1].values.get(scale)]
    low = [scale for scale in answered if _stays_low(weeks, scale, LONG)]
    if len(low) >= MANY and HELP not in dismissed:
        return HELP
    wanted = [one for one in answered if one not in dismissed and (_stays_low(weeks, one, STAYS) or _falls(weeks, one))]
    return min(wanted, key=lambda one: (_last_shown(remembered, one), _lowest(weeks)[one][-1]), default=None)


def returning(feelings: Iterable[Feeling], *, need: bool = False, often: int = 3) -> list[str]:
    """The feelings, or needs, that both may see and that were named in several check-ins, the most frequent first.

    Where both name the same one in one check-in it counts once: it is then shared, and does not return.
    """
    open_ = (one for one in feelings if one.need == need and is_shared(one) and one.removed is None)
    named = Counter(word for word, _ in dict.fromkeys((one.word, one.about) for one in open_))
    return [word for word, times in named.most_common() if times >= often]


def wishes_in_words(wishes: Iterable[Wish]) -> str:
    """One sentence about the wishes that came true; never about the others."""
    true = sum(one.answered in ("yes", "partly") and is_shared(one) and one.removed is None for one in wishes)
    if true == 0:
        return ""
    return ngettext("A wish came true, at least in part.", "{count} wishes came true, at least in part.", true)


def apart(values: Sequence[int]) -> bool:
    """Whether the two see something differently."""
    return len(values) > 1 and max(values) - min(values) >= APART


def _lowest(weeks: Sequence[Week]) -> dict[str, list[int]]:
    """The lower answer of each scale, week by week: whoever feels least of it is the one to look after."""
    return {scale: [min(values) for week in weeks if (values := week.values.get(scale))] for scale in SCALES}


def _stays_low(weeks: Sequence[Week], scale: str, count: int) -> bool:
    latest = _lowest(weeks)[scale][-count:]
    return len(latest) == count and all(value <= LOW for value in latest)


def _falls(weeks: Sequence[Week], scale: str) -> bool:
    latest = _lowest(weeks)[scale][-STAYS:]
    falling = all(later < earlier for earlier, later in pairwise(latest))
    return len(latest) == STAYS and falling and latest[0] - latest[-1] >= FALLS


def _last_shown(known: Mapping[str, Suggestion], what: str) -> date:
    return (known[what].shown if what in known else None) or date.min
