"""The commands that look after what is kept."""

import sys
from itertools import count

import click

from ritual.cli import asking
from ritual.core.errors import RitualError
from ritual.core.text import for_terminal
from ritual.core.wording import counted
from ritual.folders import Folders

SHORT = 8
"""Letters of an id that are shown at least, and mostly enough to name it."""


@click.command()
@click.option("--repair", is_flag=True, help="Mend what can be mended.")
@click.option("--accept", is_flag=True, help="Take what was changed by hand as what was meant.")
def doctor(repair: bool, accept: bool) -> None:
    """Look at every file, and say what is not as it should be."""
    from ritual.house import House
    from ritual.journal import mending
    from ritual.journal.doctor import Doctor

    house = House(Folders.find())
    examining = Doctor(house.journal, house.drafts)
    if accept:
        mending.accept(examining)
    if repair:
        mending.repair(examining)
    findings = examining.examine()
    for finding in findings:
        click.echo(for_terminal(finding.sentence))
    aside = house.journal.shelf.quarantine.all()
    if aside:
        click.echo(f"What was damaged lies untouched in {house.journal.shelf.quarantine.folder}.", err=True)
    if not findings:
        click.echo(f"All is well: {counted(examining.entries, 'record', 'records')}, each as it was written.")
        return
    cures = {one.cure for one in findings}
    if "repair" in cures:
        click.echo("ritual doctor --repair mends what can be mended; nothing is thrown away.", err=True)
    if "accept" in cures:
        click.echo(
            "Where you changed it yourself, ritual doctor --accept keeps it so; --repair takes it back where it can.",
            err=True,
        )
    sys.exit(1)


@click.command()
@click.argument("record_id", metavar="ID")
def restore(record_id: str) -> None:
    """Bring back what was removed. ritual bin lists it, and the beginning of an ID is enough."""
    from ritual.house import House

    house = House(Folders.find())
    removed, _ = house.bin.contents()
    found = [one for one in removed if record_id and one.id.startswith(record_id)]
    if len(found) > 1 and record_id not in [one.id for one in found]:
        raise RitualError(f"{len(found)} removed entries begin with this ID. Please give more of it.")
    if not found:
        there = house.journal.find(record_id)
        state = "is not removed" if there and not there.removed else "is not in the bin. ritual bin lists what is"
        raise RitualError(f"This entry {state}.")
    known = next((one for one in found if one.id == record_id), found[0])
    house.journal.restore(known)
    click.echo(f"The {known.kind()} is back.", err=True)


@click.command("bin")
@click.option("--empty", is_flag=True, help="Erase it for good. It is asked for twice.")
def bin_(empty: bool) -> None:
    """Print what was removed, or erase it for good."""
    from ritual.cli.printing import lines
    from ritual.house import House

    house = House(Folders.find())
    removed, wordings = house.bin.contents()
    aside = len(house.journal.shelf.quarantine.all())
    counts = (
        (len(removed), "removed entry", "removed entries"),
        (wordings, "earlier wording", "earlier wordings"),
        (aside, "damaged file set aside", "damaged files set aside"),
    )
    what = " and ".join(counted(*one) for one in counts if one[0])
    if not what:
        click.echo("The bin is empty.", err=True)
        return
    if not empty:
        length = _letters([one.id for one in removed])
        for entry, line in zip(removed, lines(house, removed), strict=True):
            click.echo(f"{for_terminal(entry.id[:length])}  {line}")
        click.echo(f"In the bin: {what}.{' ritual restore brings an entry back.' if removed else ''}", err=True)
        return
    if not (
        asking.yes(f"Erase {what} for good? Nobody can bring that back.")
        and asking.yes("Are you both sure? This is asked twice so that nothing goes by accident.")
    ):
        raise RitualError("Nothing was erased.")
    house.bin.empty()
    click.echo("The bin is empty. Backups, exports and other machines keep theirs until they do the same.", err=True)


def _letters(ids: list[str]) -> int:
    """How many letters of these ids are shown, so that each can be told from the others."""
    return next(length for length in count(SHORT) if len({one[:length] for one in ids}) == len(set(ids)))
