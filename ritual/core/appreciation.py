"""Thank-yous: which of them wait to be seen."""

from collections.abc import Iterable
from datetime import datetime

from ritual.core.records import Appreciation, Reply, Session
from ritual.core.rhythm import kept


def waiting(
    appreciations: Iterable[Appreciation], replies: Iterable[Reply], sessions: Iterable[Session]
) -> list[Appreciation]:
    """What one of them left for the other: written outside an evening, since the last one, and not answered yet."""
    answered = {one.about for one in replies}
    since = max((one.at for one in kept(sessions)), default=None)
    return [
        one
        for one in appreciations
        if one.to and one.about is None and one.id not in answered and _after(one.at, since)
    ]


def _after(at: datetime, since: datetime | None) -> bool:
    return since is None or at > since
