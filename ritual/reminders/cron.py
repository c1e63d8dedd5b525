"""Lines for cron: crontab(1), crontab(5). All other lines stay byte for byte as they are."""

import shlex
from shutil import which

from ritual.core.errors import RitualError
from ritual.core.weekly import WEEKDAYS
from ritual.language import _
from ritual.reminders.bells import Bell
from ritual.reminders.plan import Command, Plan
from ritual.reminders.running import run

TAG = "# ritual-nudge"
"""How a line of ours ends."""
PLACE = "crontab"


class Cron:
    """A line for each time."""

    words = _("cron")

    def is_here(self) -> bool:
        """Whether this machine has it."""
        return which("crontab") is not None

    def plan(self, bells: list[Bell], command: Command) -> Plan:
        """The lines. Raises `RitualError` where the program lies at a place that cron cannot name."""
        around = [f"{name}={shlex.quote(value)}" for name, value in command.environment.items()]
        called = " ".join([*around, shlex.join(command.words), ">/dev/null", "2>&1"]).replace("%", "\\%")
        if "\n" in called:
            raise RitualError(_("cron cannot take a folder with a line break in its name. Please give it another one."))
        return {PLACE: "".join(f"{_when(bell)} {called} {TAG}\n" for bell in bells)}

    def there(self) -> Plan:
        """Our lines."""
        ours = [line for line in _lines(_read() or b"") if _is_ours(line)] if self.is_here() else []
        return {PLACE: b"".join(ours).decode("utf-8", "replace")} if ours else {}

    def is_on(self) -> bool:
        """Whether there is a line: cron knows no more."""
        return bool(self.there())

    def write(self, plan: Plan) -> None:
        """Put our lines behind the others."""
        others = self._others()
        gap = b"\n" if others and not others.endswith(b"\n") else b""
        _put(others + gap + plan[PLACE].encode())

    def remove(self) -> None:
        """Take our lines out; where there are no others, the crontab."""
        if self.there():
            _put(self._others())

    def _others(self) -> bytes:
        """The lines that are not ours. Raises `RitualError` where that cannot be known: then nothing may be written."""
        found = _read()
        if found is None:
            raise RitualError(_("Your crontab cannot be read, so it was left alone. crontab -l tells why."))
        return b"".join(line for line in _lines(found) if not _is_ours(line))


def _read() -> bytes | None:
    """The crontab, empty where there is none; none where that cannot be known."""
    done = run("crontab", "-l")
    if done.well:
        return done.out
    missing = ("no crontab for", "no such file or directory")
    return b"" if any(words in done.err.casefold() for words in missing) else None


def _put(content: bytes) -> None:
    done = run("crontab", "-", given=content) if content else run("crontab", "-r")
    if not done.well:
        raise RitualError(_("cron did not take it ({why}).", why=done.why))


def _lines(content: bytes) -> list[bytes]:
    return content.splitlines(keepends=True)


def _is_ours(line: bytes) -> bool:
    return line.rstrip().endswith(TAG.encode())


def _when(bell: Bell) -> str:
    numbers = [(WEEKDAYS.index(day) + 1) % 7 for day in bell.days]
    days = "*" if len(numbers) == len(WEEKDAYS) else ",".join(map(str, numbers))
    return f"{bell.at.minute} {bell.at.hour} * * {days}"
