"""What each of them answered in a check-in, side by side in words."""

from collections.abc import Callable, Iterator, Sequence

from ritual.core.checkin import SCALES
from ritual.core.records import Feeling
from ritual.core.sealing import is_shared
from ritual.core.wording import SCALES as NAMES
from ritual.language import _
from ritual.unseen import Said


def told(said: Sequence[Said], name: Callable[[str], str]) -> list[str]:
    """A line for each question that one of them answered, then their words; what is private tells that it is."""
    return [*_numbers(said, name), *(line for one in said for line in _words(one, name(one.person)))]


def _numbers(said: Sequence[Said], name: Callable[[str], str]) -> Iterator[str]:
    for scale in SCALES:
        answered = [(name(one.person), one.ratings[scale]) for one in said if scale in one.ratings]
        values = ", ".join(f"{who} {rating.value if is_shared(rating) else _('private')}" for who, rating in answered)
        if values:
            yield _("{question}: {values}", question=NAMES[scale], values=values)


def _words(said: Said, name: str) -> Iterator[str]:
    if felt := _shared(said.feelings):
        yield _("{name} feels {words}.", name=name, words=felt)
    if needed := _shared(said.needs):
        yield _("{name} needs {words}.", name=name, words=needed)
    if said.sentence and is_shared(said.sentence):
        yield _("{name}: “{words}”", name=name, words=said.sentence.text)


def _shared(records: Sequence[Feeling]) -> str:
    return ", ".join(one.word for one in records if is_shared(one))
