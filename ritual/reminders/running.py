"""Running what the machine brings along."""

import os
import subprocess
from collections.abc import Mapping
from typing import NamedTuple

from ritual.language import _

PATIENCE = 10
"""Seconds that any of it may take."""


class Done(NamedTuple):
    """How it went."""

    well: bool
    """Whether it did what it should."""
    out: bytes
    err: str

    @property
    def why(self) -> str:
        """What it said about its not going well, in one line."""
        return " ".join(self.err.split()) or _("it did not say why")


def run(*words: str, given: bytes = b"", environment: Mapping[str, str] | None = None) -> Done:
    """Run a program with `given` on its stdin. One that is not there, or hangs, has not gone well."""
    around = {**os.environ, "LC_ALL": "C", **(environment or {})}
    try:
        done = subprocess.run(words, input=given, capture_output=True, env=around, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as fault:
        return Done(False, b"", str(fault))
    return Done(done.returncode == 0, done.stdout, done.stderr.decode("utf-8", "replace").strip())
