"""The installed program in another language: what was translated is there, and it is chosen by the environment."""

import json
import re
import subprocess
from pathlib import Path

from tests.terminal.program import CTRL_N, CTRL_Q, ENTER, PATIENCE, RITUAL, Program, environment

DAY = r"(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag), \d\d?\. \w+"
ENGLISH = re.compile(r"\b([Tt]he|and|[Yy]our?|with|evening|keeps?|begin|week|day|[Oo]pen|Options|Commands)\b")
KEY = re.compile(r"(?:^| {3})(?:\?|\^\w|F\d\d?|\w|Esc|Enter|Leertaste|Tab) \S")


def keys_shown(text: str) -> int:
    """How many keys the foot shows."""
    return len(KEY.findall(text.rstrip().splitlines()[-1].strip()))


def test_a_first_evening_and_the_command_line_speak_german(tmp_path: Path) -> None:
    """In the smallest window that everything works in; no foot loses its first keys to longer words."""
    home = tmp_path / "home"
    with Program(home, RITUAL_LANG="de", columns=60, rows=20) as ritual:
        ritual.see("Willkommen", "Wie heißt ihr")
        ritual.press("Ana, Sam", ENTER)
        ritual.see("Wo steht ihr zwei")
        ritual.press(ENTER)
        ritual.see("Wie lang darf ein Abend sein")
        ritual.press("20", ENTER)
        seen = [ritual.see("beginnt heute Abend", "beginnen · 20 Minuten, Handys weg", "j Tagebuch")]
        one, other = ("Ana", "Sam") if "Ana beginnt" in seen[0] else ("Sam", "Ana")
        for key, *words in (
            (ENTER, "Ankommen", "Erst ankommen, dann Enter"),
            (ENTER, one, "Wie nah fühlst du dich"),
            (ENTER, other, "Wie nah fühlst du dich"),
            (ENTER, f"{one} spricht, {other} hört zu"),
            (CTRL_N, f"{other} spricht, {one} hört zu"),
            (CTRL_N, "Eine Karte für heute Abend", "leicht ─╯"),
        ):
            ritual.press(key)
            seen.append(ritual.see(*words))
        ritual.press(CTRL_Q)
        assert ritual.ended() == 0
    for text in seen:
        assert keys_shown(text) >= 4, text
        assert not ENGLISH.search(text), text

    def told(*words: str) -> "subprocess.CompletedProcess[str]":
        around = environment(home, RITUAL_LANG="de")
        return subprocess.run([RITUAL, *words], env=around, capture_output=True, text=True, timeout=PATIENCE)

    assert told("thank", "--help").stdout.startswith("Aufruf: ritual thank")
    usage, *commands = told("--help").stdout.splitlines()
    assert usage.startswith("Aufruf: ritual")
    assert [line for line in commands if line.endswith("...") or ENGLISH.search(line)] == []
    assert "Danke, Ana" in told("thank", "für den Tee", "--from", "Ana").stderr
    assert re.fullmatch(DAY + r" \d{4} · Dank · Ana an Sam · für den Tee\n", told("list", "appreciation").stdout)
    (kept,) = json.loads(told("list", "--json", "appreciation").stdout)
    assert (kept["kind"], kept["text"]) == ("appreciation", "für den Tee")
    assert told("list", "--limit", "q").stderr == "Das geht nicht bei '--limit': 'q' ist keine ganze Zahl ab 1.\n"
