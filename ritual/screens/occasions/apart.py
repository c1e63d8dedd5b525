"""A list whose lines may wrap: one has to see where the next one begins."""

from collections.abc import Iterable, Iterator

from textual.widgets.option_list import Option

STEP = 2
"""Rows of the list from one of its options to the next."""


def apart(options: Iterable[Option]) -> Iterator[Option]:
    """Each of `options`, and an empty line below it."""
    for option in options:
        yield option
        yield Option("", disabled=True)
