"""The command that says thank you."""

import sys

import click

from ritual.core import text
from ritual.core.errors import Refused, RitualError
from ritual.core.people import in_words, other
from ritual.core.records import Appreciation, Person, Way
from ritual.settings import Folders

WAYS = ("words", "help", "gift", "touch", "time", "memory", "celebration")


@click.command()
@click.argument("words", required=False)
@click.option("--from", "by", metavar="NAME", help="Who says thank you.")
@click.option("--way", type=click.Choice(WAYS, case_sensitive=False), help="In which way it was given.")
def thank(words: str | None, by: str | None, way: Way | None) -> None:
    """Say thank you, and keep it.

    Without WORDS it asks for them, so that nothing of theirs stays in the shell's history; - reads them from stdin.
    """
    from ritual.house import House

    house = House(Folders.find())
    person = _person(house.people, by)
    wording = text.words(_asked(words))
    if not wording:
        raise Refused("There are no words yet. A short thank-you is enough.")
    to = other(house.people, person.id)
    house.journal.keep(
        Appreciation(
            id=house.journal.new_id(),
            at=house.clock.now(),
            night=house.night,
            by=person.id,
            to=to.id if to else None,
            text=wording,
            way=way,
        )
    )
    click.echo(f"Kept{f' for {to.name}' if to else ''}. Thank you, {person.name}.", err=True)


def _asked(words: str | None) -> str:
    """The words: as given, from stdin, or as typed now."""
    if words == "-":
        return sys.stdin.read()
    if words is not None:
        return words
    if not sys.stdin.isatty():
        raise click.UsageError("There are no words to keep. Please give them, or - to read them from a pipe.")
    return str(click.prompt("What are you thankful for", prompt_suffix="?\n> ", err=True))


def _person(people: list[Person], name: str | None) -> Person:
    """Who says it: the one named, the only one, or the one who answers."""
    if not people:
        raise RitualError('Nobody lives here yet. Please tell your names first: ritual setup --names "Ana,Sam"')
    names = {one.name.casefold(): one for one in people}
    if name is None and len(people) == 1:
        return people[0]
    if name is None and sys.stdin.isatty():
        known = click.Choice([one.name for one in people], case_sensitive=False)
        name = str(click.prompt("Who says thank you", type=known, err=True))
    if name is None:
        raise click.UsageError(f"Who says thank you? Please add --from {people[0].name} or --from {people[1].name}.")
    if name.casefold() not in names:
        here = in_words([one.name for one in people])
        raise RitualError(f"There is nobody called {text.for_terminal(name)} here. There is: {here}.")
    return names[name.casefold()]
