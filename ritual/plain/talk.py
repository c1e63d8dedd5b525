"""Lines that are said, and lines that are asked for."""

import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

from rich.cells import cell_len

from ritual.core.text import for_terminal
from ritual.plain.keyboard import Keyboard

WIDEST = 72
"""Cells of a line."""

SIGNS = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "·": "-", "…": "...", "–": "-", "—": "-"}
LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
ASCII = str.maketrans(SIGNS | LETTERS)
"""What stands for signs and letters that a terminal without Unicode does not have."""


class Talk:
    """Says a line at a time, from above to below: no colour, no cursor that moves, nothing that is drawn anew."""

    def __init__(self, keyboard: Keyboard, out: TextIO, width: int = WIDEST, *, ascii_only: bool = False) -> None:
        self._keyboard = keyboard
        self._out = out
        self._width = width
        self._ascii = ascii_only

    @property
    def waits(self) -> bool:
        """Whether somebody sits there."""
        return self._keyboard.waits

    def say(self, *paragraphs: str) -> None:
        """Say these, each from a new line on; empty ones are left out."""
        for paragraph in filter(None, paragraphs):
            for line in self._signs(for_terminal(paragraph)).split("\n"):
                self._out.writelines(f"{row}\n" for row in wrapped(line, self._width))
        self._out.flush()

    def gap(self) -> None:
        """An empty line: what comes now is another thing."""
        self._out.write("\n")

    def ask(self, prompt: str, watch: Callable[[], None] = lambda: None, *, unseen: bool = False) -> str:
        """What is typed in answer. Raises `Ended` where nothing more will be."""
        self.say(prompt)
        return self._keyboard.line(watch, unseen=unseen)

    def _signs(self, text: str) -> str:
        if not self._ascii:
            return text
        apart = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).translate(ASCII))
        letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
        return letters.encode("ascii", "replace").decode()


def wrapped(line: str, width: int) -> Iterator[str]:
    """`line` in rows of at most so many cells, broken between words; a longer word has a row of its own."""
    row = ""
    for word in line.split():
        if row and cell_len(row) + 1 + cell_len(word) > width:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
    yield row


def width_of(out: TextIO) -> int:
    """The cells of a line on this terminal; 72 at most, and where there is none."""
    return min(shutil.get_terminal_size((WIDEST, 24)).columns or WIDEST, WIDEST) if out.isatty() else WIDEST


def is_ascii(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this is the place of no language, whose terminals know ASCII only."""
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    return next((found for name in names if (found := environment.get(name))), "C") in ("C", "POSIX")
