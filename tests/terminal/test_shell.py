"""What a package brings along for the shell: the manual page, and what Tab offers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import ritual
from tests.terminal.program import PATIENCE, RITUAL, environment

IS_WHEEL = Path(ritual.__file__).is_relative_to(sys.prefix)
SHARE = Path(sys.prefix) / "share" if IS_WHEEL else Path(__file__).parents[2] / "share"


@pytest.mark.parametrize(
    "place",
    [
        "man/man1/ritual.1",
        "bash-completion/completions/ritual",
        "zsh/site-functions/_ritual",
        "fish/vendor_completions.d/ritual.fish",
    ],
)
def test_it_lies_where_manual_pages_and_shells_look(place: str) -> None:
    assert "ritual" in (SHARE / place).read_text("utf-8")


def test_bash_completes_commands_and_decks(tmp_path: Path) -> None:
    script = f"""
source "{SHARE}/bash-completion/completions/ritual"
complete -p ritual >&2
ask() {{ COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=(); _ritual_completion ritual; echo "${{COMPREPLY[*]}}"; }}
ask ritual tha
ask ritual draw --deck ever
"""
    path = f"{RITUAL.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env=environment(tmp_path, PATH=path),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.stdout.splitlines() == ["thank", "everyday"]
    assert "ritual" in done.stderr
