"""Numbers on the command line."""

import click

from ritual.language import _


class Whole(click.IntRange):
    """A whole number; click itself would call it so in English only."""

    name = _("whole number")
