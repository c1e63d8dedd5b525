"""How the log of thank-yous is read."""

from collections.abc import Sequence
from datetime import date

from ritual.core import nights, people
from ritual.core.appreciation import WAY_NAMES, Thanks
from ritual.core.records import Person
from ritual.core.text import on_screen
from ritual.core.wording import text, whose
from ritual.widgets.leaves import Leaf


def leaf(thanks: Thanks, tonight: date, two: Sequence[Person]) -> Leaf:
    """One of them: the night, who thanked whom and how, the words, the answer."""
    said = thanks.said
    head = " · ".join(part for part in (whose(said, two), WAY_NAMES[said.way] if said.way else "") if part)
    foot = f"{people.name_of(two, said.to)}: {text(thanks.reply)}" if thanks.reply else ""
    group = nights.said_tonight(said.night, tonight) if said.night else ""
    return Leaf(group, head, on_screen(said.text), on_screen(foot))
