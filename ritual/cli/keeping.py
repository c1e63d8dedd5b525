"""The commands that write and read without a screen."""

from typing import get_args

import click
import msgspec

from ritual.cli.completing import kinds
from ritual.cli.numbers import Whole
from ritual.core import people
from ritual.core.errors import Refused
from ritual.core.records import Stage, Way
from ritual.folders import Folders
from ritual.language import _


@click.command(help=_("Answer the first questions without the screen."))
@click.option("--names", required=True, help=_('One or two names: "Ana,Sam".'))
@click.option(
    "--stage",
    type=click.Choice(get_args(Stage), case_sensitive=False),
    help=_("Where the two of you are."),
)
@click.option("--since", metavar="DAY", help=_("The day it began, like 2019-06-01."))
def setup(names: str, stage: Stage | None, since: str | None) -> None:
    """`ritual setup`."""
    from ritual.core.nights import day_in
    from ritual.house import House

    known = people.parse_names(names)
    if not known:
        raise Refused(_('The names are empty. Please give one or two, like --names "Ana,Sam".'))
    house = House(Folders.find())
    before = {one.id: one.name for one in house.people}
    house.settle(known, stage, day_in(since, house.night) if since is not None else None)
    for one in house.people:
        if before.get(one.id, one.name) != one.name:
            renamed = _("{before} is now called {name}.", before=before[one.id], name=one.name)
            click.echo(renamed, err=True)
    click.echo(_("Welcome, {names}. Type ritual to begin.", names=people.in_words(known)), err=True)


@click.command("list", help=_("Print what was kept, the newest last."))
@click.argument("kind", required=False, metavar="[KIND]", shell_complete=kinds)
@click.option("--by", metavar="NAME", help=_("Only what this one wrote."))
@click.option("--search", metavar="WORDS", help=_("Only what says all of these words."))
@click.option("--way", type=click.Choice(get_args(Way), case_sensitive=False), help=_("Only thank-yous of this way."))
@click.option("--since", metavar="DAY", help=_('Only from this day on: "last spring", "3 march", 2026-11-03.'))
@click.option("--until", metavar="DAY", help=_("Only up to this day."))
@click.option("--limit", type=Whole(1), metavar="N", help=_("Only the newest N."))
@click.option("--json", "json_", is_flag=True, help=_("One JSON document."))
def list_(
    kind: str | None,
    by: str | None,
    search: str | None,
    way: Way | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    json_: bool,
) -> None:
    """`ritual list`."""
    from ritual.cli.printing import Sought, as_entries, entries, lines, tell_problems
    from ritual.core.nights import span_in
    from ritual.house import House
    from ritual.journal.exchange.entries import LISTED

    known = [one.kind() for one in LISTED]
    if kind is not None and kind not in known:
        raise click.UsageError(
            _("There is no kind {kind}. There are: {known}.", kind=repr(kind), known=", ".join(known))
        )
    house = House(Folders.find())
    sought = Sought(
        kind=kind,
        by=by,
        search=search,
        way=way,
        since=span_in(since, house.night).first if since is not None else None,
        until=span_in(until, house.night).last if until is not None else None,
    )
    found = entries(house, sought)
    found = found[-limit:] if limit else found
    if json_:
        told = as_entries(house)
        document = msgspec.json.encode([told.entry(one) for one in found])
        click.echo(msgspec.json.format(document))
    else:
        for line in lines(house, found):
            click.echo(line)
        if not found:
            click.echo(_("Nothing is kept here yet.") if sought == Sought() else _("Nothing was found."), err=True)
    tell_problems(house)


@click.command(help=_("Print the folders where everything lies."))
@click.argument("which", required=False, type=click.Choice(["data", "config", "state"]))
def where(which: str | None) -> None:
    """`ritual where`."""
    folders = msgspec.structs.asdict(Folders.find())
    for name in [which] if which else folders:
        click.echo(folders[name])
