"""The commands that take everything out, and in."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

import click

from ritual.cli.numbers import Whole
from ritual.cli.placing import STREAM, make_way
from ritual.core.errors import RitualError
from ritual.core.records import Person
from ritual.folders import Folders
from ritual.language import _, ngettext

Form = Literal["json", "markdown", "html"]
SUFFIXES: dict[str, Form] = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
"""What a file is that ends like this."""


@click.command(help=_("Take everything out, into FILE. Without one it is printed."))
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form), case_sensitive=False),
    help=_("json unless FILE ends in .md or .html; html is a book to keep."),
)
@click.option("--only", metavar="NAME", help=_("Only this one's own words."))
@click.option("--sealed", is_flag=True, help=_("All there is, also what is sealed, private or removed: lossless."))
@click.option("--year", type=Whole(1, 9999), metavar="Y", help=_("Only this year."))
def export(file: Path | None, form: Form | None, only: str | None, sealed: bool, year: int | None) -> None:
    """`ritual export`."""
    from ritual.cli.persons import person_called
    from ritual.cli.printing import tell_problems
    from ritual.house import House
    from ritual.journal.exchange import exporting
    from ritual.journal.exchange.entries import LISTED

    house = House(Folders.find())
    person = person_called(only, house.people).id if only is not None else None
    form = form or (SUFFIXES.get(file.suffix.casefold()) if file else None) or "json"
    if form == "html":
        if sealed:
            raise click.UsageError(_("A book holds only what both of you may see. Please leave --sealed out."))
        from ritual import keepsake

        book = keepsake.choose(house, only=person, year=year)
        _put(file, keepsake.written(book), len(book.entries))
    else:
        found = exporting.chosen(house.journal, only=person, sealed=sealed, year=year)
        if form == "json":
            people = house.journal.standing(Person) if sealed else house.people
            content = exporting.as_json(found, people, lossless=sealed)
        else:
            from ritual.journal.exchange.markdown import as_markdown

            content = as_markdown(found, house.people, house.cards.text)
        _put(file, [content], sum(isinstance(one, LISTED) for one in found))
    tell_problems(house)


def _put(file: Path | None, pieces: Iterable[bytes], entries: int) -> None:
    """Write these into `file`, or print them. Raises `RitualError` where something is there and stays."""
    from ritual import files

    if file is None or file == STREAM:
        for piece in pieces:
            click.echo(piece, nl=False)
    else:
        make_way(file)
        files.write_pieces(file.absolute(), pieces)
        told = ngettext(
            "{count} entry in {file}, readable by you only.",
            "{count} entries in {file}, readable by you only.",
            entries,
            file=file,
        )
        click.echo(told, err=True)


@click.command("import", help=_("Take in an export of ritual, jrnl or Day One. Twice is the same as once."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", metavar="NAME", help=_("Whose notes these are, where they come from jrnl or Day One."))
def import_(file: Path, by: str | None) -> None:
    """`ritual import`."""
    from ritual.cli.persons import person_called
    from ritual.house import House
    from ritual.journal.catalogue import month_of
    from ritual.journal.exchange import importing
    from ritual.journal.exchange.entries import LISTED

    house = House(Folders.find())
    person = person_called(by, house.people).id if by is not None else None
    who = house.people[0].id if person is None and len(house.people) == 1 else person
    parcel = importing.opened(sys.stdin.buffer.read() if file == STREAM else file.read_bytes())
    records = importing.records(parcel, house.journal, house.night_of, who)
    months = len({month_of(one.night) for one in records})
    quiet = not sys.stderr.isatty()
    with click.progressbar(length=months, label=_("Importing"), file=sys.stderr, hidden=quiet, show_eta=False) as bar:
        taken = house.journal.absorb(records, lambda: bar.update(1))
    new = sum(isinstance(one, LISTED) for one in taken)
    here = sum(isinstance(one, LISTED) for one in records) - new
    told = [ngettext("{count} entry came in.", "{count} entries came in.", new)]
    told += [ngettext("{count} was here already.", "{count} were here already.", here)] if here else []
    click.echo(" ".join(told), err=True)
    if not parcel.ours and who is None and new:
        click.echo(_("They are written by nobody in particular; --by NAME says whose they are."), err=True)


@click.command(help=_("Write everything into one archive, in FOLDER or here. Then prove that it can be read."))
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--restore", "archive", type=click.Path(path_type=Path), metavar="FILE", help=_("Bring a backup back."))
def backup(folder: Path | None, archive: Path | None) -> None:
    """`ritual backup`."""
    from ritual.cli.printing import tell_problems
    from ritual.house import House
    from ritual.journal.exchange import archives

    house = House(Folders.find())
    if archive is not None:
        if folder is not None:
            raise click.UsageError(_("A backup is either written or restored. Please leave FOLDER out."))
        count = archives.restore(house.journal, archive)
        told = ngettext(
            "{count} file is back. ritual opens with them.", "{count} files are back. ritual opens with them.", count
        )
        click.echo(told, err=True)
        return
    if not any(house.journal.shelf.all_paths()):
        raise RitualError(_("There is nothing to back up yet."))
    written = archives.write(house.journal, (folder or Path()).absolute())
    click.echo(str(written))
    told = _("Everything is in it, and it was read again to be sure. Please keep it where only you can.")
    click.echo(told, err=True)
    tell_problems(house)
