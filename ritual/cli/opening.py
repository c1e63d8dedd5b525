"""The commands that open the app."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

import click

from ritual.cli.asking import is_dumb
from ritual.core.errors import RitualError
from ritual.folders import Folders
from ritual.language import _

if TYPE_CHECKING:
    from ritual.house import House
    from ritual.plain.opening import Where

plain_lines = click.option(
    "--plain", is_flag=True, help=_("In plain lines, for screen readers, Braille, dumb terminals and pipes.")
)


def open_app(at: Literal["home", "tonight", "appreciations", "cards", "checkin", "journal", "library"]) -> None:
    """Open the app at a place; exits with its status. Without a terminal it does not start: exit 2."""
    _needs_terminal()
    from ritual.app import RitualApp
    from ritual.house import House

    house = House(Folders.find())
    app = RitualApp(house, at)
    app.run(mouse=house.settings.mouse)
    _remember(house)
    sys.exit(app.return_code or 0)


def _remember(house: "House") -> None:
    """Write down what `ritual nudge` asks for, so that the next login shell need not look for it."""
    from ritual.reminders.facts import remember

    with suppress(OSError, RitualError):
        if house.people:
            remember(house.journal, house.night)


def open_plain(at: "Where") -> None:
    """Lead through it in plain lines, at a terminal or from a pipe; exits with its status."""
    from ritual.house import House
    from ritual.plain.opening import open_at

    house = House(Folders.find())
    status = open_at(at, house)
    _remember(house)
    sys.exit(status)


def _needs_terminal() -> None:
    if is_dumb():
        raise click.UsageError(
            _("This terminal shows plain lines only. Please type ritual tonight, ritual checkin or ritual cards.")
        )
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(_("ritual needs a terminal to open in. ritual --help shows what works without one."))


@click.command(help=_("Open the log of your thank-yous."))
def appreciations() -> None:
    """`ritual appreciations`."""
    open_app("appreciations")


@click.command(help=_("Open your question cards."))
@plain_lines
def cards(plain: bool) -> None:
    """`ritual cards`."""
    if plain or is_dumb():
        open_plain("cards")
    open_app("cards")


@click.command(help=_("Open the weekly check-in."))
@plain_lines
def checkin(plain: bool) -> None:
    """`ritual checkin`."""
    if plain or is_dumb():
        open_plain("checkin")
    open_app("checkin")


@click.command(help=_("Open everything you kept."))
def journal() -> None:
    """`ritual journal`."""
    open_app("journal")


@click.command(help=_("Open the Library of short readings."))
def library() -> None:
    """`ritual library`."""
    open_app("library")


@click.command(help=_("Open tonight's ritual."))
@plain_lines
def tonight(plain: bool) -> None:
    """`ritual tonight`."""
    if plain or is_dumb():
        open_plain("tonight")
    open_app("tonight")


@click.command(help=_("Look around in a year of a couple that never was. Nothing of it stays."))
def demo() -> None:
    """`ritual demo`."""
    import tempfile
    from random import Random

    _needs_terminal()
    from ritual.demo import furnish
    from ritual.house import House

    with tempfile.TemporaryDirectory(prefix="ritual-demo-") as folder:
        os.environ["RITUAL_HOME"] = folder
        furnish(House(Folders.find()), Random())
        open_app("home")
