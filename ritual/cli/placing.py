"""Where a file is to be written."""

import sys
from pathlib import Path

from ritual.cli import asking
from ritual.core.errors import RitualError


def make_way(file: Path) -> None:
    """See to it that `file` can be written; where there is one, ask. Raises `RitualError` where it stays."""
    if not file.absolute().parent.is_dir():
        raise RitualError(f"There is no folder {file.absolute().parent}. Please make it, or choose another.")
    if file.is_dir():
        raise RitualError(f"{file} is a folder. Please add a name for the file.")
    if not file.exists():
        return
    if not file.is_file():
        raise RitualError(f"{file} is no file. Without FILE, everything is printed.")
    if not sys.stdin.isatty():
        raise RitualError(f"{file} is there already. Please choose another name, or move it away.")
    if not asking.yes(f"{file} is there already. Write over it?"):
        raise RitualError(f"{file} is as it was.")
