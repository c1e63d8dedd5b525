"""The commands that look after what is kept."""

import sys
from functools import reduce
from itertools import count

import click

from ritual.cli import asking
from ritual.core.errors import RitualError
from ritual.core.text import for_terminal
from ritual.core.wording import KINDS
from ritual.folders import Folders
from ritual.language import _, fill, ngettext

SHORT = 8
"""Letters of an id that are shown at least, and mostly enough to name it."""


@click.command(help=_("Look at every file, and say what is not as it should be."))
@click.option("--repair", is_flag=True, help=_("Mend what can be mended."))
@click.option("--accept", is_flag=True, help=_("Take what was changed by hand as what was meant."))
def doctor(repair: bool, accept: bool) -> None:
    """`ritual doctor`."""
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
        folder = house.journal.shelf.quarantine.folder
        click.echo(_("What was damaged lies untouched in {folder}.", folder=folder), err=True)
    if not findings:
        well = ngettext(
            "All is well: {count} record, each as it was written.",
            "All is well: {count} records, each as it was written.",
            examining.entries,
        )
        click.echo(well)
        return
    cures = {one.cure for one in findings}
    if "repair" in cures:
        click.echo(_("ritual doctor --repair mends what can be mended; nothing is thrown away."), err=True)
    if "accept" in cures:
        told = _(
            "Where you changed it yourself, ritual doctor --accept keeps it so; --repair takes it back where it can."
        )
        click.echo(told, err=True)
    sys.exit(1)


@click.command(help=_("Bring back what was removed. The beginning of its ID is enough, and ritual bin shows it."))
@click.argument("record_id", metavar="ID")
def restore(record_id: str) -> None:
    """`ritual restore`."""
    from ritual.house import House

    house = House(Folders.find())
    removed = house.bin.contents()[0]
    found = [one for one in removed if record_id and one.id.startswith(record_id)]
    if len(found) > 1 and record_id not in [one.id for one in found]:
        raise RitualError(_("{count} removed entries begin with this ID. Please give more of it.", count=len(found)))
    if not found:
        there = house.journal.find(record_id)
        if there and not there.removed:
            raise RitualError(_("This entry is not removed."))
        raise RitualError(_("This entry is not in the bin. ritual bin lists what is."))
    known = next((one for one in found if one.id == record_id), found[0])
    house.journal.restore(known)
    click.echo(_("The {kind} is back.", kind=KINDS[known.kind()]), err=True)


@click.command("bin", help=_("Print what was removed, or erase it for good."))
@click.option("--empty", is_flag=True, help=_("Erase it for good. It is asked for twice."))
def bin_(empty: bool) -> None:
    """`ritual bin`."""
    from ritual.cli.printing import lines
    from ritual.house import House

    house = House(Folders.find())
    removed, wordings = house.bin.contents()
    aside = len(house.journal.shelf.quarantine.all())
    counts = (
        ngettext("{count} removed entry", "{count} removed entries", len(removed)) if removed else "",
        ngettext("{count} earlier wording", "{count} earlier wordings", wordings) if wordings else "",
        ngettext("{count} damaged file set aside", "{count} damaged files set aside", aside) if aside else "",
    )
    if not any(counts):
        click.echo(_("The bin is empty."), err=True)
        return
    what = reduce(lambda first, second: _("{first} and {second}", first=first, second=second), filter(None, counts))
    if not empty:
        length = _letters([one.id for one in removed])
        for entry, line in zip(removed, lines(house, removed), strict=True):
            click.echo(f"{for_terminal(entry.id[:length])}  {line}")
        told = _("In the bin: {what}. ritual restore brings an entry back.") if removed else _("In the bin: {what}.")
        click.echo(fill(told, what=what), err=True)
        return
    if not (
        asking.yes(_("Erase {what} for good? Nobody can bring that back.", what=what))
        and asking.yes(_("Are you both sure? This is asked twice so that nothing goes by accident."))
    ):
        raise RitualError(_("Nothing was erased."))
    house.bin.empty()
    told = _("The bin is empty. Backups, exports and other machines keep theirs until they do the same.")
    click.echo(told, err=True)


def _letters(ids: list[str]) -> int:
    """How many letters of these ids are shown, so that each can be told from the others."""
    return next(length for length in count(SHORT) if len({one[:length] for one in ids}) == len(set(ids)))
