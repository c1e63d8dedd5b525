"""What a timer of the machine is, what it is told to run, and what tells that it is ours."""

import os
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

from ritual.language import ENGLISH, spoken
from ritual.reminders.bells import Bell

Plan = dict[str, str]
"""What is written, by where it is written to."""

MARK = "made by ritual remind install; ritual remind uninstall takes it away"
"""What tells a file of ours from any other."""


class Command(NamedTuple):
    """What a timer runs."""

    words: list[str]
    environment: dict[str, str]
    """What it would otherwise not know: where their folders are, if they chose that, and what language they speak."""


class Timer(Protocol):
    """One way in which a machine can keep time."""

    words: str
    """What it is, in words."""

    def is_here(self) -> bool:
        """Whether this machine has it."""

    def plan(self, bells: list[Bell], command: Command) -> Plan:
        """What would be written."""

    def there(self) -> Plan:
        """What of ours is written now; nothing of anybody else's."""

    def is_on(self) -> bool:
        """Whether it runs."""

    def write(self, plan: Plan) -> None:
        """Write it and switch it on. Raises `RitualError` where that cannot be, and leaves nothing behind."""

    def remove(self) -> None:
        """Switch it off, and take away what `there` tells. Raises `RitualError` where that cannot be."""


def command() -> Command:
    """How this very program is called, from wherever."""
    beside = Path(sys.executable).with_name("ritual")
    program = [str(beside)] if beside.is_file() else [sys.executable, "-P", "-m", "ritual"]
    if home := os.environ.get("RITUAL_HOME"):
        environment = {"RITUAL_HOME": str(Path(home).expanduser().absolute())}
    else:
        environment = _known("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
    if spoken() != ENGLISH:
        environment |= _known("RITUAL_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return Command([*program, "nudge", "--notify"], environment)


def _known(*names: str) -> dict[str, str]:
    return {name: os.environ[name] for name in names if os.environ.get(name)}
