"""Who is meant by a name."""

from collections.abc import Sequence

from ritual.core.errors import RitualError
from ritual.core.people import in_words
from ritual.core.records import Person
from ritual.core.text import for_terminal


def person_called(name: str, people: Sequence[Person]) -> Person:
    """The one of `people` who is called `name`. Raises `RitualError` where nobody is."""
    somebody(people)
    for one in people:
        if one.name.casefold() == name.strip().casefold():
            return one
    called = f"called {for_terminal(name)}" if name.strip() else "without a name"
    raise RitualError(f"There is nobody {called} here. There is: {in_words([one.name for one in people])}.")


def somebody(people: Sequence[Person]) -> None:
    """Raise `RitualError` where nobody lives here yet."""
    if not people:
        raise RitualError('Nobody lives here yet. Please tell your names first: ritual setup --names "Ana,Sam"')
