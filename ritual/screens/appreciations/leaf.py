"""How the log of thank-yous is read."""

from collections.abc import Sequence
from datetime import date

from ritual.core import nights, people
from ritual.core.appreciation import Thanks
from ritual.core.records import Person
from ritual.core.text import on_screen
from ritual.widgets.leaves import Leaf


def leaf(thanks: Thanks, tonight: date, two: Sequence[Person]) -> Leaf:
    """One of them: the night, who thanked whom and how, the words, the answer."""
    said = thanks.said
    by, to = (people.name_of(two, person) for person in (said.by, said.to))
    head = " · ".join(part for part in (f"{by} to {to}" if by and to else by, said.way) if part)
    foot = f"{to}: {thanks.reply.text}" if thanks.reply else ""
    group = nights.said_tonight(said.night, tonight) if said.night else ""
    return Leaf(group, head, on_screen(said.text), on_screen(foot))
