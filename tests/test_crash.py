import os
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from ritual import __version__, crash
from ritual.core.records import Rating
from tests.conftest import EVENING

SECRET = "you never hold my hand"


def caught(error: BaseException) -> BaseException:
    """`error` as it is after it was raised, with their words among the locals."""
    words = f"{SECRET} any more"
    try:
        raise error
    except BaseException as fault:
        fault.add_note(words)
        return fault


def chained() -> BaseException:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as fault:
            raise ValueError(SECRET) from fault
    except ValueError as fault:
        return fault


def while_handling() -> BaseException:
    try:
        try:
            raise LookupError(SECRET)
        except LookupError:
            os.stat(SECRET)  # noqa: PTH116
    except OSError as fault:
        return fault
    raise AssertionError


def invalid() -> BaseException:
    try:
        msgspec.json.decode(f'{{"{SECRET}": 1}}', type=dict[str, Rating])
    except msgspec.ValidationError as fault:
        return fault
    raise AssertionError


@pytest.mark.parametrize(
    "error",
    [
        caught(ValueError(SECRET)),
        caught(UnicodeDecodeError("utf-8", SECRET.encode(), 0, 3, SECRET)),
        caught(SyntaxError(SECRET, (SECRET, 1, 1, SECRET))),
        caught(ExceptionGroup(SECRET, [ValueError(SECRET)])),
        chained(),
        while_handling(),
        invalid(),
        ValueError(SECRET),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_word_of_theirs_is_in_the_log(tmp_path: Path, error: BaseException) -> None:
    written = crash.write(tmp_path, error, EVENING).read_text()
    assert not [word for word in SECRET.split() if word in written.replace(str(Path(__file__).parent), "").split()]
    assert SECRET not in written


def test_the_log_says_where_and_what_kind(tmp_path: Path) -> None:
    written = crash.write(tmp_path, caught(ValueError(SECRET)), EVENING).read_text()
    assert written.startswith(f"ritual {__version__}, 2026-11-22 21:30:00\nbuiltins.ValueError\n")
    assert "tests/test_crash.py:" in written
    assert " caught\n" in written


def test_the_log_follows_the_causes(tmp_path: Path) -> None:
    lines = crash.write(tmp_path, chained(), EVENING).read_text().splitlines()
    assert [line for line in lines if not line.startswith((" ", "ritual"))] == [
        "builtins.ValueError",
        "builtins.KeyError",
    ]


def test_the_log_is_its_owners_only(tmp_path: Path) -> None:
    os.umask(0)
    log = crash.write(tmp_path / "state", caught(ValueError(SECRET)), EVENING)
    assert log == tmp_path / "state" / "logs" / "crash-20261122T213000.log"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    with pytest.raises(OSError, match=r"."):
        crash.write(tmp_path, caught(ValueError(SECRET)), EVENING)


ROUND = """
import resource, sys
from datetime import datetime
from pathlib import Path
from ritual import crash

resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))
resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
one, other = ValueError(), KeyError()
one.__cause__, other.__cause__ = other, one
crash.write(Path(sys.argv[1]), one, datetime.now())
"""


def test_causes_that_go_round_come_to_an_end(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", ROUND, str(tmp_path)], check=False, timeout=60, capture_output=True)
    assert done.returncode == 0, done.stderr[-200:]
