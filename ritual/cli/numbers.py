"""Numbers on the command line."""

from typing import Any

import click

from ritual.language import _, fill


class Whole(click.ParamType[int]):
    """A whole number, from the `least` on, up to the `most`."""

    name = "number"

    def __init__(self, least: int, most: int | None = None) -> None:
        self._least = least
        self._most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or one line that says which ones there are."""
        try:
            number = int(value)
        except ValueError:
            number = self._least - 1
        if self._least <= number and (self._most is None or number <= self._most):
            return number
        wanted = (
            _("{value} is no whole number from {least} on.")
            if self._most is None
            else _("{value} is no whole number from {least} to {most}.")
        )
        told = fill(wanted, value=repr(value), least=self._least, most=self._most)
        raise click.BadParameter(told, ctx, param)
