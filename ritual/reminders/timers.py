"""Timers that the machine keeps: whichever it has, with exactly what will be written told before."""

from ritual.core.errors import RitualError
from ritual.language import _
from ritual.reminders.cron import Cron
from ritual.reminders.launchd import Launchd
from ritual.reminders.plan import Timer
from ritual.reminders.systemd import Systemd


def all_timers() -> list[Timer]:
    """Every way there is, the best first."""
    return [Systemd(), Launchd(), Cron()]


def written() -> list[Timer]:
    """Those that hold something of ours."""
    return [one for one in all_timers() if one.there()]


def chosen() -> Timer:
    """The one that holds something of ours, else the first that this machine has. Raises `RitualError` without one."""
    here = [one for one in all_timers() if one.is_here()]
    if not here:
        raise RitualError(
            _("This machine has no timer that ritual knows. A calendar can remind you, too: ritual remind --ics FILE")
        )
    return next((one for one in here if one.there()), here[0])
