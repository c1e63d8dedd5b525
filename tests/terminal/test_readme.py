"""Every command of the README does what it says there."""

import os
import re
import shlex
from pathlib import Path

import pexpect
import pytest

from tests.machines import Machine
from tests.terminal.program import CTRL_Q, PATIENCE, RITUAL, environment, shell

README = Path(__file__).parents[2] / "README.md"
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
LINES = re.findall(r"^ritual .*", "".join(BLOCKS), re.MULTILINE)
COMMANDS = list(dict.fromkeys(line.split("  #")[0].strip() for line in LINES))

ANSWERS = {
    "ritual tonight": [("Arrive", CTRL_Q)],
    "ritual tonight --plain": [("Enter (begins|goes on)", "\x04")],
    "ritual appreciations": [("for listening", CTRL_Q)],
    "ritual checkin": [("side by side", CTRL_Q)],
    "ritual library": [("What emotional intimacy is", CTRL_Q)],
    "ritual journal": [("Tonight|night", CTRL_Q)],
    "ritual demo": [("Robin and Kim", CTRL_Q)],
    "ritual cards": [("draw", CTRL_Q)],
    "ritual thank --from Ana": [("What are you thankful for", "for the tea\r")],
    "ritual remind install": [("Write this", "y\r")],
    "ritual bin --empty": [("for good", "y\r"), ("both sure", "y\r")],
}
"""What such a command shows, and what is typed then."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the README's commands come one after another."""
    home = tmp_path_factory.mktemp("readme")
    shell(home, "setup", "--names", "Ana,Sam")
    kept = shell(home, "thank", "for listening", "--from", "Sam")
    assert kept.returncode == 0
    Machine(home / "machine", "systemctl", "crontab", "launchctl")
    return home


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works(home: Path, command: str) -> None:
    if command == "ritual bin --empty":
        leave_something_in_the_bin(home)
    around = environment(home, PATH=f"{home / 'machine'}:{os.environ['PATH']}")
    child = pexpect.spawn(
        str(RITUAL), shlex.split(command)[1:], env=around, cwd=str(home), timeout=PATIENCE, encoding="utf-8"
    )
    for shown, typed in ANSWERS.get(command, []):
        child.expect(shown)
        child.send(typed)
    child.expect(pexpect.EOF)
    said = child.before
    child.close()
    assert (child.exitstatus, child.signalstatus) == (0, None), said


def test_the_readme_has_commands() -> None:
    assert {"ritual list", "ritual doctor", "ritual backup", "ritual remind install", "ritual nudge"} <= set(COMMANDS)
    assert set(ANSWERS) <= set(COMMANDS)


def leave_something_in_the_bin(home: Path) -> None:
    """Nothing in the shell removes an entry yet, so a file that was removed elsewhere is imported."""
    entry = '{"kind":"note","at":"2026-11-22T20:00:00+01:00","text":"gone","removed":"2026-11-22T21:00:00+01:00"}'
    (home / "removed.json").write_text(f"[{entry}]")
    shell(home, "import", "removed.json", cwd=home)
