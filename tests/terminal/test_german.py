"""The installed program in another language: what was translated is there, and it is chosen by the environment."""

import json
import subprocess
from pathlib import Path

from tests.terminal.program import CTRL_Q, ENTER, PATIENCE, RITUAL, Program, environment, lived_in

DAYS = "(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)"


def test_home_the_evening_and_the_command_line_speak_german(tmp_path: Path) -> None:
    home = lived_in(tmp_path / "home")
    with Program(home, RITUAL_LANG="de") as ritual:
        ritual.see(DAYS, "Ana und Sam")
        ritual.press(ENTER)
        ritual.see("Minuten")
        ritual.press(CTRL_Q)
        assert ritual.ended() == 0

    def told(*words: str) -> "subprocess.CompletedProcess[str]":
        around = environment(home, RITUAL_LANG="de")
        return subprocess.run([RITUAL, *words], env=around, capture_output=True, text=True, timeout=PATIENCE)

    assert told("thank", "--help").stdout.startswith("Aufruf: ritual thank")
    assert "Danke, Ana" in told("thank", "für den Tee", "--from", "Ana").stderr
    (kept,) = json.loads(told("list", "--json", "appreciation").stdout)
    assert (kept["kind"], kept["text"]) == ("appreciation", "für den Tee")
