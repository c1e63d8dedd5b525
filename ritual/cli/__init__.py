"""The `ritual` command. It opens the app only when asked to."""

import os

import click

from ritual import __version__
from ritual.cli.errors import Kindly
from ritual.cli.keeping import list_, setup, where
from ritual.cli.opening import open_app, tonight


@click.group(cls=Kindly, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--home", metavar="FOLDER", help="Keep everything below this folder (also RITUAL_HOME).")
@click.pass_context
def main(context: click.Context, home: str | None) -> None:
    """A companion for two people who want to find each other again in the evening.

    Without a command it opens Home.
    """
    if home:
        os.environ["RITUAL_HOME"] = home
    if context.invoked_subcommand is None:
        open_app("home")


for command in (tonight, setup, list_, where):
    main.add_command(command)
