"""A notification on the screen, through whatever this machine has for that."""

import os
from pathlib import Path
from shutil import which

from ritual.reminders.running import run

TITLE = "ritual"


def show(line: str) -> None:
    """Show `line`, which must be one of ours and hold none of their words; do nothing where there is no way to."""
    if which("notify-send"):
        run("notify-send", "--app-name", TITLE, TITLE, line, environment=_session())
    elif which("osascript"):
        run("osascript", "-e", f'display notification "{line}" with title "{TITLE}"')


def _session() -> dict[str, str]:
    """Where the messages of this account's session go; cron does not know it."""
    usual = Path("/run/user") / str(os.getuid())
    return {} if "XDG_RUNTIME_DIR" in os.environ or not usual.is_dir() else {"XDG_RUNTIME_DIR": str(usual)}
