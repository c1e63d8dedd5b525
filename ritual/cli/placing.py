"""Where a file is to be written."""

import sys
from pathlib import Path

from ritual.cli import asking
from ritual.core.errors import RitualError
from ritual.language import _

STREAM = Path("-")
"""Stands for stdin and stdout."""


def make_way(file: Path) -> None:
    """See to it that `file` can be written; where there is one, ask. Raises `RitualError` where it stays."""
    if not file.absolute().parent.is_dir():
        folder = file.absolute().parent
        raise RitualError(_("There is no folder {folder}. Please make it, or choose another.", folder=folder))
    if file.is_dir():
        raise RitualError(_("{file} is a folder. Please add a name for the file.", file=file))
    if not file.exists():
        return
    if not file.is_file():
        raise RitualError(_("{file} is no file. Without FILE, everything is printed.", file=file))
    if not sys.stdin.isatty():
        raise RitualError(_("{file} is there already. Please choose another name, or move it away.", file=file))
    if not asking.yes(_("{file} is there already. Write over it?", file=file)):
        raise RitualError(_("{file} is as it was.", file=file))
