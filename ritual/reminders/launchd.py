"""An agent of launchd, the timer of macOS: launchd.plist(5)."""

import os
import plistlib
from pathlib import Path
from shutil import which
from typing import Any

from ritual import files
from ritual.core.errors import RitualError
from ritual.core.weekly import WEEKDAYS
from ritual.language import _
from ritual.reminders.bells import Bell
from ritual.reminders.plan import MARK, Command, Plan
from ritual.reminders.running import run

LABEL = "local.ritual.nudge"


class Launchd:
    """One small file."""

    words = _("a launchd agent")

    def is_here(self) -> bool:
        """Whether this is a Mac."""
        return which("launchctl") is not None

    def plan(self, bells: list[Bell], command: Command) -> Plan:
        """The agent."""
        agent: dict[str, Any] = {
            "Label": LABEL,
            "ProgramArguments": command.words,
            "StartCalendarInterval": [time for bell in bells for time in _times(bell)],
            "ProcessType": "Background",
        }
        if command.environment:
            agent["EnvironmentVariables"] = command.environment
        text = plistlib.dumps(agent).decode()
        return {str(_path()): text.replace("<plist", f"<!-- {MARK} -->\n<plist", 1)}

    def there(self) -> Plan:
        """The file, where it is ours."""
        try:
            text = _path().read_text("utf-8", "replace")
        except OSError:
            return {}
        return {str(_path()): text} if f"<!-- {MARK} -->" in text else {}

    def is_on(self) -> bool:
        """Whether launchd knows it."""
        return run("launchctl", "print", _service()).well

    def write(self, plan: Plan) -> None:
        """Write the file, and let launchd know."""
        if _path().exists() and not self.there():
            raise RitualError(
                _("{file} is there already and not from ritual. Please move it away, then try again.", file=_path())
            )
        run("launchctl", "bootout", _service())
        for path, text in plan.items():
            files.write(Path(path), text.encode())
        done = run("launchctl", "bootstrap", _domain(), str(_path()))
        if not done.well:
            self.remove()
            raise RitualError(_("launchd did not take it ({why}). Nothing was left behind.", why=done.why))

    def remove(self) -> None:
        """Switch it off, and remove the file."""
        run("launchctl", "bootout", _service())
        for path in map(Path, self.there()):
            files.remove(path)


def _path() -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"


def _domain() -> str:
    return f"gui/{os.getuid()}"


def _service() -> str:
    return f"{_domain()}/{LABEL}"


def _times(bell: Bell) -> list[dict[str, int]]:
    at = {"Hour": bell.at.hour, "Minute": bell.at.minute}
    if len(bell.days) == len(WEEKDAYS):
        return [at]
    return [{"Weekday": (WEEKDAYS.index(day) + 1) % 7, **at} for day in bell.days]
