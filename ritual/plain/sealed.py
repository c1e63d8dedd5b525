"""What two have answered to a card: whose words are meant, and what they say."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ritual.answering import Answering
from ritual.core.records import Answer
from ritual.language import _

if TYPE_CHECKING:
    from ritual.plain.teller import Teller


def told(answering: Answering) -> list[str]:
    """What both may read, and that something is covered."""
    return [_("{name}: {words}", name=name, words=words) for name, words in answering.said]


def whose(teller: "Teller", answering: Answering, answers: Iterable[Answer], question: str) -> Answer | None:
    """Ask whose words are meant; one alone need not be asked."""
    among = list(answers)
    if len(answering.people) < 2:
        return next(iter(among), None)
    place = teller.one_of(question, [answering.name(one.by) for one in among])
    return among[place] if isinstance(place, int) else None
