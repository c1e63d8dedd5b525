"""What Tab offers, without waiting for a screen to be loaded."""

import os
import subprocess
import sys

import pytest
from click.shell_completion import BashComplete

from ritual.cli import main
from ritual.folders import Folders
from tests.cli.conftest import LATER


def offered(*words: str) -> list[str]:
    """What could stand for the last of these words."""
    complete = BashComplete(main, {}, "ritual", "_RITUAL_COMPLETE")
    return [one.value for one in complete.get_completions([*words[:-1]], words[-1])]


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        (["th"], ["thank"]),
        (["remind", ""], ["install", "status", "uninstall"]),
        (["thank", "--f"], ["--from"]),
        (["thank", "--way", "to"], ["touch"]),
        (["list", "app"], ["appreciation"]),
        (["draw", "--deck", "ever"], ["everyday"]),
    ],
)
def test_commands_options_choices_and_decks_are_offered(typed: list[str], there: list[str]) -> None:
    assert offered(*typed) == there


def test_a_deck_of_theirs_is_offered_and_one_that_is_broken_is_not(folders: Folders) -> None:
    (decks := folders.config / "decks").mkdir(parents=True)
    card = '[[cards]]\nid = "zz-1"\ntext = "Where to?"\ndepth = 1\n'
    (decks / "zz.toml").write_text(f'id = "zz-trips"\nname = "Trips"\nabout = "Of trips"\n{card}', "utf-8")
    (decks / "broken.toml").write_text("id = ", "utf-8")
    assert offered("--home", str(folders.data.parent), "draw", "--deck", "zz") == ["zz-trips"]


def test_textual_is_not_loaded_for_it(folders: Folders) -> None:
    script = """
import sys
from ritual.cli import main

try:
    main(prog_name="ritual")
finally:
    print([name for name in sys.modules if name.split(".")[0] == "textual"])
"""
    asked = {"_RITUAL_COMPLETE": "bash_complete", "COMP_WORDS": "ritual draw --deck ever", "COMP_CWORD": "3"}
    home = {"RITUAL_HOME": str(folders.data.parent)}
    words = [sys.executable, "-c", script]
    done = subprocess.run(words, env=os.environ | asked | home, capture_output=True, text=True, timeout=LATER)
    assert done.stdout.splitlines() == ["plain,everyday", "[]"]
