"""What comes out and goes in, for the tests of both."""

import json
from typing import Any

from ritual.folders import Folders
from tests.cli.conftest import run
from tests.conftest import EVENING

AT = EVENING.isoformat()


def document(*found: dict[str, Any], **more: Any) -> bytes:
    return json.dumps({"format": "ritual", "version": 1, "entries": found} | more).encode()


def note(**fields: Any) -> dict[str, Any]:
    return {"kind": "note", "id": "one", "at": AT, "by": "Ana", "text": "golden"} | fields


def session(**fields: Any) -> dict[str, Any]:
    return {"kind": "session", "id": "one", "at": AT, "starter": "Ana"} | fields


def checkin(**fields: Any) -> dict[str, Any]:
    return {"kind": "checkin", "id": "one", "at": AT, "starter": "Ana"} | fields


def sealed(folders: Folders) -> bytes:
    done = run(folders, "export", "--sealed")
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout_bytes


def taken(folders: Folders, content: bytes, *arguments: str) -> str:
    """What is said when `content` is imported."""
    done = run(folders, "import", "-", *arguments, typed=content)
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    assert "\x1b" not in done.stderr
    return done.stderr


def kept(folders: Folders) -> dict[str, bytes]:
    """Every file of the journal."""
    return {str(one): one.read_bytes() for one in folders.data.rglob("*.json*")}
