"""One line for a login shell, when something is due. It must be quick, so it does not open the journal.

What it needs to know, only dates and none of their words, lies in `state/nudge.json`, with the stamps of the files that
this was taken from. As long as those are as they were it holds; otherwise `ritual.reminders.facts` takes it anew. So no
save has to think of it, and a change by another window, another device or another hand counts at once.
"""

from datetime import date, datetime, timedelta

from ritual import settings
from ritual.core import weekly
from ritual.core.dates import in_words
from ritual.core.errors import RitualError
from ritual.core.nights import night_of
from ritual.core.weekly import WEEKDAYS
from ritual.folders import Folders
from ritual.language import _
from ritual.reminders.bells import moment
from ritual.reminders.known import WEEK, Facts, known
from ritual.settings import Settings

GOING = timedelta(hours=3)
"""So long after its beginning an unfinished evening is taken to be going on, and nobody is disturbed."""


def said(folders: Folders, now: datetime) -> str | None:
    """The line, or none. It never fails: where something cannot be read there is silence."""
    chosen = settings.load(folders)[0]
    tonight = night_of(now, chosen.night_begins)
    try:
        facts = known(folders, tonight) or _taken_anew(folders, tonight)
    except (OSError, RitualError):
        return None
    return line(facts, chosen, now) if facts else None


def line(facts: Facts, chosen: Settings, now: datetime) -> str | None:
    """What is due, in one line; none where nothing is, and while they rest or are at it."""
    tonight, today = night_of(now, chosen.night_begins), now.date()
    resting = any(since <= tonight <= (last or date.max) for since, last in facts.rests)
    if resting or (facts.begun is not None and timedelta(0) <= now - facts.begun < GOING):
        return None
    due = []
    if WEEKDAYS[tonight.weekday()] in chosen.evening_days and tonight not in facts.evenings:
        has_come = now.replace(tzinfo=None) >= moment(tonight, chosen.evening_at, chosen)
        due += [_("This evening is yours: ritual is ready when you are.")] if has_come else []
    if weekly.is_due(tonight, chosen.checkin_day, facts.checkins):
        due.append(_("It is the day of your check-in."))
    if soon := min((day for day in facts.occasions if today <= day <= today + WEEK), default=None):
        near = {0: _("Today is a day of yours."), 1: _("Tomorrow is a day of yours.")}
        due.append(near.get((soon - today).days) or _("{day} is a day of yours.", day=in_words(soon)))
    return " ".join(due) or None


def _taken_anew(folders: Folders, tonight: date) -> Facts | None:
    if not (folders.data / "journal").is_dir():
        return None
    from ritual.journal import Journal
    from ritual.reminders.facts import remember

    return remember(Journal(folders), tonight)
