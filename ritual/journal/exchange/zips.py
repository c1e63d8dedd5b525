"""Zip archives, whoever made them."""

import zipfile
import zlib
from pathlib import Path
from typing import IO

LARGEST = 2**30
"""Bytes that are unpacked at most: an archive of a few bytes can say that it holds more than any memory."""

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError)


def unpacked(source: Path | IO[bytes], ending: str = "") -> dict[str, bytes]:
    """The files in an archive whose names end so. Raises `ValueError` where they cannot be read, or are too large."""
    try:
        with zipfile.ZipFile(source) as archive:
            wanted = [one for one in archive.infolist() if one.filename.endswith(ending) and not one.is_dir()]
            if sum(one.file_size for one in wanted) > LARGEST:
                raise ValueError("too large")
            return {one.filename: archive.read(one) for one in wanted}
    except _FAULTS as fault:
        raise ValueError("not readable") from fault
