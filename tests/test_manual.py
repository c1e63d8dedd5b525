"""The manual page and the completions say what the commands are."""

import re
import shutil
import subprocess

import pytest

import manual


@pytest.mark.parametrize("place", manual.made())
def test_what_is_shipped_is_what_the_commands_are(place: str) -> None:
    """Where it is not: python manual.py"""
    assert (manual.SHARE / place).read_text("utf-8") == manual.made()[place]


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff here")
def test_the_manual_page_is_set_without_a_warning() -> None:
    page = manual.SHARE / "man" / "man1" / "ritual.1"
    done = subprocess.run(["groff", "-ww", "-man", "-Kutf8", "-Tutf8", page], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    plain = re.sub("\x1b\\[[0-9;]*m|.\b", "", done.stdout)
    for said in ("NAME", "ritual draw [OPTIONS]", "RITUAL_HOME", "settings.toml", "EXIT STATUS"):
        assert said in plain
