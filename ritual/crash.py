"""What stays of a crash: where in the program it happened, and nothing of what they wrote."""

from datetime import datetime
from pathlib import Path
from traceback import extract_tb

from ritual import __version__, files


def write(state: Path, error: BaseException, now: datetime) -> Path:
    """A log of `error` in the state folder: its type and the places it came through.

    Its message and all values are left out, for they may hold words of theirs. Raises `OSError`.
    """
    lines = [f"ritual {__version__}, {now:%Y-%m-%d %H:%M:%S}"]
    cause: BaseException | None = error
    told: list[BaseException] = []
    while cause is not None and cause not in told:
        told.append(cause)
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
            for frame in extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    log = state / "logs" / f"crash-{now:%Y%m%dT%H%M%S}.log"
    files.write(log, "\n".join([*lines, ""]).encode())
    return log
