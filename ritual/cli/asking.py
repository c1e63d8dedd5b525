"""Questions on a terminal. Where stdout is none, they go to stderr: stdout holds data only."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from ritual.core import text
from ritual.core.errors import Refused
from ritual.language import _, pgettext


def is_dumb() -> bool:
    """Whether this terminal knows nothing but lines."""
    return os.environ.get("TERM") == "dumb"


def line(question: str) -> str:
    """What is typed in answer: one line, which may be long, and in which the arrow keys move.

    Not on a terminal of plain lines: there readline shows of a long question and answer only what stands at their end.
    """
    if not is_dumb():
        with suppress(ImportError):
            import readline  # noqa: F401
    aside = not sys.stdout.isatty()
    return str(click.prompt(question, prompt_suffix=" ", default="", show_default=False, err=aside))


def yes(question: str) -> bool:
    """Whether the answer is yes; whatever else is typed means no."""
    meant = pgettext("what means yes, each way to type it", "y yes").split()
    return line(_("{question} [y/N]", question=question)).strip().casefold() in meant


def wording(given: Sequence[str], question: str, missing: str) -> str:
    """The words: as given, from stdin for `-`, or as typed now in answer to `question`.

    Raises `Refused` where these cannot be kept; it says what is `missing` where there are none.
    """
    if given:
        words = text.words(sys.stdin.read() if tuple(given) == ("-",) else " ".join(given))
        if not words:
            raise Refused(missing)
        return words
    if not sys.stdin.isatty():
        raise click.UsageError(_("There are no words to keep. Please give them, or - to read them from a pipe."))
    click.echo(question, err=True)
    while True:
        try:
            if words := text.words(line(">")):
                return words
        except Refused as fault:
            click.echo(str(fault), err=True)
