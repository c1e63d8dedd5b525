"""The commands that open the app."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

import click

from ritual.core.errors import RitualError
from ritual.folders import Folders
from ritual.language import _

if TYPE_CHECKING:
    from ritual.house import House


def open_app(at: Literal["home", "tonight", "appreciations", "cards", "checkin", "journal", "library"]) -> None:
    """Open the app at a place; exits with its status. Without a terminal it does not start: exit 2."""
    _needs_terminal()
    from ritual.app import RitualApp
    from ritual.house import House

    house = House(Folders.find())
    app = RitualApp(house, at)
    app.run()
    _remember(house)
    sys.exit(app.return_code or 0)


def _remember(house: "House") -> None:
    """Write down what `ritual nudge` asks for, so that the next login shell need not look for it."""
    from ritual.reminders.facts import remember

    with suppress(OSError, RitualError):
        if house.people:
            remember(house.journal, house.night)


def _needs_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(_("ritual needs a terminal to open in. ritual --help shows what works without one."))


@click.command(help=_("Open the log of your thank-yous."))
def appreciations() -> None:
    """`ritual appreciations`."""
    open_app("appreciations")


@click.command(help=_("Open your question cards."))
def cards() -> None:
    """`ritual cards`."""
    open_app("cards")


@click.command(help=_("Open the weekly check-in."))
def checkin() -> None:
    """`ritual checkin`."""
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
def tonight() -> None:
    """`ritual tonight`."""
    open_app("tonight")


@click.command(help=_("Look around in a year of a couple that never was; nothing of it stays."))
def demo() -> None:
    """`ritual demo`."""
    import os
    import tempfile
    from random import Random

    _needs_terminal()
    from ritual.demo import furnish
    from ritual.house import House

    with tempfile.TemporaryDirectory(prefix="ritual-demo-") as folder:
        os.environ["RITUAL_HOME"] = folder
        furnish(House(Folders.find()), Random())
        open_app("home")
