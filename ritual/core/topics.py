"""Topics: what is parked for later, and when it comes back."""

from collections.abc import Iterable
from datetime import date

from ritual.core.records import Topic


def is_open(topic: Topic) -> bool:
    """Whether there is something left to talk about: not where it is settled, or one of those they live with."""
    return topic.outcome in (None, "talking")


def waiting(topics: Iterable[Topic], tonight: date) -> list[Topic]:
    """The topics that are there to choose from: those whose date has come first, then those without, the oldest first;
    what is parked for a later date comes last."""
    return sorted(filter(is_open, topics), key=lambda one: (_turn(one, tonight), one.on or date.min, one.at))


def due(topics: Iterable[Topic], tonight: date) -> list[Topic]:
    """The topics whose date has come."""
    return [one for one in waiting(topics, tonight) if one.on is not None and one.on <= tonight]


def _turn(topic: Topic, tonight: date) -> int:
    if topic.on is None:
        return 1
    return 0 if topic.on <= tonight else 2
