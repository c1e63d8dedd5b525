"""The command that parks a topic."""

import click

from ritual.cli import asking, typed
from ritual.core.dates import in_words
from ritual.core.nights import day_in
from ritual.core.people import somebody
from ritual.core.records import Topic
from ritual.folders import Folders
from ritual.language import _


@click.command(
    help=_(
        "Park something to talk about another time.\n\n"
        "Without WORDS it asks for them, so that nothing of theirs stays in the shell's history; "
        "- reads them from stdin."
    )
)
@click.argument("words", nargs=-1)
@click.option("--on", metavar="DAY", help=_('When to come back to it: "next friday", 3 march, 2026-12-01.'))
def topic(words: tuple[str, ...], on: str | None) -> None:
    """`ritual topic`."""
    from ritual.house import House

    house = House(Folders.find())
    somebody(house.people)
    day = day_in(on, house.night, ahead=True) if on is not None else None
    missing = _("There are no words yet. A few are enough.")
    said = asking.wording(words, _("What would you like to talk about?"), missing)
    by = house.people[0] if len(house.people) == 1 else house.here
    new = Topic(id=house.journal.new_id(), at=house.clock.now(), by=by.id if by else None, text=said, on=day)
    typed.keep(house, new, typed=not words)
    told = (
        _("Parked. It comes back on {day}.", day=in_words(day))
        if day
        else _("Parked. It comes back at the next check-in.")
    )
    click.echo(told, err=True)
