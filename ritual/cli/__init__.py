"""The `ritual` command. It opens the app only when asked to."""

import os

import click

from ritual import __version__
from ritual.cli.cards import decks, draw
from ritual.cli.caring import bin_, doctor, restore
from ritual.cli.errors import Kindly
from ritual.cli.keeping import list_, setup, where
from ritual.cli.opening import appreciations, cards, checkin, demo, journal, library, open_app, tonight
from ritual.cli.parking import topic
from ritual.cli.reminding import nudge, remind
from ritual.cli.saying import thank
from ritual.cli.taking import backup, export, import_
from ritual.language import _


@click.group(
    cls=Kindly,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "A companion for two people who want to find each other again in the evening.\n\n"
        "Without a command it opens Home."
    ),
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--home", metavar="FOLDER", help=_("Keep everything below this folder (also RITUAL_HOME)."))
@click.pass_context
def main(context: click.Context, home: str | None) -> None:
    """`ritual`."""
    if home:
        os.environ["RITUAL_HOME"] = home
    if context.invoked_subcommand is None:
        open_app("home")


for command in (
    tonight,
    appreciations,
    cards,
    checkin,
    journal,
    library,
    setup,
    thank,
    topic,
    draw,
    decks,
    list_,
    restore,
    bin_,
    export,
    import_,
    backup,
    doctor,
    demo,
    remind,
    nudge,
    where,
):
    main.add_command(command)
