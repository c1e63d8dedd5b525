"""What the weeks so far bring to a check-in: wishes, topics whose day has come, and where things are going."""

from datetime import datetime

from rich.cells import cell_len, set_cell_size

from ritual import weeks
from ritual.checkin import CheckIn
from ritual.content import checkin_words
from ritual.core import dates, insight, nights, topics
from ritual.core.checkin import SCALES, to_look_back
from ritual.core.records import Checkin, Feeling, Session, Wish
from ritual.core.sealing import is_shared
from ritual.core.text import on_screen
from ritual.house import House
from ritual.language import _, ngettext

WIDE = 50
"""Cells of a topic in one line."""
MOST = 2
"""Trends that are told at once: what moves first."""

TOGETHER = _("Thank-yous, how it was for each of you, one topic, one wish each.")
ALONE = _("What was good, how it was for you, one wish.")
"""What a check-in is, as long as there is no other week to tell of."""


def invitation(house: House) -> str:
    """To look at the week."""
    return _("A quiet look at your week.") if len(house.people) < 2 else _("A look at your week, side by side.")


def brought(house: House) -> list[list[str]]:
    """What the weeks so far bring, and where things are going; at first, what a check-in is."""
    first = [ALONE if len(house.people) < 2 else TOGETHER, _("What you do not want to answer, you pass.")]
    return [lines for lines in (waiting(house), [*trends(house), *returning(house)]) if lines] or [first]


def left_sealed(house: House) -> CheckIn | None:
    """The newest kept check-in with answers that nobody has opened."""
    found = (CheckIn.resume(house, one) for one in reversed(weeks.kept(house)))
    return next((one for one in found if one.is_sealed), None)


def waiting(house: House) -> list[str]:
    """What comes back this time, a short line each."""
    lines = []
    wishes = to_look_back(filter(is_shared, house.journal.standing(Wish)))
    if wishes:
        lines.append(ngettext("{count} wish to look back on", "{count} wishes to look back on", len(wishes)))
    for topic in topics.due(weeks.waiting_topics(house), house.night)[:MOST]:
        lines.append(_("to talk about: {topic}", topic=short(topic.text, 32)))
    parked = len(weeks.waiting_topics(house))
    if parked and len(lines) < MOST:
        lines.append(ngettext("{count} topic parked", "{count} topics parked", parked))
    return lines


def trends(house: House, most: int = MOST) -> list[str]:
    """Where the answers of both are going, in plain words: what rises or falls first."""
    found = insight.trends(weeks.of(house))
    words = checkin_words()
    moving = sorted(found, key=lambda scale: (found[scale] == "steady", SCALES.index(scale)))
    return [str(getattr(words.scale(scale), found[scale])) for scale in moving[:most]]


def returning(house: House) -> list[str]:
    """Feelings that return, and wishes that came true."""
    named = insight.returning(house.journal.nights(Feeling, weeks.months(house.night)))
    lines = [_("You have often named: {words}.", words=", ".join(named[:3]))] if named else []
    kept = insight.wishes_in_words(house.journal.standing(Wish))
    return [*lines, *([kept] if kept else [])]


def short(text: str, most: int = WIDE) -> str:
    """`text` in one line of at most so many cells."""
    plain = " ".join(on_screen(text).split())
    return set_cell_size(plain, most - 1).rstrip() + "…" if cell_len(plain) > most else plain


def evening_waits(waiting: Session, house: House) -> str:
    """That an evening waits, or rests."""
    if resting := _rests(waiting, house.clock.now()):
        return resting
    if waiting.night in (None, house.night):
        return _("Your evening is waiting where you left it.")
    return _("Your evening of {day} is waiting where you left it.", day=dates.in_words(waiting.night))


def checkin_waits(waiting: Checkin, now: datetime) -> str:
    """That a check-in waits, or rests."""
    return _rests(waiting, now) or _("Your check-in is waiting where you left it.")


def _rests(waiting: Session | Checkin, now: datetime) -> str:
    if waiting.back_at is None or now >= waiting.back_at:
        return ""
    return _("Your break lasts until {time}. Everything is kept.", time=nights.clock_time(waiting.back_at, now))
