"""A break: at least twenty minutes, and an hour to come back."""

from datetime import datetime, timedelta

from ritual.language import _

LENGTHS = {20: _("in twenty minutes"), 30: _("in half an hour"), 60: _("in an hour"), 24 * 60: _("tomorrow")}
"""Minutes. Bodies need about twenty to calm down once they are flooded; a shorter break is not offered."""


def back_at(asked: datetime, minutes: int, now: datetime) -> datetime:
    """When they come back, so many `minutes` after they were `asked`: however long they thought about it, no sooner
    than the shortest break from `now`."""
    return max(asked + timedelta(minutes=minutes), now + timedelta(minutes=min(LENGTHS)))
