"""Questions on a terminal. Where stdout is none, they go to stderr: stdout holds data only."""

import sys
from contextlib import suppress

import click


def line(question: str) -> str:
    """What is typed in answer: one line, which may be long, and in which the arrow keys move."""
    with suppress(ImportError):
        import readline  # noqa: F401
    aside = not sys.stdout.isatty()
    return str(click.prompt(question, prompt_suffix=" ", default="", show_default=False, err=aside))


def yes(question: str) -> bool:
    """Whether the answer is yes; whatever else is typed means no."""
    return line(f"{question} [y/N]").strip().casefold() in ("y", "yes")
