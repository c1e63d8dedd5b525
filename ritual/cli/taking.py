"""The commands that take everything out, and in."""

import sys
from pathlib import Path
from typing import Literal

import click

from ritual.core.errors import RitualError
from ritual.settings import Folders


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["json", "markdown"]), help="json unless FILE ends in .md.")
@click.option("--only", metavar="NAME", help="Only this one's own words.")
@click.option("--sealed", is_flag=True, help="All there is, also what is sealed, private or removed: lossless.")
@click.option("--year", type=click.IntRange(1, 9999), metavar="Y", help="Only this year.")
def export(
    file: Path | None, form: Literal["json", "markdown"] | None, only: str | None, sealed: bool, year: int | None
) -> None:
    """Take everything out: into FILE, or printed where there is none."""
    from ritual import files
    from ritual.cli.printing import person_called
    from ritual.house import House
    from ritual.journal.exchange import exporting

    house = House(Folders.find())
    person = person_called(house, only) if only else None
    found = exporting.chosen(house.journal, only=person, sealed=sealed, year=year)
    if (form or ("markdown" if file and file.suffix in (".md", ".markdown") else "json")) == "json":
        content = exporting.as_json(found, house.people, lossless=sealed)
    else:
        from ritual.journal.exchange.markdown import as_markdown

        content = as_markdown(found, house.people, house.card_text)
    if file is None:
        click.echo(content, nl=False)
    else:
        _writable(file)
        files.write(file.absolute(), content)
        click.echo(f"{len(found)} entries are in {file}, readable by you only.", err=True)
    for problem in (*house.problems, *house.journal.problems):
        click.echo(problem, err=True)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", metavar="NAME", help="Whose notes these are, where they come from jrnl or Day One.")
def import_(file: Path, by: str | None) -> None:
    """Take in an export of ritual, or the JSON of jrnl or Day One. Twice is the same as once."""
    from ritual.cli.printing import person_called
    from ritual.house import House
    from ritual.journal.catalogue import month_of
    from ritual.journal.exchange import importing
    from ritual.journal.exchange.entries import LISTED

    house = House(Folders.find())
    parcel = importing.opened(sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes())
    who = person_called(house, by) if by else house.people[0].id if len(house.people) == 1 else None
    records = importing.records(parcel, house.people, house.night_of, house.clock.now(), who)
    months = len({month_of(one.night) for one in records})
    with click.progressbar(length=months, label="Importing", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        taken = house.journal.absorb(records, lambda: bar.update(1))
    new = sum(isinstance(one, LISTED) for one in taken)
    here = sum(isinstance(one, LISTED) for one in records) - new
    known = f" {here} {'was' if here == 1 else 'were'} here already." if here else ""
    click.echo(f"{new} {'entry' if new == 1 else 'entries'} came in.{known}", err=True)
    if not parcel.ours and who is None and new:
        click.echo("They are written by nobody in particular; --by NAME says whose they are.", err=True)


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--restore", "archive", type=click.Path(path_type=Path), metavar="FILE", help="Bring a backup back.")
def backup(folder: Path | None, archive: Path | None) -> None:
    """Write everything into one dated archive in FOLDER (or here), and prove that it can be read."""
    from ritual.house import House
    from ritual.journal.exchange import archives

    house = House(Folders.find())
    if archive is not None:
        if folder is not None:
            raise click.UsageError("A backup is either written or restored. Please leave FOLDER out.")
        count = archives.restore(house.journal, archive)
        click.echo(f"{count} files are back. ritual opens with them.", err=True)
        return
    if not any(house.journal.shelf.all_paths()):
        raise RitualError("There is nothing to back up yet.")
    written = archives.write(house.journal, (folder or Path()).absolute())
    click.echo(str(written))
    click.echo(
        "Everything is in it, and it was read again to be sure. Please keep it where only you can read it.", err=True
    )


def _writable(file: Path) -> None:
    """Ask before something is written over."""
    if not file.absolute().parent.is_dir():
        raise RitualError(f"There is no folder {file.absolute().parent}. Please make it, or choose another.")
    if file.is_dir():
        raise RitualError(f"{file} is a folder. Please add a name for the file.")
    if not file.exists():
        return
    if not sys.stdin.isatty():
        raise RitualError(f"{file} is there already. Please choose another name, or move it away.")
    click.confirm(f"{file} is there already. Write over it?", abort=True, err=True)
