"""Machines that have systemd, launchd or cron, or none of them: small programs that write down how they were called."""

from pathlib import Path

CALLED = 'echo "$0 $*" >> "{folder}/calls"\n[ -e "{folder}/refuses" ] && echo "it is tired" >&2 && exit 1\n'

SYSTEMCTL = """case "$*" in
  *is-active*|*is-enabled*) [ -e "{folder}/on" ] ;;
  *enable*) : > "{folder}/on" ;;
  *disable*) /bin/rm -f "{folder}/on" ;;
esac
"""
LAUNCHCTL = """case "$1" in
  print) [ -e "{folder}/on" ] ;;
  bootstrap) : > "{folder}/on" ;;
  bootout) [ -e "{folder}/on" ] && /bin/rm "{folder}/on" ;;
esac
"""
CRONTAB = """case "$1" in
  -l) [ -e "{folder}/crontab.txt" ] || {{ echo "no crontab for ana" >&2; exit 1; }}; /bin/cat "{folder}/crontab.txt" ;;
  -r) /bin/rm "{folder}/crontab.txt" ;;
  -) /bin/cat > "{folder}/crontab.txt" ;;
esac
"""
PROGRAMS = {"systemctl": SYSTEMCTL, "launchctl": LAUNCHCTL, "crontab": CRONTAB, "notify-send": "", "osascript": ""}


class Machine:
    """A folder to be the only one on PATH, and what was called there."""

    def __init__(self, folder: Path, *programs: str) -> None:
        self.folder = folder
        folder.mkdir()
        for name in programs:
            file = folder / name
            file.write_text("#!/bin/sh\n" + (CALLED + PROGRAMS[name]).format(folder=folder))
            file.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        """How they were called, without looks that change nothing."""
        path = self.folder / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        looks = ("show-environment", "is-active", "is-enabled", "launchctl print", "crontab -l")
        named = [line.removeprefix(f"{self.folder}/") for line in lines]
        return [line for line in named if not any(look in line for look in looks)]

    @property
    def is_on(self) -> bool:
        """Whether a timer runs."""
        return (self.folder / "on").exists()

    @property
    def crontab(self) -> Path:
        """The file that crontab keeps."""
        return self.folder / "crontab.txt"

    def refuses(self, refuses: bool = True) -> None:
        """Let every program fail from now on, or no longer."""
        (self.folder / "refuses").touch() if refuses else (self.folder / "refuses").unlink()
