"""The command that says thank you."""

import sys
from typing import get_args

import click

from ritual.cli import asking, typed
from ritual.cli.persons import person_called
from ritual.core import text
from ritual.core.errors import RitualError
from ritual.core.nights import day_in
from ritual.core.people import other, somebody
from ritual.core.records import Appreciation, Person, Way
from ritual.folders import Folders
from ritual.language import _


@click.command(
    help=_(
        "Say thank you, and keep it.\n\n"
        "Without WORDS it asks for them, so that nothing of theirs stays in the shell's history; "
        "- reads them from stdin."
    )
)
@click.argument("words", nargs=-1)
@click.option("--from", "by", metavar="NAME", help=_("Who says thank you."))
@click.option("--way", type=click.Choice(get_args(Way), case_sensitive=False), help=_("In which way it was given."))
@click.option("--at", metavar="DAY", help=_('When it happened: yesterday, "last friday", 2026-11-03.'))
def thank(words: tuple[str, ...], by: str | None, way: Way | None, at: str | None) -> None:
    """`ritual thank`."""
    from ritual.house import House

    house = House(Folders.find())
    night = day_in(at, house.night) if at is not None else house.night
    person = house.here if by is None and house.here else _person(house.people, by)
    to = other(house.people, person.id)
    thanks = Appreciation(
        id=house.journal.new_id(),
        at=house.clock.now(),
        night=night,
        by=person.id,
        to=to.id if to else None,
        text=asking.wording(
            words, _("What are you thankful for?"), _("There are no words yet. A short thank-you is enough.")
        ),
        way=way,
    )
    typed.keep(house, thanks, typed=not words)
    told = (
        _("Kept for {other}. Thank you, {name}.", other=to.name, name=person.name)
        if to
        else _("Kept. Thank you, {name}.", name=person.name)
    )
    click.echo(told, err=True)


def _person(people: list[Person], name: str | None) -> Person:
    """Who says it: the one named, the only one, or the one who answers."""
    somebody(people)
    if name is not None:
        return person_called(name, people)
    if len(people) == 1:
        return people[0]
    names = {"name": people[0].name, "other": people[1].name}
    if not sys.stdin.isatty():
        raise click.UsageError(_("Who says thank you? Please add --from {name} or --from {other}.", **names))
    while True:
        try:
            return person_called(asking.line(_("Who says thank you, {name} or {other}?", **names)), people)
        except RitualError as fault:
            click.echo(text.for_terminal(str(fault)), err=True)
