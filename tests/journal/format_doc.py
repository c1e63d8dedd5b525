"""What docs/format.md says, taken from its text: the programs in it and the tables of fields."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import tinydb

from tests.journal.conftest import LATER

TEXT = (Path(__file__).parent.parent.parent / "docs" / "format.md").read_text("utf-8")

EVERYTHING, READ_WITH_TINYDB, SUMS = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

ALONE = """\
import sys
from importlib.util import find_spec
sys.path += {libraries!r}
assert not [one for one in ("ritual", "msgspec", "platformdirs") if find_spec(one)]
exec({program!r}, {{}})
"""


class Field(NamedTuple):
    name: str
    type: str
    missing: str


def fields_of(kind: str) -> list[Field]:
    """The table of fields that stands behind the mark of `kind`."""
    (table,) = re.findall(rf"^<!-- fields: {kind} -->\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    assert rows[0] == ["field", "type", "if missing", "what it says"]
    assert all(len(row) == 4 and row[3].endswith(".") for row in rows[2:])
    return [Field(name.strip("`"), kinds, missing) for name, kinds, missing, _ in rows[2:]]


def with_tinydb(program: str) -> str:
    """`program` with the other text in place of its function `read`."""
    (read,) = [one for one in ast.parse(program).body if isinstance(one, ast.FunctionDef) and one.name == "read"]
    lines = program.splitlines()
    return "\n".join([*lines[: read.lineno - 1], READ_WITH_TINYDB, *lines[read.end_lineno :]])


def run(program: str, *arguments: Path, libraries: list[Path] | None = None) -> str:
    """What `program` prints, where neither ritual nor any library is at hand but those in `libraries`."""
    alone = ALONE.format(libraries=[str(one) for one in libraries or []], program=program)
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", alone, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=LATER,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


def only_tinydb(folder: Path) -> list[Path]:
    """A folder of libraries that holds nothing but stock TinyDB."""
    folder.mkdir()
    (folder / "tinydb").symlink_to(Path(str(tinydb.__file__)).parent)
    return [folder]
