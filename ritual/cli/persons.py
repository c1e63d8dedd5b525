"""Who is meant by a name."""

from collections.abc import Sequence

from ritual.core.errors import RitualError
from ritual.core.people import in_words, somebody
from ritual.core.records import Person
from ritual.core.text import for_terminal
from ritual.language import _, fill


def person_called(name: str, people: Sequence[Person]) -> Person:
    """The one of `people` who is called `name`. Raises `RitualError` where nobody is."""
    somebody(people)
    for one in people:
        if one.name.casefold() == name.strip().casefold():
            return one
    nobody = (
        _("There is nobody called {name} here, only {names}.")
        if name.strip()
        else _("There is nobody without a name here, only {names}.")
    )
    raise RitualError(fill(nobody, name=for_terminal(name), names=in_words([one.name for one in people])))
