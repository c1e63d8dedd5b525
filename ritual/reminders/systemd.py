"""A timer of systemd for this account: systemd.timer(5), systemd.service(5), systemd.time(7)."""

import os
from pathlib import Path
from shutil import which

from ritual import files
from ritual.core.errors import RitualError
from ritual.core.weekly import WEEKDAYS
from ritual.language import _
from ritual.reminders.bells import Bell
from ritual.reminders.plan import MARK, Command, Plan
from ritual.reminders.running import run

NAME = "ritual-nudge"
TIMER = f"{NAME}.timer"


class Systemd:
    """Two small files, and a link that systemd makes to one of them."""

    words = _("a systemd user timer")

    def is_here(self) -> bool:
        """Whether systemd runs for this account."""
        return which("systemctl") is not None and _systemctl("show-environment") is None

    def plan(self, bells: list[Bell], command: Command) -> Plan:
        """The timer and what it starts."""
        times = "\n".join(f"OnCalendar={_days(bell)}*-*-* {bell.at:%H:%M:%S}" for bell in bells)
        around = "".join(f"Environment={_quoted(f'{name}={one}')}\n" for name, one in command.environment.items())
        program, *words = map(_quoted, _callable(command.words))
        start = " ".join([program, *(word.replace("$", "$$") for word in words)])
        about = f"# {MARK}\n[Unit]\nDescription=ritual: a quiet reminder\n\n"
        return {
            str(_folder() / TIMER): f"{about}[Timer]\n{times}\n\n[Install]\nWantedBy=timers.target\n",
            str(_folder() / f"{NAME}.service"): f"{about}[Service]\nType=oneshot\n{around}ExecStart={start}\n",
        }

    def there(self) -> Plan:
        """The two files, where they are ours."""
        found = {str(path): _text(path) for path in _paths()}
        return {path: text for path, text in found.items() if text.startswith(f"# {MARK}\n")}

    def is_on(self) -> bool:
        """Whether the timer waits."""
        return _systemctl("is-active", TIMER) is None and _systemctl("is-enabled", TIMER) is None

    def write(self, plan: Plan) -> None:
        """Write the files, and let systemd know."""
        foreign = [path for path in map(Path, plan) if path.exists() and str(path) not in self.there()]
        if foreign:
            raise RitualError(
                _("{file} is there already and not from ritual. Please move it away, then try again.", file=foreign[0])
            )
        for path, text in plan.items():
            files.write(Path(path), text.encode())
        for words in (("daemon-reload",), ("enable", TIMER), ("restart", TIMER)):
            if fault := _systemctl(*words):
                self.remove()
                raise RitualError(_("systemd did not take it ({why}). Nothing was left behind.", why=fault))

    def remove(self) -> None:
        """Switch the timer off, and remove the files."""
        _systemctl("disable", "--now", TIMER)
        for path in map(Path, self.there()):
            files.remove(path)
        link = _folder() / "timers.target.wants" / TIMER
        if link.is_symlink() and not link.exists():
            link.unlink()
        _systemctl("daemon-reload")


def _folder() -> Path:
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "systemd" / "user"


def _paths() -> list[Path]:
    return [_folder() / TIMER, _folder() / f"{NAME}.service"]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _systemctl(*words: str) -> str | None:
    """Why systemd could not do it; none where it did."""
    done = run("systemctl", "--user", *words)
    return None if done.well else done.why


def _days(bell: Bell) -> str:
    return "" if len(bell.days) == len(WEEKDAYS) else ",".join(day[:3].capitalize() for day in bell.days) + " "


def _callable(words: list[str]) -> list[str]:
    """`words`, called by a shell where systemd refuses the program's name: with quotes or a backslash in it."""
    return ["/bin/sh", "-c", 'exec "$0" "$@"', *words] if set("\"'\\") & set(words[0]) else words


def _quoted(word: str) -> str:
    """`word` in quotes, with what systemd would take for more than a letter written twice."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("%", "%%")
    return f'"{plain}"'
