"""Who is meant by a name."""

from collections.abc import Sequence

from ritual.core.errors import RitualError
from ritual.core.people import in_words
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
        _("There is nobody called {name} here. There is: {names}.")
        if name.strip()
        else _("There is nobody without a name here. There is: {names}.")
    )
    raise RitualError(fill(nobody, name=for_terminal(name), names=in_words([one.name for one in people])))


def somebody(people: Sequence[Person]) -> None:
    """Raise `RitualError` where nobody lives here yet."""
    if not people:
        raise RitualError(_('Nobody lives here yet. Please tell your names first: ritual setup --names "Ana,Sam"'))
